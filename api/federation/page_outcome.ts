import { ProblemError } from "../http/problem.ts";
import type { OutcomeLabel } from "../observation/metrics.ts";
import { toFailureProblem } from "./failure.ts";
import type { MissingPage, PageChoice, PageReading } from "./page_gateway.ts";

/** The label under which an outcome is counted. */
export function outcomeLabel<Content>(
  outcome: PageChoice<Content> | PageReading<Content>,
): OutcomeLabel {
  if (!("kind" in outcome)) return outcome.staleReason === null ? outcome.source : "stale";
  switch (outcome.kind) {
    case "stored":
      return outcome.origin.staleReason === null ? "cache" : "stale";
    case "live":
      return "live";
    case "unknown":
    case "removed":
      return "unknown";
    case "failed":
      return "unavailable";
  }
}

/**
 * The problem of an athlete without a page to show: each reason has its own.
 *
 * @param what What was asked for, e.g. `records`.
 */
export function toMissingPageProblem(
  missing: MissingPage,
  what: "records" | "results",
): ProblemError {
  switch (missing.kind) {
    case "unknown":
      return new ProblemError(404, {
        kind: "unknown-athlete",
        title: "The federation does not know this athlete",
        detail: "The directory has the athlete, the federation's site has no page",
      });
    case "removed":
      return new ProblemError(410, {
        kind: "athlete-removed",
        title: "The federation removed this athlete",
        detail: "There was a page and there is none any more; what was kept of it is gone too",
      });
    case "failed":
      return toFailureProblem(missing, {
        unavailable:
          `No ${what} of this athlete were kept from an earlier reading; try again later`,
      });
  }
}
