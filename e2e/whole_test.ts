/**
 * The whole, as a person meets it: `start` in a process of its own over an empty data folder, the
 * site in a real browser, then its end.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertNotMatch,
  assertStringIncludes,
} from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { connect } from "@mypacer/shared/database/connect.ts";
import { startEmbedded } from "@mypacer/shared/database/embedded.ts";
import { htmlFaults } from "../web/testing/valid_html.ts";
import { launchBrowser } from "./testing/browser.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";
import { isListening, type RunningStart, runStart } from "../dev/running_start.ts";
import { createVisit, sidewaysScroll, violations } from "./testing/visit.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

const MISSPELT = "lefevr jean batiste";
const FOUND = /LEFEVRE Jean-Baptiste/;

let dataFolder: string;
let start: RunningStart;
let browser: Browser;

beforeTests(async (parts) => {
  dataFolder = await Deno.makeTempDir({ prefix: "mypacer-whole-" });
  parts.defer(() => Deno.remove(dataFolder, { recursive: true }));
  browser = parts.use(await launchBrowser());
  start = parts.use(await runStart(dataFolder));
});

const inBrowser = createVisit(() => ({ browser, siteUrl: start.siteUrl }));

/** Types a name with mistakes and takes the suggestion meant. */
async function chooseAthlete(page: Page): Promise<void> {
  const field = page.getByRole("combobox");
  await field.pressSequentially(MISSPELT, { delay: 20 });
  // Half-typed, the name has others before it.
  await page.getByRole("option").first().filter({ hasText: FOUND }).waitFor();
  await field.press("ArrowDown");
  await page.getByRole("option", { name: FOUND, selected: true }).waitFor();
  await field.press("Enter");
  await page.waitForURL(/athletes=\d+/);
}

/** The records over the table. */
const marks = (page: Page) => page.getByRole("table").getByRole("button", { name: FOUND });

Deno.test("the site shows the pace table without JavaScript", async () => {
  await inBrowser("/", async (page) => {
    const table = page.getByRole("table").first();
    assertStringIncludes(await table.innerText(), "4'00");
    assert(await table.getByRole("row").count() >= 40);
  }, { javaScriptEnabled: false });
});

Deno.test("the site finds and shows an athlete without JavaScript", async () => {
  await inBrowser("/", async (page) => {
    const field = page.getByLabel("Athlète, chrono ou allure", { exact: true });
    await field.fill(MISSPELT);
    await field.press("Enter");
    await page.getByRole("link", { name: FOUND }).first().click();
    await page.waitForURL(/athletes=\d+/);
    assert(await marks(page).count() > 0, "no record over the table");
  }, { javaScriptEnabled: false });
});

Deno.test("the site finds a misspelt name, lays the records over the table and keeps them on reload", async () => {
  await inBrowser("/", async (page) => {
    await chooseAthlete(page);
    await marks(page).first().waitFor();
    const before = await marks(page).count();
    const url = page.url();
    await page.reload();
    await marks(page).first().waitFor();
    assertEquals(page.url(), url);
    await untilEquals(() => marks(page).count(), before);
  });
});

Deno.test("Enter chooses who was under the arrow, also when a late answer puts somebody else there", async () => {
  await inBrowser("/", async (page) => {
    const answer = Promise.withResolvers<void>();
    await page.route(/\/api\/athletes\?q=lefevr(?:\+|%20)j/, async (route) => {
      await answer.promise;
      await route.continue();
    });
    const field = page.getByRole("combobox");
    const first = page.getByRole("option").first();
    await field.pressSequentially("lefevr");
    await first.waitFor();
    const [meant = ""] = (await first.innerText()).split("\n");
    assertNotMatch(meant, FOUND);
    await field.pressSequentially(" j");
    await field.press("ArrowDown");
    answer.resolve();
    await first.filter({ hasText: FOUND }).waitFor();
    await field.press("Enter");
    await page.waitForURL(/athletes=\d+/);
    await page.getByRole("button", { name: `Retirer ${meant}` }).waitFor();
  });
});

Deno.test("the site takes an athlete off again", async () => {
  await inBrowser("/", async (page) => {
    await chooseAthlete(page);
    await marks(page).first().waitFor();
    await page.getByRole("button", { name: /^Retirer/ }).click();
    await marks(page).first().waitFor({ state: "detached" });
    await page.waitForURL((url) => !url.searchParams.has("athletes"));
  });
});

