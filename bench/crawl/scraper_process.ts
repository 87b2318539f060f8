import { fileURLToPath } from "node:url";
import { programArgs } from "../../dev/processes.ts";
import type { ScraperCost } from "./measured_scraper.ts";

/** What the scraper's command line says of a crawl. */
interface Report {
  state: string;
  counters: Record<string, number>;
}

/** A crawl that was run as a process of its own. */
export interface Crawled {
  seconds: number;
  report: Report;
  cost: ScraperCost;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs the scraper's command line to its end.
 *
 * @param signal Ends it before.
 * @throws {SyntaxError} If it ends without a report.
 * @throws What the signal was aborted with, once the process has ended.
 */
export async function runCrawl(
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Crawled> {
  const costFile = await Deno.makeTempFile({ prefix: "mypacer-crawl-", suffix: ".json" });
  try {
    const began = performance.now();
    const process = new Deno.Command(Deno.execPath(), {
      args: programArgs(["bench/crawl/measured_scraper.ts", costFile, "--no-check", ...args]),
      cwd: ROOT,
      env: { LOG_LEVEL: "warn", ...env },
      signal,
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const { stdout } = await process.output();
    signal.throwIfAborted();
    const seconds = (performance.now() - began) / 1000;
    const report = JSON.parse(new TextDecoder().decode(stdout));
    return { seconds, report, cost: JSON.parse(await Deno.readTextFile(costFile)) };
  } finally {
    await Deno.remove(costFile);
  }
}
