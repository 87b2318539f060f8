import { readBody } from "./body.ts";
import type { Transfer, Validators } from "./client_types.ts";
import type { Clock } from "../process/clock.ts";
import { FederationError } from "./errors.ts";
import { recognizePage } from "./parsers/frame.ts";
import { parseRetryAfter } from "./retry_after.ts";
import { describePage } from "./urls.ts";

/** The outcome of one request: a page, or the address of a redirect. */
export type Answer =
  | { redirect: null; status: number; body: string; transfer: Transfer; validators: Validators }
  | { redirect: string; status: number };

/** How a request is sent. */
export interface ExchangeOptions {
  fetch: typeof fetch;
  clock: Clock;
  /** Time for the whole answer, its body included, ms. */
  timeout: number;
  /** Largest body read, bytes. */
  largestBody: number;
  headers: Record<string, string>;
  signal: AbortSignal;
  /** The version of the page that is known already; null = none. */
  known: Validators | null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FORBIDDEN = new Set([401, 403, 451]);
const GONE = new Set([404, 410]);

/**
 * Sends one request and reads its answer whole.
 *
 * @throws {FederationError} `timeout`, `unavailable`, `not-found`, `forbidden`, `too-many-requests`
 *   or `too-large`.
 * @throws The reason of the signal's abort.
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Answer> {
  const { clock, timeout, signal } = options;
  const page = describePage(url);
  const late = new AbortController();
  const cancel = clock.timer(timeout, () => late.abort());
  try {
    return await send(url, { ...options, signal: AbortSignal.any([late.signal, signal]) });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (late.signal.aborted) {
      throw new FederationError("timeout", `${page} did not come within ${timeout / 1000} s`);
    }
    if (error instanceof FederationError) throw error;
    throw new FederationError("unavailable", `${page} could not be read`, {
      cause: withoutAddress(error, url, page),
    });
  } finally {
    cancel();
  }
}

async function send(url: URL, options: ExchangeOptions): Promise<Answer> {
  const { signal, clock, largestBody, known } = options;
  const page = describePage(url);
  const headers = { ...options.headers, ...conditions(known) };
  const sentAt = clock.now();
  const response = await options.fetch(url, { headers, signal, redirect: "manual" });
  const { status } = response;
  if (response.ok) {
    const { text, ...read } = await readBody(response, { limit: largestBody, page });
    const transfer = transferOf(response, { milliseconds: clock.now() - sentAt, ...read });
    return { redirect: null, status, body: text, transfer, validators: validatorsOf(response) };
  }
  if (GONE.has(status)) throw await notFound(response, { page, limit: largestBody });
  await response.body?.cancel();
  if (status === 304 && known !== null) {
    const milliseconds = clock.now() - sentAt;
    const transfer = transferOf(response, { milliseconds, bytes: 0, isLengthAnnounced: false });
    return { redirect: null, status, body: "", transfer, validators: known };
  }
  const location = response.headers.get("location");
  if (REDIRECTS.has(status) && location !== null) return { redirect: location, status };
  const retryAfter = parseRetryAfter(response.headers.get("retry-after"), clock.now());
  const kind = FORBIDDEN.has(status)
    ? "forbidden"
    : status === 429
    ? "too-many-requests"
    : "unavailable";
  throw new FederationError(kind, `${page} was answered with status ${status}`, {
    status,
    retryAfter,
  });
}

/**
 * The error of a page that does not exist. A firewall or a site under maintenance may answer with
 * the same status, and mean something else.
 */
async function notFound(
  response: Response,
  { page, limit }: { page: string; limit: number },
): Promise<FederationError> {
  const { status } = response;
  const { text } = await readBody(response, { limit, page });
  const nature = recognizePage(text);
  if (nature !== "maintenance" && nature !== "challenge") {
    return new FederationError("not-found", `${page} was answered with status ${status}`, {
      status,
    });
  }
  return new FederationError(
    "unavailable",
    `${page} was answered with status ${status} and a page of ${nature}`,
  );
}

/** Headers that ask for a page only if it changed from the known version. */
function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

function transferOf(
  { headers }: Response,
  measured: Pick<Transfer, "milliseconds" | "bytes" | "isLengthAnnounced">,
): Transfer {
  return {
    ...measured,
    contentType: headers.get("content-type"),
    contentEncoding: headers.get("content-encoding"),
  };
}

/** Longest validator that is kept; its form is up to the site. */
const LONGEST_VALIDATOR = 200;

function validatorsOf({ headers }: Response): Validators {
  const read = (name: string) => {
    const value = headers.get(name);
    return value === null || value.length > LONGEST_VALIDATOR ? null : value;
  };
  return { etag: read("etag"), lastModified: read("last-modified") };
}

/**
 * Messages of the network layer repeat the address, which may name a person: the page's name
 * replaces it.
 */
function withoutAddress(error: unknown, url: URL, page: string): unknown {
  if (!(error instanceof Error)) return error;
  const plain = new Error(error.message.replaceAll(url.href, page), {
    cause: error.cause === undefined ? undefined : withoutAddress(error.cause, url, page),
  });
  plain.name = error.name;
  return plain;
}
