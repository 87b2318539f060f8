import { assertEquals } from "@std/assert";

/** Longest wait for what a busy machine does late, ms. */
const TIMEOUT_MS = 60_000;
/**
 * How often the condition is checked, ms: soon enough that a test hardly waits, rarely enough for
 * queries.
 */
const POLL_EVERY_MS = 5;

type Maybe<T> = T | null | undefined | false;

/**
 * Waits until something is there: the one way in which tests wait.
 *
 * @param what What is waited for, as the error names it.
 * @param look Returns it; null, undefined or false until then.
 * @returns The result of `look`.
 * @throws {Error} That names what was waited for, after a minute or `timeout` ms.
 */
export async function until<T>(
  what: string,
  look: () => Maybe<T> | Promise<Maybe<T>>,
  { timeout = TIMEOUT_MS, pollEvery = POLL_EVERY_MS } = {},
): Promise<T> {
  for (const end = performance.now() + timeout;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() >= end) throw new Error(`${what}: not within ${timeout / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}

/**
 * Waits until something reads as it should: what a page draws a moment after what was done to it.
 *
 * @throws {AssertionError} With what was read last, after a minute or `timeout` ms.
 */
export async function untilEquals<T>(
  read: () => T | Promise<T>,
  expected: T,
  { message, timeout = TIMEOUT_MS }: { message?: string; timeout?: number } = {},
): Promise<void> {
  for (const end = performance.now() + timeout;;) {
    try {
      return assertEquals(await read(), expected, message);
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
  }
}