Deno.test("the site is complete in English", async () => {
  await inBrowser("/en", async (page) => {
    await untilEquals(() => page.locator("html").getAttribute("lang"), "en");
    assertStringIncludes(await page.getByRole("table").first().innerText(), "4:00");
    await chooseAthlete(page);
    await marks(page).first().waitFor();
    assertMatch(page.url(), /\/en\?/);
  });
});

for (const width of [320, 1280]) {
  Deno.test(`the page does not scroll sideways at ${width} px, with and without athletes`, async () => {
    await inBrowser("/", async (page) => {
      assertEquals(await sidewaysScroll(page), 0);
      await chooseAthlete(page);
      await marks(page).first().waitFor();
      assertEquals(await sidewaysScroll(page), 0);
    }, { width });
  });
}

Deno.test("header row and pace column stay in view when the table scrolls", async () => {
  await inBrowser("/", async (page) => {
    const table = page.getByRole("table").first();
    const frame = table.locator("xpath=ancestor::*[@tabindex='0'][1]");
    await frame.evaluate((element) => element.scrollTo(400, 400));
    const [box, corner, rowHead] = await Promise.all([
      frame.boundingBox(),
      table.locator("thead th").first().boundingBox(),
      table.locator("tbody tr:nth-child(25) th").boundingBox(),
    ]);
    assert(box && corner && rowHead);
    assert(Math.abs(corner.y - box.y) <= 2, "the header row has left the frame");
    assert(
      Math.abs(corner.x - box.x) <= 2 && Math.abs(rowHead.x - box.x) <= 2,
      "the pace column has left the frame",
    );
  }, { width: 360 });
});

