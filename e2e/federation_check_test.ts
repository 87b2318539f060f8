import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import {
  type PageReader,
  READERS,
  readPage,
} from "../scraper/federation_check/reading/read_page.ts";
import { onlyMessage, runScript } from "../scraper/testing/run_script.ts";
import type { Person } from "../simulator/people/people.ts";
import { startSimulator } from "../simulator/testing/running_simulator.ts";

/** The check as an operator runs it, against the simulator in each state. */

const now = new Date();
const season = seasonOf(now);

/** A simulated federation of the current season and its address. */
function simulate() {
  return startSimulator({
    today: now,
    firstSeason: season - 2,
    lastSeason: season,
    athletes: 4000,
  });
}

/** Runs the check against a site on this machine. */
async function check(url: string, ...args: string[]) {
  await using database = await createTestDatabase();
  const ended = await runScript("federation_check.ts", {
    args: ["--json", ...args],
    env: { DATABASE_URL: database.url, FEDERATION_URL: url, FEDERATION_RATE: "0" },
  });
  const [json = ""] = ended.stdout.trimEnd().split("\n").slice(-1);
  assert(json.startsWith("{"), ended.stderr);
  return { ...ended, report: JSON.parse(json) };
}

Deno.test("federation:check finds that all is well, in at most 15 requests", async () => {
  await using site = simulate();
  const { code, stdout, report } = await check(site.base);
  assertEquals([code, report.outcome], [0, "well"], stdout);
  const rows = report.pages.map((
    { page, reading }: { page: string; reading: { rows: number } | null },
  ) => [page, reading?.rows ?? null]);
  assertEquals(rows[0], ["club-list", site.simulator.data.standings(season).length]);
  assertEquals(rows[1], ["roster", 250]);
  assertEquals(rows.slice(-3, -1), [["unknown-athlete", 0], ["empty-roster", 0]]);
  // How many results there are of a surname follows from today's date.
  const [page, results] = rows.at(-1) ?? [];
  assertEquals([page, typeof results], ["people", "number"]);
  assert(report.requests <= 15, `${report.requests} requests`);
  const { kinds } = site.simulator.counts.report();
  assertEquals(kinds.robots, 1);
  assertStringIncludes(stdout, "robots.txt: every kind of page is allowed; no crawl delay\n");
  for (const line of stdout.split("\n").slice(0, 20)) assert(line.length <= 120, line);
});

/** Verdicts by page of those that are not simply well. */
function conspicuous(report: { pages: { page: string; verdict: string }[] }) {
  return Object.fromEntries(
    report.pages.filter(({ verdict }) => verdict !== "well" && verdict !== "skipped")
      .map(({ page, verdict }) => [page, verdict]),
  );
}

Deno.test("federation:check exits 1 when one kind of page was redesigned, and names it", async () => {
  await using site = simulate();
  site.simulator.faults.add({ kind: "redesign", path: "*/records", rate: 1 });
  const { code, stdout, report } = await check(site.base);
  assertEquals([code, report.outcome], [1, "changed"], stdout);
  assertEquals(conspicuous(report), { records: "changed", "unknown-athlete": "changed" });
});

Deno.test("federation:check exits 2 when robots.txt refuses pages, and asks for none of them", async () => {
  await using site = simulate();
  site.simulator.settings.robots = "User-agent: *\nDisallow: /athletes/\nCrawl-delay: 0.01\n";
  const { code, stdout, report } = await check(site.base);
  assertEquals([code, report.outcome], [2, "refused"], stdout);
  assertEquals(report.robots.refused, ["profile", "records", "unknown-athlete"]);
  assertStringIncludes(
    stdout,
    "it refuses: profile, records, unknown athlete; a crawl delay of 0.01 s",
  );
  const { kinds } = site.simulator.counts.report();
  assertEquals([kinds.athlete, kinds.records], [0, 0]);
});

Deno.test("federation:check asks for nothing when robots.txt cannot be read", async () => {
  await using site = simulate();
  site.simulator.faults.add({ kind: "unavailable", path: "/robots.txt", rate: 1 });
  const { code, stdout } = await check(site.base);
  assertEquals(code, 2, stdout);
  const { total, kinds } = site.simulator.counts.report();
  assertEquals(total, kinds.robots);
});

Deno.test("federation:check exits 2 when the site refuses or challenges, and stops at once", async () => {
  await using site = simulate();
  for (const kind of ["forbidden", "challenge"] as const) {
    site.simulator.faults.clear();
    site.simulator.counts.reset();
    site.simulator.faults.add({ kind, path: "/bases/*", rate: 1 });
    const { code, report } = await check(site.base);
    assertEquals([code, report.outcome], [2, "refused"], kind);
    assertEquals(site.simulator.counts.report().total, 2, "robots.txt and one page");
  }
});

Deno.test("federation:check exits 2 for pages in place of the site's, and says which", async () => {
  await using site = simulate();
  const notes = {
    "maintenance": "the site says that it is not available now",
    "asp-net-error": "the site answered with an error of its own in place of it",
    "short-body": "it is too short to be a page of the site",
  } as const;
  for (const [kind, note] of Object.entries(notes) as [keyof typeof notes, string][]) {
    site.simulator.faults.clear();
    site.simulator.faults.add({ kind, path: "/bases/*", rate: 1 });
    const { code, report } = await check(site.base);
    assertEquals([code, report.outcome, report.pages[0].note], [2, "down", note], kind);
  }
});

Deno.test("federation:check exits 2 when the site is down", async () => {
  const site = simulate();
  site.simulator.faults.add({ kind: "unavailable", path: "/bases/*", rate: 1 });
  const { code, report } = await check(site.base);
  assertEquals([code, report.outcome], [2, "down"]);
  await site[Symbol.asyncDispose]();
  const gone = await check(site.base);
  assertEquals([gone.code, gone.report.outcome, gone.report.requests], [2, "down", 0]);
});

