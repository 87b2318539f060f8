import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseClubResults } from "./club_results.ts";

const PAGE = readTestPage("club_results.html");

Deno.test("parseClubResults() reads a result wholly", () => {
  assertEquals(parseClubResults(PAGE).results[0], {
    ffaId: "7000001",
    name: "MARTINOT Zoe",
    event: "1 500m Piste Courte",
    discipline: "short-track",
    distance: 1500,
    isRunning: true,
    place: 4,
    text: "4'29''10 Q",
    mark: {
      unit: "hundredths",
      value: 26_910,
      handTimed: false,
      wind: null,
      chipTime: null,
      flags: ["Q"],
    },
    round: "Finale 2",
    category: "ES",
    sex: "F",
    birthYear: 2004,
    points: 861,
    level: "IR4",
    date: "2026-02-08",
    town: "Ville Test",
  });
});

Deno.test("parseClubResults() keeps a person without license, without an id", () => {
  const result = parseClubResults(PAGE).results[1];
  assertEquals(
    [result?.ffaId, result?.name, result?.mark?.value, result?.mark?.flags, result?.round],
    [null, "SANSLICENCE Luc", 705, ["qi", "0.142"], null],
  );
});

Deno.test("parseClubResults() completes birth years by season and category", () => {
  const years = parseClubResults(PAGE).results.map((
    { category, birthYear },
  ) => [category, birthYear]);
  assertEquals(years, [
    ["ES", 2004],
    ["M10", 1925], // 2025 would be a child of one year
    ["SE", 1999], // 2099 is not born yet
    ["EA", 2017],
    [null, null],
    ["CA", 2010],
    ["CA", 2010],
  ]);
});

Deno.test("parseClubResults() puts the season's years to its days", () => {
  const dates = parseClubResults(PAGE).results.map(({ date }) => date);
  assertEquals(dates, [
    "2026-02-08",
    "2025-11-30",
    "2026-06-14",
    "2025-11-09",
    null,
    "2026-04-12",
    "2026-04-12",
  ]);
});

Deno.test("parseClubResults() tells no year of autumn days before seasons began in September", () => {
  const old = parseClubResults(PAGE.replace("Année : 2026", "Année : 2020"));
  assertEquals(old.season, 2020);
  assertEquals(old.results.slice(0, 2).map(({ date }) => date), ["2020-02-08", null]);
});

Deno.test("parseClubResults() uses the season asked for where the page does not say it", () => {
  const silent = PAGE.replace("Année : 2026, ", "");
  assertEquals(parseClubResults(silent, { season: 2026 }).results[0]?.birthYear, 2004);
  assertEquals(parseClubResults(silent).results[0]?.birthYear, null);
});

Deno.test("parseClubResults() keeps disqualifications as results without a mark", () => {
  const result = parseClubResults(PAGE).results[2];
  assertEquals([result?.text, result?.mark, result?.place], ["DQ", null, null]);
});

Deno.test("parseClubResults() separates the event from the category of its race", () => {
  const events = parseClubResults(PAGE).results.map(({ event, discipline }) => [event, discipline]);
  assertEquals(events, [
    ["1 500m Piste Courte", "short-track"],
    ["60m - Salle", "short-track"],
    ["800m", "track"],
    ["Cross court masculin", "cross"],
    ["Foulees du Lac", "other"],
    ["Longueur", "field"],
    ["100m", "track"],
  ]);
});

Deno.test("parseClubResults() reports what it could not read, without a name", () => {
  const { problems } = parseClubResults(PAGE);
  assertEquals(problems.map(({ row, message, skipped }) => [row, message, skipped]), [
    [4, "category and birth year are not understood", false],
    [4, "the date is not understood", false],
    [6, "the mark (A A) is not understood", false],
    [7, "it has 4 cells only", true],
  ]);
  for (const { excerpt } of problems) assertEquals(/QUILLET|Max|Eve/.test(excerpt), false);
});

Deno.test("parseClubResults() follows the titles where columns moved", () => {
  const moved = PAGE
    .replace(
      '<th class="columnsCMP">Nom</th><th class="columnsCMP">Epreuve</th>',
      '<th class="columnsCMP">Epreuve</th><th class="columnsCMP">Nom</th>',
    )
    .replaceAll(/(<tr class="trlive[^>]*>)(<td>.*?<\/td>)(<td>.*?<\/td>)/g, "$1$3$2");
  assertEquals(parseClubResults(moved).results[0], parseClubResults(PAGE).results[0]);
});

Deno.test("parseClubResults() refuses a table without a column it needs", () => {
  assertThrows(
    () => parseClubResults(PAGE.replace(">Infos<", ">Divers<")),
    PageShapeError,
    'no column "details"',
  );
});

Deno.test("parseClubResults() reads a club without results as none", () => {
  const empty =
    `<html><body><table id="ctnResultats"><tbody><tr><td colspan="10"><div class="mainheaders">
    Résultats de votre recherche<br>Année : 2026</div></td></tr></tbody></table></body></html>`;
  assertEquals(parseClubResults(empty), {
    results: [],
    season: 2026,
    page: 1,
    pages: 1,
    problems: [],
  });
});
