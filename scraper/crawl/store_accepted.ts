import { addTo, type CrawlCounters } from "../plan/counters.ts";
import type { PageStore } from "./page_store.ts";
import type { TaskOutcome } from "./task_outcome.ts";

/**
 * Stores pages; where the database refuses what one of them holds, that one counts as failed and
 * the others are stored. Which one it is, halving finds.
 */
export async function storeAccepted(
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
