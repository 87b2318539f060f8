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
  of(words: readonly TypedWord[], candidates: number): readonly (readonly RowSet[])[] | null {
    if (candidates < TOO_FEW_TO_MARK) return null;
    const groups: (readonly RowSet[])[] = [];
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
  #mark(word: TypedWord, others: number): readonly RowSet[] | null {
    const index = this.#index;
    const { from, to } = word;
    const isKept = to > from && word.word.length <= KEPT_BEGINNING;
    const begun = isKept ? index.countOf(from, to) : 0;
    if (word.candidates - begun > others * MARKED_PER_SCORED) return null;
    const rows = this.#marked;
    rows.clear();
    for (const id of word.matchedWords) rows.addAll(index.athletesOf(id, id + 1));
    for (const club of word.matchedClubs) rows.addAll(index.membersOf(club));
    if (isKept) return [this.#beginnings.get(from, to), rows];
    rows.addAll(index.athletesOf(from, to));
    return [rows];
  }
}

/** Whether a row is in any of some sets. */
export function isInAny(sets: readonly RowSet[], row: number): boolean {
  for (let at = 0; at < sets.length; at++) {
    if (sets[at]?.has(row)) return true;
  }
  return false;
}
