import { Analysis, AnalysisQuery } from "@mypacer/shared/contract/analysis.ts";
import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import { Comparison, ComparisonQuery } from "@mypacer/shared/contract/comparison.ts";
import type { Context } from "../context.ts";
import { cacheOf, type PageNeeds } from "../federation/answer_page.ts";
import { SHARE_STATUSES } from "../directory_share/require_share.ts";
import { exampleAnalysis, exampleComparison } from "../documentation/examples.ts";
import { type Answer, json } from "../http/answer.ts";
import { parseQuery } from "../http/query.ts";
import type { Exchange, Route } from "../http/route.ts";
import { type AnalysisContent, toAnalysisContent, toDay } from "../wire/analysis.ts";
import { answerRecords } from "../records/answer_records.ts";
import { toComparison } from "../wire/comparison.ts";
import { readRecords, type RecordsNeeds } from "../records/read_records.ts";
import { pageStatuses } from "./page_statuses.ts";

/** What the routes of the analysis of records work with. */
type AnalysisNeeds = RecordsNeeds & PageNeeds & Pick<Context, "federationUrl">;

/** `GET /athletes/{ffaId}/analysis`: what an athlete's records say. */
export async function getAnalysis(exchange: Exchange, context: AnalysisNeeds): Promise<Answer> {
  const { max_age: maxAge = null } = parseQuery(AnalysisQuery, exchange.url);
  const { clock, federationUrl } = context;
  const today = toDay(clock());
  return await answerRecords(exchange, context, {
    name: `analysis ${maxAge} ${today}`,
    toContent: (read): AnalysisContent => toAnalysisContent(read, { today, maxAge, federationUrl }),
  });
}

/** `GET /compare`: athletes side by side. */
export async function getComparison(
  { request, url }: Exchange,
  context: AnalysisNeeds,
): Promise<Answer> {
  const { athletes, by, max_age: maxAge = null } = parseQuery(ComparisonQuery, url);
  const { clock, federationUrl } = context;
  const all = await Promise.all(athletes.map((ffaId) => readRecords(ffaId, { request }, context)));
  const { answer, identity } = toComparison(all, { now: clock(), maxAge, by, federationUrl });
  const cache = cacheOf(all.map(({ reading }) => reading));
  return json(answer, { cache, identity });
}

export const analysisRoutes: readonly Route<AnalysisNeeds>[] = [
  {
    method: "GET",
    path: "/athletes/:ffaId/analysis",
    tag: "Athletes",
    operation: "getAnalysis",
    summary: "What the records say about a runner",
    description:
      "VMA and endurance, the runner's own curve, critical speed, predictions by each model side by side, the " +
      "weakest and the strongest record in two senses, marks that are faster than plausible. Where a model is not " +
      "valid it says why (`valid: false`) and gives no figure. Minors get no scale and no ranking.",
    pathParameters: { ffaId: FfaId },
    query: AnalysisQuery,
    answer: Analysis,
    example: exampleAnalysis,
    statuses: pageStatuses("records"),
    handler: getAnalysis,
  },
  {
    method: "GET",
    path: "/compare",
    tag: "Athletes",
    operation: "getComparison",
    summary: "Athletes side by side",
    description:
      "Up to eight athletes: each pair over the distances that both have run, with the gaps and where the lead " +
      "changes, and everybody by place over each distance that at least two have run. Who has no records, or whose " +
      "records cannot be had, says so in `missing`; the others are compared all the same. Minors are in no ranking, " +
      "nor is a pair with one of them. `by=age_grade` compares what the times would be worth in the open class.",
    query: ComparisonQuery,
    answer: Comparison,
    example: exampleComparison,
    statuses: {
      404: "Nobody in the directory has one of the ids (`not-found`)",
      ...SHARE_STATUSES,
    },
    handler: getComparison,
  },
];
