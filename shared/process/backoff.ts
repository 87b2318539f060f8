/** How waits between attempts grow. */
export interface BackoffOptions {
  /** The wait after the first failure, ms; it doubles with each further one. */
  first: number;
  /** The longest wait, ms. */
  longest: number;
  /**
   * Chance, from 0 up to, not including, 1: the upper half of each wait is left to it, so that
   * those who failed together do not return together. Without it the waits are exact.
   */
  random?: () => number;
}

/**
 * How long to wait before another attempt.
 *
 * @param failures Attempts in vain since the last success, less one: 0 at first.
 * @returns Milliseconds.
 */
export function backoff(failures: number, { first, longest, random }: BackoffOptions): number {
  const whole = Math.min(first * 2 ** failures, longest);
  return random === undefined ? whole : (1 + random()) * whole / 2;
}
