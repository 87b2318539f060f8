import { LAST_SEARCH_OFFSET } from "@mypacer/shared/contract/athlete.ts";
import { bestsByDistance, isRun } from "@mypacer/shared/domain/results/best_records.ts";
import { HALF_MARATHON, MILE, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { shownBirth } from "../wire/athlete.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { requireShare, type ShareNeeds } from "../directory_share/require_share.ts";
import { CACHE, respondJson } from "../http/respond.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { parseLegacyQuery } from "../legacy/query.ts";
import {
  GetAthleteRecordsQuery,
  GetAthletesQuery,
  type LegacyAthlete,
  LegacyAthletes,
  LegacyRecords,
} from "../legacy/schema.ts";
import { DetailError, refuse, ValidationDetail } from "../legacy/validation_error.ts";
import { isReading } from "../federation/page_gateway.ts";
import { outcomeLabel } from "../federation/page_outcome.ts";
import { ageInSeconds } from "../federation/page_age.ts";
import type { Metrics } from "../observation/metrics.ts";
import type { RecordsGateway } from "../records/records_kind.ts";
import { findAthleteWithPageById } from "../repositories/athlete_with_page.ts";
import type { ListedFilter } from "../repositories/listed_filter.ts";
import { type Hit, NOTHING_FOUND, type SearchEngine } from "../search/engine.ts";
import { parseSearchText, QueryError, type SearchQuery } from "../search/query.ts";

/** What the routes of the original service work with. */
interface LegacyNeeds extends ShareNeeds {
  sql: Sql;
  search: SearchEngine;
  records: RecordsGateway;
  filterListed: ListedFilter;
  federationUrl: string;
  metrics: Metrics;
  clock: () => Date;
}

function parseName(name: string): SearchQuery {
  try {
    return parseSearchText(name, { minLetters: 1 });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw refuse(["query", "name"], {
      type: "value_error",
      accepted: error.message,
      value: name,
    });
  }
}

function toLegacyAthlete({ athlete, score }: Hit, federationUrl: string): LegacyAthlete {
  const { birthYear } = shownBirth(athlete);
  return {
    id: athlete.id,
    ffa_id: athlete.ffaId,
    name: athlete.name,
    url: federationUrls(federationUrl).athlete(athlete.ffaId).href,
    birth_date: birthYear === null ? null : String(birthYear),
    license_id: null,
    sexe: athlete.sex,
    nationality: athlete.nationality,
    score,
  };
}

/** `GET /get_athletes`: athletes by name, best first. */
async function getLegacyAthletes({ request, url }: RoutedRequest, needs: LegacyNeeds) {
  const { name, limit, offset } = parseLegacyQuery(GetAthletesQuery, { url, texts: ["name"] });
  const query = parseName(name);
  const { hits } = query.unsearchableScript || offset > LAST_SEARCH_OFFSET
    ? NOTHING_FOUND
    : await needs.search.find({
      query,
      limit: Math.min(100, Math.max(1, limit)),
      offset,
    });
  await requireShare(request, hits.map(({ athlete }) => athlete.ffaId), needs);
  const athletes = hits.map((hit) => toLegacyAthlete(hit, needs.federationUrl));
  return respondJson(request, athletes, { cache: CACHE.directory });
}

/** A distance as the original's clients know it: mile and half marathon cut. */
function legacyKey(distance: number): string {
  if (sameDistance(distance, MILE)) return "1609.34";
  return sameDistance(distance, HALF_MARATHON) ? "21097" : String(distance);
}

/** Best time in seconds by distance in meters, whatever the discipline of the run. */
function toLegacyRecords(records: readonly RecordEntry[]): Record<string, number> {
  return Object.fromEntries(
    [...bestsByDistance(records)].filter(isRun).map(({ distance, mark }) => [
      legacyKey(distance),
      mark / 100,
    ]),
  );
}

/** `GET /get_athlete_records`: best times of an athlete. */
async function getLegacyRecords({ request, url }: RoutedRequest, needs: LegacyNeeds) {
  const { ident } = parseLegacyQuery(GetAthleteRecordsQuery, { url });
  const { sql, records, metrics, clock } = needs;
  const row = Number.isSafeInteger(ident) ? await findAthleteWithPageById(sql, ident) : null;
  if (row === null || (await needs.filterListed([row.athlete])).length === 0) {
    throw new DetailError(404, "Athlete not found");
  }
  await requireShare(request, [row.athlete.ffaId], needs);
  const reading = await records.read(row.athlete, row.recordsPage);
  metrics.countPage("records", outcomeLabel(reading));
  if (!isReading(reading)) {
    throw reading.kind === "failed"
      ? new DetailError(503, "The federation's site does not answer; try again later")
      : new DetailError(404, "Athlete not found");
  }
  return respondJson(request, toLegacyRecords(reading.records), {
    cache: CACHE.directory,
    // The shape of the original has no room for it.
    headers: { "x-records-age": String(ageInSeconds(reading, clock())) },
  });
}

const searchRoute = (
  address: Pick<Route, "path" | "operation">,
  needs: LegacyNeeds,
): Route => ({
  ...address,
  method: "GET",
  tag: "Original service",
  summary: "Athletes by name, best first",
  query: GetAthletesQuery,
  answer: LegacyAthletes,
  refusal: ValidationDetail,
  statuses: { 422: "A parameter is refused" },
  handler: (routed) => getLegacyAthletes(routed, needs),
});

export const legacyRoutes = (needs: LegacyNeeds): Route[] => [
  searchRoute({ path: "/get_athletes", operation: "getLegacyAthletes" }, needs),
  searchRoute({ path: "/get_athletes_from_db", operation: "getLegacyAthletesFromDb" }, needs),
  {
    method: "GET",
    path: "/get_athlete_records",
    tag: "Original service",
    operation: "getLegacyRecords",
    summary: "Best times by distance",
    query: GetAthleteRecordsQuery,
    answer: LegacyRecords,
    refusal: ValidationDetail,
    statuses: {
      404: "No athlete has this id (`detail` is a text)",
      422: "`ident` is refused",
      503: "The federation does not answer and no records were kept (`detail` is a text)",
    },
    handler: (routed) => getLegacyRecords(routed, needs),
  },
];
