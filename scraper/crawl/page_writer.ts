import type { CrawlCounters } from "../plan/counters.ts";
import type { PageStore, ReadTask } from "./page_store.ts";

/** Pages that may wait to be stored before reading waits for storing. */
const MOST_WAITING = 48;
/** Most pages stored in one transaction. */
const AT_ONCE = 24;

/** Stores pages while others are read: whatever came since the last time, in one transaction. */
export class PageWriter {
  readonly #store: (read: readonly ReadTask[]) => Promise<CrawlCounters>;
  readonly #onStored: (read: readonly ReadTask[], added: CrawlCounters) => Promise<void> | void;
  #waiting: ReadTask[] = [];
  #writing: Promise<void> | null = null;
  #failure: unknown = null;

  /**
   * @param store Stores pages in one transaction, however often it takes.
   * @param onStored Told what was stored.
   */
  constructor(
    store: PageStore["store"],
    onStored: (read: readonly ReadTask[], added: CrawlCounters) => Promise<void> | void,
  ) {
    this.#store = store;
    this.#onStored = onStored;
  }

  /**
   * Takes a page to store; waits while many are before it. @throws What storing an earlier one
   * threw.
   */
  async put(read: ReadTask): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    this.#waiting.push(read);
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
        const read = this.#waiting.splice(0, AT_ONCE);
        await this.#onStored(read, await this.#store(read));
      }
    } catch (error) {
      this.#failure = error;
      this.#waiting = [];
    } finally {
      this.#writing = null;
    }
  }
}
