import { scoreCandidate, type WordMatch } from "./candidate_score.ts";
import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import type { BestRows, FoundRow } from "./best_rows.ts";
import { type CandidateSets, isInEach } from "./candidate_sets.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { entryWord } from "./index_data.ts";
import type { Lists } from "./lists.ts";
import { eachNameBeginning } from "./name_beginnings.ts";
import { orderOf, PENALTY } from "./penalties.ts";
import { type MakeWord, type Reading, Readings } from "./readings.ts";
import { countRows } from "./result_counts.ts";
import type { RowFilter } from "./row_filter.ts";
import {
  leastClubOrders,
  leastNameOrders,
  type LeastOrders,
  leastOrdersElsewhere,
  listsOf,
} from "./lone_word.ts";
import type { Stage, TypedWord } from "./typed_word.ts";

/**
 * With as many results no further stage is searched: they fill the list of suggestions, which shows
 * eight. It is fixed, not the page's size, so that all pages of a query are parts of one list.
 */
const ENOUGH_RESULTS = 10;
/**
 * Order up to which a result is likely who was meant, for each word typed: nothing of the name is
 * left over, and no word is further away than one that sounds alike. Then nothing further is
 * searched.
 */
const GOOD_ORDER = orderOf(PENALTY.soundAlike, {
  leftOver: 0,
  startsElsewhere: false,
  rareness: 0,
});
/**
 * Most candidates scored in one reading of one stage: 2 to 3 ms. There are more only where even the
 * rarest word of a query is among the most frequent of the directory.
 */
const MAX_SCORED = 40_000;
/**
 * Most candidates counted in one reading of one stage where nobody wants them by sex and category,
 * as at every letter typed: of further ones only those are scored who may be among the best.
 */
const MAX_COUNTED = 4000;
/**
 * Most athletes whose names are read again for a typo in another word. For more it takes longer
 * than to look through the vocabulary, a millisecond.
 */
const MAX_REREAD = 4000;
/** Fewer candidates than this are scored sooner than it is found out which may be left out. */
const FEW_ROWS = 32;
/** The least order of a candidate who matches these words: nothing of the name is left over. */
function leastOrderOf(words: readonly TypedWord[]): number {
  const cost = words.reduce((sum, { leastCost }) => sum + leastCost - 1, 0);
  return orderOf(cost, { leftOver: 0, startsElsewhere: false, rareness: 0 });
}

/** One run of a query: its readings, stage by stage, into the best rows. */
export class Search {
  complete = true;
  readonly #index: DirectoryIndex;
  readonly #best: BestRows;
  readonly #filter: RowFilter;
  readonly #seen: Uint8Array;
  readonly #sets: CandidateSets;
  readonly #scoredRows: number[] = [];
  readonly #uncountedRows: number[] = [];
  readonly #makeWord: MakeWord;
  readonly #mostCounted: number;
  #readings: readonly Reading[] = [];
  #missing = 0;

  constructor(
    index: DirectoryIndex,
    { best, filter, seen, sets, makeWord, counts }: {
      best: BestRows;
      filter: RowFilter;
      /** By row: 1 = was scored and is a result. */
      seen: Uint8Array;
      sets: CandidateSets;
      makeWord: MakeWord;
      /** The results will be counted by sex and category. */
      counts: boolean;
    },
  ) {
    this.#index = index;
    this.#best = best;
    this.#filter = filter;
    this.#seen = seen;
    this.#sets = sets;
    this.#makeWord = makeWord;
    this.#mostCounted = counts ? MAX_SCORED : MAX_COUNTED;
  }

