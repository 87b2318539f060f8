import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  athletePage,
  clubResultsPage,
  NOBODY_PAGE,
} from "../../simulator/testing/written_pages.ts";
import { ScriptedFederation } from "../testing/scripted_federation.ts";

const AC = { number: "075999", name: "Ac Exemple" };

/** Years by federation id: known, least and most possible. */
async function years({ sql }: ScriptedFederation) {
  const rows = await sql`
    select ffa_id, birth_year, birth_year_min, birth_year_max from athlete order by ffa_id
  `;
  return rows.map((row) => Object.values(row));
}

Deno.test("crawl() finds birth years in results of clubs when told to", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{
    ...AC,
    athletes: [
      { id: 1, name: "MARTINOT Zoe", category: "ES/F" },
      { id: 2, name: "QUILLET Max", category: "SE/M" },
      { id: 3, name: "ROC Ada", category: "ES/F" },
    ],
  }]);
  federation.pages.set("results 075999 2026 p1", () =>
    clubResultsPage([
      { id: 1, name: "MARTINOT Zoe", details: "ESF/04" },
      { id: 1, name: "MARTINOT Zoe", details: "ESF/04" },
      // No senior was born in 2010, and nobody in two years.
      { id: 2, name: "QUILLET Max", details: "SEM/10" },
      { id: 3, name: "ROC Ada", details: "ESF/04" },
      { id: 3, name: "ROC Ada", details: "ESF/05" },
    ]));
  const report = await federation.crawl({ birthYears: "all" });
  assertEquals([report.state, report.counters.birth_years], ["finished", 1]);
  assertEquals(await years(federation), [
    ["1", 2004, 2004, 2004],
    ["2", null, 1992, 2003],
    ["3", null, 2004, 2006],
  ]);
});

Deno.test("crawl() never fails for birth years it looks for beside its plan, nor soon again", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada", category: "ES/F" }] }]);
  const report = await federation.crawl({ birthYears: "some" });
  assertEquals([report.state, report.failures], ["finished", []]);
  assert(federation.requests.includes("results 075999 2026 p1"));
  const requests = federation.requests.length;
  await federation.crawl({ birthYears: "some" });
  assertEquals(federation.requests.slice(requests), ["clubs 2026 p1", "roster 075999 2026 p1"]);
});

Deno.test("a weekly crawl() reads some athletes' own pages for what the directory lacks most", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql } = federation;
  const others = Array.from({ length: 50 }, (_, index) => ({
    id: 100 + index,
    name: `ROC A${"abcdefghij"[index % 10]}${"klmno"[Math.floor(index / 10)]}`,
    category: "ES/F",
  }));
  federation.season(2026, [{
    ...AC,
    athletes: [
      ...others,
      // Namesakes, whom nothing else tells apart.
      { id: 901, name: "MARTINOT Zoe", category: "ES/F" },
      { id: 902, name: "MARTINOT Zoe", category: "ES/F" },
      { id: 903, name: "QUILLET Lea", category: "ES/F" },
    ],
  }]);
  const facts = { birthYear: 2004, nationality: "FRA" };
  federation.pages.set("athlete 901", () => athletePage({ name: "MARTINOT Zoe", ...facts }));
  // A site in trouble sends the page of another.
  federation.pages.set("athlete 902", () => athletePage({ name: "QUILLET Lea", ...facts }));
  for (const { id, name } of others.slice(3)) {
    federation.pages.set(`athlete ${id}`, () => athletePage({ name, ...facts }));
  }
  const report = await federation.crawl({ birthYears: "some" });
  // Some of the others have no page, which is no failure of the run.
  assertEquals([report.state, report.failures], ["finished", []]);
  const profiles = federation.requests.filter((name) => name.startsWith("athlete"));
  assertEquals(profiles.length, 40);
  assert(profiles.includes("athlete 901") && profiles.includes("athlete 902"));
  assertEquals(report.counters.profiles, 37);
  const rows = await sql`
    select ffa_id, birth_year, nationality, profile_read_at is not null as read
    from athlete where ffa_id in ('901', '902') order by ffa_id
  `;
  assertEquals(rows.map((row) => Object.values(row)), [
    ["901", 2004, "FRA", true],
    ["902", null, null, false],
  ]);
  // The next ones, the next week.
  await federation.crawl({ birthYears: "some" });
  const all = federation.requests.filter((name) => name.startsWith("athlete"));
  assertEquals([all.length, new Set(all).size], [53, 53]);
});

Deno.test("crawl() stops at a series of athletes' pages that name nobody, says so once, and counts none as read", async () => {
  for (const nobody of [NOBODY_PAGE, null]) {
    await using federation = await ScriptedFederation.open();
    const athletes = Array.from({ length: 12 }, (_, index) => ({
      id: 100 + index,
      name: `ROC A${"abcdefghijkl"[index]}`,
      category: "ES/F",
    }));
    federation.season(2026, [{ ...AC, athletes }]);
    for (const { id } of athletes) {
      if (nobody !== null) federation.pages.set(`athlete ${id}`, () => nobody);
    }
    const report = await federation.crawl({ birthYears: "some" });
    assertEquals([report.state, report.counters.profiles], ["failed", 0]);
    assertStringIncludes(report.stopped ?? "", "the site has changed");
    const reports = federation.logged.filter(({ message }) => message === report.stopped);
    assertEquals(reports.map(({ level }) => level), ["error"]);
    const requests = new Set(federation.requests.filter((name) => name.startsWith("athlete")));
    assert(requests.size >= 5 && requests.size <= 8, `${requests.size}`);
  }
});

Deno.test("crawl() spends its budget on its plan first, and stops when that is spent", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada", category: "ES/F" }] }]);
  // robots.txt, the list, the roster and the results of the club.
  const report = await federation.crawl({ birthYears: "some" }, { budget: 4 });
  assertEquals(federation.requests, [
    "clubs 2026 p1",
    "roster 075999 2026 p1",
    "results 075999 2026 p1",
  ]);
  assertEquals(report.stopped, "the budget of 4 requests is spent");
});
