/** How often something may be done. */
export interface Allowance {
  /** Most times at once. */
  burst: number;
  /** Times per second in the long run. */
  perSecond: number;
}

/** Bounds how often something is done: tokens are taken one by one and come back with time. */
export class TokenBucket {
  readonly #allowance: Allowance;
  readonly #clock: () => Date;
  /** Below 0 while tokens are reserved that have yet to come. */
  #tokens: number;
  #filledAt: number;

  constructor(allowance: Allowance, clock: () => Date) {
    this.#allowance = allowance;
    this.#clock = clock;
    this.#tokens = allowance.burst;
    this.#filledAt = clock().getTime();
  }

  /**
   * Takes a token.
   *
   * @returns 0 when there was one, else the seconds until there is.
   */
  take(): number {
    const wait = this.secondsUntil(1);
    if (wait === 0) this.#tokens -= 1;
    return wait;
  }

  /**
   * Takes tokens that may have yet to come: nobody else gets them.
   *
   * @returns Seconds until they are there.
   */
  reserve(count: number): number {
    const wait = this.secondsUntil(count);
    this.#tokens -= count;
    return wait;
  }

  /** Puts back tokens that were taken or reserved and are not needed. */
  putBack(count: number): void {
    this.#tokens = Math.min(this.#allowance.burst, this.#tokens + count);
  }

  /** Seconds until so many tokens are there; 0 when they are. */
  secondsUntil(count: number): number {
    const { burst, perSecond } = this.#allowance;
    const now = this.#clock().getTime();
    // A clock that is set back brings no tokens, and takes none away.
    const passed = Math.max(0, now - this.#filledAt) / 1000;
    this.#tokens = Math.min(burst, this.#tokens + passed * perSecond);
    this.#filledAt = now;
    return Math.max(0, count - this.#tokens) / perSecond;
  }
}
