import type { Logger } from "@mypacer/shared/process/log.ts";
import { respondError } from "./error_response.ts";
import { notFound, ProblemError, quoteValue } from "./http/problem.ts";
import { refuseQuery } from "./http/query.ts";
import { CACHE, respondEmpty } from "./http/respond.ts";
import { allowedMethods, type PathMatch, type Route, Router } from "./http/route.ts";
import type { Metrics } from "./observation/metrics.ts";

/** A request id of the proxy in front, if it looks like one. */
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;
/** Longest request that passes without a line in the log, s. */
const SLOW_REQUEST_S = 1;

/**
 * Answers a request.
 *
 * @param address Its address, where it was parsed before; null = it is none.
 */
export type RequestHandler = (request: Request, address?: URL | null) => Promise<Response>;

/** Makes what every request goes through: its route, errors, its id, metrics and log. */
export function createRequestHandler(
  routes: readonly Route[],
  { log, metrics }: { log: Logger; metrics: Metrics },
): RequestHandler {
  const router = new Router(routes);

  return async (request, address = URL.parse(request.url)) => {
    const began = performance.now();
    const proxyId = request.headers.get("x-request-id");
    const requestId = proxyId !== null && REQUEST_ID.test(proxyId) ? proxyId : crypto.randomUUID();
    // The path's pattern only: a path and a query name people.
    let route = "none";
    let response: Response;
    try {
      const { url, match } = findPath(address, router);
      route = match.path;
      response = await respond(request, url, match);
    } catch (error) {
      response = respondError(request, error, { requestId, route, log });
    }
    response.headers.set("x-request-id", requestId);
    const { status } = response;
    const seconds = (performance.now() - began) / 1000;
    const method = countedMethod(request.method);
    metrics.countAnswer({ method, route, status }, seconds);
    const line = { method, route, status, seconds, requestId };
    if (seconds > SLOW_REQUEST_S) log.info("slow request", line);
    else log.debug("request", line);
    return response;
  };
}

/** Methods of requests as metrics name them: whatever else a client thinks of is one series. */
function countedMethod(method: string): string {
  return ["GET", "HEAD", "POST", "OPTIONS"].includes(method) ? method : "other";
}

/** Finds what is served at an address. @throws {ProblemError} 400, 404. */
function findPath(url: URL | null, router: Router): { url: URL; match: PathMatch } {
  // What stands in `Host` is part of the address, and may be no host at all.
  if (url === null) throw new ProblemError(400, { title: "The address or the Host is not valid" });
  const match = router.find(url);
  if (match === null) throw notFound("Nothing is served at this path; see /docs");
  return { url, match };
}

/**
 * Routes that refuse parameters they do not have; probes and the original's clients may add what
 * they like.
 */
const STRICT_TAGS: ReadonlySet<Route["tag"]> = new Set(["Athletes", "Clubs", "Pace table"]);

/** Calls the handler for the method of a request. @throws What the handler throws. */
async function respond(
  request: Request,
  url: URL,
  { byMethod, params }: PathMatch,
): Promise<Response> {
  const { method } = request;
  if (method === "OPTIONS") {
    return respondEmpty({ allow: allowedMethods(byMethod), "cache-control": CACHE.never });
  }
  const route = byMethod.get(method === "HEAD" ? "GET" : method);
  if (route === undefined) {
    const allow = allowedMethods(byMethod);
    throw new ProblemError(405, {
      kind: "method-not-allowed",
      title: "The method is not allowed here",
      errors: [{ parameter: "method", given: quoteValue(method), accepted: allow }],
      headers: { allow },
    });
  }
  if (route.query === undefined && STRICT_TAGS.has(route.tag)) refuseQuery(url);
  return await route.handler({ request, url, params });
}
