/** The table in the hand: a small screen, a finger, a keyboard that covers half of it. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Locator, Page } from "playwright-core";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";
import { useSampleSite } from "./testing/sample_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";

const sample = useSampleSite();
const { visit } = sample;
const PHONE = { width: 360, height: 740 };
const EIGHT = "1001,1002,1003,1004,1005,1006,1010,1011";

/** How many of some elements can be seen whole, in the window and in their frame. */
const inView = (page: Page, selector: string) =>
  page.evaluate<number>(`(() => {
    const frame = document.querySelector(".frame").getBoundingClientRect();
    return [...document.querySelectorAll("${selector}")].filter((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const inFrame = !element.closest(".frame") ||
        left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
      return inFrame && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    }).length;
  })()`);

const top = async (element: Locator) => (await element.boundingBox())?.y ?? Infinity;
const pill = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`${name}.* ?: détails$`) });

Deno.test("choosing somebody on a phone shows a mark at once, and eight leave the table where it is", async () => {
  await visit("/", async (page) => {
    await page.locator("#athlete-search").pressSequentially("lefevre", { delay: 20 });
    // By keys: while the list moves, a click of the driver itself scrolls the page.
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await until("a mark in view", async () => await inView(page, "td .mark") > 0);
    assert(await page.evaluate<number>("scrollY") < 100, "the page jumped");
    // What the choice folds goes after the mark is drawn.
    await until("the table at its place", async () => await top(page.locator(".frame")) < 320);
    await untilEquals(() => page.locator("#field-slow").isVisible(), false);
    await page.locator("label", { hasText: "Réglages" }).click();
    await page.locator("#field-slow").waitFor();
  }, PHONE);
  for (const javaScriptEnabled of [true, false]) {
    await visit(`/?athletes=${EIGHT}`, async (page) => {
      assert(await top(page.locator(".frame")) < 320, "the table begins too low");
      assertEquals(await sidewaysScroll(page), 0);
    }, { ...PHONE, javaScriptEnabled, face: javaScriptEnabled });
  }
});

/** How much of a page has moved since it came: the sum of its layout shifts, 0 = nothing. */
const moved = (page: Page) =>
  page.evaluate<number>(`new Promise((tell) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(sum), 500);
  })`);

Deno.test("what a phone shows of a page stays where it was painted", async () => {
  const paths = [
    "/",
    "/?athletes=1001,1002",
    `/?athletes=${EIGHT}`,
    "/comparer?athletes=1001,1002",
  ];
  for (const path of [...paths, "/planificateur", "/predictions", "/groupe"]) {
    await visit(path, async (page) => {
      const sum = await moved(page);
      // The columns of a table may become somewhat wider, once all of its rows are there.
      assert(sum <= 0.05, `${path} moved by ${sum}`);
    }, PHONE);
  }
});

Deno.test("four hits stand above a keyboard", async () => {
  await visit("/", async (page) => {
    await page.locator("#athlete-search").click();
    await page.locator("#athlete-search").pressSequentially("martin", { delay: 20 });
    await page.getByRole("option").nth(4).waitFor();
    await until("four hits in view", async () => await inView(page, "[role=option]") >= 4);
    await page.getByRole("option").first().click();
    await until("a mark in view", async () => await inView(page, "td .mark") > 0);
  }, { width: 360, height: 400 });
});

