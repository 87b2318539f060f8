import { Analysis, AnalysisQuery } from "@mypacer/shared/contract/analysis.ts";
import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import { Comparison, ComparisonQuery } from "@mypacer/shared/contract/comparison.ts";
import type { Context } from "../context.ts";
import { exampleAnalysis, exampleComparison } from "../examples.ts";
import { type Answer, CACHE, json } from "../http/answer.ts";
import { parseQuery } from "../http/query.ts";
import type { Exchange, Route } from "../http/route.ts";
import { toAnalysis } from "../records/analysis_to_wire.ts";
import { toComparison } from "../records/comparison_to_wire.ts";
import { type AthleteReading, readRecords } from "../records/read_records.ts";
import { RECORDS_STATUSES } from "./athletes.ts";

/** `GET /athletes/{ffaId}/analysis`: what an athlete's records say. */
export async function getAnalysis({ url, params }: Exchange, context: Context): Promise<Answer> {
  const { max_age: maxAge = null } = parseQuery(AnalysisQuery, url);
  const { clock, federationUrl } = context;
  const read = await readRecords(params["ffaId"], context);
  const { moment, content } = toAnalysis(read, { now: clock(), maxAge, federationUrl });
  const answer: Analysis = { ...moment, ...content };
  return json(answer, { cache: cacheOf([read]), identity: content });
}

/** `GET /compare`: athletes side by side. */
export async function getComparison({ url }: Exchange, context: Context): Promise<Answer> {
  const { athletes, by, max_age: maxAge = null } = parseQuery(ComparisonQuery, url);
  const { clock, federationUrl } = context;
  const all = await Promise.all(athletes.map((ffaId) => readRecords(ffaId, context)));
  const { answer, identity } = toComparison(all, { now: clock(), maxAge, by, federationUrl });
  return json(answer, { cache: cacheOf(all), identity });
}

/** What rests on records that are old is asked again each time. */
function cacheOf(all: readonly AthleteReading[]): string {
  return all.some(({ reading }) => reading.staleReason !== null)
    ? CACHE.revalidate
    : CACHE.directory;
}

export const analysisRoutes: readonly Route[] = [
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
    statuses: RECORDS_STATUSES,
    handler: getAnalysis,
  },
  {
    method: "GET",
    path: "/compare",
    tag: "Athletes",
    operation: "getComparison",
    summary: "Athletes side by side",
    description:
      "Two to eight athletes over the distances that all of them have a record of: marks, gaps of each pair, and " +
      "the distances where the lead changes. `by=age_grade` compares what the times would be worth in the open class.",
    query: ComparisonQuery,
    answer: Comparison,
    example: exampleComparison,
    statuses: RECORDS_STATUSES,
    handler: getComparison,
  },
];
