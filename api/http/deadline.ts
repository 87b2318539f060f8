/**
 * Waits for work, but not for ever. The work itself goes on.
 *
 * @param limit Longest wait, ms.
 * @param late What is given, or thrown, in its place.
 */
export async function withDeadline<T>(
  work: PromiseLike<T>,
  { limit, late }: { limit: number; late: () => T },
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    try {
      resolve(late());
    } catch (error) {
      reject(error);
    }
  }, limit);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
