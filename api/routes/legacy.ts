import { LAST_SEARCH_OFFSET } from "@mypacer/shared/contract/athlete.ts";
import { bestsByDistance, isRun } from "@mypacer/shared/domain/results/best_records.ts";
import { HALF_MARATHON, MILE, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { shownBirth } from "../wire/athlete.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { Context } from "../context.ts";
import { requireShare } from "../directory_share/require_share.ts";
import { type Answer, CACHE, json } from "../http/answer.ts";
import type { Exchange, Route } from "../http/route.ts";
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
import { outcomeOf } from "../federation/page_outcome.ts";
import { ageOf } from "../federation/page_age.ts";
import { findAthleteWithRecordsById } from "../repositories/athlete_records.ts";
import { type Hit, NOTHING_FOUND } from "../search/engine.ts";
import { parseSearchText, QueryError, type SearchQuery } from "../search/query.ts";

/** What the routes of the original service's routes work with. */
type LegacyNeeds = Pick<
  Context,
  | "search"
  | "federationUrl"
  | "sql"
  | "records"
  | "metrics"
  | "clock"
  | "listed"
  | "directoryShare"
  | "directory"
>;

function parseName(name: string): SearchQuery {
  try {
    return parseSearchText(name, { shortest: 1 });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw refuse(["query", "name"], {
      type: "value_error",
      accepted: error.message,
      given: name,
    });
  }
}

function toLegacyAthlete({ athlete, score }: Hit, federationUrl: string): LegacyAthlete {
  const { birth_year: birthYear } = shownBirth(athlete);
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
export async function getLegacyAthletes(
  { request, url }: Exchange,
  context: LegacyNeeds,
): Promise<Answer> {
  const { name, limit, offset } = parseLegacyQuery(GetAthletesQuery, { url, texts: ["name"] });
  const query = parseName(name);
  const { hits } = query.unsearchableScript || offset > LAST_SEARCH_OFFSET
    ? NOTHING_FOUND
    : await context.search.find({
      query,
      limit: Math.min(100, Math.max(1, limit)),
      offset,
    });
  await requireShare(request, hits.map(({ athlete }) => athlete.ffaId), context);
  return json(hits.map((hit) => toLegacyAthlete(hit, context.federationUrl)), {
    cache: CACHE.directory,
  });
}

/** A distance as the original's clients know it: mile and half marathon cut. */
function legacyKey(distance: number): string {
  if (sameDistance(distance, MILE)) return "1609.34";
  return sameDistance(distance, HALF_MARATHON) ? "21097" : String(distance);
}

/** Best time in seconds by distance in meters, whatever the discipline of the run. */
export function toLegacyRecords(records: readonly RecordEntry[]): Record<string, number> {
  return Object.fromEntries(
    [...bestsByDistance(records)].filter(isRun).map(({ distance, mark }) => [
      legacyKey(distance),
      mark / 100,
    ]),
  );
}

/** `GET /get_athlete_records`: best times of an athlete. */
export async function getLegacyRecords(
  { request, url }: Exchange,
  context: LegacyNeeds,
): Promise<Answer> {
  const { ident } = parseLegacyQuery(GetAthleteRecordsQuery, { url });
  const { sql, records, metrics, clock } = context;
  const found = Number.isSafeInteger(ident) ? await findAthleteWithRecordsById(sql, ident) : null;
  if (found === null || (await context.listed([found.athlete])).length === 0) {
    throw new DetailError(404, "Athlete not found");
  }
  await requireShare(request, [found.athlete.ffaId], context);
  const reading = await records.read(found.athlete, found.kept);
  metrics.countPage("records", outcomeOf(reading));
  if (!isReading(reading)) {
    throw reading.kind === "failed"
      ? new DetailError(503, "The federation's site does not answer; try again later")
      : new DetailError(404, "Athlete not found");
  }
  return json(toLegacyRecords(reading.records), {
    cache: CACHE.directory,
    // The shape of the original has no room for it.
    headers: { "x-records-age": String(ageOf(reading, clock())) },
  });
}

const athletes = {
  method: "GET",
  tag: "Original service",
  summary: "Athletes by name, best first",
  query: GetAthletesQuery,
  answer: LegacyAthletes,
  refusal: ValidationDetail,
  statuses: { 422: "A parameter is refused" },
  handler: getLegacyAthletes,
} as const;

export const legacyRoutes: readonly Route<LegacyNeeds>[] = [
  { ...athletes, path: "/get_athletes", operation: "getLegacyAthletes" },
  { ...athletes, path: "/get_athletes_from_db", operation: "getLegacyAthletesFromDb" },
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
    handler: getLegacyRecords,
  },
];
