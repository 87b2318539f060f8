/**
 * Waits for work, but not for ever. The work itself goes on.
 *
 * @param timeoutMs Longest wait, ms.
 * @param onTimeout What is given, or thrown, in its place; a `TimeoutError` unless given.
 */
export async function withTimeout<T>(
  work: PromiseLike<T>,
  { timeoutMs, onTimeout = throwTimeout }: {
    timeoutMs: number;
    onTimeout?: (timeoutMs: number) => T;
  },
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    try {
      resolve(onTimeout(timeoutMs));
    } catch (error) {
      reject(error);
    }
  }, timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function throwTimeout(timeoutMs: number): never {
  throw new DOMException(`No answer within ${timeoutMs} ms`, "TimeoutError");
}
