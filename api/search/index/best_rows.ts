import { MAX_ATHLETES } from "./index_data.ts";

/** Most readings of a query: 5 bits, which leave 24 for the order in a double. */
export const MAX_READINGS = 32;

/** One athlete found. */
export interface FoundRow {
  row: number;
  order: number;
  /** Which reading of the query the athlete matches. */
  reading: number;
}

/** Keeps the best so many of all that are added: a heap, the worst on top. */
export class BestRows {
  readonly #most: number;
  readonly #heap: number[] = [];
  /** How many were added. */
  total = 0;
  /** The best order so far. */
  least = Infinity;

  constructor(most: number) {
    this.#most = most;
  }

  add({ row, order, reading }: FoundRow): void {
    this.total++;
    if (order < this.least) this.least = order;
    // In one number, so that the comparison is one: order, then row, which stands for all further
    // criteria.
    const value = (order * MAX_ATHLETES + row) * MAX_READINGS + reading;
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push(value);
      this.#rise(heap.length - 1);
    } else if (value < (heap[0] ?? 0)) {
      heap[0] = value;
      this.#sink();
    }
  }

  /** Whether a row of this order, or of a higher one, cannot be among the best any more. */
  refuses(row: number, order: number): boolean {
    const heap = this.#heap;
    return heap.length >= this.#most &&
      (order * MAX_ATHLETES + row) * MAX_READINGS >= (heap[0] ?? 0);
  }

  /** Counts a row without adding it: one that {@linkcode refuses} refused. */
  count(): void {
    this.total++;
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if ((heap[parent] ?? 0) >= (heap[at] ?? 0)) return;
      [heap[parent], heap[at]] = [heap[at] ?? 0, heap[parent] ?? 0];
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0;;) {
      let larger = 2 * at + 1;
      if (larger >= heap.length) return;
      if (larger + 1 < heap.length && (heap[larger + 1] ?? 0) > (heap[larger] ?? 0)) larger++;
      if ((heap[larger] ?? 0) <= (heap[at] ?? 0)) return;
      [heap[larger], heap[at]] = [heap[at] ?? 0, heap[larger] ?? 0];
      at = larger;
    }
  }

  /** The best, in order. */
  sorted(): FoundRow[] {
    return this.#heap.toSorted((a, b) => a - b).map((value) => {
      const rest = Math.floor(value / MAX_READINGS);
      return {
        row: rest % MAX_ATHLETES,
        order: Math.floor(rest / MAX_ATHLETES),
        reading: value % MAX_READINGS,
      };
    });
  }
}
