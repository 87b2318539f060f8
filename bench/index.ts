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
import { startBenchDatabase } from "./bench_database.ts";
import { percentile } from "./load.ts";
import { type MeasuredApi, startMeasuredApi } from "./measured_api.ts";
import { residentMegabytes } from "./process_use.ts";
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

Each search is sent before the renewals as well, and its answer must stay the same. Searches go on until
two renewals are over. A fifth of them is sent without any renewal before, to compare.
`;

/** Searches are sent until so many renewals are over, be it more than asked for. */
const LEAST_RENEWALS = 2;
/** How often memory is looked at, ms. */
const SAMPLE_MS = 50;
/** Longest wait for an index that is renewed, ms: it takes seconds. */
const MAX_RENEWAL_MS = 60_000;

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

/** What came of searches, and of the memory of the API meanwhile. */
interface Searches {
  /** Right answers. */
  answers: number;
  wrong: number;
  lost: number;
  /** Time to answer, ms. */
  p50: number;
  p99: number;
  /** Most memory, MB. */
  peak: number;
}

/** Sends searches by several clients, until enough are sent and `isOver` says so. */
async function sendSearches(
  api: MeasuredApi,
  { questions, answers, clients, isOver }: {
    /** Texts, and the ids that each is answered with. */
    questions: ReadonlyMap<string, string | null>;
    answers: number;
    clients: number;
    isOver: () => boolean;
  },
): Promise<Searches> {
  const all = [...questions];
  const times: number[] = [];
  const result = { answers: 0, wrong: 0, lost: 0, peak: 0 };
  let sent = 0;
  const client = async () => {
    while (sent < answers || !isOver()) {
      const [text, expected] = all[sent++ % all.length] ?? ["", null];
      const began = performance.now();
      const ids = await idsOf(api.url, text);
      times.push(performance.now() - began);
      if (ids === null) result.lost++;
      else if (ids !== expected) result.wrong++;
      else result.answers++;
    }
  };
  const timer = setInterval(async () => {
    result.peak = Math.max(result.peak, await residentMegabytes(api.pid));
  }, SAMPLE_MS);
  await Promise.all(Array.from({ length: clients }, client));
  clearInterval(timer);
  const sorted = Float64Array.from(times).sort();
  return { ...result, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** Has the index renewed again and again, as crawls do that end. */
async function renew(
  url: string,
  { sql, isOver }: { sql: Sql; isOver: () => boolean },
  count: (renewals: number) => void,
): Promise<void> {
  while (!isOver()) {
    const before = await countBuilds(url);
    await sql`
      insert into crawl_run (kind, seasons, state, finished_at)
      values ('season', '{2026}', 'running', null)
    `;
    await sql`
      update crawl_run set state = 'finished', finished_at = now() where state = 'running'
    `;
    const began = performance.now();
    let made = 0;
    // Also when all is over: else one that is being made counts as memory that is never freed.
    while (made === 0) {
      if (performance.now() - began > MAX_RENEWAL_MS) throw new Error("the index is not renewed");
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      made = await countBuilds(url) - before;
    }
    count(made);
  }
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
  const indexFolder = await Deno.makeTempDir({ prefix: "mypacer-index-" });
  parts.defer(() => Deno.remove(indexFolder, { recursive: true }));
  const startApi = () =>
    startMeasuredApi({
      databaseUrl,
      indexFolder,
      env: { API_THREADS: String(threads), LOG_LEVEL: "error" },
    });

  say("Starting the API without a file");
  const first = await startApi();
  const withoutFile = await first.untilInMemory();
  await first[Symbol.asyncDispose]();
  say("Starting it again, from its file");
  const api = parts.use(await startApi());
  const inMemoryAfter = await api.untilInMemory();
  const questions = new Map<string, string | null>();
  for (const text of texts) questions.set(text, await idsOf(api.url, text));
  const steady = await residentMegabytes(api.pid);
  const load = { questions, clients };
  say("Sending searches while nothing changes");
  const calm = await sendSearches(api, { ...load, answers: answers / 5, isOver: () => true });
  say(`Sending ${answers} searches while the index is renewed`);
  let renewals = 0;
  let searched: Searches | null = null;
  const isRenewed = () => renewals >= LEAST_RENEWALS;
  [searched] = await Promise.all([
    sendSearches(api, { ...load, answers, isOver: isRenewed }).then((done) => searched = done),
    renew(api.url, { sql, isOver: () => searched !== null }, (made) => renewals += made),
  ]);
  for (const text of texts) await idsOf(api.url, text);
  const after = await residentMegabytes(api.pid);

  const megabytes = (value: number) =>
    `${value.toFixed(0)} MB (${(value / steady).toFixed(2)} times)`;
  print(
    `Searches in memory after a start: ${withoutFile.toFixed(2)} s without a file, ` +
      `${inMemoryAfter.toFixed(2)} s from it (first answer ${api.readyAfter.toFixed(2)} s)`,
  );
  print(
    `Memory with ${threads} threads: ${steady.toFixed(0)} MB; under load at most ` +
      `${megabytes(calm.peak)}, while renewed as well ${megabytes(searched.peak)}; ` +
      `${after.toFixed(0)} MB after`,
  );
  print(
    `${searched.answers} right answers, ${searched.wrong} wrong, ${searched.lost} lost in ` +
      `${renewals} renewals; p50 ${searched.p50.toFixed(1)} ms, p99 ${
        searched.p99.toFixed(1)
      } ms; without them ${calm.p50.toFixed(1)} and ${calm.p99.toFixed(1)} ms`,
  );
  print(JSON.stringify({
    ready_s: Number(inMemoryAfter.toFixed(2)),
    ready_without_file_s: Number(withoutFile.toFixed(2)),
    rss_mb: Math.round(steady),
    calm,
    renewal: { ...searched, renewals, rss_mb_after: Math.round(after) },
  }));
}

Deno.exit(await exitCodeOf(main));
