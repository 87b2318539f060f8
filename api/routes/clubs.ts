import {
  Club,
  ClubAthletesQuery,
  ClubDetail,
  ClubNumber,
  ClubPage,
  ClubQuery,
} from "@mypacer/shared/contract/club.ts";
import { ClubAthletes } from "@mypacer/shared/contract/club_athletes.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { CACHE, respondJson } from "../http/respond.ts";
import { requireShare, SHARE_STATUSES, type ShareNeeds } from "../directory_share/require_share.ts";
import { invalidParameters, notFound, quoteValue } from "../http/problem.ts";
import { parsePathPart, parseQuery } from "../http/query.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { countClubMembers, findClubMembers } from "../repositories/club_members.ts";
import type { ListedAges } from "../repositories/listed_ages.ts";
import type { ListedFilter } from "../repositories/listed_filter.ts";
import {
  type ClubRow,
  findClub,
  findClubsByName,
  findClubsByNumber,
  findClubSeasons,
} from "../repositories/club.ts";
import { toAthlete } from "../wire/athlete.ts";
import { toWire } from "../wire/fields.ts";

/** What the routes of clubs work with. */
interface ClubNeeds extends ShareNeeds {
  sql: Sql;
  ages: ListedAges;
  filterListed: ListedFilter;
  federationUrl: string;
}

/** What a club's number may begin with, as names are compared: `07`, `02a1`. */
const NUMBER_START = /^\d(?:\d*|\d?[a-z]\d*)$/;

/** `GET /clubs`: clubs by name or by the beginning of their number. */
async function getClubs({ request, url }: RoutedRequest, { sql }: ClubNeeds) {
  const { q, limit, offset } = parseQuery(ClubQuery, url);
  const name = normalizeName(visibleText(q));
  if (name.length < 2) {
    throw invalidParameters([{
      parameter: "q",
      given: quoteValue(q),
      accepted: "at least 2 letters or digits (a–z, 0–9, accents welcome)",
    }]);
  }
  const page = { limit: limit + 1, offset };
  const byNumber = NUMBER_START.test(name)
    ? await findClubsByNumber(sql, { start: name.toUpperCase(), ...page })
    : [];
  // A name may begin like a number; digits alone are none.
  const clubs = byNumber.length > 0 || /^\d+$/.test(name)
    ? byNumber
    : await findClubsByName(sql, { name, ...page });
  const answer: ClubPage = {
    items: clubs.slice(0, limit).map((club) => toWire(Club, club)),
    total_is_exact: clubs.length <= limit,
  };
  return respondJson(request, answer, { cache: CACHE.directory });
}

async function clubOf({ params }: RoutedRequest, { sql }: ClubNeeds): Promise<ClubRow> {
  const number = parsePathPart(ClubNumber, { name: "number", value: params["number"] });
  const club = await findClub(sql, number);
  if (club === null) throw notFound("The directory has no club with this number");
  return club;
}

/** `GET /clubs/{number}`: the club and its seasons. */
async function getClub(routed: RoutedRequest, needs: ClubNeeds) {
  const club = await clubOf(routed, needs);
  const answer: ClubDetail = {
    ...toWire(Club, club),
    seasons: await findClubSeasons(needs.sql, {
      clubId: club.id,
      latestBirthYear: needs.ages.latestBirthYear(),
    }),
  };
  return respondJson(routed.request, answer, { cache: CACHE.directory });
}

/** `GET /clubs/{number}/athletes`: members in one season, or in any. */
async function getClubAthletes(routed: RoutedRequest, needs: ClubNeeds) {
  const { season, sex, category, letter, limit, offset } = parseQuery(
    ClubAthletesQuery,
    routed.url,
  );
  const club = await clubOf(routed, needs);
  const latestBirthYear = needs.ages.latestBirthYear();
  const search = { clubId: club.id, season, sex, category, letter, latestBirthYear };
  const [athletes, { total, counts }] = await Promise.all([
    findClubMembers(needs.sql, { ...search, limit: limit + 1, offset }),
    countClubMembers(needs.sql, search),
  ]);
  const members = await needs.filterListed(athletes.slice(0, limit));
  await requireShare(routed.request, members.map(({ ffaId }) => ffaId), needs);
  const answer: ClubAthletes = {
    club: toWire(Club, club),
    items: members.map((row) => toAthlete(row, needs.federationUrl)),
    total,
    counts,
    total_is_exact: athletes.length <= limit,
  };
  return respondJson(routed.request, answer, { cache: CACHE.directory });
}

const pathParameters = { number: ClubNumber };
const statuses = { 404: "The directory has no club with this number" };

export const clubRoutes = (needs: ClubNeeds): Route[] => [
  {
    method: "GET",
    path: "/clubs",
    tag: "Clubs",
    operation: "getClubs",
    summary: "Search clubs",
    description: "By name, or by the beginning of the federation number.",
    query: ClubQuery,
    answer: ClubPage,
    handler: (routed) => getClubs(routed, needs),
  },
  {
    method: "GET",
    path: "/clubs/:number",
    tag: "Clubs",
    operation: "getClub",
    summary: "One club",
    description: "With the number of its licensed athletes in each season.",
    pathParameters,
    answer: ClubDetail,
    statuses,
    handler: (routed) => getClub(routed, needs),
  },
  {
    method: "GET",
    path: "/clubs/:number/athletes",
    tag: "Clubs",
    operation: "getClubAthletes",
    summary: "Members of a club",
    description:
      "In one season or in any, by name; of one sex, age category or first letter. Tells how many " +
      "each of these filters would leave.",
    pathParameters,
    query: ClubAthletesQuery,
    answer: ClubAthletes,
    statuses: { ...statuses, ...SHARE_STATUSES },
    handler: (routed) => getClubAthletes(routed, needs),
  },
];
