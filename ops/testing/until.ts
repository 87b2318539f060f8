/** Longest wait for what a busy machine does late, ms. */
const PATIENCE = 60_000;
const POLL_EVERY = 100;

/**
 * Waits until something is there.
 *
 * @param what What is waited for, for the error.
 * @param look Gives it, or nothing as long as it is not there.
 * @throws {Error} After a minute.
 */
export async function until<T>(
  what: string,
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, POLL_EVERY));
  }
  throw new Error(`${what}: not within ${PATIENCE / 1000} s`);
}
