import { LRUCache } from "lru-cache";
import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import { BestRows, type FoundRow } from "./best_rows.ts";
import { CandidateSets } from "./candidate_sets.ts";
import type { WordMatch } from "./candidate_score.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import type { MakeWord } from "./readings.ts";
import { compileFilters, type Filters, narrows } from "./row_filter.ts";
import { Search } from "./search.ts";
import { type Costs, makeCosts, TypedWord } from "./typed_word.ts";

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

/** An athlete found, and which parts of the name match which typed words. */
export interface ExplainedRow extends FoundRow {
  matches: readonly WordMatch[];
}

/** The best matches, in order. */
export interface FindResult {
  readonly rows: readonly ExplainedRow[];
  /** How many there are in all, as far as was counted. */
  total: number;
  /** All were counted. */
  complete: boolean;
  /** Null where not wanted. */
  counts: ResultCounts | null;
}

/**
 * Most typed words of one query, over all its readings: each keeps a byte for every word of the
 * vocabulary. Eight words and their joints at all places are 21; the rest is for splits.
 */
const MAX_TYPED = 40;

const encoder = new TextEncoder();

/** Longest beginning whose results are always kept: every search box asks for these first. */
const KEPT_LETTERS = 4;
/** Letters of a beginning that so many names have that many searches go through it. */
const SHORT_BEGINNING = 2;
/** Most results that one thread keeps, and most rows of each: 3 kB each, 9 MB in all. */
const KEPT = { results: 3000, rows: 10 } as const;

/** Finds athletes in an index. Not reentrant: it reuses its scratch arrays from query to query. */
export class Finder {
  readonly #index: DirectoryIndex;
  readonly #seen: Uint8Array;
  readonly #sets: CandidateSets;
  readonly #costs: Costs[] = [];
  /** Results of short beginnings and of frequent words, by what was asked. */
  readonly #kept = new LRUCache<string, FindResult>({ max: KEPT.results });

  constructor(index: DirectoryIndex) {
    this.#index = index;
    this.#seen = new Uint8Array(index.size);
    this.#sets = new CandidateSets(index);
  }

  find(request: FindRequest): FindResult {
    const key = keyOf(request);
    const earlier = key === null ? undefined : this.#kept.get(key);
    if (earlier !== undefined) return earlier;
    const result = this.#find(request);
    if (key !== null && isKept(request, result)) this.#kept.set(key, result);
    return result;
  }

  #find({ words, whole = false, filters, most, counts = false }: FindRequest): FindResult {
    // Without words it is a list, which goes by name.
    const best = new BestRows(most, words.length > 0 ? this.#index.data.precedence : null);
    const filter = compileFilters(this.#index, filters);
    const typed = new Map<string, TypedWord>();
    const search = new Search(this.#index, {
      best,
      filter,
      seen: this.#seen,
      sets: this.#sets,
      makeWord: this.#wordMaker(typed),
      counts,
    });
    try {
      if (!filter.excludesEverybody) {
        if (whole) search.runShortName(words.join(""));
        else if (words.length > 0) search.run(words);
        else search.addAll();
      }
      const rows = best.sorted();
      return {
        rows: rows.map((row) => ({ ...row, matches: search.explain(row) })),
        total: best.total,
        complete: search.complete,
        counts: counts ? search.countResults() : null,
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
      const costs = this.#costs[typed.size] ??= makeCosts(this.#index);
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

/**
 * Under which a result may be kept: of a single word, or of others with a short beginning behind
 * them, as `jean p`, which many type on the way to different names. Null = it may not.
 */
function keyOf({ words, whole, filters, most, counts }: FindRequest): string | null {
  const last = words.at(-1) ?? "";
  const isShared = words.length === 1 || last.length <= SHORT_BEGINNING;
  if (!isShared || last === "" || most > KEPT.rows || counts === true || narrows(filters)) {
    return null;
  }
  return `${most} ${whole === true ? "whole" : "begun"} ${words.join(" ")}`;
}

/** Whether a result is kept: everybody asks for it first, or it took long. */
function isKept({ words: [word = "", ...others] }: FindRequest, { complete }: FindResult): boolean {
  return !complete || others.length === 0 && word.length <= KEPT_LETTERS;
}
