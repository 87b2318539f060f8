import { type Clock, systemClock } from "./clock.ts";

/** Too much heavy work waits for its turn. */
export class TooBusyError extends Error {
  override name = "TooBusyError";
  /** Seconds after which to try again. */
  readonly retryAfter = 2;

  constructor() {
    super("Too much heavy work waits for its turn");
  }
}

/** Longest wait of a piece for its turn, ms: the visitor who asked waits no longer. */
const LONGEST_WAIT = 2000;
/** Moves evenly, even where the machine's clock is set. */
const EVEN_CLOCK: Clock = { ...systemClock, now: () => performance.now() };
/** Most pieces that wait at once: each holds a request and its data in memory. */
const MOST_WAITING = 16;

interface Waiting {
  begin: () => void;
  refuse: (error: TooBusyError) => void;
  /** Lets it wait on, however long. */
  cancelTimeout: () => void;
}

/**
 * Runs heavy work, which blocks the process's only thread, one piece at a time and for half of the
 * time at most: after each piece there is a pause as long as it took. Light work runs in the
 * pauses, so it never waits for more than one piece.
 */
export class HeavyWork {
  readonly #longestWait: number;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #busy = false;
  /** Whether a timer starts the next piece when the pause is over. */
  #resting = false;
  /** When the pause ends, by the clock. */
  #restUntil = -Infinity;
  /** Pieces refused because too many waited, or for too long. */
  refused = 0;

  /** @param longestWait Longest wait of a piece, ms. */
  constructor(
    { longestWait = LONGEST_WAIT, clock = EVEN_CLOCK }: { longestWait?: number; clock?: Clock } =
      {},
  ) {
    this.#longestWait = longestWait;
    this.#clock = clock;
  }

  /** Pieces that wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Runs a piece when its turn comes.
   *
   * @throws {TooBusyError} When too many wait already, or no turn comes in time; the error of
   *   `work`.
   */
  async run<T>(work: () => T): Promise<T> {
    await this.#turn();
    const began = this.#clock.now();
    try {
      return work();
    } finally {
      this.#rest(this.#clock.now() - began);
    }
  }

  /**
   * Waits for the turn of a piece that the caller then runs at once and synchronously.
   *
   * @param expected Expected duration, ms. If it takes longer, so does the pause.
   * @throws {TooBusyError} When too many wait already, or no turn comes in time.
   */
  async turn(expected: number): Promise<void> {
    await this.#turn();
    const began = this.#clock.now();
    // The thread is busy with the piece: this comes late where that takes longer than expected.
    this.#clock.timer(expected, () => this.#rest(this.#clock.now() - began));
  }

  async #turn(): Promise<void> {
    if (!this.#busy && this.#waiting.length === 0 && this.#clock.now() >= this.#restUntil) {
      this.#busy = true;
      return;
    }
    if (this.#waiting.length >= MOST_WAITING) {
      this.refused++;
      throw new TooBusyError();
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = {
      begin: resolve,
      refuse: reject,
      cancelTimeout: this.#clock.timer(this.#longestWait, () => this.#giveUp(waiting)),
    };
    this.#waiting.push(waiting);
    if (!this.#busy) this.#beginNextAfterRest();
    await promise;
  }

  #rest(took: number): void {
    this.#busy = false;
    this.#restUntil = this.#clock.now() + took;
    if (this.#waiting.length > 0) this.#beginNextAfterRest();
  }

  #beginNextAfterRest(): void {
    if (this.#resting) return;
    this.#resting = true;
    this.#clock.timer(Math.max(0, this.#restUntil - this.#clock.now()), () => {
      this.#resting = false;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      next.cancelTimeout();
      this.#busy = true;
      next.begin();
    });
  }

  #giveUp(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    this.refused++;
    waiting.refuse(new TooBusyError());
  }
}
