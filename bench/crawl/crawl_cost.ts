import type { Sql } from "@mypacer/shared/database/connect.ts";
import { readDatabaseCost } from "./database_cost.ts";
import { readProcessTimes } from "./process_times.ts";
import type { Crawled } from "./scraper_process.ts";

/** What a crawl costs: name of the figure, and what the table calls it. */
export const COSTS = {
  cpu: "all of it",
  scraper_cpu: "scraper",
  parse_cpu: "  pages understood",
  hash_cpu: "  pages hashed",
  fetch_cpu: "  pages fetched",
  sql_client_cpu: "  SQL written, rows read",
  crawl_cpu: "  tasks, counters",
  garbage_cpu: "  garbage collected",
  other_cpu: "  start, all else",
  database_cpu: "PostgreSQL",
  simulator_cpu: "simulator",
  idle: "wait: scraper with nothing to do",
  sql_wait: "wait: statements under way",
  transactions: "transactions",
} as const;

/**
 * The costs of one crawl: CPU and waits in seconds. Waits for politeness are none: a site on this
 * machine is asked without a pace.
 */
export type CrawlCost = Record<keyof typeof COSTS, number>;

/** Parts of the scraper that have a figure of their own; see `scraper_parts.ts`. */
const PARTS = ["parse", "hash", "fetch", "sql_client", "crawl", "garbage"] as const;

const round = (value: number) => Number(value.toFixed(2));

/**
 * Does crawls, and tells what they cost, all of them together.
 *
 * @param simulator Process id of the simulated federation.
 */
export async function measureCrawls(
  { sql, simulator }: { sql: Sql; simulator: number },
  run: () => Promise<Crawled[]>,
): Promise<{ runs: Crawled[]; cost: CrawlCost }> {
  const simulatorCpu = async () => (await readProcessTimes(simulator))?.own ?? NaN;
  const before = { database: await readDatabaseCost(sql), simulator: await simulatorCpu() };
  const runs = await run();
  const after = { database: await readDatabaseCost(sql), simulator: await simulatorCpu() };
  const total = (of: (run: Crawled) => number) => runs.reduce((sum, run) => sum + of(run), 0);
  const part = (name: string) => total(({ cost: { cpu, shares } }) => cpu * (shares[name] ?? 0));
  const parts = Object.fromEntries(PARTS.map((name) => [name, part(name)]));
  const scraper = total(({ cost }) => cost.cpu);
  const database = after.database.cpu - before.database.cpu;
  const simulated = after.simulator - before.simulator;
  const cost: CrawlCost = {
    cpu: scraper + database + simulated,
    scraper_cpu: scraper,
    parse_cpu: parts["parse"] ?? 0,
    hash_cpu: parts["hash"] ?? 0,
    fetch_cpu: parts["fetch"] ?? 0,
    sql_client_cpu: parts["sql_client"] ?? 0,
    crawl_cpu: parts["crawl"] ?? 0,
    garbage_cpu: parts["garbage"] ?? 0,
    other_cpu: scraper - Object.values(parts).reduce((sum, seconds) => sum + seconds, 0),
    database_cpu: database,
    simulator_cpu: simulated,
    idle: total(({ cost }) => cost.idle),
    sql_wait: after.database.active - before.database.active,
    transactions: after.database.transactions - before.database.transactions,
  };
  const rounded = Object.entries(cost).map(([name, value]) => [name, round(value)]);
  return { runs, cost: Object.fromEntries(rounded) as CrawlCost };
}
