/**
 * Runners side by side: each pair over the distances that both have run, and everybody over each
 * distance.
 *
 * A pair is compared by its own distances, so that a further runner never changes the comparison of
 * two others. A distance has a line of everybody's best, marked where those are of different
 * disciplines, and one for each further discipline that they share.
 */
import { ageGrade, ageInYearOf } from "../models/age_grade.ts";
import type { Sex } from "../people/category.ts";
import { canonicalDistance } from "../measure/distance.ts";
import { type Estimate, notValid } from "../measure/estimate.ts";
import { type Discipline, DISCIPLINES } from "../results/event.ts";
import { type Crossover, findCrossovers, type Gap, gapBetween } from "./lead_change.ts";
import type { RunRecord } from "../results/run_record.ts";

/** A runner who is compared. */
export interface Contender {
  runs: readonly RunRecord[];
  sex: Sex | null;
  birthYear: number | null;
  minor: boolean;
}

/** What is compared: times as run, or times in the open class by age grading. */
export const COMPARED_BY = ["time", "age_grade"] as const;
export type ComparedBy = typeof COMPARED_BY[number];

/** A run as it is compared. */
export interface ComparedRun {
  run: RunRecord;
  /** s, in whole hundredths: as run, or graded by age. */
  time: number;
}

/** Runs side by side. */
interface Line {
  /** Meters. */
  distance: number;
  /** Null where the runs are of different disciplines. */
  discipline: Discipline | null;
  /**
   * Whether each is the runner's best over the distance: the first line of a distance, by which the
   * lead is judged.
   */
  best: boolean;
}

/** A distance that both of a pair have run. */
export interface PairLine extends Line {
  first: ComparedRun;
  second: ComparedRun;
}

/** Who of a pair is ahead. */
export interface Lead {
  /** Who is ahead over the shortest distance with a gap; null where there is none. */
  ahead: "first" | "second" | null;
  /** How far the first is behind the second, one a line. */
  gaps: Gap[];
  /** Where the lead changes, short to long. */
  crossovers: Crossover[];
}

/** Two runners. */
export interface Pair {
  /** Their indexes among the contenders. */
  first: number;
  second: number;
  /** Short to long; empty where they have no distance in common. */
  lines: PairLine[];
  /** Not valid when one of them is a minor. */
  lead: Estimate<Lead>;
}

/** A runner's run among those of others over the same distance. */
export interface PlacedRun extends ComparedRun {
  /** The runner's index among the contenders. */
  runner: number;
  /**
   * 1 = fastest, equal times share a place; null for minors, and where fewer than two others are.
   */
  place: number | null;
  /** How far behind the fastest, s; null where there is no place. */
  behind: number | null;
}

/** A distance that at least two have run. */
export interface Ranking extends Line {
  /** In the order of the runners, not of their places. */
  runs: PlacedRun[];
}

/** Everything about runners side by side. */
export interface HeadToHead {
  /** The compared runs of each runner, in the given order. */
  runs: ComparedRun[][];
  /** Each pair once. */
  pairs: Pair[];
  /** Short to long. */
  rankings: Ranking[];
}

/** The runs of a contender that can be compared. */
function toComparedRuns(
  { runs, sex, birthYear, minor }: Contender,
  by: ComparedBy,
): ComparedRun[] {
  if (by === "time") return runs.map((run) => ({ run, time: run.time }));
  // Minors get no scale.
  if (minor) return [];
  return runs.flatMap((run) => {
    const grade = ageGrade({ ...run, sex, age: ageInYearOf(run.date, birthYear) });
    return grade.valid ? [{ run, time: Math.round(grade.openTime * 100) / 100 }] : [];
  });
}

/** The fastest runs of one runner by distance and discipline. */
type Bests = ReadonlyMap<number, ReadonlyMap<Discipline, ComparedRun>>;

function toBests(runs: readonly ComparedRun[]): Bests {
  const bests = new Map<number, Map<Discipline, ComparedRun>>();
  for (const compared of runs) {
    const distance = canonicalDistance(compared.run.distance);
    const ofDistance = bests.get(distance) ?? new Map<Discipline, ComparedRun>();
    const best = ofDistance.get(compared.run.discipline);
    if (best === undefined || compared.time < best.time) {
      ofDistance.set(compared.run.discipline, compared);
    }
    bests.set(distance, ofDistance);
  }
  return bests;
}

