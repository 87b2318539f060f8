import type { Clock } from "./clock.ts";

/** Whether requests may go: `closed` yes, `open` not before a time, `half-open` one to try. */
export type CircuitState = "closed" | "open" | "half-open";

/** Failures in a row that open the circuit. */
const IN_A_ROW = 5;
/** Latest outcomes looked at, and how many failures among them open the circuit as well. */
const WINDOW = 20;
const IN_WINDOW = 12;
/** Longest time the circuit stays open by itself, ms. */
const LONGEST_COOLDOWN = 600_000;

/**
 * Leaves a failing site alone.
 *
 * Opens after five failures in a row, or twelve among the last twenty; after the cooldown one request may
 * try: success closes the circuit, failure opens it for twice as long, at most ten minutes.
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #cooldown: number;
  #nextCooldown: number;
  #openUntil = -Infinity;
  #tripped = false;
  #trying = false;
  #outcomes: boolean[] = [];

  /** @param cooldown How long the circuit stays open the first time, ms. */
  constructor(clock: Clock, { cooldown }: { cooldown: number }) {
    this.#clock = clock;
    this.#cooldown = cooldown;
    this.#nextCooldown = cooldown;
  }

  get state(): CircuitState {
    if (this.wait() > 0 && !this.#trying) return "open";
    return this.#tripped ? "half-open" : "closed";
  }

  /** Milliseconds until a request may go: 0 = now; Infinity = once the request that tries has ended. */
  wait(): number {
    const remaining = this.#openUntil - this.#clock.now();
    if (remaining > 0) return remaining;
    return this.#trying ? Infinity : 0;
  }

  /** To be called when a request goes out. @returns Whether it is the one that tries a circuit that was open. */
  admit(): boolean {
    if (!this.#tripped || this.#trying) return false;
    this.#trying = true;
    return true;
  }

  /** The site answered as it should; a page it does not have counts as that. @param trial What `admit` said. */
  succeed(trial: boolean): void {
    if (trial) {
      this.#tripped = false;
      this.#trying = false;
      this.#nextCooldown = this.#cooldown;
    }
    this.#note(true);
  }

  /** The site failed. @param trial What `admit` said. */
  fail(trial: boolean): void {
    // An answer to what was sent before the circuit opened says nothing new.
    if (this.#tripped && !trial) return;
    this.#note(false);
    const latest = this.#outcomes.slice(-IN_A_ROW);
    const inARow = latest.length === IN_A_ROW && latest.every((good) => !good);
    const failures = this.#outcomes.filter((good) => !good).length;
    if (trial || inARow || failures >= IN_WINDOW) this.trip();
  }

  /** A request was given up before the site answered. @param trial What `admit` said. */
  giveUp(trial: boolean): void {
    if (trial) this.#trying = false;
  }

  /** Opens the circuit now, for its cooldown. */
  trip(): void {
    this.pause(this.#nextCooldown);
    this.#tripped = true;
    this.#trying = false;
    this.#outcomes = [];
    this.#nextCooldown = Math.min(this.#nextCooldown * 2, LONGEST_COOLDOWN);
  }

  /** Sends nothing for so many milliseconds, because the site asked for it. */
  pause(ms: number): void {
    this.#openUntil = Math.max(this.#openUntil, this.#clock.now() + ms);
  }

  #note(good: boolean): void {
    this.#outcomes = [...this.#outcomes, good].slice(-WINDOW);
  }
}
