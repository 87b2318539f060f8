import { assertEquals } from "@std/assert";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseRecords } from "./records.ts";

const PAGE = readTestPage("records.html");

const HEADER = "<tr><th>Saison</th><th>Date</th><th>Performance</th><th>Club</th>" +
  "<th>Lig./Dpt.</th><th>Lieu</th><th></th></tr>";

function title(event: string): string {
  return `<tr><td colspan="7"><div class="headers">${event}</div></td></tr>${HEADER}`;
}

function row(season: string, date: string, mark: string): string {
  return `<tr class="clickable"><td>${season}</td><td>${date}</td><td>${mark}</td>` +
    "<td>Ac Exemple*</td><td>I-F / 075</td><td>Ville Test</td><td></td></tr>";
}

/** The page with these rows as its best by season. */
function withSeasons(rows: string): string {
  return PAGE.replace(
    /(<section data-content="section_4">.*?<table class="base-table">)[\s\S]*?(<\/table>)/,
    (_whole, before: string, after: string) => before + rows + after,
  );
}

Deno.test("parseRecords() reads the best by season of a page that carries them", () => {
  assertEquals(parseRecords(PAGE).seasonBests, [{
    season: 2025,
    discipline: "track",
    event: "1 500m",
    distance: 1500,
    isRunning: true,
    unit: "hundredths",
    mark: 26_108,
    text: "4'21''08",
    date: "2025-07-12",
    club: "Ac Exemple",
    league: "I-F",
    department: "075",
    place: "Ville Test",
  }]);
  assertEquals(parseRecords(readTestPage("records_2026.html")).seasonBests, []);
});

Deno.test("parseRecords() reads the best by season event by event", () => {
  const { seasonBests, problems } = parseRecords(withSeasons(
    title("1 500m") + row("2025", "12 Juil. 2025", "4'21''08") +
      row("2024", "3 Juin 2024", "4'25''") +
      title("Longueur") + row("2024", "4 Mai 2024", "5m12 (+1.7)"),
  ));
  assertEquals(
    seasonBests.map(({ season, event, mark, unit }) => [season, event, mark, unit]),
    [
      [2025, "1 500m", 26_108, "hundredths"],
      [2024, "1 500m", 26_500, "hundredths"],
      [2024, "Longueur", 512, "centimeters"],
    ],
  );
  assertEquals(problems.filter(({ message }) => /season/.test(message)), []);
});

Deno.test("parseRecords() keeps the records when the best by season cannot be read, and reports it", () => {
  const { records } = parseRecords(PAGE);
  const broken = [
    withSeasons(title("1 500m") + row("hier", "12 Juil. 2025", "4'21''08")),
    withSeasons(HEADER + row("2025", "12 Juil. 2025", "4'21''08")),
    PAGE.replace(
      "<th>Saison</th><th>Date</th><th>Performance</th>",
      "<th>A</th><th>B</th><th>C</th>",
    ),
  ].map((page) => parseRecords(page));
  for (const page of broken) assertEquals([page.records, page.seasonBests], [records, []]);
  assertEquals(
    broken.map(({ problems }) => problems.at(-1)?.message.replace(/;.*|: [^:]*$/s, "")),
    [
      "Cannot read records page, row 0: no row is readable",
      "Cannot read records page, row 0: no row is readable",
      'Cannot read records page: its table has no column "season"',
    ],
  );
});
