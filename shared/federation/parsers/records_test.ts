import { assertEquals, assertThrows } from "@std/assert";
import { EVENTS } from "../../domain/results/discipline.ts";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseRecords } from "./records.ts";

const PAGE = readTestPage("records.html");
const PAGE_2026 = readTestPage("records_2026.html");

Deno.test("parseRecords() reads one record wholly", () => {
  assertEquals(parseRecords(PAGE).records[5], {
    discipline: "road",
    event: "10 Km Route",
    distance: 10_000,
    isRunning: true,
    unit: "hundredths",
    mark: 231_100,
    text: "38'31'' (38'27'')",
    handTimed: false,
    wind: null,
    chipTime: 230_700,
    date: "2021-10-10",
    category: "JU",
    club: "Ac Exemple",
    league: "I-F",
    department: "075",
    place: "Ville test",
  });
});

Deno.test("parseRecords() reads every form of a mark, and leaves out who did not finish", () => {
  const marks = parseRecords(PAGE).records.map(({ event, mark, unit, handTimed, wind }) => [
    event,
    mark,
    unit,
    handTimed,
    wind,
  ]);
  assertEquals(marks, [
    ["100m", 1290, "hundredths", true, -2.7],
    ["400m", 6161, "hundredths", false, null],
    ["800m Piste Courte", 13_940, "hundredths", false, null],
    ["5 000m", 109_460, "hundredths", true, null],
    ["5 Km Route", 107_800, "hundredths", false, null],
    ["10 Km Route", 231_100, "hundredths", false, null],
    ["1/2 Marathon", 522_500, "hundredths", false, null],
    ["3000m Steeple (76)", 71_902, "hundredths", false, null],
    ["Longueur", 487, "centimeters", false, 1.7],
    ["Heptathlon", 3147, "points", false, null],
    ["Lancer de Chaussure", 1240, "centimeters", false, null],
  ]);
});

Deno.test("parseRecords() keeps track, short track and road apart, and hurdles out of running", () => {
  const kinds = parseRecords(PAGE).records.slice(2, 9).map((record) => [
    record.discipline,
    record.distance,
    record.isRunning,
  ]);
  assertEquals(kinds, [
    ["short-track", 800, true],
    ["track", 5000, true],
    ["road", 5000, true],
    ["road", 10_000, true],
    ["road", 21_097.5, true],
    ["hurdles", 3000, false],
    ["field", null, false],
  ]);
});

Deno.test("parseRecords() reads dates in words and in numbers", () => {
  const dates = parseRecords(PAGE).records.map(({ date }) => date);
  assertEquals(dates, [
    "2019-04-06",
    "2024-05-04",
    "2024-01-06",
    "2025-02-09",
    "2025-08-01",
    "2021-10-10",
    "2024-10-13",
    "2024-07-03",
    "2018-06-03",
    null, // `4 Jui 2022` may be June or July
    "2022-09-03",
  ]);
});

Deno.test("parseRecords() reads nothing for what is not published", () => {
  const { club, league, department, place } = parseRecords(PAGE).records[6] ?? {};
  assertEquals([club, league, department, place], [null, null, null, null]);
});

Deno.test("parseRecords() reports what it did not understand, without a name", () => {
  const { problems } = parseRecords(PAGE);
  assertEquals(problems.map(({ row, message, skipped }) => [row, message, skipped]), [
    [10, "the date is not understood", false],
    [11, "the event is not known", false],
    [11, "league and department are not understood", false],
    [12, "the mark (A A) is not understood", true],
  ]);
  for (const { excerpt } of problems) assertEquals(/MARTINOT|Zoe|2022/.test(excerpt), false);
});

Deno.test("parseRecords() reports a value at the top that is not understood", () => {
  const { header, problems } = parseRecords(
    PAGE.replace("</span>2004</p>", "</span>au siècle dernier</p>"),
  );
  assertEquals(header?.birthYear, null);
  assertEquals(problems[0], {
    page: "records",
    row: null,
    message: 'what stands behind "ne(e) en" is not understood',
    excerpt: "a a a",
    skipped: false,
  });
});

Deno.test("parseRecords() reads the page of 2026: other attribute, tbody, narrow spaces, entities", () => {
  const { header, records, problems } = parseRecords(PAGE_2026);
  assertEquals(header?.name, "DE LA ROUVRAIE Jean-Baptiste");
  assertEquals(
    records.map(({ event, distance, mark, unit, date }) => [event, distance, mark, unit, date]),
    [
      ["1 500m", 1500, 21_891, "hundredths", "2025-07-12"],
      ["24 Heures", null, 20_130_000, "centimeters", "2023-12-02"],
    ],
  );
  assertEquals(problems, []);
});

