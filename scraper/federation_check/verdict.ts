import type { CheckOutcome } from "@mypacer/shared/contract/status.ts";
import type { FederationError } from "@mypacer/shared/federation/errors.ts";

/**
 * What a page came to: all is well; it is understood, and something on it is new; it is not
 * understood; it may not be read; it could not be had; it was not asked for.
 */
export type Verdict = CheckOutcome | "skipped";

/** What a whole check came to: the gravest of its pages' verdicts. */
export type Outcome = CheckOutcome;

/** From the least grave. */
const GRAVITY: readonly Outcome[] = ["well", "new", "changed", "down", "refused"];

/** The gravest of some verdicts; pages that were not asked for say nothing. */
export function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  return GRAVITY.findLast((outcome) => verdicts.includes(outcome)) ?? "well";
}

/** Exit code of a check: 0 all is well, 1 something is new, 2 not allowed or down. */
export const EXIT_CODES: Record<Outcome, number> = {
  well: 0,
  new: 1,
  changed: 1,
  refused: 2,
  down: 2,
};

/** Whether pages that came to this may be crawled: they are allowed, had and understood. */
export function mayCrawl(outcome: Outcome): boolean {
  return outcome === "well" || outcome === "new";
}

/** What a page that could not be had came to. */
export function verdictOfError({ kind }: FederationError): Outcome {
  switch (kind) {
    case "refused-by-robots":
    case "forbidden":
      return "refused";
    // The address leads nowhere any more, or to something else than a page.
    case "not-found":
    case "too-large":
      return "changed";
    default:
      return "down";
  }
}
