import { z } from "zod";

/** Visitors who come at once to an athlete whose records nobody read before. */
export const VISITORS = 500;

/** What they caused. */
export interface FirstVisitors {
  /** Requests for records that reached the federation. */
  requests: number;
  /** Answers other than 200. */
  errors: number;
  /** Until the last of them was answered, ms. */
  lastAnswered: number;
}

const Counts = z.object({ kinds: z.object({ records: z.int() }) });

async function countRecords(federationUrl: string): Promise<number> {
  const response = await fetch(`${federationUrl}/_simulator/counts`);
  return Counts.parse(await response.json()).kinds.records;
}

/** Sends all visitors at once. @param path Records of an athlete, never asked for before. */
export async function sendFirstVisitors(
  url: string,
  { path, federationUrl }: { path: string; federationUrl: string },
): Promise<FirstVisitors> {
  const before = await countRecords(federationUrl);
  const began = performance.now();
  const statuses = await Promise.all(Array.from({ length: VISITORS }, async () => {
    const response = await fetch(url + path);
    await response.body?.cancel();
    return response.status;
  }));
  return {
    requests: await countRecords(federationUrl) - before,
    errors: statuses.filter((status) => status !== 200).length,
    lastAnswered: performance.now() - began,
  };
}