Deno.test("columns beyond the edge are told, by a shadow and in words, and come when asked", async () => {
  await visit("/", async (page) => {
    const shadow = () =>
      page.evaluate<string>(
        "getComputedStyle(document.querySelector('.frame-box'), '::after').opacity",
      );
    await untilEquals(shadow, "1");
    await page.evaluate("document.querySelector('.frame').scrollTo(9999, 0)");
    await untilEquals(shadow, "0");
    await page.getByLabel("Distances (6 sur 18), tout montrer").check();
    await page.getByText("Distances (18 sur 18)").waitFor();
    await untilEquals(shadow, "1");
  }, { width: 320, height: 740 });
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  Deno.test(`the sheet of an athlete has all records and what can be done, ${how} JavaScript`, async () => {
    await visit("/en?athletes=1001,1002", async (page) => {
      const open = page.getByRole("button", { name: /^A LEFEVRE Jean-Baptiste ?: details$/ });
      await open.click();
      const sheet = page.getByRole("dialog", { name: "LEFEVRE Jean-Baptiste" });
      const lines = await sheet.getByRole("listitem").allInnerTexts();
      assertEquals(lines.length, 11);
      assertMatch(lines.join(), /10\u00a0km road\s+33:20/);
      assertMatch(lines.join(), /long jump\s+5\.12/);
      for (const text of [lines.join(), await page.locator(".outside").innerText()]) {
        assertEquals(text.match(/piste|route|salle|longueur/gi), null);
      }
      await sheet.getByText("read 20 Nov 2026").waitFor();
      if (javaScriptEnabled) assertEquals(await violations(page), []);
      assert(await sheet.getByRole("link", { name: "Profile" }).getAttribute("href"));
      await page.keyboard.press("Escape");
      await untilEquals(() => sheet.isVisible(), false);
      assertEquals(await page.evaluate("document.activeElement.className"), "pill-open");
      await page.getByRole("button", { name: "Remove LEFEVRE Jean-Baptiste" }).click();
      await page.waitForURL((url) => url.searchParams.get("athletes") === "1002");
      await untilEquals(() => page.locator(".pill").count(), 1);
    }, { ...PHONE, javaScriptEnabled, colorScheme: "dark" });
  });
}

Deno.test("what is wrong with records is said outside the sheet", async () => {
  sample.api.moods.set("1002", "unavailable");
  await visit("/?athletes=1001,1002", async (page) => {
    const trouble = page.locator(".trouble").filter({ hasText: "N'DIAYE" });
    await trouble.getByText("ne répond pas").waitFor();
    sample.api.moods.clear();
    await trouble.getByRole("button", { name: "Réessayer" }).click();
    await untilEquals(() => page.locator(".trouble").count(), 0);
    await pill(page, "N'DIAYE").click();
    await page.getByRole("dialog").getByText("11 records").waitFor();
  }, PHONE);
});

/** Counts what a page asks of the screen. */
const WAKE_LOCK = `
  globalThis.lock = { asked: 0, sentinel: null };
  Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
    lock.asked++;
    const sentinel = new EventTarget();
    sentinel.released = false;
    sentinel.release = async () => {
      sentinel.released = true;
      sentinel.dispatchEvent(new Event("release"));
    };
    return lock.sentinel = sentinel;
  } } });
`;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  Deno.test(`the track mode is black on white with three columns and the marks, ${how} JavaScript`, async () => {
    await visit("/?athletes=1001,1002&by=speed", async (page) => {
      await page.getByRole("link", { name: "Mode piste" }).click();
      await page.waitForURL(/\/piste\?by=speed&athletes=1001/);
      const heads = () => page.locator("thead th").allInnerTexts();
      assertEquals(await heads(), ["km/h", "1\u202f500\u00a0m", "5\u00a0km", "10\u00a0km"]);
      await page.locator(".track-mark").filter({ hasText: `33'20"` }).waitFor();
      const size = (selector: string) =>
        page.evaluate<number>(
          `parseFloat(getComputedStyle(document.querySelector("${selector}")).fontSize)`,
        );
      assert(await size("tbody td") >= 24, "figures are small");
      assertEquals(await sidewaysScroll(page), 0);
      const background = (selector: string) =>
        page.evaluate<string>(
          `getComputedStyle(document.querySelector("${selector}")).backgroundColor`,
        );
      assertEquals(await background("body"), "rgb(255, 255, 255)");
      if (javaScriptEnabled) assertEquals(await violations(page), []);
      await page.locator("tbody tr").nth(3).getByRole("link").click();
      await page.waitForURL(/#r3$/);
      assertEquals(await background("#r3 > td"), "rgb(215, 242, 75)");
      await page.getByText("Distances", { exact: true }).click();
      await page.getByLabel("Colonne 1").selectOption("400");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Afficher" }).click();
      await page.waitForURL(/c=400/);
      await untilEquals(async () => (await heads())[1], "400\u00a0m");
      await page.getByRole("link", { name: /^Quitter le mode piste/ }).click();
      await page.waitForURL(/\/\?by=speed&athletes=1001,1002$/);
    }, { ...PHONE, javaScriptEnabled, colorScheme: "dark" });
  });
}

Deno.test("the track mode keeps the screen on once asked, gives it back, and works offline in any state", async () => {
  await using context = await sample.browser.newContext({
    baseURL: sample.site.url,
    viewport: { width: 740, height: 360 },
  });
  await context.addInitScript(WAKE_LOCK);
  const page = await context.newPage();
  await page.goto("/en/track");
  const button = page.getByRole("button", { name: "Screen on" });
  await button.waitFor();
  const locked = () => page.evaluate("[lock.asked, lock.sentinel?.released ?? null]");
  assertEquals(await locked(), [0, null]);
  await button.click();
  await untilEquals(() => button.getAttribute("aria-pressed"), "true");
  // Browsers give it back while the page is not seen.
  await page.evaluate("lock.sentinel.release()");
  await untilEquals(() => button.getAttribute("aria-pressed"), "false");
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await untilEquals(() => button.getAttribute("aria-pressed"), "true");
  await button.click();
  await untilEquals(locked, [2, true]);
  await page.getByText("Ready offline ✓").waitFor();
  // Records of people are stored nowhere, which is said before one leaves for the track.
  await page.goto("/en/track?athletes=1001");
  await page.getByText("Ready offline, without the PBs").waitFor();
  await page.locator(".track-mark").first().waitFor();
  await context.setOffline(true);
  await page.goto("/piste?by=speed&slow=14&c=200,1000&athletes=1001");
  await untilEquals(() => page.locator("thead th").allInnerTexts(), [
    "km/h",
    "200\u00a0m",
    "1\u202f000\u00a0m",
  ]);
  await page.getByText("Records indisponibles hors connexion").waitFor();
  assertEquals(await page.locator(".track-mark").count(), 0);
  await page.getByRole("button", { name: "Écran allumé" }).click();
  await untilEquals(locked, [1, false]);
  assertEquals(await page.locator(".track-ready").isVisible(), false);
});

Deno.test("chosen athletes come back at the next visit, by their ids alone, and are forgotten at once", async () => {
  await visit("/", async (page) => {
    const asked = () => new URL(page.url()).searchParams.get("athletes");
    const kept = () => page.evaluate<string | null>("localStorage.getItem('mypacer.chosen')");
    await page.locator("#athlete-search").pressSequentially("lefevre", { delay: 20 });
    await page.getByRole("option").first().click();
    await page.locator("td .mark").first().waitFor();
    await untilEquals(kept, ";1001");
    await page.goto("/");
    await untilEquals(asked, "1001");
    await page.locator("td .mark").first().waitFor();
    // An opened link is complete, and changes nothing of what is kept.
    await page.goto("/?athletes=1002");
    await pill(page, "N'DIAYE").click();
    await page.getByRole("button", { name: "C’est moi" }).click();
    await page.getByText("Retenu dans ce navigateur seulement").waitFor();
    assertEquals(asked(), "1002");
    assertEquals(await kept(), "1002;1001");
    await page.goto("/");
    await untilEquals(asked, "1002,1001");
    await page.getByRole("button", { name: "Oublier mes athlètes" }).click();
    await untilEquals(kept, null);
    await page.goto("/");
    await page.locator("tbody .light").first().waitFor();
    assertEquals(asked(), null);
  }, PHONE);
});
