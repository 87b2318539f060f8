import {
  type Athlete,
  LAST_SEARCH_OFFSET,
  type MatchSpan,
  type ResultCounts,
} from "@mypacer/shared/contract/athlete.ts";
import { type ClubDetail, ClubNumber } from "@mypacer/shared/contract/club.ts";
import { MAX_QUERY_WORDS } from "@mypacer/shared/contract/limits.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { NotFoundError } from "fresh/errors";
import { ApiError } from "../../kit/load/api_client.ts";
import { QUERY_LIMITS } from "../../kit/forms/limits.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { CLUB_FILTERS, type ClubFilters } from "./club_filters.ts";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import { readPage } from "../../kit/addresses/page_number.ts";
import type { Site } from "../../kit/load/site.ts";

/** Athletes of one page. */
export const CLUB_PAGE_SIZE = 50;
/** Last page: more than the largest club has in a season, and a limit for harvesters. */
const LAST_CLUB_PAGE = 100;
/** Last page of those that a name finds. */
const LAST_FOUND_PAGE = LAST_SEARCH_OFFSET / CLUB_PAGE_SIZE + 1;

/** Data of a club's page. */
export interface ClubData {
  language: Language;
  facts: SiteFacts;
  number: string;
  state: TableState;
  filters: ClubFilters;
  page: number;
  /** The club with its athletes; null while it cannot be read. */
  found: {
    club: ClubDetail;
    /** The season shown; null for all of them. */
    season: number | null;
    /** With a name searched for, the parts of each name that match. */
    athletes: (Athlete & { match?: readonly MatchSpan[] })[];
    more: boolean;
    /** How many there are on all pages; null where they were not counted. */
    total: number | null;
    counts: ResultCounts & { letter?: Record<string, number> } | null;
  } | null;
  /** The name that was typed cannot be searched for. */
  refused: boolean;
}

/**
 * `GET /club/{number}` and `GET /en/club/{number}`: a club, its seasons and its athletes.
 *
 * @throws {NotFoundError} When there is no such club.
 */
export async function getClub(
  site: Site,
  { number, url, language }: { number: string; url: URL; language: Language },
) {
  if (!ClubNumber.safeParse(number).success) throw new NotFoundError();
  const given = url.searchParams;
  const filters = CLUB_FILTERS.read(given).state;
  const data: ClubData = {
    language,
    facts: await site.facts(),
    number,
    state: readParameters(given).state,
    filters,
    page: readPage(given, filters.query === "" ? LAST_CLUB_PAGE : LAST_FOUND_PAGE),
    found: null,
    refused: false,
  };
  const headers = pageHeaders({ named: true });
  // A name that cannot be searched for is told at its field, beside everybody.
  const refuse = async () => {
    const everybody = await readClub(site, { ...data, filters: { ...filters, query: "" } });
    return { data: { ...data, found: everybody, refused: true }, status: 400, headers };
  };
  try {
    if (filters.query !== "" && !isSearchable(filters.query)) return await refuse();
    try {
      return { data: { ...data, found: await readClub(site, data) }, status: 200, headers };
    } catch (error) {
      // The API counts letters by its own rules, by which digits alone are no name.
      if (filters.query === "" || !(error instanceof ApiError && error.status === 400)) throw error;
      return await refuse();
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) throw new NotFoundError();
    site.log.warn("cannot read a club", { error });
    return { data, status: 503, headers };
  }
}

/** Whether a name can be searched for in a club: of two letters, and of few enough words. */
function isSearchable(query: string): boolean {
  const words = normalizeName(query);
  return words.length >= QUERY_LIMITS.min && words.split(" ").length <= MAX_QUERY_WORDS;
}

async function readClub(
  { api }: Site,
  { number, filters, page }: ClubData,
): Promise<NonNullable<ClubData["found"]>> {
  const club = await api.club(number);
  const { sex, category, letter, query } = filters;
  const offset = (page - 1) * CLUB_PAGE_SIZE;
  if (query !== "") {
    const { items, total, counts, total_is_exact: exact } = await api.searchAthletes({
      query,
      club: number,
      sex,
      category,
      since: null,
      limit: CLUB_PAGE_SIZE,
      offset,
      counts: true,
    });
    const more = !exact && items.length > 0 && page < LAST_FOUND_PAGE;
    return { club, season: null, athletes: items, more, total, counts };
  }
  const season = filters.season === "all"
    ? null
    : filters.season === "last"
    ? club.seasons[0]?.season ?? null
    : filters.season;
  const { items, total, counts, total_is_exact: exact } = await api.clubAthletes(number, {
    season,
    sex,
    category,
    letter,
    limit: CLUB_PAGE_SIZE,
    offset,
  });
  const more = !exact && page < LAST_CLUB_PAGE;
  return { club, season, athletes: items, more, total, counts };
}
