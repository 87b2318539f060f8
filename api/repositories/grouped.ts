/** Loads values by key; those who ask while a load is under way share the next one. */
export type GroupedLoad<K, V> = (key: K) => Promise<V | null>;

/**
 * Groups questions to the database: the first is sent at once, and those that come until its answer
 * is there are sent together. No answer is older than its question, and many at once cost few round
 * trips.
 *
 * @param load Finds the values of keys; one that it does not find is `null`.
 * @param options.most Most keys of one load.
 */
export function groupLoads<K, V>(
  load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  { most = 100 }: { most?: number } = {},
): GroupedLoad<K, V> {
  let waiting = new Map<K, Promise<V | null>>();
  let next = Promise.withResolvers<ReadonlyMap<K, V>>();
  let busy = false;

  async function send(): Promise<void> {
    const { resolve, reject } = next;
    const keys = [...waiting.keys()];
    waiting = new Map();
    next = Promise.withResolvers();
    busy = true;
    try {
      resolve(await load(keys));
    } catch (error) {
      reject(error);
    } finally {
      busy = false;
      if (waiting.size > 0) void send();
    }
  }

  return async (key) => {
    let value = waiting.get(key);
    if (value === undefined) {
      value = next.promise.then((values) => values.get(key) ?? null);
      waiting.set(key, value);
      // More than one load takes go at once, beside the one under way.
      if (!busy || waiting.size >= most) void send();
    }
    return await value;
  };
}
