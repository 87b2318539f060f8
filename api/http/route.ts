import type { z } from "zod";
import type { Answer } from "./answer.ts";

/** A request on its way to a handler. */
export interface Exchange {
  request: Request;
  url: URL;
  /** Named parts of the path, as in the URL. */
  params: Readonly<Record<string, string | undefined>>;
}

/**
 * Request in, answer out, with what the group of routes takes. Refuses by throwing a
 * `ProblemError`.
 */
export type Handler<Needs> = (exchange: Exchange, needs: Needs) => Answer | Promise<Answer>;

/** Chapters of the documentation. */
export const TAGS = ["Athletes", "Clubs", "Pace table", "Service", "Original service"] as const;

/**
 * A route: what is served and what the documentation says of it.
 *
 * @typeParam Needs What its handler works with.
 */
export interface Route<Needs = never> {
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
  handler: Handler<Needs>;
}

/** What a path leads to. */
export interface PathMatch<Needs> {
  /** Routes of the path, by method. */
  routes: ReadonlyMap<string, Route<Needs>>;
  params: Readonly<Record<string, string | undefined>>;
}

const NO_PARAMS = Object.freeze({});

/** Finds routes by path. */
export class Router<Needs> {
  readonly #fixed = new Map<string, Map<string, Route<Needs>>>();
  readonly #patterns: { pattern: URLPattern; routes: Map<string, Route<Needs>> }[] = [];

  constructor(routes: readonly Route<Needs>[]) {
    const byPath = new Map<string, Map<string, Route<Needs>>>();
    for (const route of routes) {
      const same = byPath.get(route.path) ?? new Map<string, Route<Needs>>();
      if (same.has(route.method)) {
        throw new TypeError(`Cannot route ${route.method} ${route.path} twice`);
      }
      byPath.set(route.path, same.set(route.method, route));
    }
    for (const [path, same] of byPath) {
      // Most paths have no named part and are found without trying patterns.
      if (!path.includes(":")) this.#fixed.set(path, same);
      else this.#patterns.push({ pattern: new URLPattern({ pathname: path }), routes: same });
    }
  }

  /** What is served at a path; `null` when nothing is. */
  find(url: URL): PathMatch<Needs> | null {
    const routes = this.#fixed.get(url.pathname);
    if (routes !== undefined) return { routes, params: NO_PARAMS };
    for (const { pattern, routes } of this.#patterns) {
      const match = pattern.exec({ pathname: url.pathname });
      if (match !== null) return { routes, params: match.pathname.groups };
    }
    return null;
  }
}

/** Methods a path answers to, for `Allow`. */
export function allowedMethods(routes: ReadonlyMap<string, unknown>): string {
  const methods = new Set([...routes.keys(), "OPTIONS"]);
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort().join(", ");
}
