import type { CommonDistance, Comparison, Pair } from "@mypacer/shared/contract/comparison.ts";
import {
  type ComparedBy,
  compareRunners,
  type HeadToHead,
} from "@mypacer/shared/domain/head_to_head.ts";
import { isMinor } from "@mypacer/shared/domain/minor.ts";
import { divideByAge, toRuns } from "@mypacer/shared/domain/run_record.ts";
import { secondsToHundredths } from "@mypacer/shared/domain/time.ts";
import { toAthlete } from "../routes/to_athlete.ts";
import { rounded, toDay, toRunRef } from "./analysis_to_wire.ts";
import type { AthleteReading } from "./read_records.ts";
import { toLasting, toMoment } from "./to_wire.ts";

/**
 * Athletes side by side, as `GET /compare` answers it.
 *
 * @returns The answer, and what of it lasts, for its entity tag.
 */
export function toComparison(
  all: readonly AthleteReading[],
  { now, maxAge, by, federationUrl }: {
    now: Date;
    maxAge: number | null;
    by: ComparedBy;
    federationUrl: string;
  },
): { answer: Comparison; identity: unknown } {
  const people = all.map(({ athlete, reading }) => ({
    ...toLasting(reading),
    athlete: toAthlete(athlete, federationUrl),
    minor: isMinor(athlete.birthYear ?? athlete.birthYearMax, now.getUTCFullYear()),
  }));
  const { common, pairs } = compareRunners(
    all.map(({ athlete, reading }, at) => ({
      runs: toRuns(divideByAge(reading.records, { maxAge, today: toDay(now) }).kept),
      sex: athlete.sex,
      birthYear: athlete.birthYear,
      minor: people[at]?.minor ?? true,
    })),
    by,
  );
  const ids = all.map(({ athlete }) => athlete.ffaId);
  const compared = {
    by,
    max_age: maxAge,
    common: common.map(toCommon),
    pairs: pairs.valid ? { ...pairs, pairs: pairs.pairs.map((pair) => toPair(pair, ids)) } : pairs,
  };
  const athletes = all.flatMap(({ reading }, at) => {
    const person = people[at];
    return person === undefined ? [] : [{ ...toMoment(reading, now), ...person }];
  });
  return { answer: { ...compared, athletes }, identity: [compared, people] };
}

function toCommon({ distance, discipline, marks }: HeadToHead["common"][number]): CommonDistance {
  return {
    distance,
    discipline,
    marks: marks.map(({ run, time }) => ({
      record: toRunRef(run),
      time: secondsToHundredths(time),
    })),
  };
}

type ValidPairs = Extract<HeadToHead["pairs"], { valid: true }>;

function toPair(
  { first, second, gaps, crossovers }: ValidPairs["pairs"][number],
  ids: readonly string[],
): Pair {
  const [one = "", other = ""] = [ids[first], ids[second]];
  return {
    first: one,
    second: other,
    gaps: gaps.map(({ seconds, secondsPerKilometer, percent }) => ({
      seconds: rounded(seconds, 2),
      seconds_per_km: rounded(secondsPerKilometer, 2),
      percent: rounded(percent, 3),
    })),
    crossovers: crossovers.map(({ distance, fasterBefore }) => ({
      distance: rounded(distance, 0),
      faster_before: fasterBefore === "first" ? one : other,
      faster_after: fasterBefore === "first" ? other : one,
    })),
  };
}
