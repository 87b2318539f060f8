/** Answer of a page's handler: a page to draw, or a redirect. */
export type PageAnswer<T> = { data: T; status: number; headers: Headers } | Response;

/** Headers of a page: `named` when it shows people, so that no cache stores it. */
export function pageHeaders({ named }: { named: boolean }): Headers {
  const headers = new Headers({ "cache-control": named ? "private, no-store" : "no-cache" });
  if (named) headers.set("x-robots-tag", "noindex, nofollow");
  return headers;
}
