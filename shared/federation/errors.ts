/** Why a page of the federation could not be read. */
export type FederationErrorKind =
  /** The site answers with errors, breaks off or cannot be reached. */
  | "unavailable"
  /** The site says there is no such page. */
  | "not-found"
  /** The site refuses us (401, 403, 451): stop, and let an operator decide. */
  | "forbidden"
  /** The site's robots.txt asks us not to read this address. */
  | "refused-by-robots"
  /** The body goes beyond the size limit. */
  | "too-large"
  /** The site failed so often that it is left alone for a while: nothing was sent. */
  | "circuit-open"
  /** Visitors have caused as many requests as they may for now: nothing was sent. */
  | "budget-spent"
  /** No whole answer within the time limit. */
  | "timeout"
  /** The page redirects to another host, or without end: not followed. */
  | "foreign-redirect"
  /** The site asks for fewer requests (429). */
  | "too-many-requests";

/** A page of the federation could not be read. The message names the page without personal data. */
export class FederationError extends Error {
  override name = "FederationError";
  /** HTTP status answered; null when there was none. */
  readonly status: number | null;
  /** Seconds to wait before asking again, where known. */
  readonly retryAfter: number | null;

  constructor(
    readonly kind: FederationErrorKind,
    message: string,
    { status = null, retryAfter = null, cause }: {
      status?: number | null;
      retryAfter?: number | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
