import type { Sql } from "@mypacer/shared/database/connect.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const CLIENTS = 2;
/** Pause between two requests of a client, ms: the load is there to notice, not to weigh. */
const PAUSE = 20;
const AFTER_FAILURE = 50;

/** Searches, reads and writes, over and over, each noted with what came of it. */
export class Load {
  readonly searches = { asked: 0, failed: [] as string[] };
  readonly reads = { asked: 0, failedOnce: 0, failedTwice: [] as string[] };
  /** Numbers whose writing was answered. */
  readonly answered: number[] = [];
  #refused = 0;
  #next = 1;
  /**
   * When the last write was answered, and the longest time without one since the last summary, ms.
   */
  #lastWrite = performance.now();
  #longestGap = 0;
  #isStopping = false;
  readonly #clients: Promise<void>[];

  constructor(
    { api, person, writes, reads }: {
      api: string;
      person: { ffaId: string; name: string };
      writes: Sql;
      reads: Sql;
    },
  ) {
    const search = async () => {
      this.searches.asked++;
      const said = await this.#search(api, person.name).catch(String);
      if (said !== null) this.searches.failed.push(said);
    };
    const readOnce = async () => {
      const rows = await reads`select name from athlete where ffa_id = ${person.ffaId}`;
      if (rows[0]?.name !== person.name) throw new Error(`read: ${JSON.stringify(rows)}`);
    };
    const read = async () => {
      this.reads.asked++;
      await readOnce().catch(async () => {
        this.reads.failedOnce++;
        await readOnce().catch((error) => this.reads.failedTwice.push(String(error)));
      });
    };
    this.#clients = [search, read, () => this.#write(writes)].flatMap((work) =>
      Array.from({ length: CLIENTS }, () => this.#repeat(work))
    );
  }

  /** Waits until all of it has been done some times. */
  async untilAnswered(): Promise<void> {
    await until(
      "twenty answers of each kind",
      () => Math.min(this.searches.asked, this.reads.asked, this.answered.length) >= 20,
    );
  }

  /**
   * Waits for an answer to a write that is begun from now on.
   *
   * @throws {Error} When none comes within so many ms.
   */
  async untilWritten(timeout: number): Promise<void> {
    const from = this.#next;
    await until("an answer to a write", () => (this.answered.at(-1) ?? 0) >= from, { timeout });
  }

  /** What happened so far, in one line; the longest gap is that since the last summary. */
  summary(): string {
    const { searches, reads } = this;
    const gap = (this.#longestGap / 1000).toFixed(1);
    this.#longestGap = 0;
    return `longest gap of writes ${gap} s, ${this.#refused} refused of ` +
      `${
        this.#refused + this.answered.length
      }; ${reads.failedOnce} of ${reads.asked} reads needed ` +
      `a retry, ${reads.failedTwice.length} two; ${searches.failed.length} of ${searches.asked} ` +
      "searches failed";
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#clients);
  }

  async #repeat(work: () => Promise<void>): Promise<void> {
    while (!this.#isStopping) {
      await work();
      await delay(PAUSE);
    }
  }

  /** Null, or what is wrong with the answer to a search. */
  async #search(api: string, name: string): Promise<string | null> {
    const answer = await fetch(`${api}/athletes?q=${encodeURIComponent(name)}`);
    const text = await answer.text();
    return answer.status === 200 && text.includes(name) ? null : `${answer.status} ${text}`;
  }

  async #write(writes: Sql): Promise<void> {
    const number = this.#next++;
    try {
      await writes`insert into answered (number) values (${number})`;
      const now = performance.now();
      this.#longestGap = Math.max(this.#longestGap, now - this.#lastWrite);
      this.#lastWrite = now;
      this.answered.push(number);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      // Whether it was stored is not known: it is not one that was answered.
      this.#refused++;
      await delay(AFTER_FAILURE);
    }
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
