/** What the forms of the tools are read from. */
import { distancesCode } from "../forms/distance_code.ts";
import {
  type Field,
  type FieldProblem,
  type Notes,
  type Problems,
  type ReadingNote,
  refuse,
} from "../forms/field.ts";
import { RACE_LIMITS } from "../forms/limits.ts";
import { readDistance, readTime } from "../forms/read_values.ts";
import { durationText } from "../table_state/row_texts.ts";

/**
 * What a URL or a form says to a tool: the state it gives, what was typed, how it was read, what
 * was refused.
 */
export interface ToolInput<
  State,
  Name extends string = string,
  Problem = FieldProblem,
  Note = ReadingNote,
> {
  state: State;
  typed: Readonly<Record<Name, string>>;
  notes: Partial<Record<Name, Note>>;
  problems: Partial<Record<Name, Problem>>;
}

/** Of any tool. */
export type AnyToolInput = ToolInput<unknown, string, unknown, unknown>;

/** A race as it was read: m, whole hundredths. */
export interface Race {
  distance: number;
  time: number;
}

/** Reads the distance of a race, m. */
export function readRaceDistance(text: string): Field<number> {
  return text === "" ? refuse("distance-missing", text) : readDistance(text, RACE_LIMITS);
}

/**
 * Reads the time of a race, whole hundredths.
 *
 * @param distance Meters; null when it is not known.
 */
export function readRaceTime(text: string, distance: number | null): Field<number> {
  return text === "" ? refuse("time-missing", text) : readTime(text, distance);
}

/**
 * Reads a race from its two fields; null when one of them was refused, since the other says nothing
 * without it.
 */
export function readRace(
  typed: { d: string; t: string },
): { race: Race | null; notes: Notes<"d" | "t">; problems: Problems<"d" | "t"> } {
  const distance = readRaceDistance(typed.d);
  const time = readRaceTime(typed.t, distance.value ?? null);
  return {
    race: distance.problem || time.problem ? null : { distance: distance.value, time: time.value },
    notes: {
      ...distance.note && { d: distance.note },
      ...time.note && { t: time.note },
    },
    problems: {
      ...distance.problem && { d: distance.problem },
      ...time.problem && { t: time.problem },
    },
  };
}

/** A distance as the URL writes it. */
export const distanceCode = (meters: number) => distancesCode([meters]);

/** A time as the URL writes it. @param time Whole hundredths. */
export const timeCode = (time: number) => durationText(time / 100);
