import { backoff } from "@mypacer/shared/process/backoff.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Counts } from "../observation/metrics.ts";
import type { IndexKeeper } from "../search/index_keeper.ts";
import type { FromThread, MainCalls, ThreadSettings, ToThread } from "./messages.ts";

/** Waits before a thread that ended is started again, ms. */
const RESTARTS = { first: 1000, longest: 60_000 };
/** Longest wait for what a thread has counted, ms: then its last counts stand for it. */
const COUNTED_WITHIN_MS = 1000;

/** One thread, as the main one knows it. */
interface Thread {
  worker: Worker;
  counts: Counts | null;
  /** Settled with the next counts. */
  counting: PromiseWithResolvers<void> | null;
  /** Settled when nothing is under way there any more. */
  stopped: PromiseWithResolvers<void>;
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
  readonly #threads = new Set<Thread>();
  /** What threads that ended had counted. */
  readonly #ended: Counts[] = [];
  readonly #restarts = new Set<ReturnType<typeof setTimeout>>();
  #failures = 0;
  #isStopping = false;

  constructor(options: ServingThreadsOptions) {
    this.#options = options;
    for (let thread = 0; thread < options.count; thread++) this.#start();
  }

  /** How many serve now. */
  get size(): number {
    return this.#threads.size;
  }

  /** What all threads have counted so far. */
  async counts(): Promise<Counts[]> {
    const threads = [...this.#threads];
    await Promise.all(threads.map((thread) => this.#count(thread)));
    return [...this.#ended, ...threads.flatMap(({ counts }) => counts ?? [])];
  }

  /** Lets each thread answer what is under way, and ends it. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const restart of this.#restarts) clearTimeout(restart);
    await Promise.all([...this.#threads].map(async ({ worker, stopped, unfollow }) => {
      unfollow();
      post(worker, { kind: "stop" });
      await stopped.promise;
      worker.terminate();
    }));
  }

  #start(): void {
    const { log } = this.#options;
    const worker = new Worker(new URL("../serving_thread.ts", import.meta.url), { type: "module" });
    const thread: Thread = {
      worker,
      counts: null,
      counting: null,
      stopped: Promise.withResolvers(),
      unfollow: () => {},
    };
    this.#threads.add(thread);
    worker.onmessage = ({ data }: MessageEvent<FromThread>) => this.#receive(thread, data);
    worker.onerror = (event) => {
      event.preventDefault();
      const after = backoff(this.#failures++, RESTARTS);
      log.error("a serving thread ended; another is started", { error: event.message, after });
      this.#remove(thread);
      if (this.#isStopping) return;
      const restart = setTimeout(() => {
        this.#restarts.delete(restart);
        this.#start();
      }, after);
      this.#restarts.add(restart);
    };
  }

  #remove(thread: Thread): void {
    this.#threads.delete(thread);
    thread.unfollow();
    thread.worker.terminate();
    thread.counting?.resolve();
    thread.stopped.resolve();
    if (thread.counts !== null) this.#ended.push({ ...thread.counts, gauges: new Map() });
  }

  #receive(thread: Thread, message: FromThread): void {
    const { keeper, settings } = this.#options;
    const { worker } = thread;
    if (message.kind === "loaded") {
      post(worker, { kind: "serve", settings });
      thread.unfollow = keeper.follow((change) => post(worker, { kind: "index", change }));
    } else if (message.kind === "call") void this.#call(worker, message);
    else if (message.kind === "counted") {
      thread.counts = message.counts;
      thread.counting?.resolve();
      thread.counting = null;
    } else thread.stopped.resolve();
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
