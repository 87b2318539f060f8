import {
  Athlete,
  AthletePage,
  AthleteQuery,
  FfaId,
  type Understood,
} from "@mypacer/shared/contract/athlete.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import type { Context } from "../context.ts";
import { type Answer, CACHE, json } from "../http/answer.ts";
import { notFound, ProblemError } from "../http/problem.ts";
import { parsePathPart, parseQuery } from "../http/query.ts";
import type { Exchange, Route } from "../http/route.ts";
import { RecordsUnavailableError } from "../records/gateway.ts";
import { toAthleteRecords } from "../records/to_wire.ts";
import { type AthleteRow, findAthlete } from "../repositories/athlete.ts";
import { NOTHING_FOUND, type SearchEngine } from "../search/engine.ts";
import type { SearchQuery } from "../search/query.ts";
import { parseText } from "./search_text.ts";
import { toAthlete } from "./to_athlete.ts";

/** Fewest letters of a search: with fewer, half the directory answers. */
const SHORTEST = 3;
/** Fewest letters where a club narrows the search. */
const SHORTEST_NARROWED = 2;
/** Digits of a club's number. */
const CLUB_DIGITS = 6;

/** What a query without words asks for. */
const EVERYBODY: SearchQuery = { words: [], birthYear: null, numbers: [], nobody: false };

/** `GET /athletes`: athletes by name, best first. */
export async function getAthletes({ url }: Exchange, context: Context): Promise<Answer> {
  const began = performance.now();
  const { q, active_since: activeSince, ...options } = parseQuery(AthleteQuery, url);
  const query = q === undefined && options.club !== undefined
    ? EVERYBODY
    : parseText(q ?? "", { shortest: options.club === undefined ? SHORTEST : SHORTEST_NARROWED });
  const { hits, totalIsExact, clubWords } = query.nobody
    ? NOTHING_FOUND
    : await context.search.find({ ...options, activeSince, query });
  const items = hits.map(({ athlete, score, match }) => ({
    ...toAthlete(athlete, context.federationUrl),
    score,
    match,
  }));
  const took = Math.round((performance.now() - began) * 100) / 100;
  const understood = await understand(query, {
    club: options.club,
    clubWords,
    search: context.search,
  });
  const page: AthletePage = { items, total_is_exact: totalIsExact, took_ms: took, understood };
  return json(page, { cache: CACHE.directory, identity: [items, totalIsExact, understood] });
}

/** Tells what a search text was taken for. */
async function understand(
  { words, birthYear, numbers }: SearchQuery,
  { club: wanted, clubWords, search }: {
    club: string | undefined;
    clubWords: string[];
    search: SearchEngine;
  },
): Promise<Understood> {
  let club: Understood["club"] = null;
  const others: string[] = [];
  for (const number of numbers) {
    const found = number.length === CLUB_DIGITS ? await search.clubOf(number) : null;
    if (found === null) others.push(number);
    else club = found;
  }
  if (wanted !== undefined) club = await search.clubOf(wanted);
  return { words: [...words], club_words: clubWords, birth_year: birthYear, numbers: others, club };
}

/**
 * The athlete that a path names.
 *
 * @throws {ProblemError} 400 when it is no federation id, 404 when nobody has it.
 */
async function athleteOf({ params }: Exchange, { sql, listed }: Context): Promise<AthleteRow> {
  const ffaId = parsePathPart(FfaId, { name: "ffaId", value: params["ffaId"] });
  const athlete = await findAthlete(sql, ffaId);
  if (athlete === null || (await listed([athlete])).length === 0) {
    throw notFound("The directory has no athlete with this federation id");
  }
  return athlete;
}

/** `GET /athletes/{ffaId}`. */
export async function getAthlete(exchange: Exchange, context: Context): Promise<Answer> {
  const athlete: Athlete = toAthlete(await athleteOf(exchange, context), context.federationUrl);
  return json(athlete, { cache: CACHE.directory });
}

/** `GET /athletes/{ffaId}/records`: as the federation publishes them now, or as they were last read. */
export async function getAthleteRecords(exchange: Exchange, context: Context): Promise<Answer> {
  const { records, metrics, federationUrl } = context;
  const athlete = await athleteOf(exchange, context);
  try {
    const reading = await records.read(athlete);
    if (reading === null) {
      metrics.countRecords("unknown");
      throw notFound("The federation's site has no page for this athlete");
    }
    metrics.countRecords(reading.stale ? "stale" : reading.source);
    // A first reading may have told the birth year or the club: the answer shows them at once.
    const shown = reading.source === "live"
      ? await findAthlete(context.sql, athlete.ffaId) ?? athlete
      : athlete;
    return json(toAthleteRecords(reading, { athlete: shown, federationUrl }), {
      cache: reading.stale ? CACHE.revalidate : CACHE.directory,
    });
  } catch (cause) {
    if (!(cause instanceof RecordsUnavailableError)) throw cause;
    metrics.countRecords("unavailable");
    throw new ProblemError(503, {
      kind: "federation-unavailable",
      title: "The federation's site does not answer",
      detail: "No records of this athlete were kept from an earlier reading; try again later",
      headers: { "retry-after": String(Math.ceil(cause.retryAfter)) },
      cause,
    });
  }
}

const pathParameters = { ffaId: FfaId };

export const athleteRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/athletes",
    tag: "Athletes",
    operation: "getAthletes",
    summary: "Search athletes",
    description: "By name, best first. Order of words, accents, case, hyphens and apostrophes do " +
      "not matter, the last word may be unfinished, slips are forgiven. A birth year, a club number or a " +
      "federation id may be part of the query. `match` says which parts of the name answer.",
    query: AthleteQuery,
    answer: AthletePage,
    handler: getAthletes,
  },
  {
    method: "GET",
    path: "/athletes/:ffaId",
    tag: "Athletes",
    operation: "getAthlete",
    summary: "One athlete",
    pathParameters,
    answer: Athlete,
    statuses: { 404: "Nobody in the directory has this id" },
    handler: getAthlete,
  },
  {
    method: "GET",
    path: "/athletes/:ffaId/records",
    tag: "Athletes",
    operation: "getAthleteRecords",
    summary: "Personal records",
    description:
      "Read from the federation, or kept from an earlier reading while fresh. When the " +
      "federation does not answer, the last known ones with `stale: true` and their date.",
    pathParameters,
    answer: AthleteRecords,
    statuses: {
      404: "Nobody in the directory has this id, or the federation knows it no more",
      503: "The federation does not answer and no records were kept",
    },
    handler: getAthleteRecords,
  },
];
