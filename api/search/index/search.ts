import { type Answer, weigh } from "./answers.ts";
import type { BestRows, FoundRow } from "./best_rows.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { entryWord } from "./index_data.ts";
import { orderOf, PENALTY } from "./penalties.ts";
import { type MakeWord, type Reading, Readings } from "./readings.ts";
import type { RowFilter } from "./row_filter.ts";
import type { RowSet } from "./row_set.ts";
import type { Stage, TypedWord } from "./typed_word.ts";

/**
 * With as many answers, no further stage is looked at: fixed, so that all pages of a query are of
 * one list.
 */
const ENOUGH = 10;
/**
 * Order up to which somebody is likely meant, for each word typed: all of the name, no word with
 * more than a slip. Then nothing further away is looked for.
 */
const GOOD = orderOf(PENALTY.sound, { leftOver: 0, startsElsewhere: false, rareness: 0 });
/** Most athletes weighed in one reading of one stage: beyond, the query says too little. */
const MAX_WEIGHED = 40_000;
/** The same where the beginning of one word is all that was typed. */
const MAX_WEIGHED_ALONE = 4000;
/** Most athletes whose names are looked at for a word with several slips. */
const MAX_LOOKED_AROUND = 20_000;
/** So few are weighed at once: to mark others before would take longer. */
const FEW = 100;
/** How many athletes are marked in the time in which one is weighed. */
const MARKED_PER_WEIGHED = 20;

/** One query under way. */
export class Search {
  complete = true;
  readonly #index: DirectoryIndex;
  readonly #best: BestRows;
  readonly #filter: RowFilter;
  readonly #seen: Uint8Array;
  readonly #marked: RowSet;
  readonly #touched: number[] = [];
  readonly #make: MakeWord;
  #readings: readonly Reading[] = [];
  #missing = 0;

  constructor(
    index: DirectoryIndex,
    { best, filter, seen, marked, make }: {
      best: BestRows;
      filter: RowFilter;
      /** By athlete: 1 = was weighed. */
      seen: Uint8Array;
      marked: RowSet;
      make: MakeWord;
    },
  ) {
    this.#index = index;
    this.#best = best;
    this.#filter = filter;
    this.#seen = seen;
    this.#marked = marked;
    this.#make = make;
  }

