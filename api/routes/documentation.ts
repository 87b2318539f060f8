import type { Context } from "../context.ts";
import { docsPage, docsPolicy } from "../documentation/page.ts";
import { type Answer, CACHE, json, text } from "../http/answer.ts";
import type { Exchange, Route } from "../http/route.ts";
import { toOpenApi } from "../documentation/openapi.ts";

/** What the routes of the documentation work with. */
type DocumentationNeeds = Pick<Context, "routes" | "version">;

/** `GET /openapi.json`: what is served, for machines. */
export function getOpenApi(_exchange: Exchange, { routes, version }: DocumentationNeeds): Answer {
  return json(toOpenApi(routes, version), { cache: CACHE.computed });
}

/** `GET /docs`: what is served, for people. */
export async function getDocs(
  _exchange: Exchange,
  { routes, version }: DocumentationNeeds,
): Promise<Answer> {
  return text(docsPage(toOpenApi(routes, version)), {
    type: "text/html; charset=utf-8",
    cache: CACHE.computed,
    headers: { "content-security-policy": await docsPolicy() },
  });
}

export const documentationRoutes: readonly Route<DocumentationNeeds>[] = [
  {
    method: "GET",
    path: "/openapi.json",
    tag: "Service",
    operation: "getOpenApi",
    summary: "This documentation as OpenAPI 3.1",
    answer: "application/json",
    handler: getOpenApi,
  },
  {
    method: "GET",
    path: "/docs",
    tag: "Service",
    operation: "getDocs",
    summary: "This documentation as a page",
    answer: "text/html",
    handler: getDocs,
  },
];
