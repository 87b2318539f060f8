/** Longest pause that a site may ask for, in seconds: a longer one looks like a mistake. */
const LONGEST_RETRY_AFTER = 3600;

/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date.
 *
 * @param now Milliseconds since 1970.
 * @returns Seconds to wait, 0 to {@link LONGEST_RETRY_AFTER}; null when it is missing or in neither
 *   form.
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
