/** Where the repository is. */
const ROOT = import.meta.resolve("../../");

/** Which files do what; the first that matches counts. Paths are from the root. */
const PARTS: readonly (readonly [part: string, files: RegExp])[] = [
  [
    "parse",
    /^shared\/federation\/(?:parsers\/|html|shape|search_texts)|\/node_modules\/(?:htmlparser2|domhandler|domutils|entities|css-select)\//,
  ],
  ["hash", /^scraper\/crawl\/content_hash\.ts$/],
  ["fetch", /^shared\/federation\/|^ext:deno_(?:fetch|net|web)\//],
  [
    "sql_client",
    /^shared\/(?:database|directory)\/|^scraper\/repositories\/|\/node_modules\/postgres\//,
  ],
  ["crawl", /^(?:scraper|shared)\//],
];

/** What of the scraper a function at an address is part of; null = of whatever called it. */
export function partOfScraper(url: string): string | null {
  const path = url.startsWith(ROOT) ? url.slice(ROOT.length) : url;
  return PARTS.find(([, files]) => files.test(path))?.[0] ?? null;
}
