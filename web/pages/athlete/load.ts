import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import type { AthleteResults } from "@mypacer/shared/contract/result.ts";
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
import { RESULTS } from "./state.ts";

/** Why something cannot be shown yet: it is being read, not understood, or not answered. */
export type Trouble = "loading" | "changed" | "failed";

/** Data of an athlete's page. */
export interface AthletePageData {
  language: Language;
  facts: SiteFacts;
  ffaId: string;
  /** The table that the visitor comes from. */
  state: TableState;
  age: RecordAge;
  /** Calendar year of the results that were asked for. */
  year: number | null;
  /** The athlete, where the directory can be read. */
  athlete: Athlete | null;
  /** Null while they cannot be read; `trouble` says why. */
  records: AthleteRecords | null;
  analysis: Analysis | null;
  trouble: Trouble | null;
  /** Results of the year, or why there are none; null where no year was asked for. */
  results: AthleteResults | Trouble | null;
}

/**
 * `GET /athlete/{id}` and `GET /en/athlete/{id}`: an athlete's records, what models make of them,
 * and with `year` the results of that year.
 *
 * @throws {NotFoundError} When the directory has nobody with this id.
 */
export async function getAthletePage(
  site: Site,
  { ffaId, url, language }: { ffaId: string; url: URL; language: Language },
): Promise<{ data: AthletePageData; status: number; headers: Headers }> {
  if (!FfaId.safeParse(ffaId).success) throw new NotFoundError();
  const { age } = COMPARISON.read(url.searchParams).state;
  const { year } = RESULTS.read(url.searchParams).state;
  const data: AthletePageData = {
    language,
    facts: await site.facts(),
    ffaId,
    state: readParameters(url.searchParams).state,
    age,
    year,
    athlete: null,
    records: null,
    analysis: null,
    trouble: null,
    results: null,
  };
  const headers = pageHeaders({ named: true });
  try {
    // The analysis uses the same reading: both requests cause only one. Results are read after
    // them, since the bests of seasons in the records may rest on the results.
    const results = year === null ? null : await readResults(site, { ffaId, year, headers });
    const [records, analysis] = await Promise.all([
      site.api.records(ffaId),
      site.api.analysis(ffaId, age),
    ]);
    const { athlete } = records;
    return { data: { ...data, athlete, records, analysis, results }, status: 200, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) throw new NotFoundError();
    site.log.warn("cannot read an athlete's page", { error });
    const trouble = troubleOf(error, headers);
    const athlete = await readAthlete(site, ffaId);
    // A missing answer is not a failure yet: the reading goes on, and the page asks again.
    const status = trouble === "loading" ? 200 : 503;
    return { data: { ...data, athlete, trouble }, status, headers };
  }
}

/** What an error of the API means for the page; how long to wait goes into the headers. */
function troubleOf({ status, problem, retryAfter }: ApiError, headers: Headers): Trouble {
  if (retryAfter !== null) headers.set("retry-after", String(retryAfter));
  return status === "late" ? "loading" : problem === PAGE_CHANGED ? "changed" : "failed";
}

/** The results of a year, or why there are none; the page is complete without them. */
async function readResults(
  { api, log }: Site,
  { ffaId, year, headers }: { ffaId: string; year: number; headers: Headers },
): Promise<AthleteResults | Trouble> {
  try {
    return await api.results(ffaId, year);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 404) throw error;
    log.warn("cannot read the results of an athlete", { error });
    return troubleOf(error, headers);
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
