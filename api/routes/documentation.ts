import { docsPage, docsPolicy } from "../documentation/page.ts";
import { CACHE, respondJson, respondText } from "../http/respond.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { toOpenApi } from "../documentation/openapi.ts";

/** What the routes of the documentation work with. */
interface DocumentationNeeds {
  /** Everything that is served. */
  routes: readonly Route[];
  version: string;
}

/** `GET /openapi.json`: what is served, for machines. */
function getOpenApi({ request }: RoutedRequest, { routes, version }: DocumentationNeeds) {
  return respondJson(request, toOpenApi(routes, version), { cache: CACHE.computed });
}

/** `GET /docs`: what is served, for people. */
async function getDocs({ request }: RoutedRequest, { routes, version }: DocumentationNeeds) {
  return respondText(request, docsPage(toOpenApi(routes, version)), {
    type: "text/html; charset=utf-8",
    cache: CACHE.computed,
    headers: { "content-security-policy": await docsPolicy() },
  });
}

export const documentationRoutes = (needs: DocumentationNeeds): Route[] => [
  {
    method: "GET",
    path: "/openapi.json",
    tag: "Service",
    operation: "getOpenApi",
    summary: "This documentation as OpenAPI 3.1",
    answer: "application/json",
    handler: (routed) => getOpenApi(routed, needs),
  },
  {
    method: "GET",
    path: "/docs",
    tag: "Service",
    operation: "getDocs",
    summary: "This documentation as a page",
    answer: "text/html",
    handler: (routed) => getDocs(routed, needs),
  },
];
