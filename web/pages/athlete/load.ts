import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { NotFoundError } from "fresh/errors";
import { ApiError } from "../../kit/load/api_client.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { PAGE_CHANGED } from "../../kit/load/api_problem.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { COMPARISON, type RecordAge } from "../../kit/addresses/comparison_settings.ts";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import type { Site } from "../../kit/load/site.ts";

/** Data of an athlete's page. */
export interface AthletePageData {
  language: Language;
  facts: SiteFacts;
  ffaId: string;
  /** The table that the visitor comes from. */
  state: TableState;
  age: RecordAge;
  /** The athlete, where the directory can be read. */
  athlete: Athlete | null;
  /** Null while they cannot be read; `loading` while they are being read. */
  records: AthleteRecords | null;
  analysis: Analysis | null;
  loading: boolean;
  /** The federation's page exists but is not understood. */
  changed: boolean;
}

/**
 * `GET /athlete/{id}` and `GET /en/athlete/{id}`: an athlete's records and their analysis.
 *
 * @throws {NotFoundError} When the directory has nobody with this id.
 */
export async function getAthletePage(
  site: Site,
  { ffaId, url, language }: { ffaId: string; url: URL; language: Language },
): Promise<{ data: AthletePageData; status: number; headers: Headers }> {
  if (!FfaId.safeParse(ffaId).success) throw new NotFoundError();
  const { age } = COMPARISON.read(url.searchParams).state;
  const data: AthletePageData = {
    language,
    facts: await site.facts(),
    ffaId,
    state: readParameters(url.searchParams).state,
    age,
    athlete: null,
    records: null,
    analysis: null,
    loading: false,
    changed: false,
  };
  const headers = pageHeaders({ named: true });
  try {
    // The analysis uses the same reading: both requests cause only one.
    const [records, analysis] = await Promise.all([
      site.api.records(ffaId),
      site.api.analysis(ffaId, age),
    ]);
    return { data: { ...data, athlete: records.athlete, records, analysis }, status: 200, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) throw new NotFoundError();
    site.log.warn("cannot read an athlete's page", { error });
    // A missing answer is not a failure yet: the reading goes on, and the page asks again.
    const loading = error.status === "late";
    if (error.retryAfter !== null) headers.set("retry-after", String(error.retryAfter));
    const athlete = await readAthlete(site, ffaId);
    const changed = error.problem === PAGE_CHANGED;
    return { data: { ...data, athlete, loading, changed }, status: loading ? 200 : 503, headers };
  }
}

/** The athlete of an id, where that can be read; the page is complete without it. */
async function readAthlete({ api, log }: Site, ffaId: string): Promise<Athlete | null> {
  try {
    return await api.athlete(ffaId);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    log.warn("cannot read an athlete", { error });
    return null;
  }
}
