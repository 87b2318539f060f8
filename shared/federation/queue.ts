import type { Circuit } from "./circuit.ts";
import type { Clock } from "./clock.ts";
import { FederationError } from "./errors.ts";

/** Who waits for a page: a visitor, or the crawl that has time. Visitors go first. */
export type Priority = "interactive" | "crawl";

/** Longest time a request waits while the site is left alone, ms: a visitor is told at once instead. */
export const PATIENCE: Record<Priority, number> = { interactive: 5_000, crawl: 300_000 };

/** Leave to send one request. */
export interface Slot {
  /** Whether it tries a circuit that was open. */
  trial: boolean;
  /** To be called once the answer is read. */
  leave(): void;
}

interface Waiting {
  priority: Priority;
  enter(slot: Slot): void;
  refuse(error: unknown): void;
}

/** The one queue for all requests to the site: so many at once, so far apart, visitors before the crawl. */
export class PoliteQueue {
  readonly #clock: Clock;
  readonly #circuit: Circuit;
  readonly #concurrency: number;
  #interval: number;
  #nextStart = -Infinity;
  #active = 0;
  #waiting: Waiting[] = [];
  #cancelTimer: () => void = () => {};

  /** @param interval Milliseconds between the starts of two requests. */
  constructor(
    { clock, circuit, concurrency, interval }: {
      clock: Clock;
      circuit: Circuit;
      concurrency: number;
      interval: number;
    },
  ) {
    this.#clock = clock;
    this.#circuit = circuit;
    this.#concurrency = concurrency;
    this.#interval = interval;
  }

  /** Requests whose answers are being read. */
  get active(): number {
    return this.#active;
  }

  /** Requests not yet sent. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Milliseconds between the starts of two requests. */
  get interval(): number {
    return this.#interval;
  }

  /** Milliseconds between the starts of two requests from now on. */
  set interval(ms: number) {
    this.#nextStart += ms - this.#interval;
    this.#interval = ms;
    this.#advance();
  }

  /**
   * Waits for leave to send a request.
   *
   * @throws {FederationError} `circuit-open`, when the site is left alone for longer than this request can wait.
   * @throws What the signal was aborted with.
   */
  enter(priority: Priority, signal: AbortSignal): Promise<Slot> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const abort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(signal.reason);
        this.#advance();
      };
      const done = () => signal.removeEventListener("abort", abort);
      const waiting: Waiting = {
        priority,
        enter: (slot) => (done(), resolve(slot)),
        refuse: (error) => (done(), reject(error)),
      };
      signal.addEventListener("abort", abort, { once: true });
      this.#waiting.push(waiting);
      this.#advance();
    });
  }

  #advance(): void {
    this.#cancelTimer();
    this.#cancelTimer = () => {};
    this.#refuseImpatient();
    while (this.#waiting.length > 0 && this.#active < this.#concurrency) {
      const now = this.#clock.now();
      const delay = Math.max(this.#circuit.wait(), this.#nextStart - now);
      // The request that tries the circuit moves the queue on when it ends.
      if (delay === Infinity) return;
      if (delay > 0) {
        this.#cancelTimer = this.#clock.timer(delay, () => this.#advance());
        return;
      }
      const visitor = this.#waiting.findIndex(({ priority }) => priority === "interactive");
      const [next] = this.#waiting.splice(Math.max(visitor, 0), 1);
      this.#active++;
      this.#nextStart = now + this.#interval;
      next?.enter(this.#slot());
    }
  }

  #slot(): Slot {
    let left = false;
    return {
      trial: this.#circuit.admit(),
      leave: () => {
        if (left) return;
        left = true;
        this.#active--;
        this.#advance();
      },
    };
  }

  #refuseImpatient(): void {
    const delay = this.#circuit.wait();
    if (delay === Infinity) return;
    const refused = this.#waiting.filter(({ priority }) => delay > PATIENCE[priority]);
    if (refused.length === 0) return;
    this.#waiting = this.#waiting.filter((waiting) => !refused.includes(waiting));
    const retryAfter = Math.ceil(delay / 1000);
    for (const { refuse } of refused) {
      refuse(
        new FederationError(
          "circuit-open",
          `The federation's site failed repeatedly and is left alone for ${retryAfter} s`,
          { retryAfter },
        ),
      );
    }
  }
}
