/**
 * Starts what the tests of a file use, before the first of them, and ends it after the last.
 *
 * @param start Keeps in `parts` whatever it started, so that this ends as well when what comes
 * after it fails: the tests then end with that error, and with no other in its place.
 */
export function beforeTests(start: (parts: AsyncDisposableStack) => Promise<void>): void {
  const parts = new AsyncDisposableStack();
  Deno.test.beforeAll(() => start(parts));
  Deno.test.afterAll(() => parts.disposeAsync());
}
