import { INDEXED_PAGES, PATHS } from "../kit/addresses/paths.ts";
import { LANGUAGES } from "../kit/language/language.ts";

/** Paths of the pages that name nobody in at least one state. */
const PUBLIC_PATHS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => INDEXED_PAGES.map((name) => PATHS[language][name])),
);

/** Parameters with which such a page shows what the API found: athletes, or clubs by their name. */
const LOOKED_UP = ["athletes", "q"];

/** Header by which Fresh is asked for a part of a page. */
const PART_OF_PAGE = "fresh-partial";

/** Whether a request, as far as its address is not looked at, may be one for such a page. */
export function mayAskForPublicPage({ method, headers }: Request): boolean {
  return (method === "GET" || method === "HEAD") && !headers.has(PART_OF_PAGE);
}

/**
 * The path and query of a request for a page that may be the same for everybody; null for any
 * other. The headers of the answer decide whether it is.
 */
export function publicAddress(request: Request): string | null {
  if (!mayAskForPublicPage(request)) return null;
  const { pathname, search, searchParams } = new URL(request.url);
  if (!PUBLIC_PATHS.has(pathname)) return null;
  if (search !== "" && LOOKED_UP.some((name) => searchParams.has(name))) return null;
  return pathname + search;
}
