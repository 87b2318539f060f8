import { setTimeout as delay } from "node:timers/promises";
import type { CrawlCounters } from "../plan/counters.ts";
import type { PageStore } from "./page_store.ts";
import type { TaskOutcome } from "./task_outcome.ts";

/** Most pages stored in one transaction: some 6,000 athletes, held in memory until it ends. */
const STORED_AT_ONCE = 24;
/**
 * Transactions at once: while the database works on one, another is made ready, so that neither
 * waits for the other. The second begins when it is full.
 */
const TRANSACTIONS = 2;
/** Pages that may wait to be stored before reading waits: the next transaction, and one more. */
const MOST_WAITING = 2 * STORED_AT_ONCE;

/** How long few pages wait for others to be stored with, ms: not seen beside a polite pace. */
const GATHER_MS = 50;

/** Stores pages while others are read: whatever came since the last time, some at a time. */
export class PageWriter {
  readonly #store: (outcomes: readonly TaskOutcome[]) => Promise<CrawlCounters>;
  readonly #onStored: (
    outcomes: readonly TaskOutcome[],
    added: CrawlCounters,
  ) => Promise<void> | void;
  #waiting: TaskOutcome[] = [];
  readonly #transactions = new Set<Promise<void>>();
  /** Resolved when pages are taken to be stored, which makes room for others, or never will be. */
  #taken = Promise.withResolvers<void>();
  /** Ends when `onStored` does. */
  #reported: Promise<void> = Promise.resolve();
  #failure: unknown = null;

  /**
   * @param store Stores pages in one transaction, however often it takes.
   * @param onStored Called with what was stored, and what that adds to the counters; never twice at
   *   once.
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
    this.#advance();
    while (this.#waiting.length >= MOST_WAITING) await this.#taken.promise;
  }

  /** Waits until all is stored. @throws What storing threw. */
  async drain(): Promise<void> {
    while (this.#transactions.size > 0) await Promise.all(this.#transactions);
    if (this.#failure !== null) throw this.#failure;
  }

  /** Begins the transactions that what is waiting is enough for. */
  #advance(): void {
    const { size } = this.#transactions;
    const least = size === 0 ? 1 : STORED_AT_ONCE;
    if (size === TRANSACTIONS || this.#waiting.length < least) return;
    const transaction = this.#write().finally(() => {
      this.#transactions.delete(transaction);
      this.#advance();
    });
    this.#transactions.add(transaction);
  }

  async #write(): Promise<void> {
    try {
      if (this.#waiting.length < STORED_AT_ONCE) await delay(GATHER_MS);
      const outcomes = this.#waiting.splice(0, STORED_AT_ONCE);
      this.#noteTaken();
      const added = await this.#store(outcomes);
      this.#reported = this.#reported.then(() => this.#onStored(outcomes, added));
      await this.#reported;
    } catch (error) {
      this.#failure ??= error;
      this.#waiting = [];
      this.#noteTaken();
    }
  }

  #noteTaken(): void {
    this.#taken.resolve();
    this.#taken = Promise.withResolvers<void>();
  }
}
