import type { Lists } from "./lists.ts";

/**
 * A set of athletes by their numbers, one bit each: small enough to stay in the processor's cache.
 */
export class RowSet {
  readonly #bits: Uint32Array;

  /** @param size Athletes of the index. */
  constructor(size: number) {
    this.#bits = new Uint32Array((size >>> 5) + 1);
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 5] ?? 0) >>> (row & 31) & 1) !== 0;
  }

  /**
   * Adds the athletes of neighbouring lists. The lists are read where they lie: a query adds
   * thousands, most of one athlete, and a part of an array for each takes longer than to read it.
   */
  addLists({ starts, values }: Lists, from: number, to: number): void {
    const bits = this.#bits;
    const end = starts[to] ?? 0;
    for (let at = starts[from] ?? 0; at < end; at++) {
      const row = values[at] ?? 0;
      bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
    }
  }

  clear(): void {
    this.#bits.fill(0);
  }
}
