import type { Logger } from "@mypacer/shared/process/log.ts";
import { Threads } from "@mypacer/shared/process/threads.ts";
import type { Counts } from "../observation/metrics.ts";
import type { IndexKeeper } from "../search/index_keeper.ts";
import type { FromThread, MainCalls, ThreadSettings, ToThread } from "./messages.ts";

/** Longest wait for what a thread has counted, ms: then its last counts stand for it. */
const COUNTED_WITHIN_MS = 1000;

/** One thread, as the main one knows it. */
interface Thread {
  worker: Worker;
  counts: Counts | null;
  /** Settled with the next counts. */
  counting: PromiseWithResolvers<void> | null;
  /** Ends that it is told of new indexes. */
  unfollow: () => void;
}

/** What the threads work with. */
export interface ServingThreadsOptions {
  /** How many beside the main one. */
  count: number;
  settings: ThreadSettings;
  keeper: Pick<IndexKeeper, "follow">;
  calls: MainCalls;
  log: Logger;
}

/**
 * Threads that serve the same port as the main one, each with a search of its own over the one
 * index in shared memory. The kernel spreads connections over them. One that ends by an error is
 * started again.
 */
export class ServingThreads {
  readonly #options: ServingThreadsOptions;
  readonly #workers: Threads<FromThread>;
  readonly #threads = new Map<Worker, Thread>();
  /** What threads that ended had counted. */
  readonly #ended: Counts[] = [];

  constructor(options: ServingThreadsOptions) {
    this.#options = options;
    this.#workers = new Threads<FromThread>({
      count: options.count,
      start: () => this.#start(),
      receive: (worker, message) => this.#receive(worker, message),
      removed: (worker) => this.#remove(worker),
      askToEnd: (worker) => {
        this.#threads.get(worker)?.unfollow();
        post(worker, { kind: "stop" });
      },
      log: options.log,
    });
  }

  /** How many serve now. */
  get size(): number {
    return this.#threads.size;
  }

  /** What all threads have counted so far. */
  async counts(): Promise<Counts[]> {
    const threads = [...this.#threads.values()];
    await Promise.all(threads.map((thread) => this.#count(thread)));
    return [...this.#ended, ...threads.flatMap(({ counts }) => counts ?? [])];
  }

  /** Lets each thread answer what is under way, and ends it. */
  async stop(): Promise<void> {
    await this.#workers.stop();
  }

  #start(): Worker {
    const worker = new Worker(new URL("../serving_thread.ts", import.meta.url), { type: "module" });
    this.#threads.set(worker, { worker, counts: null, counting: null, unfollow: () => {} });
    return worker;
  }

  #remove(worker: Worker): void {
    const thread = this.#threads.get(worker);
    if (thread === undefined) return;
    this.#threads.delete(worker);
    thread.unfollow();
    thread.counting?.resolve();
    if (thread.counts !== null) this.#ended.push({ ...thread.counts, gauges: new Map() });
  }

  #receive(worker: Worker, message: FromThread): void {
    const { keeper, settings } = this.#options;
    const thread = this.#threads.get(worker);
    if (thread === undefined) return;
    if (message.kind === "loaded") {
      post(worker, { kind: "serve", settings });
      thread.unfollow = keeper.follow((change) => post(worker, { kind: "index", change }));
    } else if (message.kind === "call") void this.#call(worker, message);
    else if (message.kind === "counted") {
      thread.counts = message.counts;
      thread.counting?.resolve();
      thread.counting = null;
    } else this.#workers.ended(worker);
  }

  async #call(
    worker: Worker,
    { id, name, args }: Extract<FromThread, { kind: "call" }>,
  ): Promise<void> {
    try {
      const run = this.#options.calls[name] as (...args: unknown[]) => Promise<unknown>;
      post(worker, { kind: "done", id, value: await run(...args) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      post(worker, { kind: "failed", id, reason });
    }
  }

  async #count(thread: Thread): Promise<void> {
    if (thread.counting === null) {
      thread.counting = Promise.withResolvers();
      post(thread.worker, { kind: "count" });
    }
    const { promise, resolve } = thread.counting;
    const timeout = setTimeout(resolve, COUNTED_WITHIN_MS);
    await promise;
    clearTimeout(timeout);
  }
}

function post(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}
