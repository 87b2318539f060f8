/**
 * Age grading: a time in per cent of the standard for that age.
 *
 * Standard for an age = open standard / factor; grade = 100·standard/time.
 *
 * Source: road factors 2025 (A. L. Jones, Age-Grade-Tables, CC0 1.0; ages 5 to 100, 1 mile to 200
 * km), track factors 2023 (World Masters Athletics by way of openath/athlib, Apache-2.0; ages 5 to
 * 110, 50 m to 10,000 m). The short track is graded by the track's factors: it has none of its own.
 */
import { ROAD_MEN, ROAD_WOMEN } from "./age_factors_road.ts";
import { TRACK_MEN, TRACK_WOMEN } from "./age_factors_track.ts";
import { type AgeFactors, oldestAge, readAgeFactor } from "./age_factors.ts";
import type { Sex } from "../people/category.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type Estimate,
  type HumanTime,
  notValid,
} from "../measure/estimate.ts";
import type { Discipline } from "../results/event.ts";
import { humanTime } from "./human_limits.ts";

/** A run, with sex and age of the runner. */
export interface GradedRun extends Effort {
  discipline: Discipline;
  sex: Sex | null;
  /** Age on the day of the race in whole years; null where it is not known. */
  age: number | null;
}

/** The age grade of a time. */
export interface AgeGrade {
  /** Per cent, unrounded. */
  percent: number;
  /** Ratio of the open standard to the standard of the age: 0 to 1. */
  factor: number;
  /** Standard of the age, s. */
  standard: number;
  /** The equivalent time in the open class: time·factor, s. */
  openTime: HumanTime;
  /** Edition of the factors, e.g. `2025`. */
  edition: string;
  age: number;
}

const TABLES: Readonly<Record<"road" | "track", Readonly<Record<Sex, AgeFactors>>>> = {
  road: { M: ROAD_MEN, F: ROAD_WOMEN },
  track: { M: TRACK_MEN, F: TRACK_WOMEN },
};

function tablesOf(discipline: Discipline) {
  if (discipline === "road") return TABLES.road;
  return discipline === "track" || discipline === "short-track" ? TABLES.track : null;
}

/** What a standard is of. */
export type GradedEvent = Pick<GradedRun, "discipline" | "distance" | "sex" | "age">;

/** The standard of an age. */
export type AgeStandard = Pick<AgeGrade, "factor" | "standard" | "edition" | "age">;

/**
 * The standard of an age and a sex over a distance.
 *
 * @returns Not valid without sex or age, for other events than flat runs, and outside the tables'
 *   ages and distances.
 * @throws {RangeError} If the distance is not a finite number above 0, or the age is not a whole
 *   number of 0 or more.
 */
export function ageStandard(event: GradedEvent): Estimate<AgeStandard> {
  const { discipline, distance, sex, age } = event;
  checkPositive(distance, "distance");
  if (age !== null && (!Number.isInteger(age) || age < 0)) {
    throw new RangeError(`Cannot grade age ${age}: must be a whole number of 0 or more`);
  }
  const tables = tablesOf(discipline);
  if (tables === null) return notValid("no-figures", `there are no factors for ${discipline}`);
  if (sex === null) return notValid("sex-unknown", "the factors differ by sex");
  if (age === null) return notValid("age-unknown", "the factors differ by age");
  const table = tables[sex];
  if (age < table.firstAge || age > oldestAge(table)) {
    return notValid(
      "age-out-of-range",
      `the factors are for ${table.firstAge} to ${oldestAge(table)} years`,
    );
  }
  const factorAndOpen = readAgeFactor(table, { age, distance });
  if (factorAndOpen === null) {
    const { [0]: shortest, [table.distances.length - 1]: longest } = table.distances;
    return notValid("distance-out-of-range", `the factors are for ${shortest} to ${longest} m`);
  }
  const { factor, open } = factorAndOpen;
  return { valid: true, factor, standard: open / factor, edition: table.edition, age };
}

/**
 * Grades a run by age and sex.
 *
 * @param run Distance in m, time in s, age in whole years.
 * @returns Not valid without sex or age, for other events than flat runs, outside the tables' ages
 *   and distances, and when no human can run the open time.
 * @throws {RangeError} If a value is not a finite number above 0, or the age is not a whole number
 *   of 0 or more.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { ageGrade } from "./age_grade.ts";
 * const grade = ageGrade({ discipline: "road", distance: 10_000, time: 2280, sex: "M", age: 45 });
 * assertAlmostEquals(grade.valid ? grade.percent : NaN, 75.02, 0.005);
 * ```
 */
export function ageGrade(run: GradedRun): Estimate<AgeGrade> {
  checkEffort(run);
  const { discipline, distance, time, sex, age } = run;
  const standard = ageStandard({ discipline, distance, sex, age });
  if (!standard.valid) return standard;
  const openTime = humanTime(distance, time * standard.factor);
  if (openTime === null) {
    return notValid("not-plausible", "in the open class the time would be nobody's");
  }
  return { ...standard, percent: 100 * standard.standard / time, openTime };
}

/**
 * The time that is worth a grade at an age: 100·standard/percent.
 *
 * @param percent Per cent, above 0.
 * @returns Not valid where there is no standard, and when no human can run the time.
 * @throws {RangeError} As {@link ageStandard}, and if the grade is not a finite number above 0.
 */
export function timeOfGrade(percent: number, event: GradedEvent): Estimate<{ time: HumanTime }> {
  checkPositive(percent, "age grade");
  const standard = ageStandard(event);
  if (!standard.valid) return standard;
  const time = humanTime(event.distance, 100 * standard.standard / percent);
  return time === null
    ? notValid("not-plausible", "at this age the time would be nobody's")
    : { valid: true, time };
}

/**
 * Age in the year of a race. Only the year of birth is known, so it is the age reached in that
 * year: one too many before the birthday.
 *
 * @param date ISO date of the race; null where none is published.
 * @returns Whole years; null where one of the two is unknown, or the race is before the birth.
 */
export function ageInYearOf(date: string | null, birthYear: number | null): number | null {
  if (date === null || birthYear === null) return null;
  const age = Number(date.slice(0, 4)) - birthYear;
  return age >= 0 ? age : null;
}
