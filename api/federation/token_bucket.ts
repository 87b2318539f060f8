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
    const { burst, perSecond } = this.#allowance;
    const now = this.#clock().getTime();
    // A clock that is set back brings no tokens, and takes none away.
    const passed = Math.max(0, now - this.#filledAt) / 1000;
    this.#tokens = Math.min(burst, this.#tokens + passed * perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return (1 - this.#tokens) / perSecond;
    this.#tokens -= 1;
    return 0;
  }
}
