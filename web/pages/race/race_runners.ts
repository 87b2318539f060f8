/** Who runs a race, at which time, and who does not and why. */
import type { Analysis, RunRef } from "@mypacer/shared/contract/analysis.ts";
import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { gapsAtFinish } from "@mypacer/shared/domain/analysis/steady_race.ts";
import { sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { RACE_DISTANCES } from "../../kit/addresses/race_settings.ts";
import type { ShownAthlete, ShownRecord } from "../../kit/athletes/shown_athlete.ts";

/** Ends of a prediction, hundredths: one race in twenty is faster, one slower. */
export interface PredictedRange {
  fastest: number;
  slowest: number;
}

/** An athlete in a race, or a list of records of the world or of France. */
export interface Runner {
  /** Place among the athletes of the page: letter, color and pattern. */
  slot: number;
  athlete: ShownAthlete;
  /** Hundredths. */
  time: number;
  /** The record; null where the time is predicted. */
  run: Pick<RunRef, "discipline" | "date"> | null;
  predicted: PredictedRange | null;
  /** Who holds a record of a list; null for athletes. */
  held: ShownRecord["held"] | null;
  /** Meters to the line when the first finishes. */
  gap: number;
  /** 1 = first; equal times share a place. */
  place: number;
}

/** Why an athlete does not run. */
export type StandingAside = "minor" | "unread" | "noRecord";

/** A race of some athletes. */
export interface Race {
  /** m. */
  distance: number;
  /** In the order of the page. */
  runners: Runner[];
  aside: Map<StandingAside, ShownAthlete[]>;
}

/** The best run of an athlete over a distance; null where there is none. */
export function bestRun(
  comparison: Pick<Comparison, "athletes">,
  ffaId: string,
  distance: number,
): RunRef | null {
  const runs = comparison.athletes.find(({ athlete }) => athlete.ffa_id === ffaId)?.runs ?? [];
  return runs.map(({ record }) => record)
    .filter((record) => sameDistance(record.distance, distance))
    .reduce<RunRef | null>(
      (best, record) => best === null || record.time < best.time ? record : best,
      null,
    );
}

/** Distances in the order in which they are proposed where several are shared by as many. */
const USUAL_ORDER = [10_000, 5000, 21_097.5, 42_195, 1500, 3000, 800, 400, 200, 100] as const;

/** The record of a list over a distance. */
function listedRecord({ records }: ShownAthlete, distance: number): ShownRecord | undefined {
  return records.filter((record) => sameDistance(record.distance, distance))
    .sort((a, b) => a.mark - b.mark)[0];
}

/** How many adults and lists have a record over each distance that can be raced. */
export function runnersByDistance(
  comparison: Pick<Comparison, "athletes">,
  lists: readonly ShownAthlete[] = [],
): Map<number, number> {
  const adults = comparison.athletes.filter(({ minor }) => !minor);
  return new Map(RACE_DISTANCES.map((distance) => [
    distance,
    adults.filter(({ athlete }) => bestRun(comparison, athlete.ffa_id, distance) !== null).length +
    lists.filter((list) => listedRecord(list, distance) !== undefined).length,
  ]));
}

/** The distance over which most of them have a record; 10 km where nobody has. */
export function usualDistance(
  comparison: Pick<Comparison, "athletes">,
  lists: readonly ShownAthlete[] = [],
): number {
  const counts = runnersByDistance(comparison, lists);
  return USUAL_ORDER.reduce<number>(
    (best, distance) => (counts.get(distance) ?? 0) > (counts.get(best) ?? 0) ? distance : best,
    USUAL_ORDER[0],
  );
}

/** The prediction of MyPacer's model for an athlete over a distance; null where there is none. */
function predictionOf(analysis: Analysis | undefined, distance: number) {
  if (analysis === undefined || analysis.minor) return null;
  const prediction = analysis.predictions.find((one) => sameDistance(one.distance, distance))
    ?.mypacer;
  return prediction?.valid ? prediction : null;
}

/**
 * Puts athletes into a race: adults at their record, or at a prediction where there is one; minors
 * are in no ranking, so in no race.
 *
 * @param analyses Of those whose missing record is to be predicted, by federation id.
 * @param lists Lists of public records that run as well.
 */
export function raceOf(
  athletes: readonly ShownAthlete[],
  comparison: Pick<Comparison, "athletes">,
  { distance, analyses, lists = [] }: {
    distance: number;
    analyses: ReadonlyMap<string, Analysis>;
    lists?: readonly ShownAthlete[];
  },
): Race {
  const aside = new Map<StandingAside, ShownAthlete[]>();
  const entries = athletes.flatMap((athlete, slot): Omit<Runner, "gap" | "place">[] => {
    const standAside = (why: StandingAside): [] => {
      aside.set(why, [...aside.get(why) ?? [], athlete]);
      return [];
    };
    const compared = comparison.athletes.find((one) => one.athlete.ffa_id === athlete.ffaId);
    if (compared === undefined || compared.missing !== null) return standAside("unread");
    if (compared.minor) return standAside("minor");
    const run = bestRun(comparison, athlete.ffaId, distance);
    if (run !== null) return [{ slot, athlete, time: run.time, run, predicted: null, held: null }];
    const prediction = predictionOf(analyses.get(athlete.ffaId), distance);
    if (prediction === null) return standAside("noRecord");
    const { time, fastest, slowest } = prediction;
    return [{ slot, athlete, time, run: null, predicted: { fastest, slowest }, held: null }];
  });
  for (const list of lists) {
    const record = listedRecord(list, distance);
    if (record === undefined) aside.set("noRecord", [...aside.get("noRecord") ?? [], list]);
    else {
      const { mark: time, held = null } = record;
      entries.push({
        slot: list.slot ?? 0,
        athlete: list,
        time,
        run: record,
        predicted: null,
        held,
      });
    }
  }
  const gaps = gapsAtFinish(distance, entries.map(({ time }) => time / 100));
  const runners = entries.map((entry, at) => ({
    ...entry,
    gap: gaps[at] ?? 0,
    place: 1 + entries.filter(({ time }) => time < entry.time).length,
  }));
  return { distance, runners, aside };
}
