/**
 * The scraper's command line under V8's profiler: `measured_scraper.ts FILE [options of a crawl]`.
 * What the process cost is written to FILE as JSON once the crawl has ended.
 */
import inspector from "node:inspector/promises";
import process from "node:process";
import { abortOnSignals } from "@mypacer/shared/process/command_line.ts";
import { scrape } from "../../scraper/cli.ts";
import { secondsByPart } from "./cpu_profile.ts";
import { partOfScraper } from "./scraper_parts.ts";

/** Time between two samples, µs: seldom enough not to slow the crawl down by a percent. */
const SAMPLE_EVERY = 5000;

/** What a process that crawled cost. */
export interface ScraperCost {
  /** CPU of all its threads, s. */
  cpu: number;
  /** Highest resident memory, MB. */
  rssMb: number;
  /** How long its main thread had nothing to do, s. */
  idle: number;
  /** Shares of what its main thread did, by part of the scraper; 1 together. */
  shares: Record<string, number>;
}

if (import.meta.main) {
  const [file = "", ...args] = Deno.args;
  const session = new inspector.Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_EVERY });
  await session.post("Profiler.start");
  const code = await scrape(args, abortOnSignals("The crawl"));
  const { user, system } = process.cpuUsage();
  const { profile } = await session.post("Profiler.stop");
  const { idle = 0, ...parts } = secondsByPart(profile, partOfScraper);
  // Samples tell how long the thread was at work, also while it waited for a processor: their
  // shares hold on a loaded machine, their seconds do not.
  const busy = Object.values(parts).reduce((sum, seconds) => sum + seconds, 0);
  const shares = Object.fromEntries(
    Object.entries(parts).map(([part, seconds]) => [part, seconds / busy]),
  );
  const cost: ScraperCost = {
    cpu: (user + system) / 1_000_000,
    rssMb: process.resourceUsage().maxRSS / 1024,
    idle,
    shares,
  };
  await Deno.writeTextFile(file, JSON.stringify(cost));
  Deno.exit(code);
}
