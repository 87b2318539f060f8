import type { RequestGate } from "@mypacer/shared/federation/client_types.ts";
import { ProblemError } from "../http/problem.ts";
import { TokenBucket } from "./token_bucket.ts";

/** The federation was asked as often as it may be for now. */
export class BudgetSpentError extends ProblemError {
  override name = "BudgetSpentError";

  /** @param retryAfter Seconds until the next request may go. */
  constructor(readonly retryAfter: number) {
    super(503, {
      kind: "federation-budget-spent",
      title: "The federation's site was asked often enough for now",
      detail: "Requests there are few, out of politeness towards it; try again later",
      headers: { "retry-after": String(Math.max(1, Math.ceil(retryAfter))) },
    });
  }
}

/**
 * Bounds what the whole API sends to the federation: records, its search, athletes who are added, repeated requests
 * and robots.txt. Nobody waits for the budget: a request beyond it is refused at once.
 *
 * @param perMinute Requests a minute; 0 = no bound.
 */
export function createBudget(
  { perMinute, clock }: { perMinute: number; clock: () => Date },
): RequestGate {
  const bucket = new TokenBucket({ burst: perMinute, perSecond: perMinute / 60 }, clock);
  return {
    enter() {
      const wait = perMinute === 0 ? 0 : bucket.take();
      return wait > 0
        ? Promise.reject(new BudgetSpentError(wait))
        : Promise.resolve(() => undefined);
    },
    // The client itself keeps still when the site asks for it.
    pause: () => undefined,
  };
}
