import type { Answer } from "./answers.ts";
import { BestRows, type FoundRow } from "./best_rows.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import type { MakeWord } from "./readings.ts";
import { compileFilters, type Filters } from "./row_filter.ts";
import { RowSet } from "./row_set.ts";
import { Search } from "./search.ts";
import { TypedWord } from "./typed_word.ts";

/** What is looked for. */
export interface Wanted {
  /** Normalized words, the last of which may be unfinished. */
  words: readonly string[];
  /** The only word is whole: nobody is found by the beginning of another. */
  whole?: boolean;
  filters: Filters;
  /** How many of the best are wanted. */
  most: number;
}

/** What was found: the best, in order. */
export interface Found {
  rows: FoundRow[];
  /** How many there are in all, as far as was counted. */
  total: number;
  /** All were counted. */
  complete: boolean;
  /** What of a name answers the query. */
  explain(row: FoundRow): Answer[];
}

/** Most words that are kept ready for one query. */
const MAX_TYPED = 40;

const encoder = new TextEncoder();

/** Finds athletes in an index. Not to be entered twice at once: its notes are kept from query to query. */
export class Finder {
  readonly #index: DirectoryIndex;
  readonly #seen: Uint8Array;
  readonly #marked: RowSet;
  readonly #costs: Uint8Array[] = [];

  constructor(index: DirectoryIndex) {
    this.#index = index;
    this.#seen = new Uint8Array(index.size);
    this.#marked = new RowSet(index.size);
  }

  find({ words, whole = false, filters, most }: Wanted): Found {
    const best = new BestRows(most);
    const filter = compileFilters(this.#index, filters);
    const typed = new Map<string, TypedWord>();
    const search = new Search(this.#index, {
      best,
      filter,
      seen: this.#seen,
      marked: this.#marked,
      make: this.#maker(typed),
    });
    try {
      if (!filter.nobody) {
        if (whole) search.runWhole(words.join(""));
        else if (words.length > 0) search.run(words);
        else search.addAll();
      }
      const rows = best.sorted();
      const answers = new Map(rows.map((row) => [row, search.explain(row)]));
      return {
        rows,
        total: best.total,
        complete: search.complete,
        explain: (row) => answers.get(row) ?? [],
      };
    } finally {
      search.clear();
      for (const word of typed.values()) word.clear();
    }
  }

  /** Typed words share their arrays of costs with those of earlier queries. */
  #maker(typed: Map<string, TypedWord>): MakeWord {
    return (letters, { open, glued }) => {
      const key = `${letters}${open ? "…" : "."}${glued}`;
      let word = typed.get(key);
      if (word !== undefined) return word;
      if (typed.size >= MAX_TYPED) return null;
      const costs = this.#costs[typed.size] ??= new Uint8Array(this.#index.vocabulary.size);
      word = new TypedWord(this.#index, { word: encoder.encode(letters), open, glued, costs });
      typed.set(key, word);
      return word;
    };
  }
}
