import { assert, assertEquals } from "@std/assert";
import type { RowProblem } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseAthlete } from "./athlete.ts";
import { parseClubList } from "./club_list.ts";
import { parseClubResults } from "./club_results.ts";
import { parseRecords } from "./records.ts";
import { parseResults } from "./results.ts";
import { parseRoster } from "./roster.ts";
import { parseSearch } from "./search.ts";

const PROFILE = readTestPage("records.html");
const named = (heading: string) =>
  PROFILE.replace(/<h1[^>]*>.*?<\/h1>/, heading).replace(
    /<title>.*?<\/title>/,
    "<title>Athlé</title>",
  );
const messages = (problems: readonly RowProblem[]) => problems.map(({ message }) => message);

for (
  const [heading, name, isOdd] of [
    ['<h1 class="title-2">Jean/Michel<br>MARTINOT</h1>', "MARTINOT Jean/Michel", true],
    ['<h1 class="title-2"><br>MARTINOT</h1>', "MARTINOT", false],
    ['<h1 class="title-2">Zoe<br>MARTINOT (Alg)</h1>', "MARTINOT Zoe (Alg)", true],
    ['<h1 class="title-2">Aur‚lien<br>QUILLET</h1>', "QUILLET Aur‚lien", true],
    ['<h1 class="title-2">Aurã©lien<br>QUILLET</h1>', "QUILLET Aurã©lien", true],
    ['<h1 class="title-2">0livier<br>QUILLET</h1>', "QUILLET 0livier", true],
    ['<h1 class="title-2">***<br>QUILLET</h1>', "QUILLET ***", true],
    ['<h1 class="title-2">-<br>QUILLET</h1>', "QUILLET -", true],
    ['<h1 class="title-2">Eve_Lise<br>ROC &amp; FILS</h1>', "ROC & FILS Eve_Lise", true],
    ['<h1 class="title-2">Luc<br>ROC (T54)</h1>', "ROC Luc (T54)", true],
    ['<h1 class="title-2">Luc<br>McRoc</h1>', "McRoc Luc", false],
    ["<h1>Athlé MAGAZINE</h1><h1 class='title-2'>Zoe<br>MARTINOT</h1>", "MARTINOT Zoe", false],
    ["<h1>Le portail</h1><h1>Jean/Michel<br>MARTINOT</h1>", "MARTINOT Jean/Michel", true],
    ["<h1>Zoe MARTINOT</h1>", "MARTINOT Zoe", false],
  ] as const
) {
  Deno.test(`parseRecords() takes ${heading} beside facts for a name, as it stands`, () => {
    const { header, problems } = parseRecords(named(heading));
    assertEquals([header?.name, header?.licenseNumber], [name, "2999901"]);
    const noted = problems.filter(({ message }) => message === "the name holds more than letters");
    assertEquals(
      noted.map(({ skipped, isHarmless }) => [skipped, isHarmless]),
      isOdd ? [[false, true]] : [],
    );
    assert(noted.every(({ excerpt }) => !/MARTINOT|QUILLET|ROC|Jean|Aur|Eve/.test(excerpt)));
    assertEquals(parseAthlete(named(heading))?.name, name);
  });
}

const NAMES = [
  "MARTINOT Jean/Michel",
  "QUILLET 0livier",
  "***",
  "ROC -",
  "QUILLET",
  "1234",
  "ROC Luc (alg)",
];

Deno.test("parseRoster(), parseClubResults() and parseSearch() lose no row for its name", () => {
  const line = (name: string, id: number) =>
    `<tr><td><div class="headers6"><a href="/athletes/${id}/niveau"><b>${name}</b></a>&nbsp;<b>SE/M</b></div></td></tr>`;
  const roster = parseRoster(
    `<html><body><table class="base-table"><tbody>${
      NAMES.map(line).join("")
    }</tbody></table></body></html>`,
  );
  assertEquals(roster.athletes.map(({ name }) => name), NAMES);
  assertEquals(roster.athletes.at(-1)?.nationality, "ALG");
  assert(roster.problems.every(({ isHarmless }) => isHarmless));
  const result = (name: string) =>
    `<tr class="trlive"><td>${name}</td><td>800m</td><td>1. 2'00''00</td><td></td><td>SEM/99</td><td></td><td></td><td>08/02</td><td>Ville</td></tr>`;
  const results = parseClubResults(
    `<html><body><table class="base-table"><tbody>${
      NAMES.map(result).join("")
    }</tbody></table></body></html>`,
  );
  assertEquals(results.results.map(({ name }) => name), NAMES);
  const found = parseSearch(JSON.stringify(NAMES.map((nom, id) => ({ actseq: String(id), nom }))));
  assertEquals(found.athletes.map(({ name }) => name), NAMES);
});

