/** Draws items by weight in constant time: Vose's form of Walker's alias method (1991). */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #thresholds: Float64Array;
  readonly #aliases: Int32Array;

  /**
   * @param items What is drawn.
   * @param weights Weight of each item, 0 or more, in the same order.
   * @throws {RangeError} If no item has a weight above 0.
   */
  constructor(items: readonly T[], weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) throw new RangeError("Cannot draw by weight: no item has one");
    const count = items.length;
    this.#items = items;
    this.#thresholds = new Float64Array(count).fill(1);
    this.#aliases = Int32Array.from({ length: count }, (_, index) => index);
    const scaled = Float64Array.from(weights, (weight) => weight * count / total);
    const small: number[] = [];
    const large: number[] = [];
    scaled.forEach((weight, index) => (weight < 1 ? small : large).push(index));
    for (;;) {
      const low = small.pop();
      const high = large.pop();
      if (low === undefined || high === undefined) return;
      this.#thresholds[low] = scaled[low] ?? 0;
      this.#aliases[low] = high;
      scaled[high] = (scaled[high] ?? 0) + (scaled[low] ?? 0) - 1;
      (scaled[high] < 1 ? small : large).push(high);
    }
  }

  /** The item that a fraction from 0 (included) to 1 (excluded) stands for. */
  at(fraction: number): T {
    const position = fraction * this.#items.length;
    const slot = Math.floor(position);
    // What is left of the fraction is as even as the fraction itself: it decides within the slot.
    const index = position - slot < (this.#thresholds[slot] ?? 1) ? slot : this.#aliases[slot] ?? 0;
    return this.#items[index] as T;
  }
}
