import { bytes, doubles, type Numbers, shorts, words } from "./build_memory.ts";

/** An array of zeros of the narrowest kind that holds whole numbers up to `most`. */
export function narrowFor(most: number, length: number): Numbers {
  if (most <= 0xff) return bytes(length);
  if (most <= 0xffff) return shorts(length);
  if (most <= 0xffff_ffff) return words(length);
  return doubles(length);
}

/** The largest whole number that an array of the same kind holds. */
export function widestOf(values: Numbers): number {
  if (values instanceof Float64Array) return Number.MAX_SAFE_INTEGER;
  return 2 ** (8 * values.BYTES_PER_ELEMENT) - 1;
}

/** The values in another order, in an array of the same kind. */
export function inOrder(values: Numbers, order: Uint32Array): Numbers {
  const ordered = narrowFor(widestOf(values), order.length);
  for (let place = 0; place < order.length; place++) {
    ordered[place] = values[order[place] ?? 0] ?? 0;
  }
  return ordered;
}
