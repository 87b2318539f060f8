/**
 * Clubs and requests for removal, as a person meets them: the whole platform, a real browser, the
 * operator's task.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Browser } from "playwright-core";
import { startEmbedded } from "@mypacer/shared/database/embedded.ts";
import { launchBrowser } from "./testing/browser.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";
import { pathTo } from "../dev/paths.ts";
import { type RunningStart, runStart } from "../dev/running_start.ts";
import { createVisit, sidewaysScroll, violations } from "./testing/visit.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

let dataFolder: string;
let start: RunningStart;
let browser: Browser;
/** The largest club that a search finds. */
let club: { ffa_number: string; name: string; seasons: { season: number; athletes: number }[] };

const read = async (path: string) => await (await fetch(`${start.apiUrl}${path}`)).json();

beforeTests(async (parts) => {
  dataFolder = await Deno.makeTempDir({ prefix: "mypacer-clubs-" });
  parts.defer(() => Deno.remove(dataFolder, { recursive: true }));
  browser = parts.use(await launchBrowser());
  start = parts.use(await runStart(dataFolder));
  const { items } = await read("/clubs?q=athle");
  const found: typeof club[] = await Promise.all(
    items.map(({ ffa_number: number }: { ffa_number: string }) => read(`/clubs/${number}`)),
  );
  const size = ({ seasons }: typeof club) => seasons[0]?.athletes ?? 0;
  club = found.reduce((a, b) => size(b) > size(a) ? b : a);
});

const inBrowser = createVisit(() => ({ browser, siteUrl: start.siteUrl }));

Deno.test("a club is searched, filtered, paged and laid over the table without JavaScript", async () => {
  await inBrowser("/clubs", async (page) => {
    await page.getByLabel("Chercher un club").fill(club.name.toLowerCase());
    await page.getByLabel("Chercher un club").press("Enter");
    await page.getByRole("link", { name: club.name }).first().click();
    await page.waitForURL(`**/club/${club.ffa_number}`);
    await untilEquals(() => page.getByRole("heading", { level: 1 }).innerText(), club.name);
    const names: string[] = [];
    for (let of = 1;; of++) {
      names.push(...await page.locator("ol.results .athlete-name").allInnerTexts());
      const next = page.getByRole("link", { name: "Athlètes suivants" });
      if (await next.count() === 0) break;
      await next.click();
      await page.waitForURL(new RegExp(`p=${of + 1}`));
    }
    assertEquals(names.length, club.seasons[0]?.athletes);
    await page.getByRole("link", { name: /^Femmes \d|^Femmes\d/ }).click();
    await page.waitForURL(/sex=F/);
    await page.getByLabel("Saison", { exact: true }).selectOption("all");
    await page.getByRole("button", { name: "Filtrer", exact: true }).click();
    await page.waitForURL(/sex=F.*season=all/);
    const facts = await page.locator(".athlete-facts").allInnerTexts();
    assert(facts.length > 0 && facts.every((fact) => !/ né en/.test(fact)), facts.join("\n"));
    await page.locator("ol.results a").first().click();
    await page.waitForURL(/\/\?athletes=\d+$/);
    assert(await page.getByRole("table").first().isVisible());
  }, { javaScriptEnabled: false });
});

Deno.test("clubs are suggested, and their athletes narrowed, as one types and chooses", async () => {
  await inBrowser("/clubs", async (page) => {
    const loads = await page.evaluate<number>("performance.timeOrigin");
    const field = page.getByLabel("Chercher un club");
    await field.pressSequentially(club.name.toLowerCase().slice(0, -1), { delay: 20 });
    const suggestion = page.getByRole("link", { name: club.name }).first();
    await suggestion.waitFor();
    assertEquals(await page.evaluate("document.activeElement.id"), "club-search");
    assertEquals(await page.evaluate("performance.timeOrigin"), loads, "no page was loaded");
    await suggestion.click();
    await page.waitForURL(`**/club/${club.ffa_number}`);
    await page.getByLabel("Saison", { exact: true }).selectOption("all");
    await page.waitForURL(/season=all/);
    const first = await page.locator("ol.results .athlete-name").first().innerText();
    const surname = first.split(" ")[0] ?? "";
    await page.getByLabel("Chercher dans ce club").pressSequentially(surname.toLowerCase());
    await page.locator("ol.results mark").first().waitFor();
    assertStringIncludes(page.url(), "q=");
    assertStringIncludes(await page.locator("ol.results").innerText(), surname);
  });
});

Deno.test("filters of a search take effect as they are chosen, and the field stays", async () => {
  await inBrowser("/recherche?q=martin", async (page) => {
    const total = () => page.locator("h1").innerText();
    const everybody = await total();
    await page.getByText("Filtrer", { exact: true }).first().click();
    await page.getByLabel("Sexe", { exact: true }).focus();
    await page.getByLabel("Sexe", { exact: true }).selectOption("F");
    await page.waitForURL(/sex=F/);
    await until("another total", async () => await total() !== everybody);
    await page.getByRole("link", { name: /^Femmes ?\d/, exact: false }).waitFor();
    assertEquals(await page.evaluate("document.activeElement.id"), "filter-sex");
    // The field still suggests: the script's part of the page was left alone.
    await page.locator("#athlete-search").fill("lefevr");
    await page.locator("[role=listbox] [role=option]").first().waitFor();
  });
});

