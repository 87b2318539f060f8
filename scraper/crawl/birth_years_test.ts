import { assert, assertEquals } from "@std/assert";
import { resultsPage } from "../testing/list_pages.ts";
import { PlayedFederation } from "../testing/played_federation.ts";

const AC = { number: "075999", name: "Ac Exemple" };

/** Years by federation id: known, least and most possible. */
async function years({ sql }: PlayedFederation) {
  const rows = await sql`
    select ffa_id, birth_year, birth_year_min, birth_year_max from athlete order by ffa_id
  `;
  return rows.map((row) => Object.values(row));
}

Deno.test("crawl() finds birth years in results of clubs when told to", async () => {
  await using federation = await PlayedFederation.open();
  federation.season(2026, [{
    ...AC,
    athletes: [
      { id: 1, name: "MARTINOT Zoe", category: "ES/F" },
      { id: 2, name: "QUILLET Max", category: "SE/M" },
      { id: 3, name: "ROC Ada", category: "ES/F" },
    ],
  }]);
  federation.pages.set("results 075999 2026 p1", () =>
    resultsPage([
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
  await using federation = await PlayedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada", category: "ES/F" }] }]);
  const report = await federation.crawl({ birthYears: "some" });
  assertEquals([report.state, report.failures], ["finished", []]);
  assert(federation.asked.includes("results 075999 2026 p1"));
  const asked = federation.asked.length;
  await federation.crawl({ birthYears: "some" });
  assertEquals(federation.asked.slice(asked), ["clubs 2026 p1", "roster 075999 2026 p1"]);
});
