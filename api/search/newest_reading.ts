/**
 * Reads something of which only the newest is of use. Who asks while it is being read gets what is
 * read next, together with all who ask until then: one reading is under way at a time, each begins
 * after it was asked for, and they end in the order in which they began.
 *
 * @returns Asks; those who share a reading get the same promise.
 */
export function newestReading<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    if (next !== null) return next;
    const begin = () => {
      next = null;
      return read();
    };
    next = last.then(begin, begin);
    last = next;
    return next;
  };
}
