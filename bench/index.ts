/**
 * `deno task bench:index`: how soon an API searches when it finds its index in a file, what memory
 * several threads take, and what visitors notice while the index is renewed. The last line of
 * stdout is one JSON object.
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
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { startBenchDatabase } from "./bench_database.ts";
import { type Child, startChild } from "./child.ts";
import { percentile } from "./load.ts";
import { FULL_SIZE, InventedDirectory } from "./search/directory.ts";
import { ask } from "./search/kinds.ts";
import { loadDirectory } from "./search/load_directory.ts";

const HELP = `Measures the search index of the API: its file, its memory, its renewal.

Usage: deno task bench:index [options]

  --athletes N   size of the directory (940868)
  --answers N    searches sent while the index is renewed again and again (50000)
  --clients N    how many are sent at once (8)
  --threads N    serving threads of the API (2)
  --help         this text

Each search is sent before the renewals as well, and its answer must stay the same.
`;

/** How often memory is looked at, ms. */
const SAMPLE_MS = 50;

function readOptions() {
  const { values } = readCommandLine({
    options: {
      athletes: { type: "string", default: String(FULL_SIZE.athletes) },
      answers: { type: "string", default: "50000" },
      clients: { type: "string", default: "8" },
      threads: { type: "string", default: "2" },
      help: HELP_OPTION,
    },
  });
  return {
    athletes: wholeNumber("athletes", values.athletes),
    answers: wholeNumber("answers", values.answers),
    clients: wholeNumber("clients", values.clients),
    threads: wholeNumber("threads", values.threads),
    help: values.help,
  };
}

/** An API, and how long after its start it searched in memory, s. */
interface Api extends Child {
  url: string;
  inMemoryAfter: number;
}

async function startApi(databaseUrl: string, folder: string, threads: number): Promise<Api> {
  const url = `http://127.0.0.1:${freePort()}`;
  const began = performance.now();
  const child = await startChild(["api/main.ts"], {
    readyUrl: `${url}/health`,
    allow: [`--allow-write=${folder}`],
    env: {
      DATABASE_URL: databaseUrl,
      FEDERATION_URL: "http://127.0.0.1:9",
      FEDERATION_RATE: "0",
      API_PORT: new URL(url).port,
      API_THREADS: String(threads),
      INDEX_FOLDER: folder,
    },
  });
  for (;;) {
    const { search_engine } = await (await fetch(`${url}/health/ready`)).json();
    if (search_engine === "memory") break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { ...child, url, inMemoryAfter: (performance.now() - began) / 1000 };
}

/** Resident memory of a process, MB; only Linux tells. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** How many indexes a process has used. */
async function countBuilds(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^mypacer_search_index_builds_total (\d+)$/m.exec(text)?.[1]);
}

/** The ids in an answer; null where there is none. */
async function idsOf(url: string, text: string): Promise<string | null> {
  try {
    const response = await fetch(`${url}/athletes?${new URLSearchParams({ q: text })}`);
    const { items } = await response.json();
    return items.map(({ ffa_id }: { ffa_id: string }) => ffa_id).join(" ");
  } catch {
    return null;
  }
}

interface Renewal {
  answers: number;
  wrong: number;
  lost: number;
  renewals: number;
  p50: number;
  p99: number;
  peak: number;
}

/** Sends searches while the index is renewed again and again. */
async function searchWhileRenewing(
  api: Api,
  { sql, texts, answers, clients }: {
    sql: Sql;
    texts: readonly string[];
    answers: number;
    clients: number;
  },
): Promise<Renewal> {
  const expected = await Promise.all(texts.map((text) => idsOf(api.url, text)));
  const times: number[] = [];
  const result = { answers: 0, wrong: 0, lost: 0, renewals: 0, p50: 0, p99: 0, peak: 0 };
  let sent = 0;
  const client = async () => {
    while (sent < answers) {
      const at = sent++ % texts.length;
      const began = performance.now();
      const ids = await idsOf(api.url, texts[at] ?? "");
      times.push(performance.now() - began);
      if (ids === null) result.lost++;
      else if (ids !== expected[at]) result.wrong++;
      else result.answers++;
    }
  };
  const renew = async () => {
    while (sent < answers) {
      const before = await countBuilds(api.url);
      await sql`
        insert into crawl_run (kind, seasons, state, finished_at)
        values ('season', '{2026}', 'running', null)
      `;
      await sql`
        update crawl_run set state = 'finished', finished_at = now() where state = 'running'
      `;
      while (await countBuilds(api.url) === before && sent < answers) {
        await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      }
      result.renewals += await countBuilds(api.url) - before;
    }
  };
  const timer = setInterval(async () => {
    result.peak = Math.max(result.peak, await residentMegabytes(api.pid));
  }, SAMPLE_MS);
  await Promise.all([...Array.from({ length: clients }, client), renew()]);
  clearInterval(timer);
  const sorted = Float64Array.from(times).sort();
  return { ...result, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

async function main(): Promise<void> {
  const { athletes, answers, clients, threads, help } = readOptions();
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
  const sql = connect({ url: databaseUrl, applicationName: "mypacer bench", max: 1 });
  parts.defer(() => sql.end());
  await migrate(sql);
  say(`Inventing ${athletes} athletes`);
  const directory = new InventedDirectory({ ...FULL_SIZE, athletes });
  await loadDirectory(sql, directory);
  const texts = ask((index) => directory.target(index), {
    people: athletes,
    each: 60,
    half: "held-out",
    seed: 1,
  }).map(({ text }) => text);
  const folder = await Deno.makeTempDir({ prefix: "mypacer-index-" });
  parts.defer(() => Deno.remove(folder, { recursive: true }));

  say("Starting the API without a file");
  const first = await startApi(databaseUrl, folder, threads);
  await first[Symbol.asyncDispose]();
  say("Starting it again, from its file");
  const api = parts.use(await startApi(databaseUrl, folder, threads));
  for (const text of texts) await idsOf(api.url, text);
  const steady = await residentMegabytes(api.pid);
  say(`Sending ${answers} searches while the index is renewed`);
  const renewal = await searchWhileRenewing(api, { sql, texts, answers, clients });
  for (const text of texts) await idsOf(api.url, text);
  const after = await residentMegabytes(api.pid);

  print(
    `Searches in memory after a start: ${first.inMemoryAfter.toFixed(2)} s without a file, ` +
      `${api.inMemoryAfter.toFixed(2)} s from it (first answer ${api.readyAfter.toFixed(2)} s)`,
  );
  print(
    `Memory with ${threads} threads: ${steady.toFixed(0)} MB, at most ` +
      `${renewal.peak.toFixed(0)} MB while renewed (${
        (renewal.peak / steady).toFixed(2)
      } times), ` +
      `${after.toFixed(0)} MB after`,
  );
  print(
    `${renewal.answers} right answers, ${renewal.wrong} wrong, ${renewal.lost} lost in ` +
      `${renewal.renewals} renewals; p50 ${renewal.p50.toFixed(1)} ms, ` +
      `p99 ${renewal.p99.toFixed(1)} ms`,
  );
  print(JSON.stringify({
    ready_s: Number(api.inMemoryAfter.toFixed(2)),
    ready_without_file_s: Number(first.inMemoryAfter.toFixed(2)),
    rss_mb: Math.round(steady),
    renewal: { ...renewal, rss_mb_after: Math.round(after) },
  }));
}

Deno.exit(await exitCodeOf(main));
