import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import {
  AthleteResults,
  FIRST_RESULTS_YEAR,
  ResultsQuery,
} from "@mypacer/shared/contract/result.ts";
import type { Context } from "../context.ts";
import { exampleResults } from "../documentation/examples.ts";
import { answerPage, type PageNeeds } from "../federation/answer_page.ts";
import { toNoPageProblem } from "../federation/page_outcome.ts";
import type { Answer } from "../http/answer.ts";
import { invalidParameters } from "../http/problem.ts";
import { parseQuery } from "../http/query.ts";
import type { Exchange, Route } from "../http/route.ts";
import { findOwner, type OwnerNeeds } from "../records/read_records.ts";
import { findResultsState } from "../repositories/results_page.ts";
import { toResultsContent } from "../wire/results.ts";
import { pageStatuses } from "./page_statuses.ts";

/** What the routes of results work with. */
type ResultsNeeds =
  & OwnerNeeds
  & PageNeeds
  & Pick<Context, "clock" | "federationUrl" | "results" | "sql">;

/**
 * `GET /athletes/{ffaId}/results`: of one calendar year, as the federation publishes them or as
 * last read.
 */
export async function getAthleteResults(
  { request, url, params }: Exchange,
  context: ResultsNeeds,
): Promise<Answer> {
  const { clock, federationUrl, results, sql } = context;
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
  const { athlete, kept: recordsState } = await findOwner(params["ffaId"], { request }, context);
  // Of whom the federation has no page just now, it has no results either.
  if (recordsState !== null && recordsState.status !== 200 && recordsState.expiresAt > now) {
    const kind = recordsState.status === 410 ? "removed" : "unknown";
    throw toNoPageProblem({ kind }, "results");
  }
  const { id, ffaId } = athlete;
  const keptState = await findResultsState(sql, { athleteId: id, year });
  return await answerPage(
    { what: "results", gateway: results, subject: { id, ffaId, year }, kept: keptState },
    {
      name: `results ${year}`,
      madeOf: athlete,
      toContent: (reading) => toResultsContent(reading, { athlete, year, federationUrl }),
    },
    context,
  );
}

export const resultsRoutes: readonly Route<ResultsNeeds>[] = [
  {
    method: "GET",
    path: "/athletes/:ffaId/results",
    tag: "Athletes",
    operation: "getAthleteResults",
    summary: "Results of a calendar year",
    description:
      "Every result of the year, with place, round, level and points as published. Read from the federation with one " +
      "request, or kept from an earlier reading: of the current year as long as records, of years past thirty times " +
      "as long. Old ones are answered with `stale: true` while new ones are read, or when the federation does not " +
      "answer. `year` is the current one unless given; it may be one year ahead.",
    pathParameters: { ffaId: FfaId },
    query: ResultsQuery,
    answer: AthleteResults,
    example: exampleResults,
    statuses: pageStatuses("results"),
    handler: getAthleteResults,
  },
];
