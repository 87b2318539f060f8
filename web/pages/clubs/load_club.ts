import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { type ClubDetail, ClubNumber } from "@mypacer/shared/contract/club.ts";
import { NotFoundError } from "fresh/errors";
import { ApiError } from "../../kit/load/api_client.ts";
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
    athletes: Athlete[];
    more: boolean;
  } | null;
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
  const data: ClubData = {
    language,
    facts: await site.facts(),
    number,
    state: readParameters(given).state,
    filters: CLUB_FILTERS.read(given).state,
    page: readPage(given, LAST_CLUB_PAGE),
    found: null,
  };
  const headers = pageHeaders({ named: true });
  try {
    return { data: { ...data, found: await readClub(site, data) }, status: 200, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) throw new NotFoundError();
    site.log.warn("cannot read a club", { error });
    return { data, status: 503, headers };
  }
}

async function readClub({ api }: Site, { number, filters, page }: ClubData) {
  const club = await api.club(number);
  const season = filters.season === "all"
    ? null
    : filters.season === "last"
    ? club.seasons[0]?.season ?? null
    : filters.season;
  const { items, total_is_exact: exact } = await api.clubAthletes(number, {
    season,
    sex: filters.sex,
    category: filters.category,
    limit: CLUB_PAGE_SIZE,
    offset: (page - 1) * CLUB_PAGE_SIZE,
  });
  return { club, season, athletes: items, more: !exact && page < LAST_CLUB_PAGE };
}
