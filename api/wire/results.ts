import { AthleteResult, type AthleteResults } from "@mypacer/shared/contract/result.ts";
import { isMinor } from "@mypacer/shared/domain/people/minor.ts";
import { type PageAge, toPageFreshness } from "../federation/page_age.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import { toAthlete } from "./athlete.ts";
import { toWire } from "./fields.ts";
import type { ResultsReading } from "../results/results_kind.ts";

/** The lasting part of an answer of results. */
export type ResultsContent = Omit<AthleteResults, keyof PageAge>;

/** What ranks a result: left out of minors' results. */
const UNRANKED = { place: null, placeText: null, level: null, points: null } as const;

/**
 * Results as `GET /athletes/{ffaId}/results` answers them, but for the passing part; those of
 * minors without place, level and points.
 *
 * @param options.today The present year tells who is a minor.
 */
export function toResultsContent(
  reading: ResultsReading,
  { athlete, year, federationUrl, today }: {
    athlete: AthleteRow;
    year: number;
    federationUrl: string;
    today: Date;
  },
): ResultsContent {
  const minor = isMinor(athlete.birthYear ?? athlete.birthYearMax, today.getUTCFullYear());
  return {
    ...toPageFreshness(reading),
    athlete: toAthlete(athlete, federationUrl),
    year,
    results: reading.results.map(({ mark, ...result }) =>
      toWire(AthleteResult, {
        ...result,
        ...minor ? UNRANKED : {},
        unit: mark?.unit ?? null,
        mark: mark?.value ?? null,
        handTimed: mark?.handTimed ?? false,
        chipTime: mark?.chipTime ?? null,
      })
    ),
  };
}
