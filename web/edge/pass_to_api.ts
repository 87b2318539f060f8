import type { Logger } from "@mypacer/shared/process/log.ts";
import { unanswered } from "../kit/load/unanswered.ts";

/** Headers that belong to one connection, or that `fetch` sets by itself. */
const NOT_PASSED = [
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
/** Headers of an answer that are wrong once `fetch` has decoded it. */
const NOT_RETURNED = [
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "transfer-encoding",
];
/** Methods that `fetch` does not send; the API knows none of them. */
const NOT_SENT = ["CONNECT", "TRACE", "TRACK"];
/** Longest wait for the API, ms: longer than it waits for the federation. */
const TIMEOUT = 60_000;

/** Whether a path is the API's: it is asked on the site's own origin. */
export function isApiPath(pathname: string): boolean {
  return pathname === "/api" || pathname.startsWith("/api/");
}

/**
 * Whether an address has a path in its normal form, and a host. Otherwise a proxy in front may see
 * another path than this server does (`/x/..\api`), and apply the wrong rules.
 *
 * @param url As the request has it, before normalization: `Request.url`.
 */
export function isNormalForm(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const path = /^\w+:\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] ?? "";
  const segments = path.split("/").slice(1);
  return !/\\|%5c|%2f|\/\//i.test(path) &&
    segments.every((segment) => !/^(?:\.|%2e){1,2}$/i.test(segment));
}

/**
 * Passes a request under `/api` on to the API, as nginx does where one stands in front. When the
 * visitor aborts, as at every letter of a search, so does the request to the API.
 *
 * @param apiUrl Address of the API.
 * @param peer Address of the visitor, passed to the API instead of the request's own claim.
 */
export async function passToApi(
  request: Request,
  { apiUrl, peer, log }: { apiUrl: string; peer: string; log: Logger },
): Promise<Response> {
  if (NOT_SENT.includes(request.method.toUpperCase())) {
    return problem(405, "Method Not Allowed", "The API answers no such method");
  }
  const { pathname, search } = new URL(request.url);
  const target = new URL(apiUrl);
  target.pathname = pathname.slice("/api".length) || "/";
  target.search = search;
  const headers = new Headers(request.headers);
  for (const name of NOT_PASSED) headers.delete(name);
  headers.set("x-forwarded-for", peer);
  const timeout = AbortSignal.timeout(TIMEOUT);
  try {
    const response = await fetch(target, {
      method: request.method,
      headers,
      body: request.body,
      redirect: "manual",
      signal: AbortSignal.any([request.signal, timeout]),
    });
    const answered = new Headers(response.headers);
    for (const name of NOT_RETURNED) answered.delete(name);
    return new Response(response.body, { status: response.status, headers: answered });
  } catch (error) {
    // The visitor has left: nobody reads this answer.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    log.warn("the API does not answer", { reasons: unanswered(error, target) });
    return timeout.aborted
      ? problem(504, "Gateway Timeout", "The API did not answer in time")
      : problem(502, "Bad Gateway", "The API does not answer");
  }
}

function problem(status: number, title: string, detail: string): Response {
  return Response.json({ type: "about:blank", title, status, detail }, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