Deno.test("results are filtered and paged without JavaScript, and no page repeats another", async () => {
  await inBrowser("/recherche?q=mar", async (page) => {
    await page.getByText("Filtrer", { exact: true }).first().click();
    await page.getByLabel("Sexe", { exact: true }).selectOption("F");
    await page.getByLabel("Actif depuis la saison", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Filtrer", exact: true }).click();
    await page.waitForURL(/sex=F.*since=\d{4}/);
    const links = page.locator("ol.results a.result");
    const seen: (string | null)[] = [];
    let pages = 1;
    for (;; pages++) {
      for (const link of await links.all()) seen.push(await link.getAttribute("href"));
      const next = page.getByRole("link", { name: "Athlètes suivants" });
      if (await next.count() === 0) break;
      await next.click();
      await page.waitForURL(new RegExp(`p=${pages + 1}`));
    }
    assert(pages > 1, "one page holds all");
    assert(await page.getByRole("link", { name: "Athlètes précédents" }).isVisible());
    assertEquals(new Set(seen).size, seen.length);
    const facts = await page.locator(".athlete-facts").allInnerTexts();
    assert(facts.every((fact) => !/ né en/.test(fact)), "a man among women");
  }, { javaScriptEnabled: false });
});

Deno.test("a club alone lists its athletes, and is found by its number", async () => {
  const { items: [club] } = await (await fetch(`${start.apiUrl}/clubs?q=athle`)).json();
  await inBrowser(`/recherche?q=&club=${club.ffa_number}`, async (page) => {
    const facts = await page.locator(".athlete-facts").allInnerTexts();
    assert(facts.length > 1);
    assert(facts.every((fact) => fact.startsWith(club.name)), facts.join("\n"));
  }, { javaScriptEnabled: false });
});

Deno.test("the suggestions end with the way to all results", async () => {
  await inBrowser("/?slow=5:00", async (page) => {
    await page.getByRole("combobox").pressSequentially("martin", { delay: 20 });
    await page.getByRole("option").first().waitFor();
    await page.getByRole("link", { name: "Voir tous les résultats" }).click();
    await page.waitForURL(/\/recherche\?q=martin&slow=/);
    assert(await page.locator("ol.results li").count() > 8);
  });
});

/** Takes somebody out of the directory who then is at the federation alone; tells their name. */
async function forgetSomebody(): Promise<{ name: string; ffaId: string }> {
  const read = async (path: string) => await (await fetch(`${start.apiUrl}${path}`)).json();
  let athlete: { name: string; ffa_id: string } | undefined;
  for (const one of (await read("/athletes?q=mar&category=SE")).items) {
    const { records } = await read(`/athletes/${one.ffa_id}/records`);
    if (records.some((record: { is_running: boolean }) => record.is_running)) athlete = one;
    if (athlete !== undefined) break;
  }
  assert(athlete, "nobody has records");
  // The server that `start` runs: it is joined, and stays when this is done.
  const { url } = await startEmbedded({ folder: `${dataFolder}/postgres` });
  const sql = connect({ url, max: 1, applicationName: "mypacer-dev" });
  try {
    await sql`delete from athlete where ffa_id = ${athlete.ffa_id}`;
    await sql`select announce_directory('test')`;
  } finally {
    await sql.end();
  }
  return { name: athlete.name, ffaId: athlete.ffa_id };
}

for (const javaScriptEnabled of [false, true]) {
  Deno.test(`who is not in the directory is found on athle.fr and shown, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const { name, ffaId } = await forgetSomebody();
    await inBrowser(`/recherche?q=${encodeURIComponent(name)}`, async (page) => {
      const listed = page.locator(`ol.results a[href*="${ffaId}"]`);
      // The index hears of it within moments.
      await until("an index without them", async () => {
        if (await listed.count() === 0) return true;
        await page.reload();
        return false;
      }, { pollEvery: 100 });
      await page.getByRole("button", { name: "Chercher sur athle.fr" }).click();
      await page.waitForURL(/at=ffa/);
      await page.locator(`button[value="${ffaId}"]`).click();
      await page.waitForURL(new RegExp(`/\\?athletes=${ffaId}$`));
      const badge = page.getByRole("table").getByRole("button", { name });
      await badge.first().waitFor();
      assertEquals((await fetch(`${start.apiUrl}/athletes/${ffaId}`)).status, 200);
    }, { javaScriptEnabled });
  });
}

/** Every kind of page, and its status where that is not 200. */
const PAGES: [path: string, status?: number][] = [
  ["/"],
  ["/en"],
  ["/?slow=wrong&fast=4.30&step=0", 400],
  ["/recherche?q=lefevr"],
  ["/recherche?q=martin&sex=F&cat=SE&p=2"],
  ["/recherche?q=zzyzx+1998"],
  ["/recherche?q=martin&at=ffa"],
  ["/recherche?q=&club=athle"],
  ["/en/search?q=x", 400],
  ["/mentions-legales"],
  ["/confidentialite"],
  ["/nowhere", 404],
];

/** Federation ids of two adults with a distance in common, Jean-Baptiste Lefèvre first. */
async function twoAthletes(): Promise<[string, string]> {
  const read = async (path: string) => await (await fetch(start.apiUrl + path)).json();
  const { items: [first] } = await read("/athletes?q=lefevre+jean+baptiste");
  const { items } = await read("/athletes?q=mar&category=SE&limit=100");
  for (const { ffa_id: other } of items as { ffa_id: string }[]) {
    const { pairs: [pair] } = await read(`/compare?athletes=${first.ffa_id},${other}`);
    if (pair.lines.length > 1) return [first.ffa_id, other];
  }
  throw new Error("Nobody has a distance in common with Jean-Baptiste Lefèvre");
}

for (const javaScriptEnabled of [true, false]) {
  Deno.test(`an athlete's page tells records and what models compute, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const [id] = await twoAthletes();
    await inBrowser(`/?athletes=${id}`, async (page) => {
      await page.locator(".pill-open").click();
      await page.getByRole("dialog").getByRole("link", { name: "Profil" }).click();
      await page.waitForURL(new RegExp(`/athlete/${id}`));
      assertMatch(await page.locator("h1").textContent() ?? "", FOUND);
      assertEquals(
        await page.locator("meta[name=robots]").getAttribute("content"),
        "noindex, nofollow",
      );
      assert(await page.locator(".best-record").count() >= 3, "no personal bests");
      await page.getByRole("heading", { name: "Ce que calculent les modèles" }).click();
      assertMatch(await page.locator(".figure").first().innerText(), /^\d+,\d\s*km\/h$/);
      assert(await page.locator(".series :is(circle, rect, path)").count() >= 3, "no curve");
      const events = page.locator("table.records tbody tr");
      const all = await events.count();
      assert(all >= 3, "no records");
      await page.getByLabel("Records pris en compte").selectOption("1");
      await page.getByRole("button", { name: "Appliquer" }).click();
      await page.waitForURL(/age=1/);
      const message = "the list of records is always whole";
      await untilEquals(() => events.count(), all, { message });
      await page.getByRole("link", { name: "English" }).click();
      await page.waitForURL(new RegExp(`/en/athlete/${id}\\?.*age=1`));
      await page.getByRole("link", { name: "Show on the table" }).click();
      await page.waitForURL(/\/en\?athletes=/);
    }, { javaScriptEnabled });
  });
}

