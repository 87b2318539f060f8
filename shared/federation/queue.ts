import type { Clock } from "../process/clock.ts";
import { FederationError } from "./errors.ts";
import {
  acquireSeat,
  type Admission,
  moveStart,
  type Outcome,
  type PaceState,
  type Priority,
  releaseSeat,
  renewSeat,
  UNUSED_PACE,
} from "./pace/rules.ts";
import type { PaceStore } from "./pace/store.ts";

/**
 * Longest time a request waits while the site is left alone, ms: a visitor gets the error at once.
 */
export const LONGEST_WAIT_MS: Record<Priority, number> = { interactive: 5_000, crawl: 300_000 };

/** Whether requests may go: `closed` yes, `open` not before a time, `half-open` one to try. */
export type CircuitState = "closed" | "open" | "half-open";

/**
 * Added to the interval, ms: requests take varying time to reach the site, and a slow one must not
 * be caught up with by the next, of another process.
 */
const LEAST_MARGIN = 150;
const MARGIN_BY_CHANCE = 50;
/** A request that goes out this much later than it was admitted moves the next one on, ms. */
const LATE = 20;

/** Permission to send one request. */
export interface HeldSeat {
  /** Aborted when the seat is lost because the process renewed it too late. */
  signal: AbortSignal;
  /** To be called once the answer is read, or was given up. */
  release(outcome: Outcome, retryAfter: number | null): Promise<void>;
}

interface Waiting {
  priority: Priority;
  enter(seat: HeldSeat): void;
  refuse(error: unknown): void;
}

/** How requests are let through. */
export interface QueueOptions {
  clock: Clock;
  store: PaceStore;
  /** Requests at once. */
  seats: number;
  /** Milliseconds between the starts of two requests; 0 = no limit. */
  interval: number;
  /** Requests a minute that visitors may cause; 0 = no limit. */
  visitorsPerMinute: number;
  /** How long the site is left alone the first time it keeps failing, ms. */
  cooldown: number;
  random: () => number;
}

/**
 * The queue of one process for all its requests to the site: who is first in it, visitors before
 * the crawl, asks the shared pace for a seat.
 */
