import { LRUCache } from "lru-cache";

/**
 * How long a drawn page is served again, ms. Its figures of the directory may be a minute old
 * anyway.
 */
const SHOWN_FOR = 2000;
/** Most pages kept: there are about thirty without a query. */
const MOST = 64;

/** A drawn page. */
interface DrawnPage {
  html: string;
  headers: [name: string, value: string][];
}

/**
 * Keeps the pages that are the same for everybody for some seconds: without a query, a page depends
 * only on its path and on figures about the directory. Drawing the home page takes ten times as
 * long as sending it.
 */
export class PageMemory {
  readonly #pages: LRUCache<string, DrawnPage>;

  /** @param now A clock that never shows 0, ms. */
  constructor(now: () => number = () => performance.now()) {
    this.#pages = new LRUCache({ max: MOST, ttl: SHOWN_FOR, perf: { now }, ttlResolution: 0 });
  }

  /** The answer to a request, where it is kept. */
  find(request: Request): Response | null {
    const path = pathOf(request);
    const page = path === null ? undefined : this.#pages.get(path);
    if (page === undefined) return null;
    return new Response(page.html, { headers: page.headers });
  }

  /** Keeps a page whose headers allow sharing it; ignores any other. */
  keep(request: Request, html: string, { status, headers }: { status: number; headers: Headers }) {
    const path = pathOf(request);
    if (path === null || status !== 200 || headers.get("cache-control") !== "no-cache") return;
    if (headers.has("set-cookie")) return;
    this.#pages.set(path, { html, headers: [...headers] });
  }
}

/** Path of a request for a page that is the same for everybody; null for any other. */
function pathOf({ method, url }: Request): string | null {
  if (method !== "GET") return null;
  const { pathname, search } = new URL(url);
  return search === "" ? pathname : null;
}