  /** Everybody who passes the filters, for a query without words. */
  addAll(): void {
    for (const row of this.#filter.rows ?? []) {
      if (this.#filter.passes(row)) this.#best.add({ row, order: 0, reading: 0 });
    }
  }

  run(words: readonly string[]): void {
    const readings = new Readings(words, { index: this.#index, make: this.#make });
    this.#readings = readings.all;
    for (const stage of [0, 1, 2] as const) {
      if (words.length > 1 && stage < 2) readings.join(stage);
      if (stage === 1) readings.split();
      for (let at = 0; at < readings.all.length; at++) this.#runReading(at, stage);
      if (stage === 0 && this.#best.total >= ENOUGH) return;
      if (stage === 1 && this.#best.least <= words.length * GOOD) return;
    }
    if (this.#best.total > 0) return;
    this.#missing = 1;
    for (let at = 0; at < readings.all.length; at++) {
      const reading = readings.all[at] ?? [];
      if (reading.length > 1) this.#runWithout(reading, at);
    }
  }

  /**
   * Everybody whose name holds a word as it is, those first whose name begins with it: they follow
   * one another in the index, the active ones before the others, so that the first of them are the
   * best.
   */
  runWhole(letters: string): void {
    const word = this.#make(letters, { open: false, glued: 0 });
    if (word === null) return;
    word.reach(0, { alone: true });
    const typed = [word];
    this.#readings = [typed];
    const [id] = word.touched;
    if (id === undefined) return;
    const { active } = this.#index.data;
    let left = MAX_WEIGHED_ALONE;
    const weigh = (row: number) => {
      this.#weigh(row, typed, 0);
      if (--left === 0) this.complete = false;
      return left > 0;
    };
    for (const [first, end] of [[0, active], [active, this.#index.size]] as const) {
      const last = this.#firstFrom(id + 1, first, end);
      for (let row = this.#firstFrom(id, first, end); row < last; row++) if (!weigh(row)) return;
    }
    for (const row of this.#athletesOf(id, id + 1)) {
      if (this.#index.firstWord(row) !== id && !weigh(row)) return;
    }
  }

  #runReading(at: number, stage: Stage): void {
    const reading = this.#readings[at] ?? [];
    const alone = reading.length === 1;
    const abbreviates = reading.some(({ word }) => word.length === 1);
    for (const word of reading) word.reach(stage, { alone, abbreviates });
    if (stage === 2 && !alone) this.#lookAround(reading);
    if (reading.every((word) => word.answered)) this.#collect(reading, at);
  }

  /**
   * Forgives more slips in each word, among the names of those who answer another: few enough to
   * look at each.
   */
  #lookAround(reading: Reading): void {
    const { entries } = this.#index.data;
    for (const word of reading) {
      const wider = word.wider(false);
      const beside = reading.filter((other) => other !== word && other.postings > 0);
      const [first] = beside;
      if (wider.length === 0 || first === undefined) continue;
      const rarest = beside.reduce((a, b) => b.postings < a.postings ? b : a, first);
      if (rarest.postings > MAX_LOOKED_AROUND) continue;
      const look = (row: number) => {
        const end = entries.starts[row + 1] ?? 0;
        for (let at = entries.starts[row] ?? 0; at < end; at++) {
          const id = entryWord(entries.values[at] ?? 0);
          if (word.costOf(id) !== 0) continue;
          for (const { nearness, penalty } of wider) {
            if (this.#index.isNear(id, nearness)) word.answer(id, penalty);
          }
        }
      };
      for (const id of rarest.touched) this.#athletesOf(id, id + 1).forEach(look);
      this.#athletesOf(rarest.from, rarest.to).forEach(look);
    }
  }

  /**
   * Everybody who answers a word, where to mark them all is less work than to weigh so many who may
   * not; else null.
   */
  #answering(word: TypedWord, weighed: number): RowSet | null {
    if (weighed < FEW || word.answers > weighed * MARKED_PER_WEIGHED) return null;
    const rows = this.#marked;
    rows.clear();
    for (const id of word.touched) rows.addAll(this.#athletesOf(id, id + 1));
    for (const club of word.clubs.keys()) rows.addAll(this.#membersOf(club));
    rows.addAll(this.#athletesOf(word.from, word.to));
    return rows;
  }

  /** Athletes of a club. */
  #membersOf(club: number): Uint32Array {
    const { starts, values } = this.#index.data.members;
    return values.subarray(starts[club - 1] ?? 0, starts[club] ?? 0);
  }

  /** Athletes with one of some neighbouring words in their name. */
  #athletesOf(from: number, to: number): Uint32Array {
    const { starts, values } = this.#index.data.postings;
    return values.subarray(starts[from] ?? 0, starts[to] ?? 0);
  }

  /**
   * One word may stay without an answer, so long as the others are the greater part of what was
   * typed.
   */
  #runWithout(reading: Reading, at: number): void {
    const letters = reading.reduce((sum, { word }) => sum + word.length, 0);
    for (const without of reading) {
      if (without.word.length * 2 >= letters) continue;
      const others = reading.filter((word) => word !== without);
      if (others.every((word) => word.answered)) this.#collect(reading, at, others);
    }
  }

  /**
   * Weighs everybody who answers the word that fewest answer, and the next one where that is
   * quickly told.
   */
  #collect(reading: Reading, at: number, necessary: Reading = reading): void {
    const typed = reading.toSorted((a, b) => b.word.length - a.word.length);
    const [rarest, next] = necessary.toSorted((a, b) => a.answers - b.answers);
    if (rarest === undefined) return;
    const { rows } = this.#filter;
    if (rows !== null && rows.length <= rarest.answers) {
      for (const row of rows) this.#weigh(row, typed, at);
      return;
    }
    const both = next === undefined ? null : this.#answering(next, rarest.answers);
    let left = MAX_WEIGHED;
    const weighAll = (list: Uint32Array) => {
      for (const row of list) {
        if (both !== null && !both.has(row)) continue;
        if (left-- <= 0) {
          this.complete = false;
          return;
        }
        this.#weigh(row, typed, at);
      }
    };
    for (const id of rarest.touched) weighAll(this.#athletesOf(id, id + 1));
    for (const club of rarest.clubs.keys()) weighAll(this.#membersOf(club));
    if (rarest.to <= rarest.from) return;
    const rest = this.#athletesOf(rarest.from, rarest.to);
    // Of a mere beginning everybody is an equal answer: the first some thousand are as good as all.
    const most = reading.length === 1 ? Math.min(left, MAX_WEIGHED_ALONE) : left;
    if (rest.length <= most || both !== null) weighAll(rest);
    else this.#weighSurnames(rarest, { typed, at, most });
  }

  /**
   * Athletes whose name begins so, where a beginning is that of too many words: they follow one
   * another in the index, the active ones first, so that the first of them are the best.
   */
  #weighSurnames(
    { from, to }: TypedWord,
    { typed, at, most }: { typed: readonly TypedWord[]; at: number; most: number },
  ): void {
    const { active } = this.#index.data;
    let left = most;
    this.complete = false;
    for (const [first, end] of [[0, active], [active, this.#index.size]] as const) {
      const last = this.#firstFrom(to, first, end);
      for (let row = this.#firstFrom(from, first, end); row < last && left > 0; row++) {
        // Who does not pass costs next to nothing.
        if (!this.#filter.passes(row)) continue;
        left--;
        this.#weigh(row, typed, at);
      }
    }
  }

  /** First athlete of a stretch whose name begins with this word or a later one. */
  #firstFrom(word: number, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#index.firstWord(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #weigh(row: number, typed: readonly TypedWord[], at: number): void {
    if (this.#seen[row] !== 0 || !this.#filter.passes(row)) return;
    const order = weigh(this.#index, row, { typed, missing: this.#missing });
    if (order === -1) return;
    this.#seen[row] = 1;
    this.#touched.push(row);
    this.#best.add({ row, order, reading: at });
  }

  explain({ row, reading }: FoundRow): Answer[] {
    const answers: Answer[] = [];
    const typed = (this.#readings[reading] ?? []).toSorted((a, b) => b.word.length - a.word.length);
    weigh(this.#index, row, { typed, missing: typed.length, answers });
    return answers;
  }

  clear(): void {
    for (const row of this.#touched) this.#seen[row] = 0;
  }
}
