/**
 * Options that make an `LRUCache` measure ages by a given clock, exactly: by itself it would look
 * at its own clock once a millisecond, with a timer.
 *
 * @param clock Tells a time after 1970: at 0 the cache would take an entry for one without an end.
 */
export function timedBy(
  clock: () => Date,
): { perf: { now: () => number }; ttlResolution: number } {
  return { perf: { now: () => clock().getTime() }, ttlResolution: 0 };
}