Deno.test("parseRecords() finds the records by their heading where sections have no number, nor columns titles", () => {
  const page = PAGE_2026.replaceAll(' data-section="section_5"', "").replace(
    /<tr><th>.*<\/tr>/,
    "",
  );
  assertEquals(parseRecords(page).records, parseRecords(PAGE_2026).records);
});

Deno.test("parseRecords() finds the records by their columns where the sections were renumbered", () => {
  const page = PAGE.replaceAll("section_5", "section_50").replaceAll("section_4", "section_5")
    .replace("Records personnels", "Meilleures marques");
  assertEquals(parseRecords(page).records, parseRecords(PAGE).records);
});

Deno.test("parseRecords() follows the titles where columns moved", () => {
  const moved = PAGE
    .replace("<th>Epreuve</th><th>Performance</th>", "<th>Performance</th><th>Epreuve</th>")
    .replaceAll(
      /(<tr(?: class="[^"]*clickable")?>)(<td>(?!2025)[^<]*<\/td>)(<td>[^<]*<\/td>)/g,
      "$1$3$2",
    );
  assertEquals(parseRecords(moved).records, parseRecords(PAGE).records);
});

Deno.test("parseRecords() finds no records in a page without the section, and keeps the athlete", () => {
  const page = PAGE.replace(/<section data-content="section_5">[\s\S]*?<\/section>/, "");
  const { header, records, hasRecordsTable, problems } = parseRecords(page);
  assertEquals([header?.name, records, hasRecordsTable, problems], ["MARTINOT Zoe", [], false, []]);
});

Deno.test("parseRecords() finds no records in a table that says so", () => {
  const page = PAGE.replace(
    /<\/thead>[\s\S]*<\/table><\/section>/,
    '</thead><tr><td colspan="8">Aucun record</td></tr></table></section>',
  );
  const { records, hasRecordsTable } = parseRecords(page);
  assertEquals([records, hasRecordsTable], [[], true]);
});

Deno.test("parseRecords() gives no header for an athlete the site does not know", () => {
  const page = readTestPage("unknown_athlete.html");
  assertEquals(parseRecords(page), {
    header: null,
    records: [],
    hasRecordsTable: false,
    seasonBests: [],
    problems: [],
  });
});

Deno.test("parseRecords() refuses a table with other columns", () => {
  assertThrows(
    () =>
      parseRecords(
        PAGE.replace(
          "<th>Performance</th><th>Date</th><th>Categorie</th>",
          "<th>Marque</th><th>Jour</th><th>Age</th>",
        ),
      ),
    PageShapeError,
    'no column "mark"',
  );
});

Deno.test("parseRecords() refuses a table of which no row is readable, naming the first", () => {
  const page = PAGE.replaceAll(/<td>[^<]*(?:''|pts|DNF|m\d\d)[^<]*<\/td>/g, "<td>?</td>");
  const error = assertThrows(() => parseRecords(page), PageShapeError, "no row is readable");
  assertEquals([error.page, error.row], ["records", 0]);
});

for (
  const cut of [
    "4''6</td>",
    '<tr class="clickable"><td>1/2',
    '<section data-content="section_5">',
    "</section>\n</body>",
  ]
) {
  Deno.test(`parseRecords() refuses a page cut at ${cut}`, () => {
    assertThrows(
      () => parseRecords(PAGE.slice(0, PAGE.indexOf(cut))),
      PageShapeError,
      "breaks off",
    );
  });
}

Deno.test("parseRecords() gives every known event its discipline and distance, however its spaces are written", () => {
  const marks = { time: "1h02'03''", length: "5m12", points: "1 147 pts" };
  for (const space of [" ", "&nbsp;", "\u202f"]) {
    const rows = EVENTS.map(({ label, measures }) =>
      `<tr class="clickable"><td>${label.replaceAll(" ", space)}</td><td>${marks[measures]}</td>` +
      "<td>4 Mai 2024</td><td>SE</td><td>Ac Exemple</td><td>I-F / 075</td><td>Ville test</td><td></td></tr>"
    ).join("");
    const { records, problems } = parseRecords(
      PAGE_2026.replace(/(<\/th><\/tr>)[\s\S]*?(<\/tbody>)/, `$1${rows}$2`),
    );
    assertEquals(problems, []);
    assertEquals(
      records.map((
        { event, discipline, distance, isRunning },
      ) => [event, discipline, distance, isRunning]),
      EVENTS.map((
        { label, discipline, distance, isRunning },
      ) => [label, discipline, distance, isRunning]),
    );
  }
});
