/** When to ask again. */

/**
 * Longest pause a site may ask for that is kept, in seconds: what is longer reads like a mistake.
 */
export const LONGEST_RETRY_AFTER = 3600;
/** Longest pause between two attempts of our own choice, ms. */
const LONGEST_BACKOFF = 60_000;

/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date.
 *
 * @param now Milliseconds since 1970.
 * @returns Seconds to wait, 0 to {@link LONGEST_RETRY_AFTER}; null when it is missing or neither of
 * the two.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? "";
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : /^[a-z]{3,9},? /i.test(value)
    ? Math.ceil((Date.parse(value) - now) / 1000)
    : NaN;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), LONGEST_RETRY_AFTER);
}

/**
 * How long to wait before another attempt: twice as long each time, the upper half of it left to
 * chance so that clients that failed together do not return together.
 *
 * @param attempt Attempts that failed before this wait, less one.
 * @param base Longest first wait, ms.
 * @param random From 0 up to, not including, 1.
 * @returns Milliseconds.
 */
export function backoff(attempt: number, { base, random }: { base: number; random: () => number }) {
  const longest = Math.min(base * 2 ** attempt, LONGEST_BACKOFF);
  return longest / 2 + random() * longest / 2;
}
