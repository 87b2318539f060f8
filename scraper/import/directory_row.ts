import { MAX_AGE } from "@mypacer/shared/domain/category.ts";

/** Columns of a directory file, in any order; others beside them are ignored. */
export const COLUMNS = [
  "ffa_id",
  "license_id",
  "name",
  "birth_year",
  "sexe",
  "nationality",
  "club_id",
  "club_name",
] as const;

export type Column = typeof COLUMNS[number];

/** An athlete of a directory file; what the file leaves empty is null. */
export type DirectoryRow = {
  ffaId: string;
  licenseNumber: string | null;
  name: string;
  birthYear: number | null;
  sex: "M" | "F" | null;
  nationality: string | null;
  clubNumber: string | null;
  clubName: string | null;
};

/** A field of a directory file cannot be taken. */
export class FieldError extends Error {
  override name = "FieldError";

  constructor(readonly column: Column, value: string, accepted: string) {
    const given = value.trim() === ""
      ? "nothing was given"
      : `${JSON.stringify(cut(value))} was given`;
    super(`${given}; accepted: ${accepted}`);
  }
}

/** What each column accepts: its pattern and that in words. */
const ACCEPTED: Record<Exclude<Column, "birth_year">, [pattern: RegExp, words: string]> = {
  ffa_id: [/^\d{1,12}$/, "1 to 12 digits"],
  license_id: [/^[0-9A-Za-z]{1,20}$/, "up to 20 letters and digits, or nothing"],
  name: [/^[^\p{Cc}]*\p{L}[^\p{Cc}]*$/u, "a name"],
  sexe: [/^[MF]$/, "M, F, or nothing"],
  nationality: [/^[A-Z]{3}$/, "three capitals, or nothing"],
  club_id: [/^\d{6}$/, "the club's number of 6 digits, or nothing"],
  club_name: [/^[^\p{Cc}]+$/u, "a name, or nothing"],
};
/** Longest name that is taken, in characters. */
const LONGEST_NAME = 200;

/**
 * Reads one line of a directory file. A lone `-` counts as empty, as on the federation's pages.
 *
 * @param field Gives the text of a column.
 * @param thisYear Nobody is born later.
 * @throws {FieldError} Naming the first field that cannot be taken.
 */
export function readDirectoryRow(
  field: (column: Column) => string,
  thisYear: number,
): DirectoryRow {
  const read = (column: Exclude<Column, "birth_year">) => {
    const given = field(column);
    const value = given.trim();
    if (value === "" || value === "-") return null;
    const [pattern, words] = ACCEPTED[column];
    if (!pattern.test(value) || value.length > LONGEST_NAME) {
      throw new FieldError(column, given, words);
    }
    return value;
  };
  const require = (column: "ffa_id" | "name") => {
    const value = read(column);
    if (value === null) throw new FieldError(column, field(column), ACCEPTED[column][1]);
    return value;
  };
  return {
    ffaId: require("ffa_id"),
    licenseNumber: read("license_id"),
    name: require("name"),
    birthYear: readYear(field("birth_year"), thisYear),
    sex: read("sexe") as DirectoryRow["sex"],
    nationality: read("nationality"),
    clubNumber: read("club_id"),
    clubName: read("club_name"),
  };
}

function readYear(given: string, thisYear: number): number | null {
  const value = given.trim();
  if (value === "" || value === "-") return null;
  const year = /^\d{4}$/.test(value) ? Number(value) : NaN;
  const first = thisYear - MAX_AGE;
  if (!(year >= first && year <= thisYear)) {
    throw new FieldError("birth_year", given, `a year from ${first} to ${thisYear}, or nothing`);
  }
  return year;
}

function cut(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
