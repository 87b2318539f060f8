// @ts-types="./autocannon.d.ts"
import autocannon, { type Client, type LoadRequest } from "autocannon";

/** What a load came to. */
export interface LoadFigures {
  /** Answers a second. */
  rps: number;
  /** Time to answer, ms. */
  p50: number;
  p95: number;
  p99: number;
  /** Bytes of one answer on the wire, its headers included: the mean. */
  wireBytes: number;
  /** Answers other than 2xx, broken connections, timeouts. */
  errors: number;
}

/** Clients of a load by default, each with one connection. */
export const CLIENTS = 8;

/** The value below which a share of sorted values lies. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * Gives each client its own part of the sequence: no two ask for the same at once, and making the
 * requests ready does not take longer the more clients there are.
 */
function shareOut(requests: readonly LoadRequest[], clients: number) {
  let next = 0;
  const beginning = (part: number) => Math.floor(part * requests.length / clients);
  return (client: Client) => {
    const part = next++ % clients;
    const own = requests.slice(beginning(part), beginning(part + 1));
    if (own.length > 0) client.setRequests(own);
  };
}

/**
 * Puts a server under the load of some clients that each send their next request when the last is
 * answered.
 *
 * A second of the same goes before, unmeasured, so that code is compiled and connections to the
 * database open.
 *
 * @param seconds Length of the measured part.
 */
export async function load(
  url: string,
  { requests, seconds, clients = CLIENTS }: {
    requests: LoadRequest[];
    seconds: number;
    clients?: number;
  },
): Promise<LoadFigures> {
  // Replaced at once by each client's own.
  const options = { url, connections: clients, requests: requests.slice(0, 1) };
  await autocannon({ ...options, setupClient: shareOut(requests, clients), duration: 1 });
  const times: number[] = [];
  let bytes = 0;
  const began = performance.now();
  const setupClient = shareOut(requests, clients);
  const run = autocannon({ ...options, setupClient, duration: seconds });
  run.on("response", (_client, _status, size, milliseconds) => {
    times.push(milliseconds);
    bytes += size;
  });
  const { errors, timeouts, non2xx } = await run;
  const took = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(times).sort();
  return {
    rps: times.length / took,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    wireBytes: bytes / times.length,
    errors: errors + timeouts + non2xx,
  };
}
