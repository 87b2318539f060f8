import { type Columns, packYear, SEXES } from "./index_data.ts";
import type { DirectoryIndex } from "./directory_index.ts";

/** What athletes must have besides a matching name. */
export interface Filters {
  birthYear: number | null;
  /** Federation ids or club numbers. */
  numbers: readonly string[];
  club?: string | undefined;
  sex?: "M" | "F" | undefined;
  category?: string | undefined;
  /** A season: only who was active in it or later. */
  activeSince?: number | undefined;
}

/** Whether any athlete with a matching name is left out. */
export function narrows({ numbers, birthYear, ...others }: Filters): boolean {
  return numbers.length > 0 || birthYear !== null ||
    Object.values(others).some((value) => value !== undefined);
}

/** Filters in the terms of an index. */
export interface RowFilter {
  passes(row: number): boolean;
  /**
   * A superset of the rows that pass, where a filter is as narrow as a club or a number; else null.
   */
  rows: Uint32Array | null;
  /** No row passes: nothing need be searched. */
  excludesEverybody: boolean;
}

/** Translates filters. */
export function compileFilters(index: DirectoryIndex, filters: Filters): RowFilter {
  const { columns, members, categories } = index.data;
  const tests: ((row: number) => boolean)[] = [];
  let rows: Uint32Array | null = null;
  const narrow = (few: Uint32Array) => {
    if (rows === null || few.length < rows.length) rows = few;
  };
  const membersOf = (club: number) =>
    club === 0
      ? new Uint32Array()
      : members.values.subarray(members.starts[club - 1] ?? 0, members.starts[club] ?? 0);

  for (const number of filters.numbers) {
    const person = index.withFfaId(number);
    const club = index.clubs.withNumber(number);
    const few = membersOf(club);
    if (person === -1) narrow(few);
    else {
      narrow(few.includes(person) ? few : Uint32Array.from([...few, person]).sort());
    }
    tests.push((row) => row === person || (club !== 0 && columns.club[row] === club));
  }
  if (filters.club !== undefined) {
    const club = index.clubs.withNumber(filters.club);
    narrow(membersOf(club));
    tests.push((row) => columns.club[row] === club);
  }
  const { birthYear, sex, category, activeSince } = filters;
  if (birthYear !== null) tests.push((row) => mayBeBornIn(columns, row, packYear(birthYear)));
  if (sex !== undefined) {
    const code = SEXES.indexOf(sex);
    tests.push((row) => columns.sex[row] === code);
  }
  if (category !== undefined) {
    const place = categories.indexOf(category) + 1;
    tests.push((row) => place !== 0 && columns.category[row] === place);
  }
  if (activeSince !== undefined) {
    const since = packYear(activeSince);
    tests.push((row) => (columns.lastSeason[row] ?? 0) >= since);
  }
  const [only] = tests;
  return {
    passes: tests.length === 0
      ? () => true
      : tests.length === 1 && only !== undefined
      ? only
      : (row) => tests.every((test) => test(row)),
    rows,
    excludesEverybody: rows !== null && (rows as Uint32Array).length === 0,
  };
}

/** Whether an athlete was born in a year, or may have been while the year itself is not known. */
function mayBeBornIn(columns: Columns, row: number, year: number): boolean {
  const known = columns.birthYear[row] ?? 0;
  if (known !== 0) return known === year;
  const from = columns.birthYearMin[row] ?? 0;
  const to = columns.birthYearMax[row] ?? 0;
  return from !== 0 && to !== 0 && year >= from && year <= to;
}
