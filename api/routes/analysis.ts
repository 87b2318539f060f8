import { Analysis, AnalysisQuery } from "@mypacer/shared/contract/analysis.ts";
import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import { Comparison, ComparisonQuery } from "@mypacer/shared/contract/comparison.ts";
import { cacheOf, type PageNeeds } from "../federation/respond_with_page.ts";
import { SHARE_STATUSES } from "../directory_share/require_share.ts";
import { exampleAnalysis, exampleComparison } from "../documentation/examples.ts";
import { parseQuery } from "../http/query.ts";
import { respondJson } from "../http/respond.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { type AnalysisContent, toAnalysisContent, toDay } from "../wire/analysis.ts";
import { respondWithRecords } from "../records/respond_with_records.ts";
import { toComparison } from "../wire/comparison.ts";
import { readRecords, type RecordsNeeds } from "../records/read_records.ts";
import { pageStatuses } from "./page_statuses.ts";

/** What the routes of the analysis of records work with. */
interface AnalysisNeeds extends RecordsNeeds, PageNeeds {
  federationUrl: string;
}

/** `GET /athletes/{ffaId}/analysis`: what an athlete's records say. */
async function getAnalysis(routed: RoutedRequest, needs: AnalysisNeeds) {
  const { max_age: maxAge = null } = parseQuery(AnalysisQuery, routed.url);
  const { clock, federationUrl } = needs;
  const today = toDay(clock());
  return await respondWithRecords(routed, {
    name: `analysis ${maxAge} ${today}`,
    toContent: (athleteReading): AnalysisContent =>
      toAnalysisContent(athleteReading, { today, maxAge, federationUrl }),
  }, needs);
}

/** `GET /compare`: athletes side by side. */
async function getComparison({ request, url }: RoutedRequest, needs: AnalysisNeeds) {
  const { athletes, by, max_age: maxAge = null } = parseQuery(ComparisonQuery, url);
  const { clock, federationUrl } = needs;
  const all = await Promise.all(athletes.map((ffaId) => readRecords(ffaId, { request }, needs)));
  const { answer, identity } = toComparison(all, { now: clock(), maxAge, by, federationUrl });
  const cache = cacheOf(all.map(({ reading }) => reading));
  return respondJson(request, answer, { cache, identity });
}

export const analysisRoutes = (needs: AnalysisNeeds): Route[] => [
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
    handler: (routed) => getAnalysis(routed, needs),
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
    handler: (routed) => getComparison(routed, needs),
  },
];