Deno.test("two athletes are compared from the table: common distances, gaps that answer each other, curves", async () => {
  const [first, second] = await twoAthletes();
  await inBrowser(`/?athletes=${first},${second}`, async (page) => {
    await page.getByRole("link", { name: "Comparer ces athlètes" }).click();
    await page.waitForURL(/\/comparer\?athletes=/);
    await untilEquals(() => page.locator(".series:visible").count(), 2);
    const gaps = () => page.locator(".gaps tbody td:nth-child(2)").allTextContents();
    const there = await gaps();
    assert(there.length > 0, "nothing in common");
    await page.goto(`/comparer?athletes=${second},${first}`);
    const flip = (text: string) => text.replace(/^[+−]/, (sign) => sign === "+" ? "−" : "+");
    assertEquals(await gaps(), there.map(flip));
    await page.getByLabel("à âge corrigé").check();
    await page.getByRole("button", { name: "Appliquer" }).click();
    await page.waitForURL(/by_age=1/);
    assertEquals((await gaps()).length > 0, true);
    // Of fewer records fewer points are drawn.
    const points = page.locator(".series :is(circle, rect, path)");
    const all = await points.count();
    await page.getByLabel("Records pris en compte").selectOption("1");
    await page.getByRole("button", { name: "Appliquer" }).click();
    await page.waitForURL(/age=1/);
    await until("fewer points", async () => await points.count() < all);
    await page.getByRole("link", { name: /^Retirer/ }).first().click();
    await page.getByText(/^Ajoutez un second athlète/).waitFor();
  });
});

Deno.test("the pages of athletes are valid HTML", async () => {
  const athletes = await twoAthletes();
  for (
    const path of [
      `/athlete/${athletes[0]}`,
      `/en/athlete/${athletes[1]}?age=2`,
      `/comparer?athletes=${athletes}`,
      `/en/compare?athletes=${athletes}&by_age=1`,
      "/comparer",
    ]
  ) {
    assertEquals(await htmlFaults(await (await fetch(start.siteUrl + path)).text()), [], path);
  }
});

Deno.test("who is not in the directory has no page, and what is no id neither", async () => {
  for (
    const path of ["/athlete/999999999999", "/athlete/abc", "/comparer?athletes=999999999998,1"]
  ) {
    await inBrowser(path, async () => {}, { status: 404 });
  }
});

for (const [device, width] of [["a phone", 360], ["a desktop", 1280]] as const) {
  Deno.test(`axe finds nothing to mend on any page on ${device}`, async () => {
    const athletes = await twoAthletes();
    const named: typeof PAGES = [
      [`/athlete/${athletes[0]}`],
      [`/comparer?athletes=${athletes}`],
      [`/en/compare?athletes=${athletes}&by_age=1`],
    ];
    for (const [path, status = 200] of [...PAGES, ...named]) {
      await inBrowser(path, async (page) => assertEquals(await violations(page), [], path), {
        width,
        status,
        colorScheme: width < 600 ? "dark" : "light",
      });
    }
    await inBrowser("/", async (page) => {
      await page.getByRole("combobox").pressSequentially(MISSPELT, { delay: 20 });
      await page.getByRole("option").first().waitFor();
      assertEquals(await violations(page), [], "with suggestions");
      await page.getByRole("combobox").fill("");
      await chooseAthlete(page);
      await marks(page).first().focus();
      assertEquals(await violations(page), [], "with an athlete");
    }, { width });
  });
}

Deno.test("start ends on SIGTERM with code 0 and leaves nothing behind, and finds its data again", async () => {
  const countOf = async () => {
    const response = await fetch(`${start.apiUrl}/database_status`);
    return (await response.json()).num_athletes as number;
  };
  const before = await countOf();
  assert(before > 0);
  assertEquals(start.stdout(), `MyPacer ready: ${start.siteUrl}\n`);
  assertEquals(await start.end("SIGTERM"), 0);
  for (const url of [start.siteUrl, start.apiUrl, start.simulatorUrl]) {
    assertEquals(await isListening(url), false, `${url} is still taken`);
  }
  start = await runStart(dataFolder);
  try {
    assertEquals(await countOf(), before);
  } finally {
    assertEquals(await start.end("SIGINT"), 0);
  }
});

Deno.test("start ends in one line with code 1 when its PostgreSQL dies", async () => {
  start = await runStart(dataFolder);
  const pidFile = await Deno.readTextFile(`${dataFolder}/postgres/data/postmaster.pid`);
  Deno.kill(Number(pidFile.split("\n")[0]), "SIGKILL");
  assertEquals(await start.ended, 1);
  assertMatch(start.stderr(), /^PostgreSQL ended by itself: .+\/postgres\/log$/m);
  assertNotMatch(start.stderr(), /^ {4}at /m);
  for (const url of [start.siteUrl, start.apiUrl]) assertEquals(await isListening(url), false);
});
