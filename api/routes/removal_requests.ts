import { RemovalReceipt, RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { saveRemovalRequest } from "@mypacer/shared/database/removal_request.ts";
import { BODY_STATUSES, readText, requireJson } from "../http/body.ts";
import { type ClientLimits, clientOf } from "../http/client_limits.ts";
import { parseJsonBody } from "../http/json_body.ts";
import { ProblemError } from "../http/problem.ts";
import { CACHE, respondJson } from "../http/respond.ts";
import type { Route, RoutedRequest } from "../http/route.ts";

/** What the routes of requests for removal work with. */
interface RemovalNeeds {
  sql: Sql;
  /** How often people may ask to be left out. */
  removalLimits: ClientLimits;
}

/**
 * `POST /removal-requests`: stores a request until the operator has handled it. Nothing is looked
 * up: the answer is the same whoever is named.
 */
async function postRemovalRequest(
  { request }: RoutedRequest,
  { sql, removalLimits }: RemovalNeeds,
): Promise<Response> {
  requireJson(request);
  const removal = parseJsonBody(RemovalRequest, await readText(request));
  const wait = removalLimits.take(clientOf(request));
  if (wait > 0) {
    throw new ProblemError(429, {
      kind: "too-many-requests",
      title: "Too many requests were sent",
      detail: "Nothing was stored; try again later, or write to the operator",
      retryAfter: wait,
    });
  }
  const receipt: RemovalReceipt = { reference: await saveRemovalRequest(sql, removal) };
  return respondJson(request, receipt, { status: 201, cache: CACHE.never });
}

export const removalRequestRoutes = (needs: RemovalNeeds): Route[] => [
  {
    method: "POST",
    path: "/removal-requests",
    tag: "Athletes",
    operation: "postRemovalRequest",
    summary: "Ask to be left out of the directory",
    description:
      "Or to have a wrong entry looked at. Either a federation id or a name is needed; the " +
      "operator handles the request by hand, after which it is deleted.",
    body: RemovalRequest,
    success: 201,
    answer: RemovalReceipt,
    statuses: {
      ...BODY_STATUSES,
      429: "Too many requests were sent; `Retry-After` says when to try again",
    },
    handler: (routed) => postRemovalRequest(routed, needs),
  },
];