for (
  const [label, value, fields, isUnderstood] of [
    ["Catégorie / Nationalité : ", "SE/F/FR", ["SE", "F", null], false],
    ["Catégorie / Nationalité : ", "SE/F/Fra", ["SE", "F", "FRA"], true],
    ["Catégorie / Nationalité : ", "?? / F / FRA", [null, "F", "FRA"], false],
    ["Catégorie / Nationalité : ", "SE / X / FRA", ["SE", null, "FRA"], false],
    ["Catégorie / Nationalité : ", "SE / F / FRA / BEL", ["SE", "F", "FRA"], false],
    ["N° de licence : ", "2999901 -- Pass Running --", ["2999901", "-- Pass Running --"], true],
    ["N° de licence : ", "2999901 - -- Pass Running --", ["2999901", "-- Pass Running --"], true],
    [
      "N° de licence : ",
      "-- Pass Running -- (maj le 01/02/2025)",
      [null, "-- Pass Running --"],
      true,
    ],
    ["N° de licence : ", "2999901 - Athlé (Loisir) (maj le 01/02/2025)", [
      "2999901",
      "Athlé (Loisir)",
    ], true],
    ["N° de licence : ", "2999901 ?", ["2999901", null], false],
    ["N° de licence : ", "AB2999901 - COMP", ["AB2999901", "COMP"], true],
    ["Ligue / Département : ", "I-F / 64b", ["I-F", null], false],
    ["Ligue / Département : ", "I-F / __A", ["I-F", null], false],
  ] as const
) {
  Deno.test(`parseRecords() keeps of "${label}${value}" what is readable`, () => {
    const line = new RegExp(
      `(<span class="text-blue">)${label.replace(/[()]/g, "\\$&")}</span>.*?</p>`,
    );
    const page = PROFILE.replace(line, `$1${label}</span>${value}</p>`);
    assert(page !== PROFILE);
    const { header, problems } = parseRecords(page);
    assert(header !== null);
    const { category, sex, nationality, licenseNumber, licenseType, league, department } = header;
    const read = label.startsWith("C")
      ? [category, sex, nationality]
      : label.startsWith("N")
      ? [licenseNumber, licenseType]
      : [league, department];
    assertEquals<unknown>(read, fields);
    assertEquals(
      messages(problems).some((message) => message.startsWith("what stands behind")),
      !isUnderstood,
    );
  });
}

Deno.test("parseRoster() keeps of a line what is readable", () => {
  const line = (behind: string, id: number) =>
    `<tr><td><div class="headers6"><a href="/athletes/${
      id + 1
    }/niveau">ROC Ada</a> ${behind}</div></td></tr>`;
  const lines = ["R2 (12 pt) ES/F 2999901 ! (14/09/25)", "?? SE/M 2999902", "N1 (4 points) M0/F"];
  const { athletes, problems } = parseRoster(
    `<html><body><table class="base-table"><tbody>${
      lines.map(line).join("")
    }</tbody></table></body></html>`,
  );
  assertEquals(
    athletes.map((
      { level, points, category, sex, licenseNumber, updated },
    ) => [level, points, category, sex, licenseNumber, updated]),
    [
      ["R2", 12, "ES", "F", "2999901", "2025-09-14"],
      [null, null, "SE", "M", "2999902", null],
      ["N1", null, "M0", "F", null, null],
    ],
  );
  assertEquals(problems.length, 3);
});

const record = (event: string, mark: string) =>
  `<tr><td>${event}</td><td>${mark}</td><td>4 Mai 2024</td><td>BE</td><td>Ac Exemple</td><td>I-F / 075</td><td>Ville</td><td></td></tr>`;
const recordsOf = (...rows: string[]) =>
  parseRecords(
    PROFILE.replace(
      /(<h2>Records personnels<\/h2>[\s\S]*?<\/thead>)[\s\S]*?<\/table>/,
      `$1${rows.join("")}</table>`,
    ),
  );

for (
  const [event, mark, discipline, unit, value] of [
    ["Triathlon BM", "87", "combined", "points", 87],
    ["Triathlon BM", "87 pts", "combined", "points", 87],
    ["Tétrathlon", "1 147", "combined", "points", 1147],
    ["Quadrathlon", "87", "combined", "points", 87],
    ["Triathlon de la Vallee", "2h10'05''", "combined", "hundredths", 780_500],
    ["Poly Eveil", "87", "other", "points", 87],
    ["Perche Piste Courte", "3m10", "field", "centimeters", 310],
    ["10 Km Route", "h45'49''8", "road", "hundredths", 274_980],
  ] as const
) {
  Deno.test(`parseRecords() reads ${event} ${mark}, also as the only record of the page`, () => {
    const { records } = recordsOf(record(event, mark));
    assertEquals(
      records.map((read) => [read.event, read.discipline, read.unit, read.mark]),
      [[event, discipline, unit, value]],
    );
  });
}

