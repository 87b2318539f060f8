/**
 * Reads files of races with two earlier results of the same runner: a line of column names, then a
 * line a race.
 */
import { checkPositive, type Effort } from "@mypacer/shared/domain/measure/estimate.ts";

/** A race and two results of the same runner from the months before it. */
export interface RacePair {
  sex: "F" | "M" | null;
  /** Years on the day of the race; null where it is not in the file. */
  age: number | null;
  race: Effort;
  /** The result nearest to the race in distance. */
  first: Effort;
  second: Effort;
}

const NUMBERS = [
  "distance_m",
  "time_s",
  "first_distance_m",
  "first_time_s",
  "second_distance_m",
  "second_time_s",
] as const;
/** Columns that a file must have, in any order. Further ones are not read. */
export const COLUMNS = ["sex", "age", ...NUMBERS] as const;
type Column = typeof COLUMNS[number];

/** A line that is not as it should be: the message names file and line. */
export class PairFileError extends Error {
  override name = "PairFileError";
}

const quote = (text: string) => JSON.stringify(text.slice(0, 30));

function readHeader(line: string, where: string): string[] {
  const names = line.split(",").map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length === 0) return names;
  throw new PairFileError(`${where}: missing: ${missing.join(", ")}`);
}

function readNumber(text: string, column: Column, where: string): number {
  const value = text === "" ? NaN : Number(text);
  try {
    checkPositive(value, column);
  } catch (cause) {
    throw new PairFileError(`${where}: ${column} is ${quote(text)}; accepted: a number above 0`, {
      cause,
    });
  }
  return value;
}

function readPair(cells: Record<Column, string>, where: string): RacePair {
  const { sex, age } = cells;
  if (sex !== "F" && sex !== "M" && sex !== "") {
    throw new PairFileError(`${where}: sex is ${quote(sex)}; accepted: F, M or nothing`);
  }
  const number = (column: Column) => readNumber(cells[column], column, where);
  return {
    sex: sex === "" ? null : sex,
    age: age === "" ? null : readNumber(age, "age", where),
    race: { distance: number("distance_m"), time: number("time_s") },
    first: { distance: number("first_distance_m"), time: number("first_time_s") },
    second: { distance: number("second_distance_m"), time: number("second_time_s") },
  };
}

/**
 * Reads races.
 *
 * @param text The whole file. @param name The file's name, for errors.
 * @returns At least one race.
 * @throws {PairFileError} If a column is missing, a value is not what its column holds, or there is
 *   no race.
 */
export function parseRacePairs(text: string, name: string): RacePair[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const names = readHeader(lines[0] ?? "", `${name}, line 1`);
  const pairs = lines.flatMap((line, at) => {
    if (at === 0 || line.trim() === "") return [];
    const where = `${name}, line ${at + 1}`;
    const cells = line.split(",").map((cell) => cell.trim());
    if (cells.length !== names.length) {
      throw new PairFileError(`${where}: ${cells.length} values for ${names.length} columns`);
    }
    const byName = Object.fromEntries(names.map((column, index) => [column, cells[index] ?? ""]));
    return [readPair(byName as Record<Column, string>, where)];
  });
  if (pairs.length === 0) throw new PairFileError(`${name}: no race, only names of columns`);
  return pairs;
}
