import { letterBits } from "./bits.ts";
import type { Interner } from "./interner.ts";
import { bytes, doubles, release, words } from "./build_memory.ts";

/** Letters that a sort key holds: as many as its base packs into the 53 bits of a number. */
const KEY_LETTERS = 10;

/** Digits of a sort key: 36 signs, and nothing, which sorts before all of them. */
const BASE = 37;
/** A byte of `0-9a-z` as a digit of a sort key. */
const digit = (byte: number) => byte >= 97 ? byte - 86 : byte - 47;

/** Letters by which the table of {@linkcode Vocabulary} tells where words begin so. */
const TABLE_LETTERS = 3;

/**
 * Distinct words in alphabetical order: a word's number is its place, and words of one beginning
 * follow one another.
 */
export class Vocabulary {
  /** Letters of all words, one behind the other. */
  readonly text: Uint8Array;
  /** Where each word begins; the next one's beginning is its end. */
  readonly starts: Uint32Array;
  readonly size: number;
  /**
   * By the first three letters as digits: the first word that begins so or sorts behind. It spares
   * most steps of a search, each of which waits for the memory: 0.2 MB a thread.
   */
  readonly #table: Uint32Array;

  constructor(text: Uint8Array, starts: Uint32Array) {
    this.text = text;
    this.starts = starts;
    this.size = starts.length - 1;
    this.#table = new Uint32Array(BASE ** TABLE_LETTERS + 1).fill(this.size);
    let filled = 0;
    for (let id = 0; id < this.size; id++) {
      let key = 0;
      for (let place = 0; place < TABLE_LETTERS; place++) {
        const letter = this.letterAt(id, place);
        key = key * BASE + (letter === 0 ? 0 : digit(letter));
      }
      while (filled <= key) this.#table[filled++] = id;
    }
  }

  start(id: number): number {
    return this.starts[id] ?? 0;
  }

  end(id: number): number {
    return this.starts[id + 1] ?? 0;
  }

  length(id: number): number {
    return this.end(id) - this.start(id);
  }

  /** By word: the letters it is made of, one bit each. */
  letterBits(): Uint32Array {
    const letters = words(this.size);
    for (let id = 0; id < letters.length; id++) {
      letters[id] = letterBits(this.text, this.start(id), this.end(id));
    }
    return letters;
  }

  word(id: number): Uint8Array {
    return this.text.subarray(this.start(id), this.end(id));
  }

  /** The word's number, or -1. */
  find(word: Uint8Array): number {
    const [from, to] = this.#begunBy(word);
    const id = this.#lowerBound(word, { after: 0, from, to });
    return id < this.size && this.length(id) === word.length && this.startsWith(id, word) ? id : -1;
  }

  /** Words that begin so: numbers from the first up to, but without, the second. */
  range(beginning: Uint8Array): [from: number, to: number] {
    const [from, to] = this.#begunBy(beginning);
    if (beginning.length <= TABLE_LETTERS) return [from, to];
    const first = this.#lowerBound(beginning, { after: 0, from, to });
    return [first, this.#lowerBound(beginning, { after: 1, from: first, to })];
  }

  /** Words that share with one all of its letters that the table knows. */
  #begunBy(word: Uint8Array): [from: number, to: number] {
    let key = 0;
    let width = 1;
    for (let place = 0; place < TABLE_LETTERS; place++) {
      const letter = word[place];
      key = key * BASE + (letter === undefined ? 0 : digit(letter));
      if (letter === undefined) width *= BASE;
    }
    return [this.#table[key] ?? this.size, this.#table[key + width] ?? this.size];
  }

  startsWith(id: number, beginning: Uint8Array): boolean {
    const start = this.start(id);
    if (this.end(id) - start < beginning.length) return false;
    for (let at = 0; at < beginning.length; at++) {
      if (this.text[start + at] !== beginning[at]) return false;
    }
    return true;
  }

  /** The letter of a word at a place, from 0; 0 behind its end. */
  letterAt(id: number, place: number): number {
    const at = this.start(id) + place;
    return at < this.end(id) ? this.text[at] ?? 0 : 0;
  }

  /** Of neighbouring words that share the letters before a place, those with a letter at it. */
  narrow(
    [from, to]: readonly [from: number, to: number],
    place: number,
    letter: number,
  ): [from: number, to: number] {
    const first = this.#firstWithLetter(from, to, { place, letter });
    return [first, this.#firstWithLetter(first, to, { place, letter: letter + 1 })];
  }

  /** First of such words that has this letter or a later one at the place. */
  #firstWithLetter(
    from: number,
    to: number,
    { place, letter }: { place: number; letter: number },
  ): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.letterAt(middle, place) < letter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Of some neighbouring words, the first not before `word` in order; with `after`, the first
   * behind all that begin with it.
   */
  #lowerBound(
    word: Uint8Array,
    { after, from, to }: { after: 0 | 1; from: number; to: number },
  ): number {
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#compare(middle, word) < after) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Below 0 when the word sorts before, 0 when it begins so, above 0 when it sorts behind. */
  #compare(id: number, word: Uint8Array): number {
    const start = this.start(id);
    const length = this.end(id) - start;
    for (let at = 0; at < word.length; at++) {
      if (at >= length) return -1;
      const difference = (this.text[start + at] ?? 0) - (word[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/**
 * Puts words into alphabetical order.
 *
 * @returns The vocabulary, and by a word's number in the interner its number there.
 */
export function sortVocabulary(interner: Interner): { vocabulary: Vocabulary; rank: Uint32Array } {
  const { size } = interner;
  const { text, starts } = interner.take();
  const keys = doubles(size);
  for (let id = 0; id < size; id++) {
    const start = starts[id] ?? 0;
    const end = starts[id + 1] ?? 0;
    let key = 0;
    for (let at = 0; at < KEY_LETTERS; at++) {
      key = key * BASE + (start + at < end ? digit(text[start + at] ?? 0) : 0);
    }
    keys[id] = key;
  }
  const order = words(size);
  for (let id = 0; id < size; id++) order[id] = id;
  order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || compareTails(text, starts, a, b));
  const sorted = bytes(text.length);
  const sortedStarts = words(size + 1);
  const rank = words(size);
  let length = 0;
  for (let place = 0; place < size; place++) {
    const id = order[place] ?? 0;
    rank[id] = place;
    sorted.set(text.subarray(starts[id] ?? 0, starts[id + 1] ?? 0), length);
    length += (starts[id + 1] ?? 0) - (starts[id] ?? 0);
    sortedStarts[place + 1] = length;
  }
  for (const used of [text, starts, keys, order]) release(used);
  return { vocabulary: new Vocabulary(sorted, sortedStarts), rank };
}

/** Order of two words whose first ten letters are the same. */
function compareTails(text: Uint8Array, starts: Uint32Array, a: number, b: number): number {
  const startA = starts[a] ?? 0;
  const startB = starts[b] ?? 0;
  const lengthA = (starts[a + 1] ?? 0) - startA;
  const lengthB = (starts[b + 1] ?? 0) - startB;
  for (let at = KEY_LETTERS; at < Math.min(lengthA, lengthB); at++) {
    const difference = (text[startA + at] ?? 0) - (text[startB + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
