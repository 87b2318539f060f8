import type { InvalidParameter, Problem } from "@mypacer/shared/contract/problem.ts";

/** Most characters of a refused value that an answer repeats: enough to recognize it. */
const MAX_QUOTED = 100;
/** Most refused parameters that one answer lists: nobody mends more at once. */
const MAX_ERRORS = 10;

/**
 * A refused value as an answer repeats it: cut, never with half a surrogate pair.
 *
 * @returns `null` for `undefined`: the parameter is missing.
 */
export function quoteValue(value: unknown): string | null {
  if (value === undefined) return null;
  // Cut before turning into JSON: a body may hold a list of thousands.
  const text = typeof value === "string"
    ? value.slice(0, MAX_QUOTED + 1)
    : JSON.stringify(Array.isArray(value) ? value.slice(0, MAX_QUOTED) : value) ?? String(value);
  return text.length > MAX_QUOTED
    ? `${text.slice(0, MAX_QUOTED).toWellFormed()}…`
    : text.toWellFormed();
}

/** What a {@linkcode ProblemError} tells beside its status. */
export interface ProblemOptions {
  /** Last part of `/problems/…`; the status says all by default. */
  kind?: string;
  title: string;
  detail?: string;
  errors?: readonly InvalidParameter[];
  headers?: Record<string, string>;
  /** When to ask again, s; told in whole seconds, rounded up. */
  retryAfter?: number;
  cause?: unknown;
}

/** An error whose message is meant for the client: answered as problem details (RFC 9457). */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly #options: ProblemOptions;

  constructor(status: number, options: ProblemOptions) {
    super(options.title, { cause: options.cause });
    this.status = status;
    const { headers = {}, retryAfter } = options;
    this.headers = retryAfter === undefined
      ? headers
      : { ...headers, "retry-after": String(Math.ceil(retryAfter)) };
    this.#options = options;
  }

  /** The refused parameters, at most ten. */
  get errors(): readonly InvalidParameter[] {
    return this.#options.errors?.slice(0, MAX_ERRORS) ?? [];
  }

  /** The body of the answer. */
  toProblem(requestId: string): Problem {
    const { kind, title, detail } = this.#options;
    return {
      type: kind === undefined ? "about:blank" : `/problems/${kind}`,
      title,
      status: this.status,
      ...detail === undefined ? {} : { detail },
      request_id: requestId,
      ...this.errors.length === 0 ? {} : { errors: [...this.errors] },
    };
  }
}

/**
 * The error for refused parameters.
 *
 * @param errors At least one.
 * @param status 400 for the URL and for what is no JSON, 422 for values inside a body.
 */
export function invalidParameters(
  errors: readonly InvalidParameter[],
  { status = 400, cause }: { status?: number; cause?: unknown } = {},
): ProblemError {
  const names = [...new Set(errors.map(({ parameter }) => parameter))].slice(0, MAX_ERRORS);
  return new ProblemError(status, {
    kind: "invalid-parameter",
    title: "A parameter is missing or wrong",
    detail: `Refused: ${names.map((name) => name.slice(0, MAX_QUOTED)).join(", ")}`,
    errors,
    cause,
  });
}

/** The error for a resource that does not exist. */
export function notFound(detail: string): ProblemError {
  return new ProblemError(404, { kind: "not-found", title: "Not found", detail });
}
