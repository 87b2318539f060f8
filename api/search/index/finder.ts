import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import { BeginningSets } from "./beginning_sets.ts";
import { BestRows, type FoundRow } from "./best_rows.ts";
import type { WordMatch } from "./candidate_score.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import type { MakeWord } from "./readings.ts";
import { compileFilters, type Filters } from "./row_filter.ts";
import { RowSet } from "./row_set.ts";
import { Search } from "./search.ts";
import { TypedWord } from "./typed_word.ts";

/** A query in the terms of the index. */
export interface FindRequest {
  /** Normalized words, the last of which may be unfinished. */
  words: readonly string[];
  /** The only word is a whole name, not the beginning of longer ones. */
  whole?: boolean;
  filters: Filters;
  /** How many of the best to return. */
  most: number;
  /** Count the matches by sex and category. */
  counts?: boolean;
}

/** The best matches, in order. */
export interface FindResult {
  rows: FoundRow[];
  /** How many there are in all, as far as was counted. */
  total: number;
  /** All were counted. */
  complete: boolean;
  /** Null where not wanted. */
  counts: ResultCounts | null;
  /** Which parts of a name match which typed words. */
  explain(row: FoundRow): WordMatch[];
}

/**
 * Most typed words of one query, over all its readings: each keeps a byte for every word of the
 * vocabulary. Eight words and their joints at all places are 21; the rest is for splits.
 */
const MAX_TYPED = 40;

const encoder = new TextEncoder();

/** Finds athletes in an index. Not reentrant: it reuses its scratch arrays from query to query. */
export class Finder {
  readonly #index: DirectoryIndex;
  readonly #seen: Uint8Array;
  readonly #marked: RowSet;
  readonly #beginnings: BeginningSets;
  readonly #costs: Uint8Array[] = [];

  constructor(index: DirectoryIndex) {
    this.#index = index;
    this.#seen = new Uint8Array(index.size);
    this.#marked = new RowSet(index.size);
    this.#beginnings = new BeginningSets(index);
  }

  find({ words, whole = false, filters, most, counts = false }: FindRequest): FindResult {
    const best = new BestRows(most);
    const filter = compileFilters(this.#index, filters);
    const typed = new Map<string, TypedWord>();
    const search = new Search(this.#index, {
      best,
      filter,
      seen: this.#seen,
      marked: this.#marked,
      beginnings: this.#beginnings,
      makeWord: this.#wordMaker(typed),
    });
    try {
      if (!filter.excludesEverybody) {
        if (whole) search.runShortName(words.join(""));
        else if (words.length > 0) search.run(words);
        else search.addAll();
      }
      const rows = best.sorted();
      const matches = new Map(rows.map((row) => [row, search.explain(row)]));
      return {
        rows,
        total: best.total,
        complete: search.complete,
        counts: counts ? search.countResults() : null,
        explain: (row) => matches.get(row) ?? [],
      };
    } finally {
      search.clear();
      for (const word of typed.values()) word.clear();
    }
  }

  /** Typed words share their arrays of costs with those of earlier queries. */
  #wordMaker(typed: Map<string, TypedWord>): MakeWord {
    return (letters, { unfinished, joinedOrSplit }) => {
      const key = `${letters}${unfinished ? "…" : "."}${joinedOrSplit}`;
      let word = typed.get(key);
      if (word !== undefined) return word;
      if (typed.size >= MAX_TYPED) return null;
      const costs = this.#costs[typed.size] ??= new Uint8Array(this.#index.vocabulary.size);
      word = new TypedWord(this.#index, {
        word: encoder.encode(letters),
        unfinished,
        joinedOrSplit,
        costs,
      });
      typed.set(key, word);
      return word;
    };
  }
}
