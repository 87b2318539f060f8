import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { ProblemError } from "../http/problem.ts";

/** When to ask again after a failure that does not say, s: as long as failures are remembered. */
const DEFAULT_RETRY_AFTER_S = 15;

/** Why the federation could not be read. */
export type FailureReason =
  /** It does not answer, or with errors, or damaged. */
  | "federation-unavailable"
  /** It answers with a page that is not understood. */
  | "page-changed"
  /** It was asked as often as it may be for now. */
  | "budget-spent";

/** A failure to read the federation. */
export interface Failure {
  reason: FailureReason;
  /** Seconds until another attempt makes sense. */
  retryAfter: number;
  cause: unknown;
}

/** The federation's fault, not ours: it does not answer, or not with a page we can read. */
export function isFederationFailure(error: unknown): boolean {
  return error instanceof FederationError || error instanceof PageShapeError ||
    error instanceof DOMException;
}

/** Describes why the federation could not be read. */
export function describeFailure(cause: unknown): Failure {
  const retryAfter = cause instanceof FederationError ? cause.retryAfter : null;
  return { reason: reasonOf(cause), retryAfter: retryAfter ?? DEFAULT_RETRY_AFTER_S, cause };
}

function reasonOf(cause: unknown): FailureReason {
  if (cause instanceof PageShapeError) return "page-changed";
  const isSpent = cause instanceof FederationError && cause.kind === "budget-spent";
  return isSpent ? "budget-spent" : "federation-unavailable";
}

/**
 * Throws the problem of a failure to read the federation, and tells the log of it. A spent budget
 * is no failure; other errors are thrown as they are.
 *
 * @param what What could not be read, for the log: without a name or id.
 */
export function throwProblem(cause: unknown, { log, what }: { log: Logger; what: string }): never {
  if (!isFederationFailure(cause)) throw cause;
  if (describeFailure(cause).reason !== "budget-spent") {
    log.warn(`${what} could not be read from the federation`, { error: cause });
  }
  throw federationUnavailable(cause);
}

/** The problem of a federation that cannot be read now. */
export function federationUnavailable(cause: unknown): ProblemError {
  return toFailureProblem(describeFailure(cause));
}

/**
 * The problem of a failure: each has its own kind.
 *
 * @param unavailable What a federation that does not answer means for what was asked.
 */
export function toFailureProblem(
  { reason, retryAfter, cause }: Failure,
  { unavailable = "Try again later" }: { unavailable?: string } = {},
): ProblemError {
  const problems = {
    "budget-spent": {
      kind: "federation-budget-spent",
      title: "The federation's site was asked often enough for now",
      detail: "Requests there are few, out of politeness towards it; try again later",
    },
    "page-changed": {
      kind: "federation-page-changed",
      title: "The federation's page is not understood",
      detail: "It looks other than it did; whoever runs this service has been told by the log",
    },
    "federation-unavailable": {
      kind: "federation-unavailable",
      title: "The federation's site does not answer",
      detail: unavailable,
    },
  };
  return new ProblemError(503, { ...problems[reason], retryAfter, cause });
}

/** The problem of too many visitors who want the federation asked at once. */
export function tooManyRequests(seconds: number): ProblemError {
  return new ProblemError(429, {
    kind: "too-many-requests",
    title: "The federation is asked too often",
    detail: "Searches there are few, out of politeness towards its site; try again later",
    retryAfter: Math.max(1, seconds),
  });
}
