import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { divideByAge } from "@mypacer/shared/domain/run_record.ts";
import { NotFoundError } from "fresh/errors";
import { ApiError } from "../api_client.ts";
import type { SiteFacts } from "../components/page/site_facts.ts";
import type { Language } from "../i18n/language.ts";
import { readParameters } from "../state/board_input.ts";
import type { BoardState } from "../state/board_state.ts";
import { readRecordAge, type RecordAge } from "../state/record_age.ts";
import type { ShownAthlete } from "../state/shown_athlete.ts";
import { readAthletes } from "./athletes.ts";
import { pageHeaders } from "./home.ts";
import type { Site } from "./site.ts";

/** What the comparison is drawn from. */
export interface ComparisonData {
  language: Language;
  facts: SiteFacts;
  /** The athletes compared are its athletes. */
  state: BoardState;
  age: RecordAge;
  byAge: boolean;
  /** With their records that are used, for the curves. */
  athletes: ShownAthlete[];
  comparison: Comparison | null;
  /** Why there is none. */
  problem: "tooFew" | "loading" | "failed" | null;
}

/**
 * `GET /comparer` and `GET /en/compare`: athletes side by side.
 *
 * @throws {NotFoundError} When the directory has nobody with one of the ids.
 */
export async function getComparison(
  site: Site,
  url: URL,
  language: Language,
): Promise<{ data: ComparisonData; status: number; headers: Headers }> {
  const { state } = readParameters(url.searchParams);
  const data: ComparisonData = {
    language,
    facts: await site.facts(),
    state,
    age: readRecordAge(url.searchParams),
    byAge: url.searchParams.get("by_age") === "1",
    athletes: [],
    comparison: null,
    problem: null,
  };
  const headers = pageHeaders({ named: true });
  if (state.athletes.length < 2) {
    return { data: { ...data, problem: "tooFew" }, status: 200, headers };
  }
  try {
    const [athletes, comparison] = await Promise.all([
      readAthletes(site, state.athletes),
      site.api.comparison({ athletes: state.athletes, byAge: data.byAge, maxAge: data.age }),
    ]);
    // The curves rest on the records that are compared.
    const today = new Date().toISOString().slice(0, 10);
    const used = athletes.map((athlete) => ({
      ...athlete,
      records: divideByAge(athlete.records, { maxAge: data.age, today }).kept,
    }));
    return { data: { ...data, athletes: used, comparison }, status: 200, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) throw new NotFoundError();
    site.log.warn("cannot compare athletes", { error });
    if (error.retryAfter !== null) headers.set("retry-after", String(error.retryAfter));
    return error.status === "late"
      ? { data: { ...data, problem: "loading" }, status: 200, headers }
      : { data: { ...data, problem: "failed" }, status: 503, headers };
  }
}
