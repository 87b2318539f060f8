/**
 * A whole installation as a guest of the federation: its processes, mixed load, and what the host
 * saw of it.
 */
import { fileURLToPath } from "node:url";
import { connect } from "@mypacer/shared/database/connect.ts";
import { startChild } from "./child.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { runCrawl } from "./crawl/scraper_process.ts";

const SECOND = 1000;
/** APIs of one color, and scrapers. */
const APIS = 3;
const SCRAPERS = 2;
/** What the site asks for when it has enough, s. */
const RETRY_AFTER = 10;
/** Share of the visit after which each thing happens. */
const AT = { scraperKilled: 0.2, colorsChanged: 0.4, enough: 0.7 };

/** How a visit is played. */
export interface GuestOptions {
  /** Requests per second that the installation may send. */
  rate: number;
  seconds: number;
  /** Time the simulated site takes for an answer, ms. */
  latency: { min: number; max: number };
  /** Time between two visitors who want records that were never read, ms. */
  visitorEvery: number;
  /** Told what happens. */
  say?: (line: string) => void;
}

/** What a visitor got. */
export interface VisitorAnswer {
  status: number;
  milliseconds: number;
}

/** What the host saw of the installation, and its visitors. */
export interface GuestReport {
  requests: number;
  smallest_gap_ms: number;
  most_at_once: number;
  most_in_60_s: number;
  most_in_10_s: number;
  /** Requests that began more than a second after a 429, before its `Retry-After` was over. */
  after_retry_after: number;
  /** Requests of the crawl once one of its processes was killed. */
  crawl_after_kill: number;
  /** Answers to visitors, without those in the time the site asked to be left alone. */
  visitors: VisitorAnswer[];
  /** Processes that asked the site, all of them together. */
  processes: number;
}

type Logged = { at: number; kind: string; status: number | null };

/**
 * Plays a visit: three APIs and two scrapers share a database; a scraper is killed, the APIs are
 * replaced by those of the other color, the site asks for rest once.
 *
 * @param place A migrated database of its own, and the address of a simulated federation nobody
 *   else asks.
 */
export async function playGuests(
  { databaseUrl, federation }: { databaseUrl: string; federation: string },
  { rate, seconds, latency, visitorEvery, say = () => {} }: GuestOptions,
): Promise<GuestReport> {
  await using parts = new AsyncDisposableStack();
  const control = (path: string, method?: string, body?: unknown) =>
    fetch(`${federation}/_simulator${path}`, {
      method: method ?? "GET",
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    });
  const environment = { DATABASE_URL: databaseUrl, FEDERATION_URL: federation };
  const { size } = await (await control("/")).json();
  const args = ["--season", String(size.lastSeason)];
  say("Filling the directory, without a limit");
  await runCrawl(args, { ...environment, FEDERATION_RATE: "0" });
  const unread = await readAthleteIds(databaseUrl);
  await (await control("/latency", "PUT", latency)).body?.cancel();
  await (await control("/counts", "DELETE")).body?.cancel();

  const limited = { ...environment, FEDERATION_RATE: String(rate), FEDERATION_BUDGET: "0" };
  const startApi = async () => {
    const port = freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { ...limited, API_PORT: String(port) };
    const child = await startChild(["api/main.ts"], { readyUrl: `${url}/health`, env });
    return { url, stop: () => child[Symbol.asyncDispose]() };
  };
  const startColor = async () => {
    const color = await Promise.all(Array.from({ length: APIS }, startApi));
    for (const { stop } of color) parts.defer(stop);
    return color;
  };
  say(`Starting ${APIS} APIs and ${SCRAPERS} scrapers at ${rate} requests a second`);
  let apis = await startColor();
  const scrapers = Array.from({ length: SCRAPERS }, () => startScraper(args, limited));
  for (const scraper of scrapers) parts.defer(() => scraper.kill());

  const began = performance.now();
  const until = (share: number) => pause(began + share * seconds * SECOND - performance.now());
  const visitors: Promise<VisitorAnswer & { at: number }>[] = [];
  const visiting = setInterval(() => {
    const api = apis[visitors.length % apis.length];
    const id = unread[visitors.length];
    if (api !== undefined && id !== undefined) {
      visitors.push(visit(`${api.url}/athletes/${id}/records`));
    }
  }, visitorEvery);
  parts.defer(() => clearInterval(visiting));

  await until(AT.scraperKilled);
  say("Killing a scraper");
  await scrapers[0]?.kill();
  const killedAt = Date.now();
  await until(AT.colorsChanged);
  say("Changing colors");
  const former = apis;
  apis = [...former, ...await startColor()];
  await pause(5 * SECOND);
  apis = apis.slice(APIS);
  await Promise.all(former.map(({ stop }) => stop()));
  await until(AT.enough);
  say(`The site asks for ${RETRY_AFTER} s of rest`);
  await (await control("/faults", "PUT", {
    kind: "too-many-requests",
    times: 1,
    seconds: RETRY_AFTER,
  })).body?.cancel();
  await until(1);
  clearInterval(visiting);
  const answers = await Promise.all(visitors);
  const log: Logged[] = await (await control("/requests")).json();
  const counts = await (await control("/counts")).json();
  const refusedAt = log.find(({ status }) => status === 429)?.at ?? NaN;
  // The refusal is known once its answer is there.
  const restsFrom = refusedAt + latency.max;
  const isResting = (at: number) => at > restsFrom && at < refusedAt + RETRY_AFTER * SECOND;
  return {
    requests: counts.total,
    smallest_gap_ms: counts.smallest_gap_ms,
    most_at_once: counts.most_in_flight,
    most_in_60_s: counts.most_in_60_s,
    most_in_10_s: mostWithin(log.map(({ at }) => at), 10 * SECOND),
    after_retry_after: log.filter(({ at }) => isResting(at) && at > restsFrom + SECOND).length,
    crawl_after_kill: log.filter(({ at, kind }) => at > killedAt && kind === "roster").length,
    // Who came while the site rested was told so at once, or is answered after it.
    visitors: answers.filter(({ at, milliseconds }) =>
      at + milliseconds < refusedAt || at > refusedAt + RETRY_AFTER * SECOND
    ).map(({ status, milliseconds }) => ({ status, milliseconds })),
    processes: 2 * APIS + SCRAPERS,
  };
}

/** Most moments within any window of so many milliseconds. */
function mostWithin(moments: readonly number[], window: number): number {
  const counts = moments.map((from) =>
    moments.filter((at) => at >= from && at < from + window).length
  );
  return Math.max(0, ...counts);
}

async function readAthleteIds(databaseUrl: string): Promise<string[]> {
  const sql = connect({ url: databaseUrl, applicationName: "mypacer bench", max: 1 });
  try {
    const rows = await sql<{ ffaId: string }[]>`select ffa_id from athlete order by id limit 5000`;
    return rows.map(({ ffaId }) => ffaId);
  } finally {
    await sql.end();
  }
}

async function visit(url: string): Promise<VisitorAnswer & { at: number }> {
  const at = Date.now();
  const response = await fetch(url);
  await response.body?.cancel();
  return { at, status: response.status, milliseconds: Date.now() - at };
}

/** A scraper that crawls until it is killed. */
function startScraper(args: readonly string[], env: Record<string, string>) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "-A", "scraper/cli.ts", ...args],
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: { LOG_LEVEL: "error", ...env },
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  let hasEnded = false;
  const ended = child.status.then(() => hasEnded = true);
  return {
    kill: async () => {
      if (!hasEnded) child.kill("SIGKILL");
      await ended;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
