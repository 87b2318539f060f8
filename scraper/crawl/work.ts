import type { CrawlCounters } from "../plan/counters.ts";
import type { Task } from "../repositories/tasks.ts";
import { PageWriter } from "./page_writer.ts";
import type { TaskOutcome } from "./task_outcome.ts";
import type { TaskSource } from "./task_source.ts";

/**
 * Pages read at once: two more than the installation has seats at the site, so that pages are
 * parsed meanwhile.
 */
const LANES = 4;

/** What a worker does with the tasks of a run. */
export type Work = {
  source: TaskSource;
  /** Reads a task's page. */
  read: (task: Task) => Promise<TaskOutcome>;
  /** Stores what came of tasks. @returns What that adds to the counters. */
  store: (outcomes: readonly TaskOutcome[]) => Promise<CrawlCounters>;
  /** Called with what was stored, and what that adds to the counters. */
  onStored: (outcomes: readonly TaskOutcome[], added: CrawlCounters) => Promise<void>;
};

/**
 * Works on a run until it has nothing left to do. What was read is stored, also when this fails.
 *
 * @throws {CrawlStopped} If no further page may be asked for.
 */
export async function workOnRun({ source, read, store, onStored }: Work): Promise<void> {
  const writer = new PageWriter(
    async (outcomes) => {
      try {
        return await store(outcomes);
      } catch (error) {
        // Nobody may wait for what will never be stored.
        source.close();
        throw error;
      }
    },
    async (outcomes, added) => {
      await onStored(outcomes, added);
      source.end(outcomes.length);
    },
  );
  const lane = async () => {
    try {
      for (let task = await source.next(); task !== null; task = await source.next()) {
        await writer.put(await read(task));
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
