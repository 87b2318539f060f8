import { AthleteResult, type AthleteResults } from "@mypacer/shared/contract/result.ts";
import { type PageAge, toPageFreshness } from "../federation/page_age.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import { toAthlete } from "./athlete.ts";
import { toWire } from "./fields.ts";
import type { ResultsReading } from "../results/results_kind.ts";

/** The lasting part of an answer of results. */
export type ResultsContent = Omit<AthleteResults, keyof PageAge>;

/** Results as `GET /athletes/{ffaId}/results` answers them, but for the passing part. */
export function toResultsContent(
  reading: ResultsReading,
  { athlete, year, federationUrl }: { athlete: AthleteRow; year: number; federationUrl: string },
): ResultsContent {
  return {
    ...toPageFreshness(reading),
    athlete: toAthlete(athlete, federationUrl),
    year,
    results: reading.results.map(({ mark, ...result }) =>
      toWire(AthleteResult, {
        ...result,
        unit: mark?.unit ?? null,
        mark: mark?.value ?? null,
        handTimed: mark?.handTimed ?? false,
        chipTime: mark?.chipTime ?? null,
      })
    ),
  };
}
