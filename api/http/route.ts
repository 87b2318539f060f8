import type { z } from "zod";

/** A request whose route was found. */
export interface RoutedRequest {
  request: Request;
  url: URL;
  /** Named parts of the path, as in the URL. */
  params: Readonly<Record<string, string | undefined>>;
}

/** Chapters of the documentation. */
export const TAGS = ["Athletes", "Clubs", "Pace table", "Service", "Original service"] as const;

/** A route: what is served and what the documentation says of it. */
export interface Route {
  method: "GET" | "POST";
  /** Path in the form of `URLPattern`. */
  path: string;
  tag: typeof TAGS[number];
  /** Name of the operation for generated clients. */
  operation: string;
  summary: string;
  description?: string;
  pathParameters?: Record<string, z.ZodType>;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Status of what went well; 200 by default. */
  success?: 201;
  /** Body of what went well: its schema, or its media type where it is no JSON. */
  answer: z.ZodType | string;
  /** Makes an example of the body of a 200. */
  example?: () => unknown;
  /** Body of refusals (400, 422); problem details by default. */
  refusal?: z.ZodType;
  /** Statuses other than 200 that have a reason of their own, with that reason. */
  statuses?: Record<number, string>;
  /** Refuses by throwing a `ProblemError`. */
  handler: (routed: RoutedRequest) => Response | Promise<Response>;
}

/** What a path leads to. */
export interface PathMatch {
  /** Path of its routes, e.g. `/athletes/:ffaId`. */
  path: string;
  byMethod: ReadonlyMap<string, Route>;
  params: Readonly<Record<string, string | undefined>>;
}

const NO_PARAMS = Object.freeze({});

/** Finds routes by path. */
export class Router {
  readonly #fixed = new Map<string, PathMatch>();
  readonly #patterns: (Omit<PathMatch, "params"> & { pattern: URLPattern })[] = [];

  constructor(routes: readonly Route[]) {
    const byPath = new Map<string, Map<string, Route>>();
    for (const route of routes) {
      const byMethod = byPath.get(route.path) ?? new Map<string, Route>();
      if (byMethod.has(route.method)) {
        throw new TypeError(`Cannot route ${route.method} ${route.path} twice`);
      }
      byPath.set(route.path, byMethod.set(route.method, route));
    }
    for (const [path, byMethod] of byPath) {
      // Most paths have no named part and are found without trying patterns.
      if (!path.includes(":")) this.#fixed.set(path, { path, byMethod, params: NO_PARAMS });
      else this.#patterns.push({ path, byMethod, pattern: new URLPattern({ pathname: path }) });
    }
  }

  /** What is served at a path; `null` when nothing is. */
  find(url: URL): PathMatch | null {
    const fixed = this.#fixed.get(url.pathname);
    if (fixed !== undefined) return fixed;
    for (const { pattern, ...path } of this.#patterns) {
      const match = pattern.exec({ pathname: url.pathname });
      if (match !== null) return { ...path, params: match.pathname.groups };
    }
    return null;
  }
}

/** Methods a path answers to, for `Allow`. */
export function allowedMethods(byMethod: PathMatch["byMethod"]): string {
  const methods = new Set([...byMethod.keys(), "OPTIONS"]);
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort().join(", ");
}
