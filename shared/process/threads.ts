import { backoff } from "./backoff.ts";
import type { Logger } from "./log.ts";

/** Waits before a thread that ended is started again, ms. */
const RESTARTS = { first: 1000, longest: 60_000 };

/** What threads are started with. */
export interface ThreadsOptions<Message> {
  count: number;
  start: () => Worker;
  /** Takes a message of a thread. */
  receive: (worker: Worker, message: Message) => void;
  /** Told of each thread that is there no more, by an error or because it was stopped. */
  removed?: (worker: Worker) => void;
  /** Asks a thread to end: it answers so that {@linkcode Threads.ended} is called. */
  askToEnd: (worker: Worker) => void;
  log: Logger;
}

/** Threads that do one thing beside the main one. One that ends by an error is started again. */
export class Threads<Message> {
  readonly #options: ThreadsOptions<Message>;
  /** Each is settled when nothing is under way there any more. */
  readonly #workers = new Map<Worker, PromiseWithResolvers<void>>();
  readonly #restarts = new Set<ReturnType<typeof setTimeout>>();
  #failures = 0;
  #isStopping = false;

  constructor(options: ThreadsOptions<Message>) {
    this.#options = options;
    for (let thread = 0; thread < options.count; thread++) this.#start();
  }

  /** Those that run now. */
  get workers(): readonly Worker[] {
    return [...this.#workers.keys()];
  }

  /** Says that a thread that was asked to end has done what was under way. */
  ended(worker: Worker): void {
    this.#workers.get(worker)?.resolve();
  }

  /** Lets each thread do what is under way, and ends it. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const restart of this.#restarts) clearTimeout(restart);
    await Promise.all([...this.#workers].map(async ([worker, { promise }]) => {
      this.#options.askToEnd(worker);
      await promise;
      this.#remove(worker);
    }));
  }

  #start(): void {
    const { log, start, receive } = this.#options;
    const worker = start();
    this.#workers.set(worker, Promise.withResolvers());
    worker.onmessage = ({ data }: MessageEvent<Message>) => receive(worker, data);
    worker.onerror = (event) => {
      event.preventDefault();
      const after = backoff(this.#failures++, RESTARTS);
      log.error("a serving thread ended; another is started", { error: event.message, after });
      this.#remove(worker);
      if (this.#isStopping) return;
      const restart = setTimeout(() => {
        this.#restarts.delete(restart);
        this.#start();
      }, after);
      this.#restarts.add(restart);
    };
  }

  #remove(worker: Worker): void {
    const ended = this.#workers.get(worker);
    if (ended === undefined) return;
    this.#workers.delete(worker);
    worker.terminate();
    ended.resolve();
    this.#options.removed?.(worker);
  }
}
