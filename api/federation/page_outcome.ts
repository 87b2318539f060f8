import { ProblemError } from "../http/problem.ts";
import { toFailureProblem } from "./failure.ts";
import type { Found, NoPage, PageReading } from "./page_gateway.ts";

/** How an answer that rests on a page is counted. */
export type CountedOutcome = "live" | "cache" | "stale" | "unavailable" | "unknown";

/** How an outcome is counted. */
export function outcomeOf<Content>(found: Found<Content> | PageReading<Content>): CountedOutcome {
  if (!("kind" in found)) return found.staleReason === null ? found.source : "stale";
  switch (found.kind) {
    case "kept":
      return found.origin.staleReason === null ? "cache" : "stale";
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
export function toNoPageProblem(none: NoPage, what: "records" | "results"): ProblemError {
  switch (none.kind) {
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
      return toFailureProblem(none, {
        unavailable:
          `No ${what} of this athlete were kept from an earlier reading; try again later`,
      });
  }
}