export class PoliteQueue {
  readonly #options: QueueOptions;
  #interval: number;
  #active = 0;
  #waiting: Waiting[] = [];
  /** The latest known state, and how far the store's clock is ahead of ours, ms. */
  #seen: PaceState = UNUSED_PACE;
  #clockAhead = 0;
  #isAsking = false;
  #mustAskAgain = false;
  #cancelTimer: () => void = () => {};

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#interval = options.interval;
  }

  /** Requests whose answers are being read. */
  get active(): number {
    return this.#active;
  }

  /** Requests not yet sent. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Whether the site is left alone, as far as this process has seen. */
  get circuit(): CircuitState {
    const { pausedUntil, isFailing } = this.#seen;
    if (pausedUntil > this.#options.clock.now() + this.#clockAhead) return "open";
    return isFailing ? "half-open" : "closed";
  }

  /** Milliseconds between the starts of two requests from now on. */
  set interval(ms: number) {
    this.#interval = ms;
    void this.#advance();
  }

  /**
   * Waits for permission to send a request.
   *
   * @throws {FederationError} `circuit-open`, when the site is left alone for longer than this
   *   request can wait; `budget-spent`, when visitors have caused as many requests as they may.
   * @throws The reason of the signal's abort, or the error of a shared pace that cannot be reached.
   */
  enter(priority: Priority, signal: AbortSignal): Promise<HeldSeat> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const abort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(signal.reason);
        void this.#advance();
      };
      const done = () => signal.removeEventListener("abort", abort);
      const waiting: Waiting = {
        priority,
        enter: (seat) => (done(), resolve(seat)),
        refuse: (error) => (done(), reject(error)),
      };
      signal.addEventListener("abort", abort, { once: true });
      this.#waiting.push(waiting);
      void this.#advance();
    });
  }

  /** Admits the requests that may be sent now; calls itself again when that may have changed. */
  async #advance(): Promise<void> {
    this.#mustAskAgain = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#cancelTimer();
    let wait = Infinity;
    while (this.#mustAskAgain) {
      this.#mustAskAgain = false;
      const next = this.#waiting.find(({ priority }) => priority === "interactive") ??
        this.#waiting[0];
      wait = next === undefined ? Infinity : await this.#ask(next);
    }
    this.#isAsking = false;
    wait = Math.min(wait, this.#waiting.length === 0 ? Infinity : this.#options.store.lookEvery);
    if (wait === Infinity) return;
    this.#cancelTimer = this.#options.clock.timer(wait, () => void this.#advance());
  }

  /** Asks for a seat for the first request; returns milliseconds until it is worth asking again. */
  async #ask(next: Waiting): Promise<number> {
    const { store, seats, visitorsPerMinute, random } = this.#options;
    const holder = crypto.randomUUID();
    const isShared = store.lease !== Infinity;
    const request = {
      holder,
      priority: next.priority,
      interval: this.#interval,
      margin: isShared && this.#interval > 0 ? LEAST_MARGIN + MARGIN_BY_CHANCE * random() : 0,
      seats,
      lease: store.lease,
      visitorsPerMinute,
    };
    let admission: Admission;
    let admittedAt = 0;
    try {
      admission = await this.#change((state, now) => {
        admittedAt = this.#options.clock.now();
        return acquireSeat(state, now, request);
      });
    } catch (error) {
      this.#remove(next)?.refuse(error);
      this.#mustAskAgain = true;
      return 0;
    }
    if (!admission.isAdmitted) return this.#hold(next, admission);
    this.#mustAskAgain = true;
    this.#active++;
    const seat = this.#seat(holder);
    const waiting = this.#remove(next);
    // Aborted while the store was asked: nothing was sent.
    if (waiting === undefined) void seat.release("given-up", null);
    else waiting.enter(seat);
    const lateness = this.#options.clock.now() - admittedAt;
    if (lateness > LATE && this.#interval > 0) {
      await this.#change((state, now) => [moveStart(state, now), null]).catch(() => null);
    }
    return 0;
  }

  /** Keeps a request waiting that was not admitted, or refuses it if it cannot wait so long. */
  #hold(next: Waiting, { reason, wait }: Extract<Admission, { isAdmitted: false }>): number {
    if (reason === "allowance") {
      this.#remove(next)?.refuse(allowanceSpent(wait));
      this.#mustAskAgain = true;
      return 0;
    }
    if (reason !== "pause") return wait;
    const impatient = this.#waiting.filter(({ priority }) => wait > LONGEST_WAIT_MS[priority]);
    for (const { refuse } of impatient) refuse(leftAlone(wait));
    this.#waiting = this.#waiting.filter((waiting) => !impatient.includes(waiting));
    return wait;
  }

  #remove(waiting: Waiting): Waiting | undefined {
    const at = this.#waiting.indexOf(waiting);
    return at === -1 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  #seat(holder: string): HeldSeat {
    const { cooldown } = this.#options;
    const lost = new AbortController();
    const stopRenewing = this.#renewing(holder, lost);
    let hasLeft = false;
    return {
      signal: lost.signal,
      release: async (outcome, retryAfter) => {
        if (hasLeft) return;
        hasLeft = true;
        stopRenewing();
        const pauseFor = retryAfter === null ? null : retryAfter * 1000;
        try {
          await this.#change((state, now) => [
            releaseSeat(state, now, { holder, outcome, retryAfter: pauseFor, cooldown }),
            null,
          ]);
        } finally {
          this.#active--;
          void this.#advance();
        }
      },
    };
  }

  /** Renews a seat until it is released; aborts its signal if it is lost meanwhile. */
  #renewing(holder: string, lost: AbortController): () => void {
    const { clock, store } = this.#options;
    if (store.lease === Infinity) return () => {};
    let isOver = false;
    let cancel = () => {};
    const again = () => {
      cancel = clock.timer(store.lease / 4, async () => {
        const isHeld = await this.#change((state, now) => {
          const holds = state.seats.some((seat) => seat.holder === holder && seat.until > now);
          return [holds ? renewSeat(state, now, holder, store.lease) : state, holds];
        }).catch(() => null);
        if (isOver) return;
        // The database may be away for a moment: the seat lasts longer than that.
        if (isHeld === false) lost.abort(new DOMException("The seat was lost", "AbortError"));
        else again();
      });
    };
    again();
    return () => {
      isOver = true;
      cancel();
    };
  }

  /** Changes the shared state, and remembers what it looks like now. */
  #change<T>(rule: (state: PaceState, now: number) => [PaceState, T]): Promise<T> {
    return this.#options.store.change((state, now) => {
      const [after, result] = rule(state, now);
      this.#seen = after;
      this.#clockAhead = now - this.#options.clock.now();
      return [after, result];
    });
  }
}

function leftAlone(wait: number): FederationError {
  const retryAfter = Math.ceil(wait / 1000);
  return new FederationError(
    "circuit-open",
    `The federation's site failed or asked for rest, and is left alone for ${retryAfter} s`,
    { retryAfter },
  );
}

function allowanceSpent(wait: number): FederationError {
  return new FederationError(
    "budget-spent",
    "The federation's site was asked often enough for now",
    { retryAfter: Math.max(1, Math.ceil(wait / 1000)) },
  );
}
