/** The site without a connection, as beside a track, and what is left of it in the browser. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { z } from "zod";
import { attribute, findFirst } from "@mypacer/shared/federation/html.ts";
import { MANIFESTS, type PageName, PATHS, TOOLS } from "../web/kit/addresses/paths.ts";
import { useSampleSite } from "./testing/sample_site.ts";
import { PAGE_TIMEOUT_MS, untilReady, violations } from "./testing/visit.ts";
import { untilEquals } from "@mypacer/shared/testing/until.ts";

const sample = useSampleSite();

const Icons = z.array(z.object({ src: z.string(), type: z.string() }));
/** What is read of a manifest. */
const Manifest = z.object({
  id: z.string(),
  lang: z.string(),
  start_url: z.string(),
  display: z.string(),
  icons: Icons,
  shortcuts: z.array(z.object({ url: z.string(), icons: Icons })),
});

/** Waits until the service worker has kept what it keeps. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
}

const keptPaths = (page: Page) =>
  page.evaluate<string[]>(
    "caches.open('mypacer-1').then((cache) => cache.keys())" +
      ".then((requests) => requests.map(({ url }) => new URL(url).pathname))",
  );

Deno.test("the table works without a connection, in any state, and what names people is not kept", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/");
  await untilKept(page);
  await page.goto("/?athletes=1001");
  await page.locator("td .mark").first().waitFor();
  await page.goto("/recherche?q=dupont");
  await page.goto("/planificateur");
  await page.waitForFunction("caches.match('/planificateur')");
  await context.setOffline(true);
  await page.goto("/?by=speed&slow=10");
  await page.locator(".light").first().waitFor();
  await page.getByRole("rowheader", { name: "10", exact: true }).waitFor();
  await untilEquals(() => page.locator("tbody tr").count(), 25);
  await page.locator("label.option", { hasText: "temps visé" }).click();
  await page.getByRole("rowheader", { name: `4h30'00"` }).waitFor();
  // A reload is drawn from what was kept, and follows the address.
  await page.reload();
  await page.getByRole("rowheader", { name: `4h30'00"` }).waitFor();
  await page.goto("/?athletes=1001");
  await page.getByText("Records indisponibles").filter({ visible: true }).first().waitFor();
  await page.goto("/en");
  await page.getByRole("columnheader", { name: "Half" }).waitFor();
  await page.goto("/planificateur");
  await untilEquals(() => page.locator("h1").count(), 1);
  const kept = await keptPaths(page);
  assert(kept.includes("/") && kept.includes("/planificateur"), kept.join());
  assert(!kept.includes("/recherche"), kept.join());
  const named = await page.evaluate<string>("caches.match('/').then((page) => page.text())");
  assert(!named.includes("LEFEVRE"), "a kept page names somebody");
});

Deno.test("the fields of the table are read without a connection, though nobody typed with one", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/");
  await untilKept(page);
  await page.waitForFunction("caches.match('/')");
  await context.setOffline(true);
  await page.reload();
  await page.locator(".light").first().waitFor();
  await page.locator("#field-slow").fill("5'00");
  await page.locator("#field-slow").press("Enter");
  await page.waitForURL(/slow=5:00/);
  await untilEquals(() => page.locator("tbody th").first().innerText(), `5'00"`);
});

/** Tools in states that nobody looked at before. */
const TOOL_STATES = [
  "/planificateur?d=10000&t=42:30&effort=halves",
  "/planificateur?d=loin",
  "/zones?d=1500&t=5:00",
  "/age?sex=M&age=65&d=1500&t=6:00",
  "/predictions?r=1500@4:30,5000@17:00,10000@35:30",
  "/groupe?s=10x400@105;15x30s@110r30",
  "/outils",
  "/en/planner?d=10000&t=42:30&every=mile",
  "/en/zones?d=10000&t=42:30&unit=mi",
];