  /** Everybody who passes the filters, for a query without words. */
  addAll(): void {
    for (const row of this.#filter.rows ?? []) {
      if (!this.#filter.passes(row)) continue;
      this.#scoredRows.push(row);
      this.#best.add({ row, order: 0, reading: 0 });
    }
  }

  run(words: readonly string[]): void {
    const readings = new Readings(words, { index: this.#index, makeWord: this.#makeWord });
    this.#readings = readings.all;
    for (const stage of [0, 1, 2] as const) {
      if (words.length > 1 && stage < 2) readings.join(stage);
      if (stage === 1) readings.split();
      for (let at = 0; at < readings.all.length; at++) this.#runReading(at, stage);
      if (stage === 0 && this.#best.total >= ENOUGH_RESULTS) return;
      if (stage === 1 && this.#best.least <= words.length * GOOD_ORDER) return;
    }
    if (this.#best.total > 0) return;
    this.#missing = 1;
    for (let at = 0; at < readings.all.length; at++) {
      const reading = readings.all[at] ?? [];
      if (reading.length > 1) this.#runDroppingOneWord(reading, at);
    }
  }

  /** Everybody whose name holds a short word as it is, those first whose name begins with it. */
  runShortName(letters: string): void {
    const word = this.#makeWord(letters, { unfinished: false, joinedOrSplit: 0 });
    if (word === null) return;
    word.findMatches(0, { alone: true });
    const typed = [word];
    this.#readings = [typed];
    const [id] = word.matchedWords;
    if (id === undefined) return;
    let countsLeft = MAX_COUNTED;
    const score = (row: number) => {
      if (countsLeft-- > 0) this.#scoreCandidate(row, typed, 0);
      else this.complete = false;
    };
    eachNameBeginning(this.#index, id, id + 1, score);
    for (const row of this.#index.athletesOf(id, id + 1)) {
      if (this.#index.firstWord(row) !== id) score(row);
    }
  }

  #runReading(at: number, stage: Stage): void {
    const reading = this.#readings[at] ?? [];
    const alone = reading.length === 1;
    const abbreviates = reading.some(({ word }) => word.length === 1);
    for (const word of reading) word.findMatches(stage, { alone, abbreviates });
    if (stage === 2 && !alone) this.#addTyposAmongCandidates(reading);
    if (reading.every((word) => word.hasCandidates)) this.#scoreReading(reading, at);
  }

  /**
   * Adds words that are further typos away, for each typed word: out of the names of another's
   * candidates where these are few, else out of the vocabulary.
   */
  #addTyposAmongCandidates(reading: Reading): void {
    const { entries } = this.#index.data;
    for (const word of reading) {
      const furtherTypos = word.furtherTypos(false);
      const beside = reading.filter((other) => other !== word && other.postings > 0);
      const [first] = beside;
      if (furtherTypos.length === 0 || first === undefined) continue;
      const rarest = beside.reduce((a, b) => b.postings < a.postings ? b : a, first);
      if (rarest.postings > MAX_REREAD) {
        word.addFurtherTypos(false);
        continue;
      }
      const readName = (row: number) => {
        const end = entries.starts[row + 1] ?? 0;
        for (let at = entries.starts[row] ?? 0; at < end; at++) {
          const id = entryWord(entries.values[at] ?? 0);
          if (word.costOf(id) !== 0) continue;
          for (const { nearness, penalty } of furtherTypos) {
            if (this.#index.isNear(id, nearness)) word.addMatch(id, penalty);
          }
        }
      };
      for (const id of rarest.matchedWords) this.#index.athletesOf(id, id + 1).forEach(readName);
      this.#index.athletesOf(rarest.from, rarest.to).forEach(readName);
    }
  }

  /**
   * Scores candidates who match all words but one, so long as the others are the greater part of
   * what was typed.
   */
  #runDroppingOneWord(reading: Reading, at: number): void {
    const letters = reading.reduce((sum, { word }) => sum + word.length, 0);
    for (const dropped of reading) {
      if (dropped.word.length * 2 >= letters) continue;
      const others = reading.filter((word) => word !== dropped);
      if (others.every((word) => word.hasCandidates)) this.#scoreReading(reading, at, others);
    }
  }

  /**
   * Scores the candidates of the word that has fewest; of these only the candidates of the next
   * word, where a set of them is quickly made.
   */
  #scoreReading(reading: Reading, at: number, necessary: Reading = reading): void {
    const typed = reading.toSorted((a, b) => b.word.length - a.word.length);
    const [rarest, ...others] = necessary.toSorted((a, b) => a.candidates - b.candidates);
    if (rarest === undefined) return;
    const { rows } = this.#filter;
    if (rows !== null && rows.length <= rarest.candidates) {
      for (const row of rows) this.#scoreCandidate(row, typed, at);
      return;
    }
    if (reading.length === 1) return this.#scoreLoneWord(rarest, typed, at);
    const sets = this.#sets.of(others, rarest.candidates);
    const [seen, filter, mostCounted] = [this.#seen, this.#filter, this.#mostCounted];
    let counted = 0;
    let least = -1;
    let scoresLeft = MAX_SCORED - mostCounted;
    // As in `RowSet.addLists`: thousands of lists, most of one row.
    const scoreLists = ({ starts, values }: Lists, from: number, to: number) => {
      const end = starts[to] ?? 0;
      for (let place = starts[from] ?? 0; place < end; place++) {
        const row = values[place] ?? 0;
        if (sets !== null && !isInEach(sets, row)) continue;
        if (seen[row] !== 0 || !filter.passes(row)) continue;
        if (counted++ >= mostCounted) {
          this.complete = false;
          if (least === -1) least = leastOrderOf(necessary);
          if (this.#best.refuses(row, least)) continue;
          if (scoresLeft-- <= 0) return;
        }
        this.#scoreNew(row, typed, at);
      }
    };
    const { postings, members } = this.#index.data;
    for (const id of rarest.matchedWords) scoreLists(postings, id, id + 1);
    for (const club of rarest.matchedClubs) scoreLists(members, club - 1, club);
    scoreLists(postings, rarest.from, rarest.to);
  }

  /**
   * Scores the candidates of a word that stands alone. Most match it equally well, and are told
   * apart by what is left of their names: who cannot come before those found so far is counted, not
   * scored.
   */
  #scoreLoneWord(word: TypedWord, typed: readonly TypedWord[], at: number): void {
    const { wordCount } = this.#index.data.columns;
    const [seen, filter, best] = [this.#seen, this.#filter, this.#best];
    const lists = listsOf(word, (id) => this.#index.rareness(id));
    // Of so many who match equally well, most are neither counted nor scored.
    const isCut = lists.some(({ from, to }) => this.#index.countOf(from, to) > this.#mostCounted);
    if (isCut) this.complete = false;
    let countsLeft = isCut ? MAX_COUNTED : Infinity;
    let rowsLeft = MAX_SCORED;
    const visit = (row: number, least: LeastOrders, rareness: number) => {
      // A row that the filter refuses costs next to nothing.
      if (seen[row] !== 0 || !filter.passes(row)) return;
      const isRefused = best.refuses(row, (least.byWords[wordCount[row] ?? 0] ?? 0) + rareness);
      if (countsLeft > 0) {
        countsLeft--;
        if (isRefused) this.#countCandidate(row);
        else this.#scoreNew(row, typed, at);
      } else if (!isRefused) this.#scoreNew(row, typed, at, false);
    };
    const visitAll = (rows: Uint32Array, least: LeastOrders, rareness: number) => {
      const end = Math.min(rows.length, rowsLeft);
      if (end < rows.length) this.complete = false;
      rowsLeft -= end;
      for (let place = 0; place < end; place++) {
        if (countsLeft === 0 && best.refusesAll(least.least + rareness)) return;
        visit(rows[place] ?? 0, least, rareness);
      }
    };
    // Who matches in several ways is met by the cheapest of them, and not again.
    const clubs = word.matchedClubs
      .map((club) => ({ club, cost: (word.clubCosts[club] ?? 0) - 1 }))
      .sort((a, b) => a.cost - b.cost);
    let visited = 0;
    const visitClubsBelow = (limit: number) => {
      for (let next; (next = clubs[visited]) !== undefined && next.cost < limit; visited++) {
        const least = leastClubOrders(next.cost);
        // Where not all are counted, those of a club who cannot come first need not be either.
        if (!this.complete && best.refusesAll(least.least)) continue;
        visitAll(this.#index.membersOf(next.club), least, 0);
      }
    };
    for (const { from, to, cost, rareness } of lists) {
      visitClubsBelow(cost);
      const rows = this.#index.athletesOf(from, to);
      const joined = leastNameOrders.joined(cost);
      const visitNames = (least: LeastOrders) =>
        eachNameBeginning(this.#index, from, to, (row) => visit(row, least, rareness));
      if (rows.length <= FEW_ROWS) visitAll(rows, joined, rareness);
      // Who has one of many words elsewhere in the name is not looked for.
      else if (isCut && to - from > 1) visitNames(joined);
      else {
        visitAll(this.#index.athletesWithJoined(from, to), joined, rareness);
        visitNames(leastNameOrders.oneWord(cost));
        visitAll(rows, leastOrdersElsewhere(cost), rareness);
      }
    }
    visitClubsBelow(Infinity);
  }

  #scoreCandidate(row: number, typed: readonly TypedWord[], at: number): void {
    if (this.#seen[row] === 0 && this.#filter.passes(row)) this.#scoreNew(row, typed, at);
  }

  /**
   * Scores a candidate who passes the filter and is no result yet.
   *
   * @param counted Whether a match is one of the results that are counted.
   */
  #scoreNew(row: number, typed: readonly TypedWord[], at: number, counted = true): void {
    const order = scoreCandidate(this.#index, row, { typed, missing: this.#missing });
    if (order === -1) return;
    this.#seen[row] = 1;
    (counted ? this.#scoredRows : this.#uncountedRows).push(row);
    if (counted) this.#best.count();
    this.#best.place({ row, order, reading: at });
  }

  /** Counts a candidate who matches, but cannot be among the best. */
  #countCandidate(row: number): void {
    this.#best.count();
    this.#seen[row] = 1;
    this.#scoredRows.push(row);
  }

  /** Which parts of a name match which typed words. */
  explain({ row, reading }: FoundRow): WordMatch[] {
    const matches: WordMatch[] = [];
    const typed = (this.#readings[reading] ?? []).toSorted((a, b) => b.word.length - a.word.length);
    scoreCandidate(this.#index, row, { typed, missing: typed.length, matches });
    return matches;
  }

  /** Counts the results by sex and by age category. */
  countResults(): ResultCounts {
    return countRows(this.#index, this.#scoredRows);
  }

  /** Makes `seen` ready for the next query. */
  clear(): void {
    for (const row of this.#scoredRows) this.#seen[row] = 0;
    for (const row of this.#uncountedRows) this.#seen[row] = 0;
  }
}
