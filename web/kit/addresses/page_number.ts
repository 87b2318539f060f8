import type { QueryParameter } from "../forms/query.ts";

/**
 * Number of the page that a URL asks for (`p`), from 1 to the last there is; what is no number is
 * the first.
 */
export function readPage(parameters: URLSearchParams, last: number): number {
  const asked = Number(parameters.get("p") ?? 1);
  return Number.isInteger(asked) ? Math.min(last, Math.max(1, asked)) : 1;
}

/** The parameter of a page's number; the first needs none. */
export function pageParameter(page: number): QueryParameter {
  return ["p", page > 1 ? page : null];
}