Deno.test("parseRecords() reads a page whose only mark is not understood, and refuses one where none is", () => {
  const { records, header, problems } = recordsOf(record("800m", "vite"));
  assertEquals([records.length, header?.name], [0, "MARTINOT Zoe"]);
  assertEquals(messages(problems), ["the mark (a) is not understood"]);
  let refused = "";
  try {
    recordsOf(...["vite", "tres vite", "lent"].map((mark) => record("800m", mark)));
  } catch (error) {
    refused = String(error);
  }
  assert(refused.includes("no row is readable"));
});

Deno.test("parseResults() keeps a result whose mark is not understood", () => {
  const page = readTestPage("results.html").replace("4'21''08", "illisible");
  const { results, problems } = parseResults(page);
  assertEquals(results.length, parseResults(readTestPage("results.html")).results.length);
  const [odd] = results.filter(({ text }) => text === "illisible");
  assertEquals([odd?.mark, odd?.event, odd?.place], [null, "1 500m", 3]);
  assert(messages(problems).includes("the mark (a) is not understood"));
});

Deno.test("parseClubResults() passes over a relay's row without a name, and keeps readable parts of the details", () => {
  const row = (name: string, event: string, details: string) =>
    `<tr class="trlive"><td>${name}</td><td>${event}</td><td>1. 42''10</td><td></td><td>${details}</td><td></td><td></td><td>08/02</td><td>Ville</td></tr>`;
  const rows = [
    row("", "4 X 100m / SEM", ""),
    row("&nbsp;", "8-2-2-8 / TCX", ""),
    row("", "800m / SEM", "SEM/99"),
    row("ROC Ada", "800m / SEF", "SEF/1999"),
    row("ROC Eve", "800m / SEF", "SEF/??"),
  ];
  const { results, problems } = parseClubResults(
    `<html><body><table class="base-table"><tbody>${rows.join("")}</tbody></table></body></html>`,
    { season: 2026 },
  );
  assertEquals(
    results.map(({ name, category, sex, birthYear }) => [name, category, sex, birthYear]),
    [
      ["ROC Ada", "SE", "F", 1999],
      ["ROC Eve", "SE", "F", null],
    ],
  );
  assertEquals(problems.map(({ row, message }) => [row, message]), [
    [2, "the result belongs to nobody"],
    [4, "category and birth year are not understood"],
  ]);
});

Deno.test("parseClubList() and parseRoster() read clubs of Corsica, and report a number of another form", () => {
  const club = (number: string, shown = number) =>
    `<tr><td>1</td><td>9</td><td><a href="/bases/liste.aspx?frmnclub=${number}&amp;x=1">Ac ${number}</a></td><td>${shown}</td><td>COR/02A</td><td>3</td><td></td></tr>`;
  const list = (rows: string) =>
    `<html><body><table class="base-table"><tbody>${rows}</tbody></table></body></html>`;
  const { clubs, problems } = parseClubList(
    list(
      club("02A135") + club("02b007", "02B007") + club("02AB35X") + club("XY1234") + club("075999"),
    ),
  );
  assertEquals(clubs.map(({ number }) => number), ["02A135", "02B007", "075999"]);
  assertEquals(messages(problems), [
    "the link holds no club number",
    "the link holds no club number",
  ]);
  const roster = parseRoster(
    list(
      '<tr><td><div class="headers5 headers"><a href="?frmnclub=02A135">AC CORSE</a></div></td></tr>' +
        '<tr><td><div class="headers6"><a href="/athletes/7000001">ROC Ada</a></div></td></tr>',
    ),
  );
  assertEquals([roster.clubNumber, roster.athletes.length], ["02A135", 1]);
  assertEquals(
    parseAthlete(PROFILE.replace("Ac Exemple * - S/l", "02A135 - Ac Corse * - S/l"))?.clubNumber,
    "02A135",
  );
});

Deno.test("parsers report an id of another form, also where it is the only one", () => {
  const line =
    '<tr><td><div class="headers6"><a href="/athletes/X12/niveau"><b>ROC Ada</b></a> SE/F</div></td></tr>';
  const roster = parseRoster(
    `<html><body><table class="base-table"><tbody class="text-blue-primary">${line}</tbody></table></body></html>`,
  );
  assertEquals(roster.athletes, []);
  assertEquals(messages(roster.problems), ["the link holds no athlete's id"]);
  const found = parseSearch('[{"actseq":"X12","nom":"ROC Ada"}]');
  assertEquals([found.athletes.length, found.problems.length], [0, 1]);
});

Deno.test("parseAthlete() takes an odd name from the title where there is no heading", () => {
  const page = named("").replace(
    "<title>Athlé</title>",
    "<title>Jean/Michel MARTINOT | Athlètes</title>",
  );
  assertEquals(parseAthlete(page)?.name, "Jean/Michel MARTINOT");
});
