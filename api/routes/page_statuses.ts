import { SHARE_STATUSES } from "../directory_share/require_share.ts";

/**
 * Statuses of answers that rest on a page which the federation publishes of an athlete.
 *
 * @param what e.g. `records`.
 */
export function pageStatuses(what: "records" | "results"): Record<number, string> {
  return {
    404:
      "Nobody in the directory has this id (`not-found`), or the federation has no page (`unknown-athlete`)",
    410: "The federation had a page of this athlete and removed it (`athlete-removed`)",
    ...SHARE_STATUSES,
    503:
      `No ${what} were kept, and the federation does not answer (\`federation-unavailable\`), its page is not ` +
      "understood (`federation-page-changed`) or it was asked often enough for now (`federation-budget-spent`)",
  };
}
