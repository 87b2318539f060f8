import { LRUCache } from "lru-cache";
import type { DirectoryIndex } from "./directory_index.ts";
import { RowSet } from "./row_set.ts";

/**
 * Most bytes of sets that one thread keeps: about seventy of 0.94 million athletes, which is more
 * than there are letters and frequent pairs of letters.
 */
const MOST_BYTES = 8_000_000;
/** Most sets, where they are small: room for each is made at once. */
const MOST_SETS = 100;

/**
 * Sets of the athletes who have a word with a certain beginning in their name. An initial is that
 * of a tenth of all athletes, so that a set takes long to make, and there are few: they are kept.
 */
export class BeginningSets {
  readonly #index: DirectoryIndex;
  readonly #sets: LRUCache<number, RowSet>;

  constructor(index: DirectoryIndex) {
    this.#index = index;
    this.#sets = new LRUCache({
      max: Math.min(MOST_SETS, Math.ceil(MOST_BYTES / RowSet.bytes(index.size))),
    });
  }

  /** Athletes with one of some neighbouring words: from the first, up to but without the last. */
  get(from: number, to: number): RowSet {
    // Two numbers of 24 bits, in one that a double holds.
    const key = from * (1 << 24) + to;
    let set = this.#sets.get(key);
    if (set === undefined) {
      set = new RowSet(this.#index.size);
      set.addAll(this.#index.athletesOf(from, to));
      this.#sets.set(key, set);
    }
    return set;
  }
}
