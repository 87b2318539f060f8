import type { Club } from "@mypacer/shared/contract/club.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { clipText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { ApiError, PAGE_SIZE } from "../../kit/load/api_client.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { QUERY_LIMITS } from "../../kit/forms/limits.ts";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import { readPage } from "../../kit/addresses/page_number.ts";
import type { Site } from "../../kit/load/site.ts";

/** Last page of clubs: all of a large department. */
const LAST_CLUBS_PAGE = 25;

/** Data of the club search. */
export interface ClubsData {
  language: Language;
  facts: SiteFacts;
  state: TableState;
  query: string;
  /** Why there are no results: `refused` for a text that cannot be searched. */
  problem: "refused" | "failed" | null;
  clubs: Club[] | null;
  page: number;
  more: boolean;
}

/** `GET /clubs` and `GET /en/clubs`: clubs by name or number. */
export async function getClubs(site: Site, url: URL, language: Language) {
  const given = url.searchParams;
  const query = visibleText(given.get("q") ?? "");
  const data: ClubsData = {
    language,
    facts: await site.facts(),
    state: readParameters(given).state,
    query: clipText(query, QUERY_LIMITS.max),
    problem: null,
    clubs: null,
    page: readPage(given, LAST_CLUBS_PAGE),
    more: false,
  };
  const answer = (status: number, changes: Partial<ClubsData>) => {
    const headers = pageHeaders({ named: false });
    if (given.has("q")) headers.set("x-robots-tag", "noindex, nofollow");
    return { data: { ...data, ...changes }, status, headers };
  };
  if (!given.has("q")) return answer(200, {});
  if (query.length > QUERY_LIMITS.max || normalizeName(query).length < 2) {
    return answer(400, { problem: "refused" });
  }
  try {
    const { items, total_is_exact: exact } = await site.api.clubs(query, {
      limit: PAGE_SIZE,
      offset: (data.page - 1) * PAGE_SIZE,
    });
    return answer(200, { clubs: items, more: !exact && data.page < LAST_CLUBS_PAGE });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 400) return answer(400, { problem: "refused" });
    site.log.warn("cannot search clubs", { error });
    return answer(503, { problem: "failed" });
  }
}
