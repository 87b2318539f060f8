/** The two fields of a race, its distance and its time, for the tools that take one. */
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { distancesCode } from "../forms/distance_code.ts";
import type { PageFields } from "../forms/fields.ts";
import { RACE_LIMITS } from "../forms/limits.ts";
import { type FormInput, readTexts } from "../forms/read_fields.ts";
import { readDistance, readTime } from "../forms/read_values.ts";
import { durationText } from "../table_state/row_texts.ts";

/** A race as it was read: m, whole hundredths. */
export interface Race {
  distance: number;
  time: number;
}

/** Texts of the two fields as they were typed. */
export type RaceTexts = Record<"d" | "t", string>;

/** A distance as the URL writes it. */
export const distanceCode = (meters: number) => distancesCode([meters]);

/** A time as the URL writes it. @param time Whole hundredths. */
const timeCode = (time: number) => durationText(time / 100);

/** The texts of a race's two fields as the URL writes them. */
export const raceTexts = ({ distance, time }: Race): RaceTexts => ({
  d: distanceCode(distance),
  t: timeCode(time),
});

/** A result as the URL writes it: `5000@19:30`. */
export const raceCode = (race: Race) => {
  const { d, t } = raceTexts(race);
  return `${d}@${t}`;
};

/** Reads the distance of a race, m. */
export const readRaceDistance = (text: string) => readDistance(text, RACE_LIMITS);

/**
 * The fields of a race: neither says anything without the other.
 *
 * @param usual The race of a first visit.
 * @param rules When they count, and whether an address has to say them.
 */
export function raceFields<State extends Race>(
  usual: Race,
  rules: { counts?: (state: State) => boolean; needed?: boolean } = {},
) {
  return {
    distance: {
      ...rules,
      name: "d",
      partner: "time",
      missing: "distance-missing",
      usual: () => usual.distance,
      write: distanceCode,
      show: (meters, language) => writeInput({ kind: "distance", meters }, language),
      read: readRaceDistance,
    },
    time: {
      ...rules,
      name: "t",
      partner: "distance",
      missing: "time-missing",
      usual: () => usual.time,
      write: timeCode,
      show: (hundredths, language) => writeInput({ kind: "time", hundredths }, language),
      // Of a distance that was refused nothing is known: then only what the text says counts.
      read: (text, _, { distance }) => readTime(text, distance ?? null),
    },
  } as const satisfies Pick<PageFields<State, "d" | "t">, "distance" | "time">;
}

/** The fields of a race that stands by itself. */
export const RACE: PageFields<Race, "d" | "t"> = raceFields({ distance: 0, time: 0 });

/** Reads a race from its two fields; null when one of them was refused. */
export function readRace(
  typed: RaceTexts,
): FormInput<Race, "d" | "t"> & { race: Race | null } {
  const input = readTexts(RACE, typed);
  return { ...input, race: input.problems.d || input.problems.t ? null : input.state };
}
