import { MAX_ATHLETES } from "./index_data.ts";
import { PRECEDENCES } from "./precedence.ts";

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
  readonly #precedence: Uint8Array | null;
  readonly #heap: number[] = [];
  /** How many were added. */
  total = 0;
  /** The best order so far. */
  least = Infinity;

  /** @param precedence By row; null where equals come in the order of the rows alone. */
  constructor(most: number, precedence: Uint8Array | null) {
    this.#most = most;
    this.#precedence = precedence;
  }

  add(found: FoundRow): void {
    this.total++;
    this.place(found);
  }

  /** Adds a row that is not counted. */
  place({ row, order, reading }: FoundRow): void {
    if (order < this.least) this.least = order;
    const value = this.#valueOf(row, order) + reading;
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push(value);
      this.#rise(heap.length - 1);
    } else if (value < (heap[0] ?? 0)) {
      heap[0] = value;
      this.#sink();
    }
  }

  /**
   * All by which rows are compared in one number, so that the comparison is one: order, then
   * precedence, then row, which stands for all further criteria.
   */
  #valueOf(row: number, order: number): number {
    const precedence = this.#precedence?.[row] ?? 0;
    return ((order * PRECEDENCES + precedence) * MAX_ATHLETES + row) * MAX_READINGS;
  }

  /** Whether a row of this order, or of a higher one, cannot be among the best any more. */
  refuses(row: number, order: number): boolean {
    return this.#heap.length >= this.#most && this.#valueOf(row, order) >= (this.#heap[0] ?? 0);
  }

  /** Whether nobody of this order, or of a higher one, can be among the best any more. */
  refusesAll(order: number): boolean {
    return this.#heap.length >= this.#most &&
      order * PRECEDENCES * MAX_ATHLETES * MAX_READINGS >= (this.#heap[0] ?? 0);
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
        order: Math.floor(rest / MAX_ATHLETES / PRECEDENCES),
        reading: value % MAX_READINGS,
      };
    });
  }
}
