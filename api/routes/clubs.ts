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
import type { Context } from "../context.ts";
import { type Answer, CACHE, json } from "../http/answer.ts";
import { requireShare, SHARE_STATUSES } from "../directory_share/require_share.ts";
import { invalidParameters, notFound, showGiven } from "../http/problem.ts";
import { parsePathPart, parseQuery } from "../http/query.ts";
import type { Exchange, Route } from "../http/route.ts";
import { findClubAthletes } from "../repositories/athlete.ts";
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
type ClubNeeds = Pick<Context, "sql" | "listed" | "federationUrl" | "directoryShare">;

/** What a club's number may begin with, as names are compared: `07`, `02a1`. */
const NUMBER_START = /^\d(?:\d*|\d?[a-z]\d*)$/;

/** `GET /clubs`: clubs by name or by the beginning of their number. */
export async function getClubs({ url }: Exchange, { sql }: ClubNeeds): Promise<Answer> {
  const { q, limit, offset } = parseQuery(ClubQuery, url);
  const name = normalizeName(visibleText(q));
  if (name.length < 2) {
    throw invalidParameters([{
      parameter: "q",
      given: showGiven(q),
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
  return json(answer, { cache: CACHE.directory });
}

async function clubOf({ params }: Exchange, { sql }: ClubNeeds): Promise<ClubRow> {
  const number = parsePathPart(ClubNumber, { name: "number", value: params["number"] });
  const club = await findClub(sql, number);
  if (club === null) throw notFound("The directory has no club with this number");
  return club;
}

/** `GET /clubs/{number}`: the club and its seasons. */
export async function getClub(exchange: Exchange, context: ClubNeeds): Promise<Answer> {
  const club = await clubOf(exchange, context);
  const answer: ClubDetail = {
    ...toWire(Club, club),
    seasons: await findClubSeasons(context.sql, club.id),
  };
  return json(answer, { cache: CACHE.directory });
}

/** `GET /clubs/{number}/athletes`: members in one season, or in any. */
export async function getClubAthletes(exchange: Exchange, context: ClubNeeds): Promise<Answer> {
  const { season, sex, category, limit, offset } = parseQuery(ClubAthletesQuery, exchange.url);
  const club = await clubOf(exchange, context);
  const athletes = await findClubAthletes(context.sql, {
    clubId: club.id,
    season,
    sex,
    category,
    limit: limit + 1,
    offset,
  });
  const shown = await context.listed(athletes.slice(0, limit));
  await requireShare(exchange.request, shown.map(({ ffaId }) => ffaId), context);
  const answer: ClubAthletes = {
    club: toWire(Club, club),
    items: shown.map((row) => toAthlete(row, context.federationUrl)),
    total_is_exact: athletes.length <= limit,
  };
  return json(answer, { cache: CACHE.directory });
}

const pathParameters = { number: ClubNumber };
const statuses = { 404: "The directory has no club with this number" };

export const clubRoutes: readonly Route<ClubNeeds>[] = [
  {
    method: "GET",
    path: "/clubs",
    tag: "Clubs",
    operation: "getClubs",
    summary: "Search clubs",
    description: "By name, or by the beginning of the federation number.",
    query: ClubQuery,
    answer: ClubPage,
    handler: getClubs,
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
    handler: getClub,
  },
  {
    method: "GET",
    path: "/clubs/:number/athletes",
    tag: "Clubs",
    operation: "getClubAthletes",
    summary: "Members of a club",
    description: "In one season or in any, by name; of one sex or age category.",
    pathParameters,
    query: ClubAthletesQuery,
    answer: ClubAthletes,
    statuses: { ...statuses, ...SHARE_STATUSES },
    handler: getClubAthletes,
  },
];
