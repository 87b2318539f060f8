import {
  Athlete,
  AthletePage,
  AthleteQuery,
  FfaId,
  Understood,
} from "@mypacer/shared/contract/athlete.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { exampleRecords } from "../documentation/examples.ts";
import { requireShare, SHARE_STATUSES, type ShareNeeds } from "../directory_share/require_share.ts";
import { requireJson } from "../http/body.ts";
import { CACHE, respondJson } from "../http/respond.ts";
import { parseQuery } from "../http/query.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { respondWithRecords } from "../records/respond_with_records.ts";
import { type RecordsNeeds, requireAthlete } from "../records/read_records.ts";
import { type RecordsContent, toRecordsContent } from "../wire/records.ts";
import { NOTHING_FOUND, type SearchEngine } from "../search/engine.ts";
import type { SearchQuery } from "../search/query.ts";
import { pageStatuses } from "./page_statuses.ts";
import { parseTextParameter } from "./search_text.ts";
import { toAthlete } from "../wire/athlete.ts";
import { toWire } from "../wire/fields.ts";
import type { PageNeeds } from "../federation/respond_with_page.ts";

/** What the search works with. */
interface SearchNeeds extends ShareNeeds {
  search: SearchEngine;
  federationUrl: string;
}

/** What the routes of athletes work with. */
interface AthleteNeeds extends RecordsNeeds, PageNeeds, SearchNeeds {}

/** Fewest letters of a search: with fewer, half the directory answers. */
const MIN_LETTERS = 3;
/** Fewest letters of a search in one club. */
const MIN_LETTERS_IN_CLUB = 2;
/** Digits of a club's number. */
const CLUB_DIGITS = 6;

/** A query without words: all athletes of a club. */
const EVERYBODY: SearchQuery = {
  words: [],
  birthYear: null,
  numbers: [],
  unsearchableScript: false,
};

/** `GET /athletes`: athletes by name, best first. */
async function getAthletes({ request, url }: RoutedRequest, needs: SearchNeeds) {
  const began = performance.now();
  const { q, active_since: activeSince, with: addition, ...options } = parseQuery(
    AthleteQuery,
    url,
  );
  const query = q === undefined && options.club !== undefined
    ? EVERYBODY
    : parseTextParameter(q ?? "", {
      minLetters: options.club === undefined ? MIN_LETTERS : MIN_LETTERS_IN_CLUB,
    });
  const { hits, totalIsExact, total, counts, clubWords } = query.unsearchableScript
    ? NOTHING_FOUND
    : await needs.search.find({
      ...options,
      activeSince,
      query,
      counts: addition === "counts",
    });
  await requireShare(request, hits.map(({ athlete }) => athlete.ffaId), needs);
  const items = hits.map(({ athlete, score, match }) => ({
    ...toAthlete(athlete, needs.federationUrl),
    score,
    match,
  }));
  const took = Math.round((performance.now() - began) * 100) / 100;
  const understood = await explainQuery(query, {
    club: options.club,
    clubWords,
    search: needs.search,
  });
  const page: Omit<AthletePage, "took_ms"> = {
    items,
    total,
    counts,
    total_is_exact: totalIsExact,
    understood,
  };
  return respondJson(request, page, {
    cache: CACHE.directory,
    beside: { took_ms: took } satisfies Pick<AthletePage, "took_ms">,
  });
}

/** Tells how a search text was understood: words, a birth year, numbers, a club. */
async function explainQuery(
  { words, birthYear, numbers }: SearchQuery,
  { club: clubNumber, clubWords, search }: {
    club: string | undefined;
    clubWords: string[];
    search: SearchEngine;
  },
): Promise<Understood> {
  let club: Understood["club"] = null;
  const others: string[] = [];
  for (const number of numbers) {
    const itsClub = number.length === CLUB_DIGITS ? await search.clubOf(number) : null;
    if (itsClub === null) others.push(number);
    else club = itsClub;
  }
  if (clubNumber !== undefined) club = await search.clubOf(clubNumber);
  return toWire(Understood, { words: [...words], clubWords, birthYear, numbers: others, club });
}

/** `GET /athletes/{ffaId}`. */
async function getAthlete(routed: RoutedRequest, needs: AthleteNeeds) {
  const { athlete } = await requireAthlete(routed.params["ffaId"], routed, needs);
  const answer = toAthlete(athlete, needs.federationUrl);
  return respondJson(routed.request, answer, { cache: CACHE.directory });
}

/**
 * `GET /athletes/{ffaId}/records`: as the federation publishes them now, or as they were last read.
 */
async function getAthleteRecords(
  routed: RoutedRequest,
  needs: AthleteNeeds,
  { renew = false }: { renew?: boolean } = {},
): Promise<Response> {
  const { federationUrl } = needs;
  return await respondWithRecords(routed, {
    name: "records",
    renew,
    toContent: ({ athlete, reading }): RecordsContent =>
      toRecordsContent(reading, { athlete, federationUrl }),
  }, needs);
}

/**
 * `POST /athletes/{ffaId}/records`: the same, read again from the federation unless that was done
 * just now.
 */
async function renewAthleteRecords(routed: RoutedRequest, needs: AthleteNeeds) {
  // A page of another site cannot send JSON without a preflight request, and none is allowed here.
  requireJson(routed.request);
  const response = await getAthleteRecords(routed, needs, { renew: true });
  response.headers.set("cache-control", CACHE.never);
  return response;
}

const pathParameters = { ffaId: FfaId };

/** The search alone, which needs no database while there is an index. */
export const searchRoute = (needs: SearchNeeds): Route => ({
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
  statuses: SHARE_STATUSES,
  handler: (routed) => getAthletes(routed, needs),
});

export const athleteRoutes = (needs: AthleteNeeds): Route[] => [
  searchRoute(needs),
  {
    method: "GET",
    path: "/athletes/:ffaId",
    tag: "Athletes",
    operation: "getAthlete",
    summary: "One athlete",
    pathParameters,
    answer: Athlete,
    statuses: { 404: "Nobody in the directory has this id", ...SHARE_STATUSES },
    handler: (routed) => getAthlete(routed, needs),
  },
  {
    method: "GET",
    path: "/athletes/:ffaId/records",
    tag: "Athletes",
    operation: "getAthleteRecords",
    summary: "Personal records",
    description:
      "Every event of the federation's page, running or not. Read from the federation, or kept from an " +
      "earlier reading while fresh. Beyond that the last known ones are answered with `stale: true` while new " +
      "ones are read, or when the federation does not answer; `age_seconds` tells how old they are.",
    pathParameters,
    answer: AthleteRecords,
    example: exampleRecords,
    statuses: pageStatuses("records"),
    handler: (routed) => getAthleteRecords(routed, needs),
  },
  {
    method: "POST",
    path: "/athletes/:ffaId/records",
    tag: "Athletes",
    operation: "renewAthleteRecords",
    summary: "Personal records, read again",
    description:
      "For who sees that records are old. Those read less than ten minutes ago are answered as they are; the " +
      "federation is asked within the same budget as for everybody.",
    pathParameters,
    answer: AthleteRecords,
    statuses: pageStatuses("records"),
    handler: (routed) => renewAthleteRecords(routed, needs),
  },
];
