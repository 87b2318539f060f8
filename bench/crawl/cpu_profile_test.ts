import { assertEquals } from "@std/assert";
import { secondsByPart } from "./cpu_profile.ts";
import { partOfScraper } from "./scraper_parts.ts";

const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

Deno.test("secondsByPart() counts a sample for the innermost function that is of a part", () => {
  const profile = {
    nodes: [
      node(1, "(root)", "", [2, 6, 7, 8]),
      node(2, "readAll", "file:///scraper.ts", [3, 5]),
      // Called by the parser, and of no part itself.
      node(3, "parseRoster", "file:///parser.ts", [4]),
      node(4, "replaceAll", ""),
      node(5, "sleep", "ext:core/timers.js"),
      node(6, "(idle)", ""),
      node(7, "(garbage collector)", ""),
      node(8, "tick", "ext:core/core.js"),
    ],
    samples: [3, 4, 5, 6, 7, 8, 4],
    timeDeltas: [1000, 2000, 4000, 500_000, 8000, 16_000, 32_000],
  };
  const partOf = (url: string) =>
    url === "file:///scraper.ts" ? "crawl" : url === "file:///parser.ts" ? "parse" : null;
  assertEquals(secondsByPart(profile, partOf), {
    parse: 0.035,
    crawl: 0.004,
    idle: 0.5,
    garbage: 0.008,
    other: 0.016,
  });
});

Deno.test.each([
  ["shared/federation/parsers/roster.ts", "parse"],
  ["node_modules/.deno/htmlparser2@12.0.0/node_modules/htmlparser2/dist/Parser.js", "parse"],
  ["scraper/crawl/content_hash.ts", "hash"],
  ["shared/federation/exchange.ts", "fetch"],
  ["scraper/repositories/tasks.ts", "sql_client"],
  ["node_modules/.deno/postgres@3.4.9/node_modules/postgres/src/connection.js", "sql_client"],
  ["scraper/crawl/task_source.ts", "crawl"],
  ["bench/crawl/measured_scraper.ts", null],
])("partOfScraper() knows what $0 is part of", (path, part) => {
  assertEquals(partOfScraper(import.meta.resolve(`../../${path}`)), part);
});

Deno.test("partOfScraper() counts what Deno does for fetch(), and leaves the rest to its caller", () => {
  assertEquals(partOfScraper("ext:deno_fetch/26_fetch.js"), "fetch");
  assertEquals(partOfScraper("ext:core/01_core.js"), null);
});
