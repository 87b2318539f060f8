import { LRUCache } from "lru-cache";
import type { DirectoryIndex } from "./directory_index.ts";
import { RowSet } from "./row_set.ts";

/**
 * Sets that one thread keeps: somewhat more than there are letters and frequent pairs of letters,
 * in a directory of any size. Together they take 9 bytes an athlete.
 */
const MOST_SETS = 70;

/**
 * Sets of the athletes who have a word with a certain beginning in their name. An initial is that
 * of a tenth of all athletes, so that a set takes long to make, and there are few: they are kept.
 * Good until the next query: one that is left out then has the room of another.
 */
export class BeginningSets {
  readonly #index: DirectoryIndex;
  readonly #sets: LRUCache<number, RowSet>;
  /**
   * The set that was left out last. New memory for each would have V8 look through all of its heap
   * at every 4,000th query, for up to 8 ms at a time.
   */
  #leftOut: RowSet | undefined;

  constructor(index: DirectoryIndex, most = MOST_SETS) {
    this.#index = index;
    this.#sets = new LRUCache({ max: most, dispose: (set) => void (this.#leftOut = set) });
  }

  /** Athletes with one of some neighbouring words: from the first, up to but without the last. */
  get(from: number, to: number): RowSet {
    // Two numbers of 24 bits, in one that a double holds.
    const key = from * (1 << 24) + to;
    let set = this.#sets.get(key);
    if (set === undefined) {
      set = this.#emptySet();
      set.addLists(this.#index.data.postings, from, to);
      this.#sets.set(key, set);
    }
    return set;
  }

  #emptySet(): RowSet {
    const set = this.#leftOut ?? new RowSet(this.#index.size);
    this.#leftOut = undefined;
    set.clear();
    return set;
  }
}
