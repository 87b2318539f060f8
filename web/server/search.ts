import type { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { ApiError, PAGE_SIZE } from "../api_client.ts";
import type { SiteFacts } from "../components/site_facts.ts";
import type { Language } from "../i18n/language.ts";
import { readParameters } from "../state/board_input.ts";
import type { BoardState } from "../state/board_state.ts";
import { QUERY_LIMITS } from "../state/limits.ts";
import { pageHeaders } from "./home.ts";
import type { Site } from "./site.ts";

/** Last page of results: nobody reads further, and harvesters should not. */
const LAST_PAGE = 5;

/** What the results page is drawn from. */
export interface SearchData {
  language: Language;
  facts: SiteFacts;
  state: BoardState;
  query: string;
  problem: "tooShort" | "tooLong" | "failed" | null;
  result: AthletePage | null;
  /** Page shown, from 1, and whether another follows. */
  page: number;
  more: boolean;
}

/** `GET /recherche` and `GET /en/search`: athletes by name, for those without scripts. */
export async function getSearch(
  site: Site,
  url: URL,
  language: Language,
): Promise<{ data: SearchData; status: number; headers: Headers }> {
  const { state } = readParameters(url.searchParams);
  const query = (url.searchParams.get("q") ?? "").replaceAll(/\p{Cc}+/gu, " ").trim();
  const asked = Number(url.searchParams.get("p") ?? 1);
  const page = Number.isInteger(asked) ? Math.min(LAST_PAGE, Math.max(1, asked)) : 1;
  const facts = await site.facts();
  const data: SearchData = {
    language,
    facts,
    state,
    query: query.slice(0, QUERY_LIMITS.max),
    problem: null,
    result: null,
    page,
    more: false,
  };
  const answer = (status: number, changes: Partial<SearchData>) => ({
    data: { ...data, ...changes },
    status,
    headers: pageHeaders({ named: true }),
  });
  if (query === "" && !url.searchParams.has("q")) return answer(200, {});
  if (query.length < QUERY_LIMITS.min) return answer(400, { problem: "tooShort" });
  if (query.length > QUERY_LIMITS.max) return answer(400, { problem: "tooLong" });
  try {
    const result = await site.api.searchAthletes(query, (page - 1) * PAGE_SIZE);
    const more = !result.total_is_exact && result.items.length === PAGE_SIZE && page < LAST_PAGE;
    return answer(200, { result, more });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    site.log.warn("cannot search", { error });
    return answer(503, { problem: "failed" });
  }
}
