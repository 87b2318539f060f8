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

  addAll(rows: Uint32Array): void {
    const bits = this.#bits;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
    }
  }

  /** Bytes that a set of so many athletes takes. */
  static bytes(size: number): number {
    return ((size >>> 5) + 1) * Uint32Array.BYTES_PER_ELEMENT;
  }

  clear(): void {
    this.#bits.fill(0);
  }
}