Deno.test("the tools work without a connection, and say what the server would", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto("/");
  await untilKept(page);
  await context.setOffline(true);
  // Beside it, what the server says: nothing of it can be in the first one's cache.
  await using online = await sample.browser.newContext({
    baseURL: sample.site.url,
    serviceWorkers: "block",
  });
  const other = await online.newPage();
  const said = async (page: Page) => [await page.title(), await page.locator("main").innerText()];
  for (const path of TOOL_STATES) {
    await Promise.all([page.goto(path), other.goto(path)]);
    assertEquals(await said(page), await said(other), path);
  }
  await untilReady(page);
  await page.evaluate("globalThis.print = () => document.title = 'printed'");
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction("document.title === 'printed'");
  assertEquals(faults, []);
});

Deno.test("a tool follows as one types without a connection, too", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/zones");
  await untilKept(page);
  await context.setOffline(true);
  await page.getByLabel("VMA", { exact: false }).and(page.locator("input[type=text]")).fill("16,5");
  await page.getByRole("heading", { name: "VMA 16,5 km/h" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "VMA 16,5 km/h" }).waitFor();
});

Deno.test("the sheet of a group is made with and without a connection, and its names stay in the page", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/");
  await untilKept(page);
  for (const offline of [false, true]) {
    await page.goto("/groupe");
    await context.setOffline(offline);
    await page.locator("textarea[name=runners]").fill("Nadège 15\nTimoléon 17,5");
    await page.locator("form button[type=submit]").first().click();
    await page.getByRole("rowheader", { name: "Timoléon" }).first().waitFor();
    assertEquals(await page.evaluate("navigator.serviceWorker.controller !== null"), true);
    // What the server knows of its index stands at the foot of its pages alone.
    await untilEquals(
      () => page.locator(".footer").getByText("athlètes,").count(),
      offline ? 0 : 1,
    );
  }
  const kept = await page.evaluate<string>(
    "caches.open('mypacer-1').then(async (cache) => (await Promise.all((await cache.matchAll())" +
      ".map((response) => response.text()))).join())",
  );
  assert(!kept.includes("Timoléon"), "a name was kept");
});

Deno.test("with a connection the page is the server's, whatever was kept", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/");
  await untilKept(page);
  await page.evaluate(
    "caches.open('mypacer-1').then((cache) => cache.put('/', new Response('<h1>of an earlier release</h1>', " +
      "{ headers: { 'content-type': 'text/html' } })))",
  );
  await page.goto("/");
  await page.getByRole("heading", { name: "Tableau d’allures" }).waitFor();
  // And is kept in place of the older one.
  await page.waitForFunction(
    "caches.match('/').then((page) => page.text()).then((text) => text.includes('paces'))",
  );
});

Deno.test("the site can be installed in either language, with shortcuts and icons that are there", async () => {
  for (const language of ["fr", "en"] as const) {
    const { document } = await sample.site.page(PATHS[language].zones);
    const link = findFirst(document, "link[rel=manifest]");
    const path = MANIFESTS[language];
    assertEquals(link && attribute(link, "href"), path);
    const answer = await sample.site.ask(path);
    assertEquals(answer.headers.get("content-type"), "application/manifest+json");
    const manifest = Manifest.parse(await answer.json());
    assertEquals(
      [manifest.lang, manifest.start_url, manifest.display, manifest.id],
      [language, PATHS[language].table, "standalone", "/"],
    );
    const shortcuts = manifest.shortcuts.map(({ url }) => url);
    for (const name of ["table", "planner", "search", "group"] as const) {
      assert(shortcuts.includes(PATHS[language][name]), name);
    }
    for (const { src, type } of [manifest, ...manifest.shortcuts].flatMap(({ icons }) => icons)) {
      const response = await sample.site.ask(src);
      assertEquals(response.status, 200, src);
      assertEquals(response.headers.get("content-type"), type);
      await response.body?.cancel();
    }
  }
  const worker = await sample.site.ask("/service-worker.js");
  assertEquals(worker.headers.get("content-type")?.startsWith("text/javascript"), true);
  await worker.body?.cancel();
});