Deno.test("federation:check --save keeps pages that parsers read alike and that hold nobody", async () => {
  await using site = simulate();
  const folder = await Deno.makeTempDir();
  try {
    const { code, report } = await check(site.base, "--save", folder);
    assertEquals(code, 0);
    const about = JSON.parse(await Deno.readTextFile(`${folder}/pages.json`));
    const withContent = report.pages.filter(({ bytes }: { bytes: number }) => bytes > 2);
    assertEquals(about.pages.length, withContent.length);
    const { people } = site.simulator.data;
    const everybody = Array.from({ length: people.length }, (_, index) => people.at(index));
    const clubNumbers = site.simulator.data.standings(season).map(({ club }) =>
      people.clubs.at(club).number
    );
    const reportedRows: Record<string, number> = Object.fromEntries(
      report.pages.map(({ page, reading }: { page: string; reading: { rows: number } }) => [
        page,
        reading.rows,
      ]),
    );
    for (const { page, file } of about.pages) {
      const text = await Deno.readTextFile(`${folder}/${file}`);
      assertEquals(rowsOf(page, text), reportedRows[page], page);
      assertHoldsNobody(text, everybody);
      const numbers = new Set(text.match(/\d+/g));
      for (const number of clubNumbers) assert(!numbers.has(number), `${page}: club ${number}`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Rows that the parsers read of a kept page. */
function rowsOf(page: string, text: string): number {
  const readers: Record<string, PageReader<unknown, object>> = {
    "club-list": READERS.clubs,
    "roster": READERS.roster,
    "roster-page-2": READERS.roster,
    "empty-roster": READERS.roster,
    "profile": READERS.profile,
    "records": READERS.records,
    "unknown-athlete": READERS.records,
    "results": READERS.results,
    "event-results": READERS.results,
    "club-results": READERS.clubResults,
    "club-results-page-2": READERS.clubResults,
    "people": READERS.clubResults,
    "search-surname": READERS.search,
    "search-given-name": READERS.search,
  } as Record<string, PageReader<unknown, object>>;
  const reader = readers[page];
  assert(reader !== undefined, page);
  return readPage(text, reader).reading.rows;
}

/** Fails where a page holds a name, id, license or birth date of one of these people. */
function assertHoldsNobody(text: string, everybody: readonly Person[]) {
  const plain = (words: string) =>
    ` ${
      words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ").trim()
    } `;
  const words = plain(text.replace(/<[^>]*>/g, " ")) + plain(text);
  const numbers = new Set([...text.match(/\d+/g) ?? [], ...text.match(/[A-Z]\d+/g) ?? []]);
  const known = new Set(words.split(" "));
  for (const { name, given, surname, ffaId, licenseNumber, birth, birthYear } of everybody) {
    if (plain(name).trim().split(" ").every((word) => known.has(word))) {
      assert(!words.includes(plain(`${surname} ${given}`)), name);
      assert(!words.includes(plain(`${given} ${surname}`)), name);
    }
    assert(!numbers.has(ffaId), `id of ${name}`);
    assert(licenseNumber === null || !numbers.has(licenseNumber), `license of ${name}`);
    if (birth === null) continue;
    const two = (value: number) => String(value).padStart(2, "0");
    const date = `${two(birth.day)}/${two(birth.month)}/${birthYear}`;
    assert(!text.includes(date), `birth date of ${name}`);
  }
}

Deno.test("federation:check --against tells a redesign, and says nothing when only the data changed", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using site = simulate();
    assertEquals((await check(site.base, "--save", folder)).code, 0);
    await using others = startSimulator({
      today: now,
      firstSeason: season - 2,
      lastSeason: season,
      athletes: 4000,
      seed: 7,
    });
    const { code, report } = await check(others.base, "--against", folder);
    assertEquals([code, report.changes], [0, {}]);
    others.simulator.faults.add({ kind: "data-section", path: "*", rate: 1 });
    const changed = await check(others.base, "--against", folder);
    assertEquals([changed.code, changed.report.changes], [1, {
      records: ["element gone: section[data-content]", "new element: section[data-section]"],
    }]);
    assertStringIncludes(
      changed.stdout,
      "other than the kept page: new element: section[data-section]",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("federation:check --against refuses a folder without kept pages", async () => {
  await using site = simulate();
  const folder = await Deno.makeTempDir();
  await using database = await createTestDatabase();
  const ended = await runScript("federation_check.ts", {
    args: ["--against", folder],
    env: { DATABASE_URL: database.url, FEDERATION_URL: site.base, FEDERATION_RATE: "0" },
  });
  await Deno.remove(folder);
  assertEquals(ended.code, 64);
  assertStringIncludes(ended.stderr, "the folder holds no pages that --save kept");
});

Deno.test("federation:check asks for nothing without the database, and exits 70", async () => {
  await using site = simulate();
  const ended = await runScript("federation_check.ts", {
    env: {
      DATABASE_URL: "postgres://nobody:none@127.0.0.1:9/none",
      FEDERATION_URL: site.base,
      FEDERATION_RATE: "0",
    },
  });
  assertEquals(ended.code, 70);
  assertEquals(onlyMessage(ended), "the check could not be made");
  assertEquals(site.simulator.counts.report().total, 0);
});

Deno.test("federation:check refuses wrong use with one line and exit code 64", async () => {
  const ended = await runScript("federation_check.ts", { args: ["--jsno"] });
  assertEquals(ended.code, 64);
  assertStringIncludes(onlyMessage(ended), "--jsno");
});
