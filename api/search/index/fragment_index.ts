import { buildLists, type Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Signs of a word: ten digits and 26 letters. */
const SIGNS = 36;
const sign = (byte: number) => byte >= 97 ? byte - 87 : byte - 48;

function trigram(text: Uint8Array, at: number): number {
  return (sign(text[at] ?? 48) * SIGNS + sign(text[at + 1] ?? 48)) * SIGNS +
    sign(text[at + 2] ?? 48);
}

/**
 * Finds words that hold a piece of at least three letters, by the rarest three letters in a row.
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
    return buildLists(SIGNS ** 3, (add) => {
      for (let id = 0; id < size; id++) {
        const last = vocabulary.end(id) - 3;
        // The beginning is found by the order of the words.
        for (let at = vocabulary.start(id) + 1; at <= last; at++) add(trigram(text, at), id);
      }
    });
  }

  /** Numbers of the words that hold the piece behind their first letter, each once, in order. */
  find(piece: Uint8Array): number[] {
    if (piece.length < 3) return [];
    const { starts, values } = this.#lists;
    let rarest = 0;
    let fewest = Infinity;
    for (let at = 0; at + 3 <= piece.length; at++) {
      const gram = trigram(piece, at);
      const count = (starts[gram + 1] ?? 0) - (starts[gram] ?? 0);
      if (count < fewest) [rarest, fewest] = [gram, count];
    }
    const found: number[] = [];
    const end = starts[rarest + 1] ?? 0;
    let before = -1;
    for (let at = starts[rarest] ?? 0; at < end; at++) {
      const id = values[at] ?? 0;
      if (id !== before && this.placeIn(id, piece) > 0) found.push(id);
      before = id;
    }
    return found;
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
