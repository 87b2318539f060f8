import type { ComparedPerson } from "./comparison_site.ts";

/**
 * Four adults with few records, so that what is said of them is worked out by hand, and others who
 * have none.
 */
export const ZOE: ComparedPerson = {
  ffaId: "7100001",
  name: "TESTARD Zoé",
  birthYear: 1994,
  sex: "F",
  rows: [["800m", "2'08''00"], ["5 Km Route", "17'00''"], ["Marathon", "2h48'00''"]],
};
export const PAUL: ComparedPerson = {
  ffaId: "7100002",
  name: "DURAND Paul",
  birthYear: 1981,
  sex: "M",
  rows: [["800m", "2'05''00"], ["5 Km Route", "17'40''"], ["10 Km Route", "36'40''"]],
};
export const LEA: ComparedPerson = {
  ffaId: "7100003",
  name: "EXEMPLE Léa",
  birthYear: 1999,
  sex: "F",
  rows: [["10 Km Route", "35'50''"], ["Marathon", "2h50'00''"], ["Longueur", "5m12"]],
};
export const NO_RECORDS: ComparedPerson = {
  ffaId: "7100004",
  name: "MODELE Max",
  birthYear: 1990,
  sex: "M",
  rows: [],
};
export const MINOR: ComparedPerson = {
  ffaId: "7100005",
  name: "JEUNE Lou",
  birthYear: new Date().getFullYear() - 17,
  sex: "F",
  rows: [["5 Km Route", "16'30''"], ["10 Km Route", "34'00''"]],
};
export const WITHOUT_RECORDS: ComparedPerson = {
  ffaId: "7100006",
  name: "ABSENT Jo",
  birthYear: 1990,
  sex: "M",
  rows: null,
};

/** Records of runners of all kinds, in order of the events below. */
const MARKS = [
  ["2'02''10", "4'12''50", "15'48''20", "15'55''", "33'20''", "1h14'10''", "2h38'40''"],
  ["1'58''40", "4'10''90", "16'20''00", "16'10''", "34'30''", "1h18'00''", "2h52'00''"],
  ["2'12''00", "4'30''00", "16'30''00", "16'20''", "33'05''", "1h12'20''", "2h31'30''"],
  [null, "4'05''20", "15'10''00", "15'25''", "32'10''", "1h11'50''", "2h45'00''"],
  ["1'55''00", "4'02''00", null, "15'59''", "34'10''", null, null],
  [null, null, null, "18'40''", "38'30''", "1h24'20''", "2h58'00''"],
  ["2'20''00", "4'48''00", "17'40''00", "17'30''", "36'05''", "1h20'40''", null],
  [null, null, null, null, "36'10''", "1h18'50''", "2h46'10''"],
] as const;
const EVENTS = [
  "800m",
  "1 500m",
  "5 000m",
  "5 Km Route",
  "10 Km Route",
  "1/2 Marathon",
  "Marathon",
] as const;
const NAMES = ["Anne", "Benoît", "Chloé", "David", "Émile", "Fanny", "Gilles", "Hélène"] as const;

/** As many as can be compared at once, each ahead of others over some distances. */
export const EIGHT_PEOPLE: readonly ComparedPerson[] = NAMES.map((given, at) => ({
  ffaId: String(7_200_000 + at),
  name: `EXEMPLE-MODÈLE ${given}`,
  birthYear: 1984 + 2 * at,
  sex: "ACFH".includes(given.charAt(0)) ? "F" : "M",
  rows: EVENTS.flatMap((event, column) => {
    const mark = MARKS[at]?.[column] ?? null;
    return mark === null ? [] : [[event, mark] as const];
  }),
}));

/** All of them. */
export const COMPARED_PEOPLE = [
  ZOE,
  PAUL,
  LEA,
  NO_RECORDS,
  MINOR,
  WITHOUT_RECORDS,
  ...EIGHT_PEOPLE,
];
