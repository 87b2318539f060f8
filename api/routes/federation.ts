import { Athlete } from "@mypacer/shared/contract/athlete.ts";
import {
  AthleteToAdd,
  FEDERATION_QUERY_MIN_LENGTH,
  FederationAthletes,
  FederationQuery,
} from "@mypacer/shared/contract/federation_search.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { requireShare, type ShareNeeds } from "../directory_share/require_share.ts";
import { CACHE, respondJson } from "../http/respond.ts";
import { BODY_STATUSES, readText, requireJson } from "../http/body.ts";
import { parseJsonBody } from "../http/json_body.ts";
import { invalidParameters, notFound, quoteValue } from "../http/problem.ts";
import { parseQuery } from "../http/query.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import type { AthleteAdder } from "../new_athletes/athlete_adder.ts";
import type { FederationSearch } from "../new_athletes/federation_search.ts";
import { findBirths } from "../repositories/athlete.ts";
import type { ListedFilter } from "../repositories/listed_filter.ts";
import { parseTextParameter } from "./search_text.ts";
import { addressOf, toAthlete } from "../wire/athlete.ts";

/** What the routes of the federation's search work with. */
interface FederationNeeds extends ShareNeeds {
  sql: Sql;
  filterListed: ListedFilter;
  federationSearch: FederationSearch;
  adder: AthleteAdder;
  federationUrl: string;
}

/** Most athletes of one answer: whoever is not among them is found by more letters. */
const MAX_ATHLETES = 50;

/** The part of a text that is a name: the federation's search knows no years and no numbers. */
function nameIn(q: string): string {
  const { words } = parseTextParameter(q, { minLetters: FEDERATION_QUERY_MIN_LENGTH });
  const letters = words.filter((word) => !/^\d+$/.test(word)).join("");
  if (letters.length < FEDERATION_QUERY_MIN_LENGTH) {
    throw invalidParameters([{
      parameter: "q",
      given: quoteValue(q),
      accepted: `a name of at least ${FEDERATION_QUERY_MIN_LENGTH} letters`,
    }]);
  }
  return q.split(/\s+/).filter((word) => /\p{L}/u.test(word)).join(" ");
}

/** `GET /federation/athletes`: what the federation's own search finds now. */
async function getFederationAthletes({ request, url }: RoutedRequest, needs: FederationNeeds) {
  const { federationSearch, filterListed, sql, federationUrl } = needs;
  const { q } = parseQuery(FederationQuery, url);
  const athletes = await federationSearch.find(nameIn(q));
  const shown = athletes.slice(0, MAX_ATHLETES);
  // Its search tells no ages: of who is in the directory, the directory does.
  const births = await findBirths(sql, shown.map(({ ffaId }) => ffaId));
  const listedAthletes = await filterListed(
    shown.map((athlete) => ({ ...athlete, ...births.get(athlete.ffaId) })),
  );
  await requireShare(request, listedAthletes.map(({ ffaId }) => ffaId), needs);
  const answer: FederationAthletes = {
    items: listedAthletes.map(({ ffaId, name, sex, club }) => ({
      ffa_id: ffaId,
      name,
      sex,
      club,
      url: addressOf(ffaId, federationUrl),
      listed: births.has(ffaId),
    })),
    total_is_exact: athletes.length <= MAX_ATHLETES,
  };
  return respondJson(request, answer, { cache: CACHE.directory });
}

/**
 * `POST /athletes`: adds an athlete of the federation to the directory. Doing it twice changes
 * nothing.
 */
async function postAthlete({ request }: RoutedRequest, needs: FederationNeeds) {
  const { adder, federationUrl } = needs;
  // A page of another site cannot send JSON without a preflight request, and none is allowed here.
  requireJson(request);
  const { ffa_id: ffaId } = parseJsonBody(AthleteToAdd, await readText(request));
  await requireShare(request, [ffaId], needs);
  const athlete = await adder.add(ffaId);
  if (athlete === null) throw notFound("The federation has no athlete with this id");
  return respondJson(request, toAthlete(athlete, federationUrl), { cache: CACHE.never });
}

const unavailable = {
  429:
    "The federation was asked too often, or this network read its share of the directory for now " +
    "(`directory-share`); `Retry-After` says when the same question will be answered",
  503: "The federation does not answer",
};

export const federationRoutes = (needs: FederationNeeds): Route[] => [
  {
    method: "GET",
    path: "/federation/athletes",
    tag: "Athletes",
    operation: "getFederationAthletes",
    summary: "Search at the federation",
    description: "What the federation's own search finds at this moment, for who is not in the " +
      "directory yet. Slow and strict: it knows names by their beginning, so it is asked up to four times, for " +
      "either order and for compound names, until somebody has every typed word. Answers are kept for some minutes.",
    query: FederationQuery,
    answer: FederationAthletes,
    statuses: unavailable,
    handler: (routed) => getFederationAthletes(routed, needs),
  },
  {
    method: "POST",
    path: "/athletes",
    tag: "Athletes",
    operation: "postAthlete",
    summary: "Add an athlete of the federation to the directory",
    description: "Reads who it is from the federation, with the records. Who is in the directory " +
      "already is answered as they are.",
    body: AthleteToAdd,
    answer: Athlete,
    statuses: {
      404: "The federation has no athlete with this id",
      ...BODY_STATUSES,
      ...unavailable,
    },
    handler: (routed) => postAthlete(routed, needs),
  },
];
