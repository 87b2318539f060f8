import { CLUB_NUMBER } from "@mypacer/shared/domain/people/club_number.ts";
import { MAX_AGE } from "@mypacer/shared/domain/people/category.ts";

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

/** A field that is not understood: its line is left out, or the field counts as empty. */
export type RowFault = { column: Column; isLeftOut: boolean };

/** What each column accepts. */
const ACCEPTED: Record<Exclude<Column, "birth_year">, RegExp> = {
  ffa_id: /^\d{1,12}$/,
  license_id: /^[0-9A-Za-z]{1,20}$/,
  // Whatever is written: the federation's own data hold digits, signs and the damage of old code
  // pages.
  name: /\S/,
  sexe: /^[MF]$/,
  nationality: /^[A-Z]{3}$/,
  club_id: CLUB_NUMBER,
  club_name: /\S/,
};
/** Columns whose codes are capitals, however they are written. */
const CODES: ReadonlySet<Column> = new Set(["sexe", "nationality", "club_id"]);
/** Longest field that is accepted, in characters: more is no name, and no code. */
const LONGEST_FIELD = 200;

/**
 * Reads one line of a directory file. A lone `-` counts as empty, as on the federation's pages.
 *
 * @param field Gives the text of a column; undefined where the line is too short.
 * @param options.thisYear Nobody is born later.
 * @param options.note Called with each field that is not understood.
 * @returns Null for a line without an id or a name.
 */
export function readDirectoryRow(
  field: (column: Column) => string | undefined,
  { thisYear, note }: { thisYear: number; note: (fault: RowFault) => void },
): DirectoryRow | null {
  const read = (column: Exclude<Column, "birth_year">) => {
    const text = normalizeSpaces(field(column) ?? "");
    const value = CODES.has(column) ? text.toUpperCase() : text;
    if (value === "" || value === "-") return null;
    if (ACCEPTED[column].test(value) && value.length <= LONGEST_FIELD) return value;
    note({ column, isLeftOut: false });
    return null;
  };
  const absent = COLUMNS.find((column) => field(column) === undefined);
  const ffaId = absent === undefined ? readKey(field("ffa_id") ?? "") : null;
  const name = absent === undefined ? readName(field("name") ?? "") : null;
  if (ffaId === null || name === null) {
    note({ column: absent ?? (ffaId === null ? "ffa_id" : "name"), isLeftOut: true });
    return null;
  }
  const year = normalizeSpaces(field("birth_year") ?? "");
  const birthYear = readYear(year, thisYear);
  if (birthYear === null && year !== "" && year !== "-") {
    note({ column: "birth_year", isLeftOut: false });
  }
  return {
    ffaId,
    licenseNumber: read("license_id"),
    name,
    birthYear,
    sex: read("sexe") as DirectoryRow["sex"],
    nationality: read("nationality"),
    clubNumber: read("club_id"),
    clubName: read("club_name"),
  };
}

function readKey(text: string): string | null {
  const key = normalizeSpaces(text);
  return ACCEPTED.ffa_id.test(key) ? key : null;
}

function readName(text: string): string | null {
  const name = normalizeSpaces(text);
  return ACCEPTED.name.test(name) && name !== "-" && name.length <= LONGEST_FIELD ? name : null;
}

function readYear(value: string, thisYear: number): number | null {
  const year = /^\d{4}$/.test(value) ? Number(value) : NaN;
  return year >= thisYear - MAX_AGE && year <= thisYear ? year : null;
}

/**
 * Control characters, NUL among them, are no part of a value: a database would refuse some, a COPY
 * be broken by others.
 */
function normalizeSpaces(text: string): string {
  // deno-lint-ignore no-control-regex -- taking them out is the point
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
}
