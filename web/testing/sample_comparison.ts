import type { z } from "zod";
import { type ComparedRun as WireRun, Comparison } from "@mypacer/shared/contract/comparison.ts";
import {
  type ComparedBy,
  type ComparedRun,
  compareRunners,
} from "@mypacer/shared/domain/analysis/head_to_head.ts";
import { toRuns } from "@mypacer/shared/domain/results/run_record.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "./sample_people.ts";

/** `GET /compare` of the sample people, none of them minors; null for an unknown id. */
export function sampleComparison(parameters: URLSearchParams): Response | null {
  const ids = (parameters.get("athletes") ?? "").split(",");
  const athletes = ids.flatMap((id) => SAMPLE_ATHLETES.find(({ ffa_id }) => ffa_id === id) ?? []);
  if (athletes.length < ids.length) return null;
  const by: ComparedBy = parameters.get("by") === "age_grade" ? "age_grade" : "time";
  const { runs, pairs, rankings } = compareRunners(
    athletes.map(({ ffa_id: id, sex, birth_year: birthYear }) => ({
      runs: toRuns(
        sampleRecords(id).map((record) => ({ ...record, isRunning: record.is_running })),
      ),
      sex,
      birthYear,
      minor: false,
    })),
    by,
  );
  const idOf = (runner: number) => ids[runner] ?? "";
  const wire: z.input<typeof Comparison> = {
    by,
    max_age: null,
    athletes: athletes.map((athlete, at) => ({
      athlete,
      minor: false,
      origin: {
        source: "live",
        fetched_at: "2026-11-20T08:30:00Z",
        age_seconds: 0,
        stale: false,
        stale_reason: null,
      },
      missing: null,
      runs: (runs[at] ?? []).map(toWire),
    })),
    pairs: pairs.map(({ first, second, lines, lead }) => ({
      first: idOf(first),
      second: idOf(second),
      lines: lines.map((line) => ({
        ...line,
        first: toWire(line.first),
        second: toWire(line.second),
      })),
      lead: !lead.valid ? lead : {
        valid: true,
        ahead: lead.ahead && idOf(lead.ahead === "first" ? first : second),
        gaps: lead.gaps.map(({ seconds, secondsPerKilometer, percent }) => ({
          seconds,
          seconds_per_km: secondsPerKilometer,
          percent,
        })),
        crossovers: lead.crossovers.map(({ distance, fasterBefore }) => ({
          distance,
          faster_before: idOf(fasterBefore === "first" ? first : second),
          faster_after: idOf(fasterBefore === "first" ? second : first),
        })),
      },
    })),
    rankings: rankings.map(({ runs, ...line }) => ({
      ...line,
      runs: runs.map(({ runner, place, behind, ...run }) => ({
        ...toWire(run),
        ffa_id: idOf(runner),
        place,
        behind,
      })),
    })),
  };
  return Response.json(Comparison.parse(wire));
}

function toWire({ run, time }: ComparedRun): WireRun {
  const { discipline, event, distance, date } = run;
  return {
    record: { discipline, event, distance, time: Math.round(run.time * 100), date },
    time: Math.round(time * 100),
  };
}
