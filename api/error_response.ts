import { codeOf, QUERY_CANCELED } from "@mypacer/shared/database/error_codes.ts";
import { TooBusyError } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { CACHE, respondJson } from "./http/respond.ts";
import { ProblemError } from "./http/problem.ts";
import { DetailError } from "./legacy/validation_error.ts";

/**
 * Codes that say there is no database: of the connection, of the server's state (25006:
 * it has become a standby), of postgres.js, of the network.
 */
const NO_DATABASE =
  /^(?:08...|57P0[123]|53300|25006|E(?:CONNREFUSED|CONNRESET|NOTFOUND|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)|CONNECT(?:ION)?_\w+)$/;

/** When to ask again, s: where there is a standby, it takes over within that. */
const RETRY_AFTER_S = 5;

/** What an error means for the client; anything not expected is a bare 500. */
function toProblemError(cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const code = codeOf(cause);
  if (cause instanceof TooBusyError) {
    return new ProblemError(503, {
      kind: "too-busy",
      title: "Too many large tables are asked for at once",
      detail: "Ask for a smaller one, or try again later",
      retryAfter: cause.retryAfter,
      cause,
    });
  }
  if (code === QUERY_CANCELED) {
    return new ProblemError(503, {
      kind: "too-slow",
      title: "The answer took too long",
      detail: "Ask for less, or try again later",
      retryAfter: RETRY_AFTER_S,
      cause,
    });
  }
  if (NO_DATABASE.test(code)) {
    return new ProblemError(503, {
      kind: "database-unavailable",
      title: "The database does not answer",
      detail: "Try again later",
      retryAfter: RETRY_AFTER_S,
      cause,
    });
  }
  return new ProblemError(500, { title: "Internal error", cause });
}

/**
 * Answers with an error. Errors of our own making are logged, under the id the client is told.
 */
export function respondError(
  request: Request,
  error: unknown,
  { requestId, route, log }: { requestId: string; route: string; log: Logger },
): Response {
  if (error instanceof DetailError) {
    const { status, detail } = error;
    return respondJson(request, { detail }, { status, cache: CACHE.never });
  }
  const problem = toProblemError(error);
  const { status, headers } = problem;
  if (status >= 500) {
    const level = status === 500 ? "error" : "warn";
    log[level](problem.message, { requestId, route, status, error: problem.cause });
  }
  return respondJson(request, problem.toProblem(requestId), {
    status,
    cache: CACHE.never,
    headers,
    type: "application/problem+json",
  });
}
