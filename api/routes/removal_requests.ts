import { RemovalReceipt, RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import { saveRemovalRequest } from "@mypacer/shared/database/removal_request.ts";
import type { Context } from "../context.ts";
import { type Answer, CACHE, json } from "../http/answer.ts";
import { readText, requireJson } from "../http/body.ts";
import { clientOf } from "../http/client_limits.ts";
import { parseJsonBody } from "../http/json_body.ts";
import { ProblemError } from "../http/problem.ts";
import type { Exchange, Route } from "../http/route.ts";

/** What the routes of requests for removal work with. */
type RemovalNeeds = Pick<Context, "sql" | "removalLimits">;

/**
 * `POST /removal-requests`: keeps a request until the operator has handled it. Nothing is looked up
 * or told.
 */
export async function postRemovalRequest(
  { request }: Exchange,
  { sql, removalLimits }: RemovalNeeds,
): Promise<Answer> {
  requireJson(request);
  const asked = parseJsonBody(RemovalRequest, await readText(request));
  const wait = removalLimits.take(clientOf(request));
  if (wait > 0) {
    throw new ProblemError(429, {
      kind: "too-many-requests",
      title: "Too many requests were sent",
      detail: "Nothing was stored; try again later, or write to the operator",
      headers: { "retry-after": String(Math.ceil(wait)) },
    });
  }
  const receipt: RemovalReceipt = { reference: await saveRemovalRequest(sql, asked) };
  return json(receipt, { status: 201, cache: CACHE.never });
}

export const removalRequestRoutes: readonly Route<RemovalNeeds>[] = [
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
      413: "The body is too large",
      415: "The body is not JSON",
      422: "A value in the body is refused",
      429: "Too many requests were sent; `Retry-After` says when to try again",
    },
    handler: postRemovalRequest,
  },
];
