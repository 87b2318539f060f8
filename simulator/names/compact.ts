/**
 * Makes `surnames.json`, `uncommon_surnames.json` and `given_names.json` from two tables of births
 * by name, cut down to what the simulator needs: the most given names with their weight, without
 * accents, as on the federation's lists. Run by hand, only when the tables change:
 *
 *     deno run --allow-read --allow-write simulator/names/compact.ts noms.csv prenoms.csv
 *
 * Both tables are INSEE's, semicolon separated: `nom;births…` and `sexe;prenom;births by decade…`.
 */
import { parseArgs } from "node:util";
import { frontCode } from "./front_coding.ts";

/** How many surnames are common: 60 % of all births. */
const COMMON_SURNAMES = 20_000;
/** How many given names are kept, both sexes together: 95 % of all births. */
const GIVEN_NAMES = 2_500;
/** Births that one unit of weight stands for. */
const SURNAME_UNIT = 10;
const UNCOMMON_SURNAME_UNIT = 20;
const GIVEN_NAME_UNIT = 20;
/** Decades of birth of the given names: 1930s to 2010s. */
const DECADES = 9;

const LICENCE = "Licence Ouverte 2.0";

/** Capitals without accents; ligatures in two letters. */
function plain(name: string): string {
  return name.replaceAll("Œ", "OE").replaceAll("Æ", "AE").normalize("NFKD").replace(
    /\p{Mark}/gu,
    "",
  ).toUpperCase();
}

/** Rows of a table without its first line and without the `*` line that sums up the rest. */
function readRows(path: string): string[][] {
  return Deno.readTextFileSync(path).split(/\r?\n/).slice(1)
    .filter((line) => line !== "" && !line.includes("*"))
    .map((line) => line.split(";"));
}

const total = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + Number(cell === "" ? 0 : cell), 0);

/** Births by surname, the most given first. */
function readSurnames(path: string): [name: string, births: number][] {
  const births = new Map<string, number>();
  for (const [name = "", ...cells] of readRows(path)) {
    // The table writes the apostrophe of a single-letter particle as a space or not at all.
    const surname = plain(name).replace(/^([DLMNO]) (?=[A-Z]{2})/, "$1'");
    if (!/^[A-Z][A-Z' -]+$/.test(surname)) continue;
    births.set(surname, (births.get(surname) ?? 0) + total(cells));
  }
  return [...births].sort((a, b) => b[1] - a[1]);
}

/** `weight:names` lines, heaviest first, weights in base 36. */
function groupByWeight(
  surnames: readonly [name: string, births: number][],
  { unit, join }: { unit: number; join: (names: string[]) => string },
): string[] {
  const groups = new Map<number, string[]>();
  for (const [name, births] of surnames) {
    const weight = Math.max(1, Math.round(births / unit));
    groups.set(weight, [...(groups.get(weight) ?? []), name]);
  }
  return [...groups].map(([weight, names]) => `${weight.toString(36)}:${join(names)}`);
}

/** `sex Name w1930 … w2010` lines, most given first, weights in base 36. */
function compactGivenNames(path: string): string[] {
  const births = new Map<string, number[]>();
  for (const [sex, name = "", ...cells] of readRows(path)) {
    const givenName = plain(name);
    if (!/^[A-Z][A-Z' -]+$/.test(givenName)) continue;
    const key = `${sex === "1" ? "M" : "F"} ${givenName}`;
    const sums = births.get(key) ?? Array<number>(DECADES).fill(0);
    births.set(key, sums.map((sum, decade) => sum + Number(cells[decade] || 0)));
  }
  return [...births]
    .sort((a, b) => total(b[1].map(String)) - total(a[1].map(String)))
    .slice(0, GIVEN_NAMES)
    .map(([key, counts]) => {
      const weights = counts.map((count) => Math.round(count / GIVEN_NAME_UNIT).toString(36));
      return `${key} ${weights.join(" ")}`;
    });
}

const { positionals: [surnames, givenNames] } = parseArgs({ allowPositionals: true });
if (surnames === undefined || givenNames === undefined) {
  throw new TypeError("Cannot compact names: give the table of surnames and that of given names");
}
const write = (name: string, value: unknown) =>
  Deno.writeTextFileSync(
    new URL(name, import.meta.url),
    `${JSON.stringify(value, null, 2)}\n`,
  );
const SURNAME_SOURCE = "INSEE, Fichier des noms, edition 2008, births 1931-2000";
const allSurnames = readSurnames(surnames);
write("surnames.json", {
  source: SURNAME_SOURCE,
  licence: LICENCE,
  form: `weight in base 36 (unit: ${SURNAME_UNIT} births), colon, names`,
  lines: groupByWeight(allSurnames.slice(0, COMMON_SURNAMES), {
    unit: SURNAME_UNIT,
    join: (names) => names.join(","),
  }),
});
write("uncommon_surnames.json", {
  source: SURNAME_SOURCE,
  licence: LICENCE,
  form: `weight in base 36 (unit: ${UNCOMMON_SURNAME_UNIT} births), colon, names; of each the ` +
    "number of letters it shares with the one before, then the others",
  lines: groupByWeight(allSurnames.slice(COMMON_SURNAMES), {
    unit: UNCOMMON_SURNAME_UNIT,
    join: frontCode,
  }),
});
write("given_names.json", {
  source: "INSEE, Fichier des prénoms, edition 2022, births 1930-2022",
  licence: LICENCE,
  form: `sex, name, weights by decade 1930s to 2010s in base 36 (unit: ${GIVEN_NAME_UNIT} births)`,
  lines: compactGivenNames(givenNames),
});
