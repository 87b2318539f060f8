import type { Sql } from "@mypacer/shared/database/connect.ts";
import { type Clock, unlessAborted, wait } from "@mypacer/shared/process/clock.ts";
import { backoff } from "@mypacer/shared/process/backoff.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { claimTasks, readQueue, releaseLostTasks, type Task } from "../repositories/tasks.ts";
import { retryWhileDatabaseIsDown } from "../repositories/database_retry.ts";

/**
 * Waits between looks at a queue whose last tasks other workers have claimed, ms. The first is
 * short: a list of clubs that another scraper is about to store brings tasks for all at once.
 */
const POLLS = { first: 10, longest: 500 };

/**
 * Tasks claimed at once: few, where each takes its time, so that other workers find some; more
 * where a claim lasts less than a second, as on a site without a pace.
 */
const CLAIMED = { least: 8, most: 64, lastsMs: 1000 };

/** Which tasks are handed out, and to whom. */
type SourceOptions = {
  sql: Sql;
  runId: number;
  worker: number;
  clock: Clock;
  log: Logger;
  signal: AbortSignal;
  /** Called when the run has nothing left; adds more, and says how many tasks. */
  onDrained: () => Promise<number>;
};

/** Hands out the tasks of a run to the lanes of one worker. */
export class TaskSource {
  readonly #options: SourceOptions;
  #ready: Task[] = [];
  /** Handed out and not yet ended. */
  #inHand = 0;
  #closed = false;
  #claiming: Promise<boolean> | null = null;
  #ended = Promise.withResolvers<void>();
  /** How often the queue was looked at in vain. */
  #looks = 0;
  /** Of the latest claim: how many tasks it asked for, how many came, and when. */
  #claimSize = CLAIMED.least;
  #claimed = 0;
  #claimedAt = -Infinity;

  constructor(options: SourceOptions) {
    this.#options = options;
  }

  /** The next task; null when the run has nothing left to do, or the source was closed. */
  async next(): Promise<Task | null> {
    for (;;) {
      if (this.#closed) return null;
      this.#options.signal.throwIfAborted();
      const task = this.#ready.shift();
      if (task !== undefined) {
        this.#inHand++;
        return task;
      }
      this.#claiming ??= this.#claim().finally(() => this.#claiming = null);
      if (!await this.#claiming) return null;
    }
  }

  /** To be called once tasks are stored, or given up: what they lead to can be claimed now. */
  end(tasks: number): void {
    this.#inHand -= tasks;
    this.#ended.resolve();
    this.#ended = Promise.withResolvers<void>();
  }

  /** Hands out nothing more. */
  close(): void {
    this.#closed = true;
    this.#ready = [];
    this.#ended.resolve();
  }

  #nextClaimSize(): number {
    const now = this.#options.clock.now();
    // One that brought few, or none, lasted no time for want of tasks.
    const isFast = this.#claimed === this.#claimSize && now - this.#claimedAt < CLAIMED.lastsMs;
    this.#claimedAt = now;
    return this.#claimSize = isFast ? Math.min(2 * this.#claimSize, CLAIMED.most) : CLAIMED.least;
  }

  /** Takes tasks, or waits for what might bring some; false when the run has none left. */
  async #claim(): Promise<boolean> {
    const { sql, runId, worker, clock, log, signal } = this.#options;
    const atMost = this.#nextClaimSize();
    const ended = this.#ended.promise;
    const now = new Date(clock.now());
    this.#ready = await retryWhileDatabaseIsDown(
      () => claimTasks(sql, { runId, worker, now, atMost }),
      { log, signal },
    );
    this.#claimed = this.#ready.length;
    if (this.#ready.length > 0) {
      this.#looks = 0;
      return true;
    }
    if (this.#inHand > 0) {
      await unlessAborted(ended, signal);
      return true;
    }
    const queue = await retryWhileDatabaseIsDown(async () => {
      const lost = await releaseLostTasks(sql, runId);
      if (lost > 0) log.info("took over the tasks of a process that is gone", { tasks: lost });
      return await readQueue(sql, runId);
    }, { log, signal });
    if (queue.pending === 0) return await this.#options.onDrained() > 0;
    const due = (queue.nextAt?.getTime() ?? Infinity) - clock.now();
    const pause = Math.min(due, backoff(this.#looks++, POLLS));
    await wait(clock, Math.max(pause, POLLS.first), signal);
    return true;
  }
}
