import { load } from "../load.ts";
import { startMeasuredApi } from "../measured_api.ts";
import { processCpuSeconds, residentMegabytes } from "../process_use.ts";
import type { FederationSize } from "../../simulator/people/clubs.ts";
import { InventedDirectory } from "../search/directory.ts";
import { ask, type Question } from "../search/kinds.ts";

/** What an API that reads the index from its file came to. */
export interface SearchFigures {
  /** From the start of the process to the first search in memory, s. */
  readySeconds: number;
  /** CPU it took until then, s. */
  readyCpu: number;
  /** Memory of the process once it was asked, MB. */
  rssMb: number;
  p50: number;
  p95: number;
  p99: number;
  rps: number;
  errors: number;
  /** CPU of the API for one search over all kinds, ms. */
  cpuMs: number;
  /** The same by kind of query. */
  cpuMsByKind: Record<string, number>;
}

/** Clients that ask at once. */
const CLIENTS = 8;

const pathOf = ({ text }: Question) => `/athletes?${new URLSearchParams({ q: text, limit: "10" })}`;

/** Asks all questions one after the other. @returns CPU of the API for each, ms. */
async function cpuPerQuestion(
  url: string,
  pid: number,
  questions: readonly Question[],
): Promise<number> {
  const before = await processCpuSeconds(pid);
  for (const question of questions) {
    const response = await fetch(url + pathOf(question));
    await response.body?.cancel();
    if (!response.ok) throw new Error(`A search was answered with ${response.status}`);
  }
  return (await processCpuSeconds(pid) - before) / questions.length * 1000;
}

/**
 * Starts an API on an index file, and asks it for people.
 *
 * @param parts Takes the API, to be stopped.
 * @param options.each Queries of each kind.
 * @param options.seconds Length of the load.
 */
export async function measureSearch(
  parts: AsyncDisposableStack,
  { databaseUrl, indexFolder, size, each, seconds }: {
    databaseUrl: string;
    indexFolder: string;
    size: FederationSize;
    each: number;
    seconds: number;
  },
): Promise<SearchFigures> {
  const directory = new InventedDirectory(size);
  const questions = ask((index) => directory.target(index), {
    people: size.athletes,
    each,
    half: "held-out",
    seed: size.seed,
  });
  const api = parts.use(
    await startMeasuredApi({
      databaseUrl,
      indexFolder,
      // There is no federation, which it would warn of.
      env: { LOG_LEVEL: "error" },
    }),
  );
  const { url } = api;
  const readySeconds = await api.untilInMemory();
  const readyCpu = await processCpuSeconds(api.pid);
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  // Compiles the code, so that the first kind is not charged with it.
  await cpuPerQuestion(url, api.pid, questions);
  const cpuMsByKind: Record<string, number> = {};
  for (const kind of kinds) {
    const ofKind = questions.filter((question) => question.kind === kind);
    cpuMsByKind[kind] = await cpuPerQuestion(url, api.pid, ofKind);
  }
  // In an order in which no kind follows itself.
  const mixed = questions.map((question, at) => ({ question, at: (at * 7919) % questions.length }))
    .sort((a, b) => a.at - b.at).map(({ question }) => question);
  const requests = mixed.map((question) => ({
    method: "GET",
    path: pathOf(question),
    headers: { accept: "application/json" },
  }));
  const loaded = await load(url, { requests, seconds, clients: CLIENTS });
  const cpu = Object.values(cpuMsByKind);
  return {
    readySeconds,
    readyCpu,
    rssMb: await residentMegabytes(api.pid),
    p50: loaded.p50,
    p95: loaded.p95,
    p99: loaded.p99,
    rps: loaded.rps,
    errors: loaded.errors,
    cpuMs: cpu.reduce((sum, ms) => sum + ms, 0) / cpu.length,
    cpuMsByKind,
  };
}