Deno.test("the figures of the seasons open by keyboard, and each leads to its athletes", async () => {
  await inBrowser(`/en/club/${club.ffa_number}`, async (page) => {
    await page.getByText("Licensed athletes by season").focus();
    await page.keyboard.press("Enter");
    const [, before] = club.seasons;
    assert(before);
    await page.getByRole("link", { name: String(before.season), exact: true }).press("Enter");
    await page.waitForURL(new RegExp(`season=${before.season}`));
    assertStringIncludes(await page.locator("ol.results").innerText(), "Show their PBs");
  });
});

Deno.test("suggestions lead to the club that the text names, by a link beside the list", async () => {
  await inBrowser("/", async (page) => {
    await page.getByRole("combobox").pressSequentially(`mar ${club.ffa_number}`, { delay: 20 });
    const link = page.locator(".suggestions").getByRole("link", { name: club.name });
    await link.waitFor();
    await untilEquals(() => page.locator("[role=listbox] a").count(), 0);
    assertEquals(await violations(page), []);
    await link.click();
    await page.waitForURL(`**/club/${club.ffa_number}`);
  });
});

Deno.test("a result of the search leads to its club", async () => {
  await inBrowser(`/recherche?q=&club=${club.ffa_number}`, async (page) => {
    await page.getByRole("link", { name: `Club ${club.name}` }).first().click();
    await page.waitForURL(`**/club/${club.ffa_number}`);
  });
});

/** Runs `deno task opposition` as an operator does; tells what it says. */
async function opposition(...args: string[]): Promise<string> {
  const { url } = await startEmbedded({ folder: `${dataFolder}/postgres` });
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "opposition", ...args],
    cwd: pathTo("../"),
    env: { DATABASE_URL: url, OPPOSITION_KEY: "a key for tests only, 32 characters or more" },
  }).output();
  const decoder = new TextDecoder();
  assertEquals(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}

for (const javaScriptEnabled of [false, true]) {
  Deno.test(`a request for removal reaches the operator, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    let reference = "";
    await inBrowser("/retrait", async (page) => {
      await page.getByRole("button", { name: "Envoyer la demande" }).click();
      await page.getByText("Indiquez le numéro de la fiche, ou un nom.").waitFor();
    }, { javaScriptEnabled }).catch((error) => {
      // The browser reports the status of the page that tells what is wrong.
      if (!String(error).includes("422")) throw error;
    });
    await inBrowser("/retrait", async (page) => {
      await page.getByLabel("Numéro ou adresse de la fiche").fill("athle.fr/athletes/7000001");
      await page.getByLabel("Précisions").fill("Deux\nlignes");
      await page.getByRole("button", { name: "Envoyer la demande" }).press("Enter");
      await page.getByRole("heading", { name: "Demande enregistrée" }).waitFor();
      reference = await page.locator(".reference").innerText();
      // Going back and forth sends nothing again.
      await page.reload();
      await untilEquals(() => page.locator(".reference").innerText(), reference);
    }, { javaScriptEnabled });
    const waiting = await opposition("requests");
    assertStringIncludes(waiting, `${reference}  removal`);
    assertStringIncludes(waiting, "  federation id: 7000001\n  message: Deux lignes");
    assertMatch(await opposition("close", reference), /is deleted/);
    assertEquals(await opposition("requests"), "no request waits\n");
  });
}

/** The pages of this file, and their status where that is not 200. */
const pages = (): [path: string, status?: number][] => [
  ["/clubs"],
  ["/clubs?q=athle"],
  ["/en/clubs?q=%25", 400],
  [`/club/${club.ffa_number}`],
  [`/en/club/${club.ffa_number}?season=all&sex=F`],
  ["/retrait"],
  ["/en/removal?ref=7KQ2M-0X9TB"],
  ["/conditions"],
  ["/en/terms"],
  ["/mentions-legales"],
  ["/en/privacy"],
  [`/recherche?q=&club=${club.ffa_number}`],
];

for (
  const [name, width, colorScheme] of [
    ["a phone", 360, "light"],
    ["a desktop", 1280, "light"],
    ["a desktop in the dark", 1280, "dark"],
  ] as const
) {
  Deno.test(`axe finds nothing to mend on the pages of clubs and of the law on ${name}`, async () => {
    for (const [path, status = 200] of pages()) {
      await inBrowser(path, async (page) => {
        for (const details of await page.locator("main summary").all()) await details.click();
        assertEquals(await violations(page), [], path);
      }, { width, status, colorScheme });
    }
  });
}

Deno.test("no page of clubs and of the law scrolls sideways at 320 px", async () => {
  for (const [path, status = 200] of pages()) {
    await inBrowser(path, async (page) => assertEquals(await sidewaysScroll(page), 0, path), {
      width: 320,
      status,
    });
  }
});
