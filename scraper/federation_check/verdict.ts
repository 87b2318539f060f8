import type { CheckOutcome } from "@mypacer/shared/contract/status.ts";
import type { FederationError } from "@mypacer/shared/federation/errors.ts";

/**
 * How a page is judged: `well`; `new`, it is understood and something on it is new; `changed`, it
 * is not understood; `refused`, it may not be read; `down`, it could not be had; `skipped`, it was
 * not asked for.
 */
export type Verdict = CheckOutcome | "skipped";

/** How a whole check is judged: the gravest of its pages' verdicts. */
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

/** Whether a crawl may begin after a check: all pages are allowed, had and understood. */
export function mayCrawl(outcome: Outcome): boolean {
  return outcome === "well" || outcome === "new";
}

/** The verdict of a page that could not be had. */
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
