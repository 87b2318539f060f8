import type {
  ComparedAthlete,
  ComparedRun as WireRun,
  Comparison,
  Pair as WirePair,
  Ranking as WireRanking,
} from "@mypacer/shared/contract/comparison.ts";
import {
  type ComparedBy,
  type ComparedRun,
  compareRunners,
  type Lead,
  type Pair,
  type Ranking,
} from "@mypacer/shared/domain/analysis/head_to_head.ts";
import { isMinor } from "@mypacer/shared/domain/people/minor.ts";
import { divideByAge, toRuns } from "@mypacer/shared/domain/results/run_record.ts";
import { secondsToHundredths } from "@mypacer/shared/domain/measure/time.ts";
import { toAthlete } from "./athlete.ts";
import { rounded, toDay, toRunRef } from "./analysis.ts";
import type { MissingPage } from "../federation/page_gateway.ts";
import type { AthleteReading, AthleteWithoutRecords } from "../records/read_records.ts";
import { toPageAge, toPageFreshness } from "../federation/page_age.ts";

/**
 * Athletes side by side, as `GET /compare` answers it.
 *
 * @returns The answer, and what of it lasts, for its entity tag.
 */
export function toComparison(
  all: readonly (AthleteReading | AthleteWithoutRecords)[],
  { now, maxAge, by, federationUrl }: {
    now: Date;
    maxAge: number | null;
    by: ComparedBy;
    federationUrl: string;
  },
): { answer: Comparison; identity: unknown } {
  const minors = all.map(({ athlete }) =>
    isMinor(athlete.birthYear ?? athlete.birthYearMax, now.getUTCFullYear())
  );
  const { runs, pairs, rankings } = compareRunners(
    all.map(({ athlete, reading }, at) => ({
      runs: toRuns(divideByAge(reading?.records ?? [], { maxAge, today: toDay(now) }).kept),
      sex: athlete.sex,
      birthYear: athlete.birthYear,
      minor: minors[at] ?? true,
    })),
    by,
  );
  const ids = all.map(({ athlete }) => athlete.ffaId);
  const compared = {
    by,
    max_age: maxAge,
    pairs: pairs.map((pair) => toPair(pair, ids)),
    rankings: rankings.map((ranking) => toRanking(ranking, ids)),
  };
  const people = all.map((one, at) => ({
    athlete: toAthlete(one.athlete, federationUrl),
    minor: minors[at] ?? true,
    missing: one.reading === null ? toMissing(one.missing) : null,
    runs: (runs[at] ?? []).map(toWireRun),
  }));
  const athletes = people.map((person, at): ComparedAthlete => {
    const { reading = null } = all[at] ?? {};
    return {
      ...person,
      origin: reading && { ...toPageAge(reading, now), ...toPageFreshness(reading) },
    };
  });
  const lasting = all.map(({ reading }) => reading && toPageFreshness(reading));
  return { answer: { ...compared, athletes }, identity: [compared, people, lasting] };
}

function toMissing(missing: MissingPage): ComparedAthlete["missing"] {
  switch (missing.kind) {
    case "unknown":
      return "unknown-athlete";
    case "removed":
      return "athlete-removed";
    case "failed":
      return missing.reason;
  }
}

function toWireRun({ run, time }: ComparedRun): WireRun {
  return { record: toRunRef(run), time: secondsToHundredths(time) };
}

function toPair({ first, second, lines, lead }: Pair, ids: readonly string[]): WirePair {
  const pair = [ids[first] ?? "", ids[second] ?? ""] as const;
  return {
    first: pair[0],
    second: pair[1],
    lines: lines.map(({ first, second, ...line }) => ({
      ...line,
      first: toWireRun(first),
      second: toWireRun(second),
    })),
    lead: lead.valid ? { valid: true, ...toLead(lead, pair) } : lead,
  };
}

function toLead({ ahead, gaps, crossovers }: Lead, [first, second]: readonly [string, string]) {
  return {
    ahead: ahead === null ? null : ahead === "first" ? first : second,
    gaps: gaps.map(({ seconds, secondsPerKilometer, percent }) => ({
      seconds: rounded(seconds, 2),
      seconds_per_km: rounded(secondsPerKilometer, 2),
      percent: rounded(percent, 3),
    })),
    crossovers: crossovers.map(({ distance, fasterBefore }) => ({
      distance: rounded(distance, 0),
      faster_before: fasterBefore === "first" ? first : second,
      faster_after: fasterBefore === "first" ? second : first,
    })),
  };
}

function toRanking({ runs, ...line }: Ranking, ids: readonly string[]): WireRanking {
  return {
    ...line,
    runs: runs.map(({ runner, place, behind, ...compared }) => ({
      ...toWireRun(compared),
      ffa_id: ids[runner] ?? "",
      place,
      behind: behind === null ? null : rounded(behind, 2),
    })),
  };
}
