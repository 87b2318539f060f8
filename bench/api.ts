/**
 * `deno task bench:api`: the API under the load of eight clients on the same machine, over a
 * directory of invented people. The table is for people; the last line of stdout is one JSON object
 * with the figures.
 */
import {
  exitCodeOf,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  wholeNumber,
} from "@mypacer/shared/process/command_line.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import type { FederationSize } from "../simulator/people/clubs.ts";
import { people } from "../simulator/people/people.ts";
import type { LoadRequest } from "./autocannon.d.ts";
import { fillBenchDatabase, startBenchDatabase } from "./bench_database.ts";
import { startChild } from "./child.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { type AnalysisCost, measureAnalysis } from "./analysis_cost.ts";
import { type FirstVisitors, sendFirstVisitors, VISITORS } from "./first_visitors.ts";
import { CLIENTS, load, type LoadFigures } from "./load.ts";
import { startMeasuredApi } from "./measured_api.ts";
import { searchQueries } from "./search_queries.ts";
import { type Column, setTable } from "./table_report.ts";

const HELP = `Measures the API over HTTP: eight clients on this machine, invented people.

Usage: deno task bench:api [options]

  --athletes N   size of the directory (50000)
  --clubs N      number of clubs (400)
  --seconds N    length of each load (8)
  --seed N       another seed is another directory (1)
  --help         this text

Starts a database of its own in a temporary folder, a simulated federation and the API, and removes all
of it. Needs nothing else; other work on the machine spoils the figures.
`;

/** What a browser sends. */
const HEADERS = { "accept-encoding": "gzip, deflate, br", accept: "application/json" };
/** The original's default table: 241 rows, 16 distances. */
const TABLE = JSON.stringify({ min_pace: 360, max_pace: 120, increment: 1 });
/** Different searches, and athletes whose records are read. */
const QUERIES = 400;
const ATHLETES = 200;

const get = (path: string): LoadRequest => ({ method: "GET", path, headers: HEADERS });

function readOptions() {
  const { values } = readCommandLine({
    options: {
      athletes: { type: "string", default: "50000" },
      clubs: { type: "string", default: "400" },
      seconds: { type: "string", default: "8" },
      seed: { type: "string", default: "1" },
      help: HELP_OPTION,
    },
  });
  const size: FederationSize = {
    seed: wholeNumber("seed", values.seed),
    clubs: wholeNumber("clubs", values.clubs),
    athletes: wholeNumber("athletes", values.athletes),
    // Fixed, so that figures of two days are of the same people.
    firstSeason: 2024,
    lastSeason: 2026,
  };
  return { size, seconds: wholeNumber("seconds", values.seconds), help: values.help };
}

/**
 * Reads records that nobody read before, one after the other: the answers, and how long each takes,
 * ms.
 */
async function readLive(
  url: string,
  paths: readonly string[],
): Promise<{ answers: AthleteRecords[]; times: number[] }> {
  const answers: AthleteRecords[] = [];
  const times: number[] = [];
  for (const path of paths) {
    const began = performance.now();
    const response = await fetch(url + path);
    if (!response.ok) throw new Error(`Records were answered with ${response.status}`);
    const body = await response.json();
    times.push(performance.now() - began);
    answers.push(AthleteRecords.parse(body));
  }
  return { answers, times: times.sort((a, b) => a - b) };
}

/** What was measured. */
interface Measured {
  loads: Record<string, LoadFigures>;
  /** Times to read records live, sorted, ms. */
  live: readonly number[];
  analysis: AnalysisCost;
  visitors: FirstVisitors;
}

