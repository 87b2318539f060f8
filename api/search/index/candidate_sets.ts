import { BeginningSets } from "./beginning_sets.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { RowSet } from "./row_set.ts";
import type { TypedWord } from "./typed_word.ts";

/** Fewer candidates than this are scored within 5 µs: marking others first saves nothing. */
const TOO_FEW_TO_MARK = 100;
/**
 * How many athletes may be marked to spare scoring one candidate: 30 to 70 take as long as one,
 * less where a filter refuses it before.
 */
const MARKED_PER_SCORED = 20;
/**
 * Letters of a beginning that so many athletes have that the set of them is kept from query to
 * query.
 */
const KEPT_BEGINNING = 2;

/** One set or two that together hold all candidates of a word. */
type SetsOfWord = readonly [RowSet, RowSet?];

/**
 * Tells from sets who may match all words of a query, before any name is read. One for each thread:
 * it marks the candidates of a word in the same set from query to query.
 */
export class CandidateSets {
  readonly #index: DirectoryIndex;
  readonly #marked: RowSet;
  readonly #beginnings: BeginningSets;

  constructor(index: DirectoryIndex) {
    this.#index = index;
    this.#marked = new RowSet(index.size);
    this.#beginnings = new BeginningSets(index);
  }

  /**
   * Sets for the candidates of some words: one group for each initial, and one for the first other
   * word, where making it is less work than scoring candidates of whom most may not be in it. Who
   * matches all words is in a set of each group. Good until the next call.
   *
   * @param words Those with fewer candidates first.
   * @param candidates How many would be scored.
   * @returns Null where nobody can be left out.
   */
  of(words: readonly TypedWord[], candidates: number): readonly SetsOfWord[] | null {
    if (candidates < TOO_FEW_TO_MARK) return null;
    const groups: SetsOfWord[] = [];
    const first = words.find(({ word }) => word.length > 1);
    const marked = first === undefined ? null : this.#mark(first, candidates);
    if (marked !== null) groups.push(marked);
    for (const { word, from, to } of words) {
      // It has no other candidates than athletes with a word that begins so.
      if (word.length === 1) groups.push([this.#beginnings.get(from, to)]);
    }
    return groups.length === 0 ? null : groups;
  }

  /** Sets that together hold all candidates of a word; null where they are too much work. */
  #mark(word: TypedWord, others: number): SetsOfWord | null {
    const index = this.#index;
    const { from, to } = word;
    const isKept = to > from && word.word.length <= KEPT_BEGINNING;
    const begun = isKept ? index.countOf(from, to) : 0;
    if (word.candidates - begun > others * MARKED_PER_SCORED) return null;
    const rows = this.#marked;
    rows.clear();
    const { postings, members } = index.data;
    for (const id of word.matchedWords) rows.addLists(postings, id, id + 1);
    for (const club of word.matchedClubs) rows.addLists(members, club - 1, club);
    if (isKept) return [this.#beginnings.get(from, to), rows];
    rows.addLists(postings, from, to);
    return [rows];
  }
}

/**
 * Whether a row is in a set of each group. A loop, not `every`: it is asked for each of thousands
 * of rows.
 */
export function isInEach(groups: readonly SetsOfWord[], row: number): boolean {
  for (const [set, other] of groups) {
    if (!set.has(row) && other?.has(row) !== true) return false;
  }
  return true;
}
