import { hashBytes, spread } from "./interner.ts";
import { buildLists, type Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Multiplier of `hashBytes`: hashes of words with a letter left out follow from it without reading them again. */
const BASE = 0x01000193;

/** Longest word whose neighbours are kept; what is longer is found whole or by its beginning. */
const LONGEST = 24;

const powers = new Int32Array(LONGEST + 2);
powers[0] = 1;
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1] ?? 0, BASE);

/** Calls back with the hash of the word and of the word with each one letter left out. */
function eachNeighbour(
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

/**
 * Finds words one slip away (a letter put in, left out, changed, or two neighbours swapped; the first letter like
 * any other): words that have a neighbour by leaving out one letter in common. One table of word numbers by hash.
 */
export class SlipIndex {
  readonly #vocabulary: Vocabulary;
  readonly #lists: Lists;
  readonly #mask: number;

  constructor(vocabulary: Vocabulary, lists: Lists) {
    this.#vocabulary = vocabulary;
    this.#lists = lists;
    this.#mask = lists.starts.length - 2;
  }

  static build(vocabulary: Vocabulary): Lists {
    let buckets = 1 << 10;
    while (buckets < vocabulary.text.length / 2) buckets *= 2;
    const { text, size } = vocabulary;
    return buildLists(buckets, (add) => {
      for (let id = 0; id < size; id++) {
        const from = vocabulary.start(id);
        const to = vocabulary.end(id);
        if (to - from > LONGEST) continue;
        eachNeighbour({ text, from, to }, (hash) => add(spread(hash) & (buckets - 1), id));
      }
    });
  }

  /** Numbers of the words exactly one slip away, each once. */
  find(word: Uint8Array): number[] {
    const found = new Set<number>();
    if (word.length > LONGEST) return [];
    eachNeighbour({ text: word, from: 0, to: word.length }, (hash) => {
      const bucket = spread(hash) & this.#mask;
      const { starts, values } = this.#lists;
      const end = starts[bucket + 1] ?? 0;
      for (let at = starts[bucket] ?? 0; at < end; at++) {
        const id = values[at] ?? 0;
        if (!found.has(id) && isOneSlip(word, this.#vocabulary, id)) found.add(id);
      }
    });
    return [...found];
  }
}

/** Whether a word of the vocabulary is exactly one slip away. */
export function isOneSlip(word: Uint8Array, vocabulary: Vocabulary, id: number): boolean {
  const { text } = vocabulary;
  const start = vocabulary.start(id);
  const length = vocabulary.end(id) - start;
  if (Math.abs(length - word.length) > 1) return false;
  const shorter = Math.min(length, word.length);
  let same = 0;
  while (same < shorter && word[same] === text[start + same]) same++;
  let tail = 0;
  while (
    tail < shorter - same && word[word.length - 1 - tail] === text[start + length - 1 - tail]
  ) tail++;
  const left = word.length - same - tail;
  const right = length - same - tail;
  if (left + right === 1 || (left === 1 && right === 1)) return true;
  return left === 2 && right === 2 && word[same] === text[start + same + 1] &&
    word[same + 1] === text[start + same];
}

/**
 * Fewest slips that make a word of the vocabulary, or with `begun` the best beginning of it, of what was typed;
 * counted up to two, then it is three.
 *
 * Rows of the table of distances are cut to the five fields that two slips can reach.
 */
export function slipsBetween(
  word: Uint8Array,
  { vocabulary, id, begun = false }: { vocabulary: Vocabulary; id: number; begun?: boolean },
): number {
  const { text } = vocabulary;
  const start = vocabulary.start(id);
  const length = vocabulary.end(id) - start;
  if (length < word.length - 2 || (!begun && length > word.length + 2)) return FAR;
  if (word.length >= SCRATCH[0].length) return FAR;
  let [older, last, row] = SCRATCH;
  for (let j = 0; j <= word.length; j++) last[j] = Math.min(j, FAR);
  let best = last[word.length] ?? FAR;
  for (let i = 1; i <= length && i <= word.length + 2; i++) {
    const letter = text[start + i - 1];
    const to = Math.min(word.length, i + 2);
    const from = Math.max(1, i - 2);
    row.fill(FAR, 0, word.length + 1);
    row[0] = Math.min(i, FAR);
    let least = row[0] ?? FAR;
    for (let j = from; j <= to; j++) {
      let value = (last[j - 1] ?? FAR) + (word[j - 1] === letter ? 0 : 1);
      value = Math.min(value, (last[j] ?? FAR) + 1, (row[j - 1] ?? FAR) + 1, FAR);
      if (i > 1 && j > 1 && word[j - 2] === letter && word[j - 1] === text[start + i - 2]) {
        value = Math.min(value, (older[j - 2] ?? FAR) + 1);
      }
      row[j] = value;
      if (value < least) least = value;
    }
    best = begun ? Math.min(best, row[word.length] ?? FAR) : row[word.length] ?? FAR;
    if (least >= FAR) return begun ? best : FAR;
    [older, last, row] = [last, row, older];
  }
  return best;
}

/** More slips than are forgiven. */
const FAR = 3;

const SCRATCH: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(96),
  new Uint8Array(96),
  new Uint8Array(96),
];
