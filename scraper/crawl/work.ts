import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { addTo, type CrawlCounters } from "../plan/counters.ts";
import { retryWhileDatabaseIsDown } from "../repositories/database_retry.ts";
import { PageStore } from "./page_store.ts";
import { PageWriter } from "./page_writer.ts";
import { readTask, type ReadTools } from "./read_task.ts";
import type { TaskOutcome } from "./task_outcome.ts";
import { TaskSource } from "./task_source.ts";

/**
 * Pages read at once: two more than the installation has seats at the site, so that pages are
 * parsed meanwhile.
 */
const LANES = 4;
/** Tasks claimed at once: two for each lane, so that other workers find some too. */
const CLAIMED_AT_ONCE = 8;

/** What one worker works with. */
export type WorkContext = ReadTools & {
  sql: Sql;
  log: Logger;
  oppositionKey: string | undefined;
  runId: number;
  worker: number;
  /** Called when nothing is left to read; adds what else there is, and says how many pages. */
  onDrained: () => Promise<number>;
  /** Called with what was stored, and what that adds to the counters. */
  onStored: (outcomes: readonly TaskOutcome[], added: CrawlCounters) => Promise<void> | void;
};

/**
 * Works on a run until it has nothing left to do. What was read is stored, also when this fails.
 *
 * @throws {CrawlStopped} If no further page may be asked for.
 */
export async function workOnRun(context: WorkContext): Promise<void> {
  const { sql, reader, log, clock, runId, worker, clubNumber, oppositionKey } = context;
  const source = new TaskSource({
    sql,
    runId,
    worker,
    clock,
    log,
    signal: reader.signal,
    atMost: CLAIMED_AT_ONCE,
    onDrained: context.onDrained,
  });
  const store = new PageStore({ sql, runId, clubNumber, oppositionKey, log });
  const writer = new PageWriter(
    async (outcomes) => {
      try {
        return await retryWhileDatabaseIsDown(() => storeAccepted(store, outcomes), { log });
      } catch (error) {
        // Nobody may wait for what will never be stored.
        source.close();
        throw error;
      }
    },
    async (outcomes, added) => {
      await context.onStored(outcomes, added);
      source.end(outcomes.length);
    },
  );
  const lane = async () => {
    try {
      for (let task = await source.next(); task !== null; task = await source.next()) {
        await writer.put(await readTask(context, task));
      }
    } finally {
      // One that ends for want of tasks, or with an error: the others have nothing to wait for
      // either.
      source.close();
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  await writer.drain();
  const failure = ends.find((end) => end.status === "rejected");
  if (failure) throw failure.reason;
}

/**
 * Stores pages; where the database refuses what one of them holds, that one counts as failed and
 * the others are stored. Which one it is, halving finds.
 */
async function storeAccepted(
  store: PageStore,
  outcomes: readonly TaskOutcome[],
): Promise<CrawlCounters> {
  try {
    return await store.store(outcomes);
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined) {
      const end = {
        state: "failed" as const,
        error: `not stored: ${error.message}`,
        notBefore: null,
      };
      return await store.store([{ kind: "failed", task: only.task, end }]);
    }
    const half = Math.ceil(outcomes.length / 2);
    const added = await storeAccepted(store, outcomes.slice(0, half));
    addTo(added, await storeAccepted(store, outcomes.slice(half)));
    return added;
  }
}

/** Whether the database refused what a page holds (SQLSTATE classes 22, 23), and not its work. */
function isRefusedData(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}
