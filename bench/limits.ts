/**
 * `deno task bench:limits`: what one visitor notices of another who asks for the heaviest pages
 * over 50 connections, through the repository's nginx. The table is for people; the last line of
 * stdout is one JSON object.
 */
import { join } from "node:path";
import {
  exitCodeOf,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  wholeNumber,
} from "@mypacer/shared/process/command_line.ts";
import { buildSite } from "../dev/site_build.ts";
import { runNginx, type RunningNginx } from "../ops/testing/running_nginx.ts";
import { startSite } from "../ops/testing/running_site.ts";
import { people } from "../simulator/people/people.ts";
import { fillBenchDatabase, startBenchDatabase } from "./bench_database.ts";
import { startChild } from "./child.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { percentile } from "./load.ts";
import { type Column, setTable } from "./table_report.ts";

const HELP =
  `Measures home page and search of one visitor while another asks for the heaviest pages.

Usage: deno task bench:limits [options]

  --seconds N      length of each measurement (20)
  --connections N  connections of the other visitor (50)
  --round-trip N   time that the other's network takes for each request, ms (20)
  --athletes N     size of the invented directory (20000)
  --help           this text

Needs nginx and openssl, and \`deno task build\`. Visitors, nginx and services share this machine.
`;

/** Time between two requests of the visitor who is measured, ms: 12 of each kind a second. */
const EVERY = 40;
/** Address of the one who is measured, and of the other. */
const ADDRESSES = { measured: "127.0.0.2", other: "127.0.0.1" };

const COLUMNS: readonly Column[] = [
  { title: "ms", text: true },
  { title: "p50" },
  { title: "p95" },
  { title: "p99" },
];

/** Times to the last byte of an answer, ms. */
interface Times {
  p50: number;
  p95: number;
  p99: number;
}

interface Measured {
  home: Times;
  search: Times;
  /** Answers other than 200. */
  errors: number;
}

function timesOf(all: readonly number[]): Times {
  const sorted = Float64Array.from(all).sort();
  const at = (share: number) => Math.round(percentile(sorted, share) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Asks at a steady pace, whether the last answer is there or not. */
async function measure(
  nginx: RunningNginx,
  { seconds, queries }: { seconds: number; queries: readonly string[] },
): Promise<Measured> {
  const times = { home: [] as number[], search: [] as number[] };
  let errors = 0;
  const answers: Promise<void>[] = [];
  const ask = async (kind: "home" | "search", path: string) => {
    const began = performance.now();
    const { status } = await nginx.ask(path, {
      from: ADDRESSES.measured,
      headers: { "accept-encoding": "br" },
    });
    times[kind].push(performance.now() - began);
    if (status !== 200) errors++;
  };
  const count = Math.round(seconds * 1000 / EVERY);
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    const wait = began + at * EVERY - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // Within the rates of one visitor: eight of each kind a second.
    if (at % 3 === 0) answers.push(ask("home", "/"));
    if (at % 3 === 1) {
      const query = encodeURIComponent(queries[at % queries.length] ?? "");
      answers.push(ask("search", `/api/athletes?q=${query}&limit=8`));
    }
  }
  await Promise.all(answers);
  return { home: timesOf(times.home), search: timesOf(times.search), errors };
}

/** The other visitor, in a process of its own that gives way to what it attacks. */
function startOther(
  nginx: RunningNginx,
  { connections, roundTrip }: { connections: number; roundTrip: number },
) {
  const process = new Deno.Command("nice", {
    args: [
      "-n",
      "10",
      Deno.execPath(),
      ..."run --quiet --allow-net=127.0.0.1 --allow-read --allow-env bench/limits_attacker.ts"
        .split(" "),
      String(nginx.port),
      join(nginx.folder, "tls/fullchain.pem"),
      String(connections),
      ADDRESSES.other,
      String(roundTrip),
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  return {
    /** Ends it; gives what it was answered, by status. */
    async stop(): Promise<Record<string, number>> {
      await process.stdin.close();
      return JSON.parse(await new Response(process.stdout).text());
    },
  };
}

async function startPlatform(parts: AsyncDisposableStack, athletes: number) {
  const size = { seed: 5, clubs: 200, athletes, firstSeason: 2015, lastSeason: 2026 };
  const databaseUrl = await startBenchDatabase(parts);
  await fillBenchDatabase(databaseUrl, size);
  const [apiPort, webPort] = [freePort(), freePort()];
  parts.use(
    await startChild(["api/main.ts"], {
      readyUrl: `http://127.0.0.1:${apiPort}/health/ready`,
      env: {
        DATABASE_URL: databaseUrl,
        FEDERATION_URL: "http://127.0.0.1:9",
        FEDERATION_RATE: "0",
        API_PORT: String(apiPort),
      },
    }),
  );
  await startSite(parts, { apiPort, webPort });
  const nginx = parts.use(await runNginx());
  await nginx.point({ api: [apiPort], web: [webPort] });
  const all = people(size);
  const queries = Array.from({ length: 200 }, (_, index) => all.at(index * 31).name);
  return { nginx, queries };
}

async function main(): Promise<void> {
  const { values } = readCommandLine({
    options: {
      seconds: { type: "string", default: "20" },
      connections: { type: "string", default: "50" },
      "round-trip": { type: "string", default: "20" },
      athletes: { type: "string", default: "20000" },
      help: HELP_OPTION,
    },
  });
  if (values.help) return printText(HELP);
  const seconds = wholeNumber("seconds", values.seconds, { to: 600 });
  const connections = wholeNumber("connections", values.connections, { to: 1000 });
  const roundTrip = wholeNumber("round-trip", values["round-trip"], { from: 0, to: 10_000 });
  const athletes = wholeNumber("athletes", values.athletes, { from: 1000 });
  await buildSite(say);
  await using parts = new AsyncDisposableStack();
  say("Starting database, API, site and nginx");
  const { nginx, queries } = await startPlatform(parts, athletes);
  say("Measuring a quiet machine");
  // Code is compiled, and the site has made itself ready to draw pictures.
  await measure(nginx, { seconds: 4, queries });
  const quiet = await measure(nginx, { seconds, queries });
  say(`Measuring beside a visitor with ${connections} connections`);
  const other = startOther(nginx, { connections, roundTrip });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const beside = await measure(nginx, { seconds, queries });
  const statuses = await other.stop();
  const rows = Object.entries({ quiet, beside }).flatMap(([name, { home, search }]) =>
    Object.entries({ home, search }).map(([kind, { p50, p95, p99 }]) =>
      [`${kind}, ${name}`, p50, p95, p99].map(String)
    )
  );
  print(setTable(COLUMNS, rows));
  print(`\nThe other visitor was answered ${JSON.stringify(statuses)}\n`);
  print(
    JSON.stringify({
      connections,
      seconds,
      round_trip: roundTrip,
      quiet,
      beside,
      other: statuses,
    }),
  );
}

Deno.exit(await exitCodeOf(main));
