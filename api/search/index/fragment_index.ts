import { buildLists, type Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Letters in a row by which words are listed. */
const GRAM = 3;
/** So many words of a list are read in the time of a look at the letters of one. */
const READ_PER_LOOK = 16;
/** Signs of a word: ten digits and 26 letters. */
const SIGNS = 36;
const sign = (byte: number) => byte >= 97 ? byte - 87 : byte - 48;

function trigram(text: Uint8Array, at: number): number {
  return (sign(text[at] ?? 48) * SIGNS + sign(text[at + 1] ?? 48)) * SIGNS +
    sign(text[at + 2] ?? 48);
}

/**
 * Finds words that hold a piece of at least three letters, by the rarest three letters in a row and
 * the next rarest.
 */
export class FragmentIndex {
  readonly #vocabulary: Vocabulary;
  readonly #lists: Lists;

  constructor(vocabulary: Vocabulary, lists: Lists) {
    this.#vocabulary = vocabulary;
    this.#lists = lists;
  }

  static build(vocabulary: Vocabulary): Lists {
    const { text, size } = vocabulary;
    return buildLists(SIGNS ** GRAM, (add) => {
      for (let id = 0; id < size; id++) {
        const last = vocabulary.end(id) - GRAM;
        // The beginning is found by the order of the words.
        for (let at = vocabulary.start(id) + 1; at <= last; at++) add(trigram(text, at), id);
      }
    });
  }

  /**
   * Numbers of the words that hold the piece behind their first letter, each once, in order; none
   * where more than `most` words do.
   */
  find(piece: Uint8Array, most: number): number[] {
    if (piece.length < GRAM) return [];
    const [rarest, next] = this.#rarestOf(piece);
    if (rarest === undefined) return [];
    const others = next !== undefined && next.length < rarest.length * READ_PER_LOOK ? next : null;
    const found: number[] = [];
    let before = -1;
    let place = 0;
    for (const id of rarest) {
      if (id === before) continue;
      before = id;
      if (others !== null) {
        while (place < others.length && (others[place] ?? 0) < id) place++;
        if (others[place] !== id) continue;
      }
      // Of three letters the list is all that there is to know.
      if (piece.length !== GRAM && this.placeIn(id, piece) < 0) continue;
      if (found.length === most) return [];
      found.push(id);
    }
    return found;
  }

  /** Words with three letters of a piece: those of the rarest three, and of the next rarest. */
  #rarestOf(piece: Uint8Array): Uint32Array[] {
    const { starts, values } = this.#lists;
    const grams = new Set<number>();
    for (let at = 0; at + GRAM <= piece.length; at++) grams.add(trigram(piece, at));
    return Array.from(grams, (gram) => values.subarray(starts[gram] ?? 0, starts[gram + 1] ?? 0))
      .sort((a, b) => a.length - b.length);
  }

  /** Where in a word the piece begins, or -1. */
  placeIn(id: number, piece: Uint8Array): number {
    const { text } = this.#vocabulary;
    const start = this.#vocabulary.start(id);
    const last = this.#vocabulary.end(id) - start - piece.length;
    for (let at = 1; at <= last; at++) {
      let same = 0;
      while (same < piece.length && text[start + at + same] === piece[same]) same++;
      if (same === piece.length) return at;
    }
    return -1;
  }
}
