import { setTimeout as delay } from "node:timers/promises";
import type { CrawlCounters } from "../plan/counters.ts";
import type { PageStore } from "./page_store.ts";
import type { TaskOutcome } from "./task_outcome.ts";

/** Most pages stored in one transaction: some 6,000 athletes, held in memory until it ends. */
const STORED_AT_ONCE = 24;
/** Pages that may wait to be stored before reading waits: the next transaction, and one more. */
const MOST_WAITING = 2 * STORED_AT_ONCE;

/** How long few pages wait for others to be stored with, ms: not seen beside a polite pace. */
const GATHER_MS = 50;

/** Stores pages while others are read: whatever came since the last time, in one transaction. */
export class PageWriter {
  readonly #store: (outcomes: readonly TaskOutcome[]) => Promise<CrawlCounters>;
  readonly #onStored: (
    outcomes: readonly TaskOutcome[],
    added: CrawlCounters,
  ) => Promise<void> | void;
  #waiting: TaskOutcome[] = [];
  #writing: Promise<void> | null = null;
  #failure: unknown = null;

  /**
   * @param store Stores pages in one transaction, however often it takes.
   * @param onStored Called with what was stored, and what that adds to the counters.
   */
  constructor(
    store: PageStore["store"],
    onStored: (outcomes: readonly TaskOutcome[], added: CrawlCounters) => Promise<void> | void,
  ) {
    this.#store = store;
    this.#onStored = onStored;
  }

  /**
   * Takes what came of a task to store it; waits while much is waiting.
   *
   * @throws What storing earlier ones threw.
   */
  async put(outcome: TaskOutcome): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    this.#waiting.push(outcome);
    this.#writing ??= this.#write();
    while (this.#waiting.length >= MOST_WAITING && this.#writing) await this.#writing;
  }

  /** Waits until all is stored. @throws What storing threw. */
  async drain(): Promise<void> {
    while (this.#writing) await this.#writing;
    if (this.#failure !== null) throw this.#failure;
  }

  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        if (this.#waiting.length < STORED_AT_ONCE) await delay(GATHER_MS);
        const outcomes = this.#waiting.splice(0, STORED_AT_ONCE);
        await this.#onStored(outcomes, await this.#store(outcomes));
      }
    } catch (error) {
      this.#failure = error;
      this.#waiting = [];
    } finally {
      this.#writing = null;
    }
  }
}
