import { assertEquals } from "@std/assert";
import { parseResults } from "@mypacer/shared/federation/parsers/results.ts";
import { type ResultRow, resultsFragment } from "../../simulator/testing/written_pages.ts";
import { seasonBestsOf } from "./season_bests.ts";

/** What was kept of a year: rows of date, event, mark and wind. */
function page(
  year: number,
  readOn: string,
  rows: readonly (readonly [date: string, event: string, mark: string, wind?: string])[],
) {
  const whole = rows.map(([date, event, mark, wind = ""]): ResultRow => [
    date,
    event,
    mark,
    wind,
    "Finale",
    "1",
    "",
    "",
    "Ville test",
  ]);
  const { results } = parseResults(resultsFragment(whole), year);
  return { year, fetchedAt: new Date(readOn), results };
}

const NOW = new Date("2026-11-28T12:00:00Z");

Deno.test("seasonBestsOf() takes the best of each event with its own label, times down and lengths up", () => {
  const pages = [page(2026, "2026-11-28", [
    ["12 Juil.", "1 500m", "4'41''08"],
    ["5 Juil.", "1500m", "4'40''00"],
    ["1 Févr.", "1 500m Piste Courte", "4'45''00"],
    ["5 Juil.", "Longueur", "4m80"],
    ["4 Juil.", "Longueur", "5m02"],
  ])];
  assertEquals(seasonBestsOf(pages, NOW).map(({ event, mark }) => [event, mark]), [
    ["1500m", 28_000],
    ["1 500m Piste Courte", 28_500],
    ["Longueur", 502],
  ]);
});

Deno.test("seasonBestsOf() leaves out too much wind, codes, and races whose length nobody knows", () => {
  const pages = [page(2026, "2026-11-28", [
    ["5 Juil.", "100m", "12''50", "+2.1"],
    ["4 Juil.", "100m", "12''75", "+2.0"],
    ["3 Juil.", "200m", "DQ"],
    ["2 Juil.", "Semi de la Vallee / TCX", "1h29'40''"],
  ])];
  assertEquals(seasonBestsOf(pages, NOW).map(({ event, mark }) => [event, mark]), [["100m", 1275]]);
});

Deno.test("seasonBestsOf() parts years at the first of September, and tells seasons of which a part is missing", () => {
  const sources = (...pages: ReturnType<typeof page>[]) =>
    seasonBestsOf(pages, NOW).map(({ season, source }) => [season, source]);
  const before = page(2025, "2026-01-01", [["1 Sept.", "800m", "2'30''00"]]);
  const during = page(2025, "2025-12-30", [["1 Sept.", "800m", "2'30''00"]]);
  const present = page(2026, "2026-11-28", [
    ["1 Sept.", "800m", "2'31''00"],
    ["31 Août", "800m", "2'32''00"],
  ]);
  // The season of 2027 has begun and is read as far as it has come.
  assertEquals(sources(present), [[2027, "results"], [2026, "some-results"]]);
  assertEquals(sources(present, before), [[2027, "results"], [2026, "results"]]);
  assertEquals(sources(present, during), [[2027, "results"], [2026, "some-results"]]);
  assertEquals(sources(before), [[2026, "some-results"]]);
});
