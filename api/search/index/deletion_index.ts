import { editDistance } from "./edit_distance.ts";
import { hashBytes, spread } from "./interner.ts";
import { buildLists, type Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Multiplier of `hashBytes`: hashes of words with a letter left out follow from it without reading
 * them again.
 */
const BASE = 0x01000193;

/**
 * Longest word whose deletions are kept: each of its letters costs an entry. What is longer is
 * found whole or by its beginning.
 */
const LONGEST = 24;

const powers = new Int32Array(LONGEST + 2);
powers[0] = 1;
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1] ?? 0, BASE);

/** Calls back with the hash of the word, and of the word with each one of its letters left out. */
function eachDeletion(
  { text, from, to }: { text: Uint8Array; from: number; to: number },
  visit: (hash: number) => void,
): void {
  const length = to - from;
  const whole = hashBytes(text, from, to);
  visit(whole);
  let before = 0;
  let upTo = 0;
  for (let at = 0; at < length; at++) {
    const byte = text[from + at] ?? 0;
    upTo = (Math.imul(upTo, BASE) + byte) | 0;
    // Of a doubled letter, leaving out the one or the other makes the same word.
    if (at === 0 || byte !== text[from + at - 1]) {
      const rest = (whole - Math.imul(upTo, powers[length - at - 1] ?? 0)) | 0;
      visit((Math.imul(before, powers[length - at - 1] ?? 0) + rest) | 0);
    }
    before = upTo;
  }
}

/*
 * A word of a list: its number in 24 bits, and in the others eight more bits of the hash it was put
 * there by. They tell all but one in 256 words that are in one list by chance apart, without a look
 * at the words.
 */
const WORD = 0xffffff;
const mark = (spreadHash: number) => spreadHash & ~WORD;

/**
 * Finds words one typo away (a letter put in, left out, changed, or two neighbours swapped; the
 * first letter like any other). Two such words become the same when one letter is left out of one
 * or both, so a table of words by the hash of each deletion holds all candidates.
 */
export class DeletionIndex {
  readonly #vocabulary: Vocabulary;
  readonly #lists: Lists;
  readonly #mask: number;

  /** @param lists What {@linkcode DeletionIndex.build} made of the vocabulary. */
  constructor(vocabulary: Vocabulary, lists: Lists) {
    this.#vocabulary = vocabulary;
    this.#lists = lists;
    this.#mask = lists.starts.length - 2;
  }

  static build(vocabulary: Vocabulary): Lists {
    let buckets = 1 << 10;
    // There are about as many deletions as letters: at most two or so in a bucket.
    while (buckets < vocabulary.text.length / 2) buckets *= 2;
    const { text, size } = vocabulary;
    return buildLists(buckets, (add) => {
      for (let id = 0; id < size; id++) {
        const from = vocabulary.start(id);
        const to = vocabulary.end(id);
        if (to - from > LONGEST) continue;
        eachDeletion({ text, from, to }, (hash) => {
          const place = spread(hash);
          add(place & (buckets - 1), (mark(place) | id) >>> 0);
        });
      }
    });
  }

  /** Numbers of the words exactly one typo away, each once. */
  find(word: Uint8Array): number[] {
    const found: number[] = [];
    if (word.length > LONGEST) return found;
    const { starts, values } = this.#lists;
    eachDeletion({ text: word, from: 0, to: word.length }, (hash) => {
      const place = spread(hash);
      const bucket = place & this.#mask;
      const own = mark(place);
      const end = starts[bucket + 1] ?? 0;
      for (let at = starts[bucket] ?? 0; at < end; at++) {
        const value = values[at] ?? 0;
        if (mark(value) !== own) continue;
        const id = value & WORD;
        if (!found.includes(id) && this.#isOneTypo(word, id)) found.push(id);
      }
    });
    return found;
  }

  /** Two words without a letter each may be the same and the words two typos apart. */
  #isOneTypo(word: Uint8Array, id: number): boolean {
    const { text } = this.#vocabulary;
    const from = this.#vocabulary.start(id);
    const to = this.#vocabulary.end(id);
    return editDistance(word, { text, from, to, most: 1 }) === 1;
  }
}
