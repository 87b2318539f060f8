import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { ApiError } from "../../kit/load/api_client.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import {
  type ComparedIds,
  readComparedIds,
  withAthletes,
} from "../../kit/addresses/compared_athletes.ts";
import { COMPARISON, type RecordAge } from "../../kit/addresses/comparison_settings.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { readAthletes } from "../../kit/load/athletes.ts";
import { namedStatus } from "../../kit/load/named_status.ts";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import type { Site } from "../../kit/load/site.ts";

/** Data of the comparison. */
export interface ComparisonData {
  language: Language;
  facts: SiteFacts;
  /** The table that the visitor comes from, with the athletes compared. */
  state: TableState;
  age: RecordAge;
  byAge: boolean;
  /** The athletes of the address, and the parts that are left out. */
  address: ComparedIds;
  /** All athletes, those without records included. */
  athletes: ShownAthlete[];
  /** Comparison of those whose records could be read; null where there are none. */
  comparison: Comparison | null;
  /** Why there is none although records could be read. */
  problem: "loading" | "failed" | null;
}

/** The data and the status of an answer. */
interface ComparisonAnswer {
  data: ComparisonData;
  status: number;
  headers: Headers;
}

/** `GET /comparer` and `GET /en/compare`: athletes side by side. */
export async function getComparison(
  site: Site,
  url: URL,
  language: Language,
): Promise<ComparisonAnswer> {
  const address = readComparedIds(url.searchParams);
  const { age, byAge } = COMPARISON.read(url.searchParams).state;
  const [facts, athletes] = await Promise.all([
    site.facts(),
    // Each is read separately: a slow or failed reading does not delay the others.
    readAthletes(site, address.ids),
  ]);
  const headers = pageHeaders({ named: true });
  const state = withAthletes(readParameters(url.searchParams).state, address.ids);
  const data: ComparisonData = {
    language,
    facts,
    state,
    age,
    byAge,
    address,
    athletes,
    comparison: null,
    problem: null,
  };
  const status = namedStatus(address, athletes);
  const read = athletes.filter(({ missing }) => missing === null).map(({ ffaId }) => ffaId);
  if (read.length === 0) return { data, status, headers };
  try {
    const comparison = await site.api.comparison({ athletes: read, byAge, maxAge: age });
    return { data: { ...data, comparison }, status, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    site.log.warn("cannot compare athletes", { error });
    if (error.retryAfter !== null) headers.set("retry-after", String(error.retryAfter));
    return error.status === "late"
      ? { data: { ...data, problem: "loading" }, status: 200, headers }
      : { data: { ...data, problem: "failed" }, status: 503, headers };
  }
}