/** Runs the loads one after the other. */
async function measure(
  url: string,
  { size, seconds, federationUrl }: {
    size: FederationSize;
    seconds: number;
    federationUrl: string;
  },
): Promise<Measured> {
  const all = people(size);
  const ids = Array.from(
    { length: Math.min(ATHLETES, all.length - 1) },
    (_, at) => all.at(Math.floor(at * (all.length - 1) / ATHLETES)).ffaId,
  );
  const recordsOf = (ffaId: string) => `/athletes/${ffaId}/records`;
  say("Reading records from the simulated federation");
  const { answers, times: live } = await readLive(url, ids.map(recordsOf));
  say(`Sending ${VISITORS} first visitors of one athlete at once`);
  const visitors = await sendFirstVisitors(url, {
    path: recordsOf(all.at(all.length - 1).ffaId),
    federationUrl,
  });
  const requests: Record<string, LoadRequest[]> = {
    table: [{
      method: "POST",
      path: "/generate_table",
      headers: { ...HEADERS, "content-type": "application/json" },
      body: TABLE,
    }],
    search: searchQueries(size, QUERIES).map((query) =>
      get(`/athletes?${new URLSearchParams({ q: query })}`)
    ),
    records: ids.map(recordsOf).map(get),
    analysis: ids.map((ffaId) => get(`/athletes/${ffaId}/analysis`)),
    compare: ids.slice(1).map((ffaId, at) => get(`/compare?athletes=${ids[at]},${ffaId}`)),
    status: [get("/status")],
  };
  const loads: Record<string, LoadFigures> = {};
  for (const [name, sent] of Object.entries(requests)) {
    say(`Measuring ${name}`);
    loads[name] = await load(url, { requests: sent, seconds });
  }
  return { loads, live, analysis: measureAnalysis(answers), visitors };
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

function report(
  { loads, live, analysis, visitors, coldStart }: Measured & { coldStart: number },
): void {
  const columns: Column[] = [
    { title: `${CLIENTS} clients`, text: true },
    ...["requests/s", "p50 ms", "p95 ms", "p99 ms", "bytes", "errors"].map((title) => ({ title })),
  ];
  const rows = Object.entries(loads).map(([name, figures]) => [
    name,
    figures.rps.toFixed(0),
    figures.p50.toFixed(2),
    figures.p95.toFixed(2),
    figures.p99.toFixed(2),
    figures.wireBytes.toFixed(0),
    String(figures.errors),
  ]);
  const liveMedian = live[Math.floor(live.length / 2)] ?? NaN;
  print(setTable(columns, rows));
  print(`\nRecords read live, one after the other: median ${liveMedian.toFixed(1)} ms`);
  print(
    `${VISITORS} first visitors of one athlete at once: ${visitors.requests} request to the federation, ` +
      `${visitors.errors} errors, all answered after ${visitors.lastAnswered.toFixed(0)} ms`,
  );
  print(
    `Computing one analysis: p50 ${analysis.p50.toFixed(3)} ms, p95 ${
      analysis.p95.toFixed(3)
    } ms ` +
      `(at most ${analysis.mostRecords} records)`,
  );
  print(`From start to the first ready answer: ${coldStart.toFixed(2)} s\n`);
  const figures: Record<string, number> = {
    table_wire_bytes: round(loads["table"]?.wireBytes ?? NaN, 0),
    cold_start_s: round(coldStart),
    records_live_p50_ms: round(liveMedian),
    first_visitors: VISITORS,
    first_visitors_requests: visitors.requests,
    first_visitors_errors: visitors.errors,
    analysis_compute_p50_ms: round(analysis.p50, 4),
    analysis_compute_p95_ms: round(analysis.p95, 4),
    errors: Object.values(loads).reduce((sum, { errors }) => sum + errors, 0),
  };
  for (const [name, { rps, p95 }] of Object.entries(loads)) {
    figures[`${name}_rps`] = round(rps, 0);
    figures[`${name}_p95_ms`] = round(p95);
  }
  print(JSON.stringify(figures));
}

async function main(): Promise<void> {
  const { size, seconds, help } = readOptions();
  if (help) return printText(HELP);
  await using parts = new AsyncDisposableStack();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, async () => {
      await parts.disposeAsync();
      Deno.exit(130);
    });
  }
  say("Starting a database");
  const databaseUrl = await startBenchDatabase(parts);
  say(`Inventing ${size.athletes} athletes`);
  await fillBenchDatabase(databaseUrl, size);
  const federationUrl = `http://127.0.0.1:${freePort()}`;
  const simulator = [
    "simulator/main.ts",
    `--port=${new URL(federationUrl).port}`,
    `--clubs=${size.clubs}`,
    `--athletes=${size.athletes}`,
    `--seed=${size.seed}`,
    `--first-season=${size.firstSeason}`,
    `--last-season=${size.lastSeason}`,
  ];
  parts.use(await startChild(simulator, { readyUrl: `${federationUrl}/robots.txt` }));
  const api = parts.use(
    await startMeasuredApi({ databaseUrl, federationUrl, ready: "/health/ready" }),
  );
  report({
    ...await measure(api.url, { size, seconds, federationUrl }),
    coldStart: api.readyAfter,
  });
}

// The load's own timers outlive it.
Deno.exit(await exitCodeOf(main));
