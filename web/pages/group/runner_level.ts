/** The level of a runner: a VMA, or a result from which it is estimated. */
import type { Effort } from "@mypacer/shared/domain/measure/estimate.ts";
import type { Speed } from "@mypacer/shared/domain/measure/pace.ts";
import { ZONE_VMA_LIMITS } from "@mypacer/shared/domain/models/training_zones.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { vmaOfResult } from "@mypacer/shared/domain/models/vma_of_result.ts";
import type { Notes, ReadingNote } from "../../kit/forms/field.ts";
import type { RunnerProblemCode } from "./group_problem.ts";
import { readVma } from "../../kit/forms/read_values.ts";
import { readRace } from "../../kit/tools/race_fields.ts";
import { raceTextsIn } from "../../kit/tools/race_text.ts";

/** How fast a runner is. */
export interface RunnerLevel {
  /** km/h. */
  vma: Speed;
  /** The result from which VMA was estimated; null where VMA was typed. */
  result: Effort | null;
}

/** A level that was read, with a note, or the reason why it is none. */
export type ReadLevel =
  | { level: RunnerLevel; notes: readonly ReadingNote[]; problem?: undefined }
  | { problem: RunnerProblemCode };

/** The name of VMA before its figure: `VMA 16`, `VMA : 16`, `vVO2max = 16`. */
const VMA_NAME = /^(?:v\.?m\.?a\.?|mas|v ?vo2 ?(?:max)?)(?!\p{L}) ?[:=-]? ?/iu;
/** A spreadsheet writes a computed speed with all its decimals. */
const SPEED = /^(\d{1,3}(?:[.,]\d{1,20})?) ?(km ?\/? ?h|kph|kmh)?$/i;
const PACE = /\/ ?km$/i;
/**
 * Reads a VMA; null where the text is not one.
 *
 * @param named A column's title or a word says that it is one.
 */
export function readVmaLevel(text: string, { named = false } = {}): ReadLevel | null {
  const plain = plainText(text);
  const figure = plain.replace(VMA_NAME, "");
  const told = named || figure !== plain;
  if (PACE.test(figure)) {
    const vma = readVma(figure);
    if (vma.problem) return { problem: "runner-vma" };
    return { level: { vma: vma.value, result: null }, notes: vma.note ? [vma.note] : [] };
  }
  const [, number, unit] = SPEED.exec(figure) ?? [];
  if (number === undefined) return null;
  const vma = Number(Number(number.replace(",", ".")).toFixed(2));
  if (vma >= ZONE_VMA_LIMITS.lowest && vma <= ZONE_VMA_LIMITS.highest) {
    return { level: { vma, result: null }, notes: [] };
  }
  return told || unit !== undefined ? { problem: "runner-vma" } : null;
}

/** The level of a result. @param typed Distance and time as typed. */
function readResultLevel(typed: { d: string; t: string }): ReadLevel | null {
  const { race, notes, problems } = readRace(typed);
  if (race === null) {
    return problems.d === undefined && problems.t?.code === "time-pace"
      ? { problem: "runner-result" }
      : null;
  }
  const result = { distance: race.distance, time: race.time / 100 };
  const answer = vmaOfResult(result);
  if (!answer.valid) {
    return { problem: answer.reason === "effort-too-short" ? "runner-effort" : "runner-result" };
  }
  return { level: { vma: answer.vma, result }, notes: listOf(notes) };
}

/** The level of a cell in a column of results; null where it has none, as in `abs.`. */
export function readResultCell(typed: { d: string; t: string }): ReadLevel | null {
  const { d } = typed;
  // In a column of distances `10` does not mean ten meters.
  const kilometers = /^\d{1,2}$/.test(d) ? readResultLevel({ ...typed, d: `${d} km` }) : null;
  if (kilometers !== null && kilometers.problem === undefined) {
    const as = { kind: "distance", meters: Number(d) * 1000 } as const;
    return { ...kilometers, notes: [{ typed: d, as: [as] }, ...kilometers.notes] };
  }
  return readResultLevel(typed) ?? (/\d/.test(typed.t) ? { problem: "runner-time" } : null);
}

function listOf(notes: Notes<"d" | "t">): ReadingNote[] {
  return [notes.d, notes.t].filter((note) => note !== undefined);
}

/**
 * Reads a result with distance and time in either order: `10 km 42'30`, `42'30 au 10 km`, `semi :
 * 1h42`.
 */
function readFreeResult(plain: string): ReadLevel | null {
  let failed: ReadLevel | null = null;
  for (const typed of raceTextsIn(plain)) {
    const read = readResultLevel(typed);
    if (read?.problem === undefined && read !== null) return read;
    failed ??= read;
  }
  return failed;
}

/** Longest text that is read: a distance and a time, with the words between them. */
const MAX_LEVEL = 50;

/**
 * Reads a VMA or a result, with or without brackets and signs around it; null for any other text.
 */
export function readLevel(text: string): ReadLevel | null {
  if (text.length > MAX_LEVEL || !/\p{Nd}/u.test(text)) return null;
  const plain = plainText(text).replaceAll(/^[\s([{:=>,;→–-]+|[\s)\]},;.]+$/g, "");
  return plain === "" ? null : readVmaLevel(plain) ?? readFreeResult(plain);
}
