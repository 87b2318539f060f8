import { release, words } from "./build_memory.ts";

/**
 * Many lists of numbers in two arrays: list `n` is `values` from `starts[n]` up to, but without,
 * `starts[n + 1]`.
 */
export interface Lists {
  starts: Uint32Array;
  values: Uint32Array;
}

/**
 * Builds lists in two passes, without an object for any of them. Values keep the order in which
 * they come.
 *
 * @param fill Tells every value; called twice, must tell the same both times.
 */
export function buildLists(
  count: number,
  fill: (add: (list: number, value: number) => void) => void,
): Lists {
  const ends = words(count + 1);
  fill((list) => {
    ends[list + 1] = (ends[list + 1] ?? 0) + 1;
  });
  for (let at = 1; at <= count; at++) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const values = words(ends[count] ?? 0);
  const next = words(count);
  next.set(ends.subarray(0, count));
  fill((list, value) => {
    const at = next[list] ?? 0;
    values[at] = value;
    next[list] = at + 1;
  });
  release(next);
  return { starts: ends, values };
}
