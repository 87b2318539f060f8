/**
 * Runners side by side: the distances all of them have a record of, the gaps, and where the lead changes.
 *
 * Like stands beside like: where all have run a distance in one discipline, there is a line for it. A distance that
 * they share across disciplines only has one line of everybody's best, which says so.
 */
import { ageGrade, ageInYearOf } from "./age_grade.ts";
import type { Sex } from "./category.ts";
import { canonicalDistance } from "./distance.ts";
import { type Estimate, notValid } from "./estimate.ts";
import type { Discipline } from "./event.ts";
import type { RunRecord } from "./run_record.ts";

/** A runner who is compared. */
export interface Contender {
  runs: readonly RunRecord[];
  sex: Sex | null;
  birthYear: number | null;
  minor: boolean;
}

/** What is compared: times as they were run, or what they would be worth in the open class. */
export const COMPARED_BY = ["time", "age_grade"] as const;
export type ComparedBy = typeof COMPARED_BY[number];

/** A runner's mark in a line. */
export interface ComparedMark {
  run: RunRecord;
  /** s: as run, or graded by age. */
  time: number;
}

/** A distance that all have run. */
export interface CommonDistance {
  /** Meters. */
  distance: number;
  /** Null where no discipline is common to all: the marks are of different ones. */
  discipline: Discipline | null;
  /** One a runner, in the order given. */
  marks: ComparedMark[];
}

/** How far one is behind another: above 0 = slower, below 0 = faster. The other way round it is the negative. */
export interface Gap {
  /** s. */
  seconds: number;
  /** s/km. */
  secondsPerKilometer: number;
  /** Per cent of the mean of both times, so that neither is the measure of the other. */
  percent: number;
}

/** Where the lead changes. */
export interface Crossover {
  /** Meters, interpolated between the two common distances around it. */
  distance: number;
  /** Which of the two is faster over shorter distances; the other is over longer ones. */
  fasterBefore: "first" | "second";
}

/** Two runners. */
export interface Pair {
  /** Their places in the order given. */
  first: number;
  second: number;
  /** How far the first is behind the second, one a line. */
  gaps: Gap[];
  crossovers: Crossover[];
}

/** Everything about runners side by side. */
export interface HeadToHead {
  common: CommonDistance[];
  pairs: Estimate<{ pairs: Pair[] }>;
}

/**
 * The gap between two times over one distance.
 *
 * @param first s, above 0. @param second s, above 0. @param distance m, above 0.
 */
export function gapBetween(first: number, second: number, distance: number): Gap {
  const seconds = first - second;
  return {
    seconds,
    secondsPerKilometer: seconds * 1000 / distance,
    percent: 200 * seconds / (first + second),
  };
}

/**
 * Finds where the lead changes.
 *
 * Between two distances the logarithm of the ratio of times is taken to change linearly with the logarithm of the
 * distance: two power laws cross just so. A tie at a distance on the way is the place itself.
 *
 * @param times Times of both over common distances (m, s), short to long.
 */
export function findCrossovers(
  times: readonly { distance: number; first: number; second: number }[],
): Crossover[] {
  const crossovers: Crossover[] = [];
  let lead: { x: number; ratio: number } | null = null;
  let tie: number | null = null;
  for (const { distance, first, second } of times) {
    const x = Math.log(distance);
    const ratio = Math.log(first / second);
    if (ratio === 0) {
      tie ??= distance;
      continue;
    }
    if (lead !== null && Math.sign(lead.ratio) !== Math.sign(ratio)) {
      const share = lead.ratio / (lead.ratio - ratio);
      crossovers.push({
        distance: tie ?? Math.exp(lead.x + share * (x - lead.x)),
        fasterBefore: ratio > 0 ? "first" : "second",
      });
    }
    lead = { x, ratio };
    tie = null;
  }
  return crossovers;
}

/** A contender's marks by distance, the fastest of each discipline. */
function marksOf({ runs, sex, birthYear }: Contender, by: ComparedBy) {
  const byDistance = new Map<number, Map<Discipline, ComparedMark>>();
  for (const run of runs) {
    const time = by === "time" ? run.time : openTime(run, { sex, birthYear });
    if (time === null) continue;
    const distance = canonicalDistance(run.distance);
    const marks = byDistance.get(distance) ?? new Map<Discipline, ComparedMark>();
    const best = marks.get(run.discipline);
    if (best === undefined || time < best.time) marks.set(run.discipline, { run, time });
    byDistance.set(distance, marks);
  }
  return byDistance;
}

function openTime(
  run: RunRecord,
  { sex, birthYear }: { sex: Sex | null; birthYear: number | null },
): number | null {
  const grade = ageGrade({ ...run, sex, age: ageInYearOf(run.date, birthYear) });
  return grade.valid ? grade.openTime : null;
}

const fastest = (marks: Iterable<ComparedMark>): ComparedMark | undefined =>
  [...marks].reduce<ComparedMark | undefined>(
    (best, mark) => best === undefined || mark.time < best.time ? mark : best,
    undefined,
  );

/** Lines of one distance, and everybody's best over it. */
function linesOf(
  distance: number,
  all: readonly Map<number, Map<Discipline, ComparedMark>>[],
): { lines: CommonDistance[]; best: ComparedMark[] } | null {
  const here = all.map((marks) => marks.get(distance));
  const best = here.flatMap((marks) => fastest(marks?.values() ?? []) ?? []);
  if (best.length < all.length) return null;
  const lines = [...here[0]?.keys() ?? []].flatMap((discipline): CommonDistance[] => {
    const marks = here.flatMap((each) => each?.get(discipline) ?? []);
    return marks.length < all.length ? [] : [{ distance, discipline, marks }];
  });
  return { lines: lines.length > 0 ? lines : [{ distance, discipline: null, marks: best }], best };
}

/**
 * Compares runners over the distances all of them have a record of.
 *
 * @param contenders Two or more.
 * @returns Lines short to long, and each pair once; pairs are not valid when one is a minor, since minors get no ranking.
 * @throws {RangeError} If there are fewer than two.
 */
export function compareRunners(contenders: readonly Contender[], by: ComparedBy): HeadToHead {
  if (contenders.length < 2) {
    throw new RangeError(`Cannot compare ${contenders.length} runners: must be at least 2`);
  }
  const all = contenders.map((contender) => marksOf(contender, by));
  const found = [...all[0]?.keys() ?? []].sort((a, b) => a - b).flatMap((distance) => {
    const lines = linesOf(distance, all);
    return lines === null ? [] : [{ distance, ...lines }];
  });
  const common = found.flatMap(({ lines }) => lines);
  if (contenders.some(({ minor }) => minor)) {
    return { common, pairs: notValid("minor", "people under age are not ranked") };
  }
  const pairs = contenders.flatMap((_, first) =>
    contenders.slice(first + 1).map((_, offset): Pair => {
      const second = first + 1 + offset;
      const times = (marks: readonly ComparedMark[]) => ({
        first: marks[first]?.time ?? NaN,
        second: marks[second]?.time ?? NaN,
      });
      return {
        first,
        second,
        gaps: common.map(({ distance, marks }) => {
          const { first, second } = times(marks);
          return gapBetween(first, second, distance);
        }),
        crossovers: findCrossovers(
          found.map(({ distance, best }) => ({ distance, ...times(best) })),
        ),
      };
    })
  );
  return { common, pairs: { valid: true, pairs } };
}
