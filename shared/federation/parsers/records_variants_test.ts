/**
 * Every form of a row that the records tab is known to have, each with exactly what it must give.
 */
import { assertEquals } from "@std/assert";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseRecords, type RecordEntry } from "./records.ts";

const PAGE = readTestPage("records_2026.html");

type Cells = [event: string, mark: string, date?: string, territory?: string, club?: string];

/** The page with one row, of a woman of 2024. */
function pageWith(
  [event, mark, date = "4 Mai 2024", territory = "I-F / 075", club = "Ac Exemple"]: Cells,
) {
  const cells = [event, mark, date, "SE", club, territory, "Ville test", ""];
  const row = `<tr class="clickable">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  return PAGE.replace(
    /(<\/th><\/tr>)[\s\S]*?(<\/tbody>)/,
    (_, before, after) => before + row + after,
  );
}

/** What a row gives unless the test says otherwise. */
const USUAL: Omit<RecordEntry, "event" | "text" | "discipline" | "distance" | "mark"> = {
  isRunning: true,
  unit: "hundredths",
  handTimed: false,
  wind: null,
  chipTime: null,
  date: "2024-05-04",
  category: "SE",
  club: "Ac Exemple",
  league: "I-F",
  department: "075",
  place: "Ville test",
};

const track = (distance: number) => ({ discipline: "track" as const, distance });
const road = (distance: number) => ({ discipline: "road" as const, distance });
const field = {
  discipline: "field",
  distance: null,
  isRunning: false,
  unit: "centimeters",
} as const;
const HURDLES = { discipline: "hurdles", isRunning: false } as const;
const SHORT = "short-track" as const;

/** Cells, and what they must give; nothing for a code that says there is no mark. */
const VARIANTS: readonly (readonly [Cells, Partial<RecordEntry> | null])[] = [
  // Seconds: hundredths, beyond a minute, one digit = by hand to the tenth.
  [["200m", "28''15"], { ...track(200), mark: 2815 }],
  [["400m", "61''61"], { ...track(400), mark: 6161 }],
  [["50m", "7''8"], { ...track(50), mark: 780, handTimed: true }],
  // Minutes: hundredths, tenths, none.
  [["800m", "2'23''17"], { ...track(800), mark: 14_317 }],
  [["5 000m", "18'14''6"], { ...track(5000), mark: 109_460, handTimed: true }],
  [["5 000m", "18'58''"], { ...track(5000), mark: 113_800 }],
  [["10 Km Route", "40'03''"], { ...road(10_000), mark: 240_300 }],
  // Other signs for the same.
  [["800m", "2'23\"17"], { ...track(800), mark: 14_317 }],
  [["800m", "2’23’’17"], { ...track(800), mark: 14_317 }],
  // Hours, also as typed by hand.
  [["20 Km Route", "1h12'05''"], { ...road(20_000), mark: 432_500 }],
  [["Marathon", "2h45'30''"], { ...road(42_195), mark: 993_000 }],
  [["Marathon", "2h45'"], { ...road(42_195), mark: 990_000 }],
  [["Marathon", "2h45"], { ...road(42_195), mark: 990_000 }],
  // Imported rows.
  [["1/2 Marathon", "1:17:31"], { ...road(21_097.5), mark: 465_100 }],
  [["10 Km Route", "34:02"], { ...road(10_000), mark: 204_200 }],
  [["5 000m", "13:13.66"], { ...track(5000), mark: 79_366 }],
  // Field and combined events.
  [["Longueur", "5m12"], { ...field, mark: 512 }],
  [["Javelot (700 g)", "53m02"], { ...field, mark: 5302 }],
  [["Hauteur", "1m40"], { ...field, mark: 140 }],
  [["Longueur", "5.12"], { ...field, mark: 512 }],
  [["Longueur", "5,12"], { ...field, mark: 512 }],
  [["Triathlon", "1 147 pts"], {
    discipline: "combined",
    distance: null,
    isRunning: false,
    unit: "points",
    mark: 1147,
  }],
  [["Décathlon", "8&nbsp;309 pts"], {
    discipline: "combined",
    distance: null,
    isRunning: false,
    unit: "points",
    mark: 8309,
  }],
  // Wind, chip time, flags: the official mark stands before the bracket.
  [["200m", "28''15 (-2.7)"], { ...track(200), mark: 2815, wind: -2.7 }],
  [["100m", "11''52 (+1.7)"], { ...track(100), mark: 1152, wind: 1.7 }],
  [["Longueur", "5m12 (-0.4)"], { ...field, mark: 512, wind: -0.4 }],
  [["10 Km Route", "38'31'' (38'27'')"], { ...road(10_000), mark: 231_100, chipTime: 230_700 }],
  [["800m", "2'23''17 (RP)"], { ...track(800), mark: 14_317 }],
  [["800m", "2'23''17 (i)"], { ...track(800), mark: 14_317 }],
  [["800m", "2'23''17 q"], { ...track(800), mark: 14_317 }],
  [["100m", "11''52 (0.123)"], { ...track(100), mark: 1152 }],
  // Labels: spaces, indoor names old and new, heights, 24 hours.
  [["1 500m", "4'21''08"], { ...track(1500), mark: 26_108 }],
  [["1&#8239;500m", "4'21''08"], { ...track(1500), mark: 26_108 }],
  [["1 500m Piste Courte", "4'21''08"], { discipline: SHORT, distance: 1500, mark: 26_108 }],
  [["60m - Salle", "7''80"], { discipline: SHORT, distance: 60, mark: 780 }],
  [["3000m Steeple (91)", "9'59''02"], { ...HURDLES, distance: 3000, mark: 59_902 }],
  [["60m Haies(106)-Salle", "8''10"], { ...HURDLES, distance: 60, mark: 810 }],
  [["60m Haies (106)-Salle", "8''10"], { ...HURDLES, distance: 60, mark: 810 }],
  [["100 Km Route", "8h12'05''"], { ...road(100_000), mark: 2_952_500 }],
  [["24 Heures", "201 km 300"], {
    discipline: "road",
    distance: null,
    isRunning: false,
    unit: "centimeters",
    mark: 20_130_000,
  }],
  // Clubs and territories.
  [["800m", "2'23''17", "4 Mai 2024", "COR / 02B", "Athle Exemple *"], {
    ...track(800),
    mark: 14_317,
    league: "COR",
    department: "02B",
    club: "Athle Exemple",
  }],
  [["800m", "2'23''17", "4 Mai 2024", "-", "-"], {
    ...track(800),
    mark: 14_317,
    league: null,
    department: null,
    club: null,
  }],
  // Codes that say there is no mark.
  ...[
    "DNF",
    "DNS",
    "DQ",
    "DSQ",
    "AB",
    "ABD",
    "NP",
    "NM",
    "NC",
    "NCL",
    "NQ",
    "PM",
    "X",
    "EL",
    "-",
    "",
  ]
    .map((code): [Cells, null] => [["800m", code], null]),
];

for (const [cells, expected] of VARIANTS) {
  Deno.test(`parseRecords() reads the row ${cells.join(" | ")}`, () => {
    const { records, problems } = parseRecords(pageWith(cells));
    const [event, text] = [cells[0], cells[1]].map((cell) =>
      cell.replace("&nbsp;", " ").replace("&#8239;", " ")
    );
    assertEquals(problems, []);
    assertEquals(
      // As published, but for the kind of space.
      records.map((record) => ({
        ...record,
        event: record.event.replace(/\s/g, " "),
        text: record.text.replace(/\s/g, " "),
      })),
      expected === null ? [] : [{ ...USUAL, event, text, ...expected }],
    );
  });
}

const MONTHS = [
  ["6 Janv. 2024", "2024-01-06"],
  ["9 Févr. 2025", "2025-02-09"],
  ["9 Fév. 2025", "2025-02-09"],
  ["3 Mars 2025", "2025-03-03"],
  ["6 Avr. 2019", "2019-04-06"],
  ["4 Mai 2024", "2024-05-04"],
  ["3 Juin 2018", "2018-06-03"],
  ["12 Juil. 2025", "2025-07-12"],
  ["1 Août 2025", "2025-08-01"],
  ["3 Sept. 2022", "2022-09-03"],
  ["13 Oct. 2024", "2024-10-13"],
  ["11 Nov. 2023", "2023-11-11"],
  ["2 Déc. 2023", "2023-12-02"],
  ["10/10/2021", "2021-10-10"],
] as const;

for (const [date, expected] of MONTHS) {
  Deno.test(`parseRecords() reads the date ${date}`, () => {
    assertEquals(parseRecords(pageWith(["800m", "2'23''17", date])).records[0]?.date, expected);
  });
}
