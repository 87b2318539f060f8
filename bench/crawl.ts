/**
 * `deno task bench:crawl`: a full load of a simulated federation, then a second run on unchanged
 * data. The table is for people; the last line of stdout is one JSON object with the figures.
 */
import {
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  wholeNumber,
} from "@mypacer/shared/process/command_line.ts";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { startBenchDatabase } from "./bench_database.ts";
import { startChild } from "./child.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { COSTS, type CrawlCost, measureCrawls } from "./crawl/crawl_cost.ts";
import { type Crawled, runCrawl } from "./crawl/scraper_process.ts";
import { setTable } from "./table_report.ts";

const HELP =
  `Measures the scraper: a full load of a simulated federation, then the same season unchanged.

Usage: deno task bench:crawl [options]

  --athletes N   people of the federation over all seasons (940868)
  --clubs N      number of clubs (3419)
  --seasons N    number of seasons (22)
  --seed N       another seed is another federation (1)
  --scrapers N   processes that share the full load (1)
  --help         this text

Starts a database of its own in a temporary folder and the simulator, without delay, and removes all of it.
The size above takes minutes; --athletes 20000 --clubs 80 --seasons 4 takes seconds.
Other work on the machine spoils the seconds; CPU seconds, told by part in a table of their own, less so. Parts
of the scraper are shares of 5 ms samples. There is no wait for politeness: the simulator is asked without a pace.
`;

type Options = { athletes: number; clubs: number; seasons: number; seed: number; scrapers: number };

function readOptions(): Options & { help: boolean } {
  const { values } = readCommandLine({
    options: {
      athletes: { type: "string", default: "940868" },
      clubs: { type: "string", default: "3419" },
      seasons: { type: "string", default: "22" },
      seed: { type: "string", default: "1" },
      scrapers: { type: "string", default: "1" },
      help: HELP_OPTION,
    },
  });
  const number = (name: keyof Options, most: number) =>
    wholeNumber(name, values[name], { to: most });
  return {
    athletes: number("athletes", 2_000_000),
    clubs: number("clubs", 9000),
    seasons: number("seasons", 22),
    seed: number("seed", 1_000_000),
    scrapers: number("scrapers", 8),
    help: values.help ?? false,
  };
}

/** What the simulator has answered, by kind of page. */
type Counts = { total: number; kinds: Record<string, number>; most_in_flight: number };

async function takeCounts(federation: string): Promise<Counts> {
  const counts = await (await fetch(`${federation}/_simulator/counts`)).json();
  await (await fetch(`${federation}/_simulator/counts`, { method: "DELETE" })).body?.cancel();
  return counts;
}

/** People the directory holds, and their memberships. */
async function countRows(sql: Sql): Promise<{ athletes: number; memberships: number }> {
  const [row] = await sql<{ athletes: number; memberships: number }[]>`
    select (select count(*) from athlete) as athletes, (select count(*) from membership) as memberships
  `;
  return row ?? { athletes: 0, memberships: 0 };
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** What both crawls cost, as a table. */
function costTable(full: CrawlCost, unchanged: CrawlCost): string {
  return setTable(
    [{ title: "CPU, s", text: true }, { title: "full load" }, { title: "unchanged" }],
    Object.entries(COSTS).map(([name, title]) => [
      title,
      ...[full, unchanged].map((cost) => String(cost[name as keyof CrawlCost])),
    ]),
  );
}

/** Highest memory of one process, and all that several did together. */
function together(runs: readonly Crawled[]) {
  return {
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    rssMb: Math.max(...runs.map(({ cost }) => cost.rssMb)),
    state: runs.every(({ report }) => report.state === "finished") ? "finished" : "failed",
    counters: runs[0]?.report.counters ?? {},
  };
}

/** @param signal Ends the crawl under way; all that was started is removed. */
async function main(signal: AbortSignal): Promise<boolean> {
  const { help, ...options } = readOptions();
  if (help) {
    printText(HELP);
    return true;
  }
  await using parts = new AsyncDisposableStack();
  say("Starting a database and the simulated federation");
  const databaseUrl = await startBenchDatabase(parts);
  const federation = `http://127.0.0.1:${freePort()}`;
  const { athletes, clubs, seasons, seed, scrapers } = options;
  const simulator = parts.use(
    await startChild([
      "simulator/main.ts",
      `--port=${new URL(federation).port}`,
      `--athletes=${athletes}`,
      `--clubs=${clubs}`,
      `--seasons=${seasons}`,
      `--seed=${seed}`,
    ], { readyUrl: `${federation}/robots.txt` }),
  );
  const lastSeason = await simulatedSeason(federation);
  await takeCounts(federation);
  const env = { DATABASE_URL: databaseUrl, FEDERATION_URL: federation, FEDERATION_RATE: "0" };
  const first = ["--from", String(lastSeason - seasons + 1)];
  say(`Full load of ${seasons} seasons by ${scrapers} process${scrapers === 1 ? "" : "es"}`);
  const sql = connect({ url: databaseUrl, applicationName: "mypacer bench", max: 1 });
  parts.defer(() => sql.end());
  const measured = { sql, simulator: simulator.pid };
  const { runs, cost } = await measureCrawls(
    measured,
    () => Promise.all(Array.from({ length: scrapers }, () => runCrawl(first, env, signal))),
  );
  const full = together(runs);
  const counts = await takeCounts(federation);
  say(`The season ${lastSeason} again, unchanged`);
  const { runs: unchangedRuns, cost: unchangedCost } = await measureCrawls(
    measured,
    async () => [await runCrawl(["--season", String(lastSeason)], env, signal)],
  );
  const again = together(unchangedRuns);
  const countsAgain = await takeCounts(federation);
  const rows = await countRows(sql);
  // The original's way: the same lists, and one page an athlete.
  const naive = counts.total + rows.athletes;
  const figures = {
    athletes: rows.athletes,
    memberships: rows.memberships,
    requests: counts.total,
    requests_per_athlete: round(counts.total / rows.athletes, 4),
    seconds: round(full.seconds),
    rss_mb: round(full.rssMb),
    pages_per_second: round(Number(full.counters["pages"] ?? 0) / full.seconds),
    rows_per_second: round(Number(full.counters["athletes"] ?? 0) / full.seconds, 0),
    most_at_once: counts.most_in_flight,
    unchanged_seconds: round(again.seconds),
    unchanged_requests: countsAgain.total,
    unchanged_rows_written: Number(again.counters["rows_written"] ?? NaN),
    naive_requests: naive,
    scrapers,
    state: full.state === "finished" && again.state === "finished" ? "finished" : "failed",
  };
  for (const [name, value] of Object.entries(figures)) {
    print(`${name.replaceAll("_", " ").padEnd(24)} ${value}`);
  }
  print(`\n${costTable(cost, unchangedCost)}\n`);
  print(JSON.stringify({ ...figures, cost, unchanged_cost: unchangedCost }));
  return figures.state === "finished";
}

/** The season the simulator takes for the current one. */
async function simulatedSeason(federation: string): Promise<number> {
  const { size } = await (await fetch(`${federation}/_simulator/`)).json();
  return size.lastSeason;
}

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(name, () => stop.abort(new Error(`Stopped by ${name}`)));
}
try {
  // Listeners of signals keep a process alive.
  Deno.exit(await main(stop.signal) ? 0 : 1);
} catch (error) {
  if (!stop.signal.aborted) throw error;
  Deno.exit(130);
}
