import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import { ProblemError } from "../http/problem.ts";

/** When to ask again after a failure that does not say, s. */
const RETRY_AFTER = 15;

/** The federation's fault, not ours: it does not answer, or not with a page we can read. */
export function isFederationFailure(error: unknown): boolean {
  return error instanceof FederationError || error instanceof PageShapeError ||
    error instanceof DOMException;
}

/** The problem of a federation that cannot be read now. */
export function federationUnavailable(cause: unknown): ProblemError {
  const known = cause instanceof FederationError ? cause.retryAfter : null;
  return new ProblemError(503, {
    kind: "federation-unavailable",
    title: "The federation's site does not answer",
    detail: "Try again later",
    headers: { "retry-after": String(Math.ceil(known ?? RETRY_AFTER)) },
    cause,
  });
}

/** The problem of too many visitors who want the federation asked at once. */
export function tooManyRequests(seconds: number): ProblemError {
  return new ProblemError(429, {
    kind: "too-many-requests",
    title: "The federation is asked too often",
    detail: "Searches there are few, out of politeness towards its site; try again later",
    headers: { "retry-after": String(Math.max(1, Math.ceil(seconds))) },
  });
}