function fastestOf(runs: Iterable<ComparedRun>): ComparedRun | undefined {
  return [...runs].reduce<ComparedRun | undefined>(
    (best, one) => best === undefined || one.time < best.time ? one : best,
    undefined,
  );
}

/** Runs of several runners. */
type LineOfRuns = Line & { runs: (ComparedRun & { runner: number })[] };

/** Lines of the distances that at least two of some runners have run, short to long. */
function linesOf(runners: readonly { runner: number; bests: Bests }[]): LineOfRuns[] {
  const distances = new Set(runners.flatMap(({ bests }) => [...bests.keys()]));
  return [...distances].sort((a, b) => a - b).flatMap((distance) => {
    const lineOf = (discipline: Discipline | null): LineOfRuns => ({
      distance,
      discipline,
      best: discipline === null,
      runs: runners.flatMap(({ runner, bests }) => {
        const here = bests.get(distance);
        const run = discipline === null ? fastestOf(here?.values() ?? []) : here?.get(discipline);
        return run === undefined ? [] : [{ ...run, runner }];
      }),
    });
    const best = lineOf(null);
    const of = new Set(best.runs.map(({ run }) => run.discipline));
    const [only = null] = of.size === 1 ? of : [];
    return [
      { ...best, discipline: only },
      ...DISCIPLINES.filter((discipline) => discipline !== only).map(lineOf),
    ].filter(({ runs }) => runs.length > 1);
  });
}

function toPair(
  runners: readonly [first: number, second: number],
  lines: readonly PairLine[],
  minor: boolean,
): Pair {
  const [first, second] = runners;
  const pair = { first, second, lines: [...lines] };
  if (minor) return { ...pair, lead: notValid("minor", "people under age are not ranked") };
  const times = lines.filter(({ best }) => best).map(({ distance, first, second }) => ({
    distance,
    first: first.time,
    second: second.time,
  }));
  const decided = times.find(({ first, second }) => first !== second);
  return {
    ...pair,
    lead: {
      valid: true,
      ahead: decided === undefined ? null : decided.first < decided.second ? "first" : "second",
      gaps: lines.map(({ distance, first, second }) =>
        gapBetween(first.time, second.time, distance)
      ),
      crossovers: findCrossovers(times),
    },
  };
}

function toRanking({ runs, ...line }: LineOfRuns, contenders: readonly Contender[]): Ranking {
  const times = runs.filter(({ runner }) => contenders[runner]?.minor === false)
    .map(({ time }) => time);
  const fastest = Math.min(...times);
  return {
    ...line,
    runs: runs.map((placed): PlacedRun => {
      const ranked = times.length > 1 && contenders[placed.runner]?.minor === false;
      return {
        ...placed,
        place: ranked ? 1 + times.filter((time) => time < placed.time).length : null,
        behind: ranked ? placed.time - fastest : null,
      };
    }),
  };
}

/**
 * Compares runners.
 *
 * @param contenders Any number; for a single one there are only the runs.
 * @param by By age grade, runs that cannot be graded and all runs of minors are left out.
 * @returns The pairs in the order of the runners; minors have no place, and their pairs no lead.
 */
export function compareRunners(contenders: readonly Contender[], by: ComparedBy): HeadToHead {
  const runs = contenders.map((contender) => toComparedRuns(contender, by));
  const runners = runs.map((compared, runner) => ({ runner, bests: toBests(compared) }));
  const pairs = runners.flatMap((first) =>
    runners.slice(first.runner + 1).map((second) => {
      const lines = linesOf([first, second]).flatMap(({ runs: [one, other], ...line }) =>
        one === undefined || other === undefined ? [] : [{
          ...line,
          first: { run: one.run, time: one.time },
          second: { run: other.run, time: other.time },
        }]
      );
      const minor = [first, second].some(({ runner }) => contenders[runner]?.minor !== false);
      return toPair([first.runner, second.runner], lines, minor);
    })
  );
  return { runs, pairs, rankings: linesOf(runners).map((line) => toRanking(line, contenders)) };
}
