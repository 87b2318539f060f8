import { TooBusyError } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { CACHE, respondJson } from "./http/respond.ts";
import { ProblemError } from "./http/problem.ts";
import { DetailError } from "./legacy/validation_error.ts";

/** PostgreSQL: a statement was canceled, by its time limit. */
const QUERY_CANCELED = "57014";
/**
 * Codes that say there is no database: of the connection, of the server's state (25006:
 * it has become a standby), of postgres.js, of the network.
 */
const NO_DATABASE =
  /^(?:08...|57P0[123]|53300|25006|E(?:CONNREFUSED|CONNRESET|NOTFOUND|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)|CONNECT(?:ION)?_\w+)$/;

/** The code of an error of the database or of its connection; empty when it has none. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** What an error means for the client; anything not expected is a bare 500. */
function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof TooBusyError) {
    return new ProblemError(503, {
      kind: "too-busy",
      title: "Too many large tables are asked for at once",
      detail: "Ask for a smaller one, or try again later",
      headers: { "retry-after": String(error.retryAfter) },
      cause: error,
    });
  }
  const code = codeOf(error);
  if (code === QUERY_CANCELED) {
    return new ProblemError(503, {
      kind: "too-slow",
      title: "The answer took too long",
      detail: "Ask for less, or try again later",
      headers: { "retry-after": "5" },
      cause: error,
    });
  }
  if (NO_DATABASE.test(code)) {
    return new ProblemError(503, {
      kind: "database-unavailable",
      title: "The database does not answer",
      detail: "Try again later",
      headers: { "retry-after": "5" },
      cause: error,
    });
  }
  return new ProblemError(500, { title: "Internal error", cause: error });
}

/**
 * Answers with an error. Errors of our own making are logged, under the id the client is told.
 */
export async function respondError(
  request: Request,
  error: unknown,
  { requestId, route, log }: { requestId: string; route: string; log: Logger },
): Promise<Response> {
  if (error instanceof DetailError) {
    const { status, detail } = error;
    return await respondJson(request, { detail }, { status, cache: CACHE.never });
  }
  const problem = toProblemError(error);
  const { status, headers } = problem;
  if (status >= 500) {
    const level = status === 500 ? "error" : "warn";
    log[level](problem.message, { requestId, route, status, error: problem.cause });
  }
  return await respondJson(request, problem.toProblem(requestId), {
    status,
    cache: CACHE.never,
    headers,
    type: "application/problem+json",
  });
}