/** Pages that work offline in one language each, and pages of other kinds. */
const REGISTERING = [
  ...[...TOOLS, "tools", "table"].map((name) => ["fr", PATHS.fr[name as PageName]] as const),
  ["fr", "/athlete/1001"],
  ["fr", "/retrait"],
  ["en", "/en"],
  ["en", "/en/clubs"],
  ["en", "/en/compare?athletes=1001,1002"],
  ["en", "/en/nowhere"],
] as const;

Deno.test("every page has the tools kept, after the page is at rest, and says when that is done", async () => {
  const ready = { fr: "Prêt hors connexion", en: "Ready offline" };
  for (const [language, path] of REGISTERING) {
    await using context = await sample.browser.newContext({ baseURL: sample.site.url });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(path);
    await page.locator(".footer").getByText(ready[language]).waitFor();
    assert(await page.evaluate("navigator.serviceWorker.controller !== null"), path);
    const kept = await keptPaths(page);
    assert(kept.includes(PATHS[language].planner), path);
    assert(!kept.some((path) => path.includes("1001")), kept.join());
    assertEquals(asked.filter((path) => path === "/offline.js").length, 1);
  }
});

Deno.test("a badge says that the site does not answer, though the device has a network, until it does", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/zones");
  await page.locator(".footer").getByText("Prêt hors connexion").waitFor();
  const badge = page.locator(".connection-badge");
  assertEquals(await badge.isVisible(), false);
  // A network that leads nowhere, as of a full stadium.
  await context.addInitScript("Object.defineProperty(navigator, 'onLine', { value: true })");
  await context.setOffline(true);
  await page.goto("/");
  await badge.waitFor();
  assertEquals(await page.evaluate("navigator.onLine"), true);
  assertEquals(await page.locator(".footer").getByText("Prêt hors connexion").isVisible(), false);
  assertEquals(await violations(page), []);
  await badge.click();
  await page.locator(".footer").getByText("le tableau et les outils marchent").waitFor();
  // A page that could not be shown opens by itself.
  await page.goto("/club/075901");
  await page.getByText("s’ouvrira d’elle-même").waitFor();
  await badge.waitFor();
  await context.setOffline(false);
  await page.getByRole("heading", { name: "Ac Exemple" }).first().waitFor();
  await untilEquals(() => badge.isVisible(), false);
});

Deno.test("the site is offered for installation in the foot alone, once the browser can, and not to who declined", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  const offered = () =>
    page.evaluate(
      `dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: () => (document.title = "prompted", Promise.resolve({ outcome: "dismissed" })),
    }))`,
    );
  await page.goto("/outils");
  const offer = page.locator("#install");
  assertEquals(await offer.isVisible(), false);
  // What browsers show by themselves is held back, from when the last script runs.
  await untilEquals(offered, false);
  await page.getByRole("button", { name: "Installer MyPacer sur cet appareil" }).click();
  await page.waitForFunction("document.title === 'prompted'");
  assertEquals(await offer.isVisible(), false);
  await page.reload();
  await untilEquals(offered, false);
  await page.getByRole("button", { name: "Ne plus le proposer" }).click();
  await page.reload();
  // The same script has run where the page says that it is stored.
  await page.locator(".footer").getByText("Prêt hors connexion").waitFor();
  assertEquals(await offered(), true);
  assertEquals(await offer.isVisible(), false);
  // An iPhone has no such event: it is told the way in words.
  await using phone = await sample.browser.newContext({ baseURL: sample.site.url, hasTouch: true });
  await phone.addInitScript(
    "Object.defineProperties(navigator, { standalone: { value: false }, maxTouchPoints: { value: 5 } })",
  );
  const safari = await phone.newPage();
  await safari.goto("/en/tools");
  await safari.getByRole("button", { name: "Install MyPacer on this device" }).click();
  await safari.getByText("Add to Home Screen").waitFor();
});

