import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import {
  AthleteResults,
  FIRST_RESULTS_YEAR,
  ResultsQuery,
} from "@mypacer/shared/contract/result.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { exampleResults } from "../documentation/examples.ts";
import { type PageNeeds, respondWithPage } from "../federation/respond_with_page.ts";
import { toMissingPageProblem } from "../federation/page_outcome.ts";
import { invalidParameters } from "../http/problem.ts";
import { parseQuery } from "../http/query.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { type LookupNeeds, requireAthlete } from "../records/read_records.ts";
import { findResultsState } from "../repositories/results_page.ts";
import { toResultsContent } from "../wire/results.ts";
import type { ResultsGateway } from "../results/results_kind.ts";
import { pageStatuses } from "./page_statuses.ts";

/** What the routes of results work with. */
interface ResultsNeeds extends LookupNeeds, PageNeeds {
  sql: Sql;
  results: ResultsGateway;
  federationUrl: string;
}

/**
 * `GET /athletes/{ffaId}/results`: of one calendar year, as the federation publishes them or as
 * last read.
 */
async function getAthleteResults({ request, url, params }: RoutedRequest, needs: ResultsNeeds) {
  const { clock, federationUrl, results, sql } = needs;
  const now = clock();
  const current = now.getUTCFullYear();
  const { year = current } = parseQuery(ResultsQuery, url);
  if (year > current + 1) {
    throw invalidParameters([{
      parameter: "year",
      given: String(year),
      accepted: `a whole number from ${FIRST_RESULTS_YEAR} to ${current + 1}`,
    }]);
  }
  const { athlete, recordsPage } = await requireAthlete(params["ffaId"], { request }, needs);
  // The federation has no results of an athlete of whom it has no page.
  if (recordsPage !== null && recordsPage.status !== 200 && recordsPage.expiresAt > now) {
    const kind = recordsPage.status === 410 ? "removed" : "unknown";
    throw toMissingPageProblem({ kind }, "results");
  }
  const { id, ffaId } = athlete;
  const stored = await findResultsState(sql, { athleteId: id, year });
  return await respondWithPage(
    request,
    {
      what: "results",
      gateway: results,
      subject: { id, ffaId, year },
      stored,
      name: `results ${year}`,
      dependsOn: [athlete, current],
      toContent: (reading) =>
        toResultsContent(reading, { athlete, year, federationUrl, today: now }),
    },
    needs,
  );
}

export const resultsRoutes = (needs: ResultsNeeds): Route[] => [
  {
    method: "GET",
    path: "/athletes/:ffaId/results",
    tag: "Athletes",
    operation: "getAthleteResults",
    summary: "Results of a calendar year",
    description:
      "Every result of the year, with place, round, level and points as published (of minors without place, " +
      "level and points). Read from the federation with one " +
      "request, or kept from an earlier reading: of the current year as long as records, of years past thirty times " +
      "as long. Old ones are answered with `stale: true` while new ones are read, or when the federation does not " +
      "answer. `year` is the current one unless given; it may be one year ahead.",
    pathParameters: { ffaId: FfaId },
    query: ResultsQuery,
    answer: AthleteResults,
    example: exampleResults,
    statuses: pageStatuses("results"),
    handler: (routed) => getAthleteResults(routed, needs),
  },
];