Deno.test("a page that needs a network says so under its own address, in the language of its path", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  // Nothing but a tool was ever opened.
  await page.goto("/predictions");
  await untilKept(page);
  await page.goto("/retrait");
  await context.setOffline(true);
  const pages = [
    ["/athlete/1001", "Hors connexion", "/predictions"],
    ["/clubs", "Hors connexion", "/zones"],
    ["/club/033001?page=2", "Hors connexion", "/planificateur"],
    ["/recherche?q=dupont", "Hors connexion", "/groupe"],
    ["/en/athlete/1001", "Offline", "/en/group"],
    ["/en/compare?athletes=1001,1002", "Offline", "/en/zones"],
  ] as const;
  for (const [path, heading, tool] of pages) {
    const response = await page.goto(path);
    assertEquals(response?.status(), 503, path);
    await untilEquals(() => page.locator("h1").innerText(), heading, { message: path });
    await untilEquals(() => page.title(), `${heading} · MyPacer`);
    assertEquals(page.url(), new URL(path, sample.site.url).href);
    assertEquals(
      await page.locator("html").getAttribute("lang"),
      path.slice(1, 3) === "en" ? "en" : "fr",
    );
    await untilEquals(() => page.locator("table").count(), 0, { message: path });
    assertEquals(await violations(page), [], path);
    const again = page.getByRole("link", { name: /^(Réessayer|Try again)$/ });
    assertEquals(await again.getAttribute("href"), path);
    await page.locator(`main a[href="${tool}"]`).click();
    await page.waitForURL(`**${tool}`);
    await untilEquals(() => page.getByRole("heading", { name: heading }).count(), 0);
  }
  // A form that needs the server says that it was not sent.
  await page.goto("/retrait");
  await page.locator("main textarea").fill("Merci de me retirer");
  await page.locator("main form button[type=submit]").click();
  await page.getByText("Rien n’a été envoyé").waitFor();
  // With a network again, the same address gives its page, which was not lost by waiting.
  await page.goto("/athlete/1001");
  await page.locator(".connection-badge").waitFor();
  await context.setOffline(false);
  await page.getByRole("heading", { name: "Hors connexion" }).waitFor({ state: "detached" });
  assertEquals(new URL(page.url()).pathname, "/athlete/1001");
});

Deno.test("what was seen of a page in one state does not stand for another", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/outils");
  await untilKept(page);
  await page.goto("/clubs");
  await page.waitForFunction("caches.match('/clubs')");
  const clubs = await page.locator("main").innerText();
  await page.goto("/clubs?q=val");
  await context.setOffline(true);
  await page.goto("/clubs");
  await untilEquals(() => page.locator("main").innerText(), clubs);
  await page.goto("/clubs?q=val");
  await page.getByRole("heading", { name: "Hors connexion" }).waitFor();
});

Deno.test("without a connection search and records say that they need one", async () => {
  await using context = await sample.browser.newContext({ baseURL: sample.site.url });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto("/");
  await untilKept(page);
  await page.locator(".footer").getByText("Prêt hors connexion").waitFor();
  await context.setOffline(true);
  await page.locator(".footer").getByText(/^Hors connexion\s:/).waitFor();
  await page.locator("#athlete-search").fill("dupont");
  await page.locator(".suggestions").getByText("Hors connexion : la recherche demande du réseau")
    .waitFor();
  // Figures need none.
  await page.locator("#athlete-search").fill("marathon 3h15");
  await page.locator(".suggestions .answer-main").getByText(`4'37"/km`).waitFor();
  await page.goto("/en?athletes=1001");
  await page.getByText("PBs unavailable offline").filter({ visible: true }).first().waitFor();
  await context.setOffline(false);
  await page.goto("/");
  assertEquals(await page.locator(".footer").getByText(/^Hors connexion\s:/).isVisible(), false);
});
