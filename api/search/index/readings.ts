import { MAX_READINGS } from "./best_rows.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import type { Stage, TypedWord } from "./typed_word.ts";

/** One way to read a query: as these words. */
export type Reading = readonly TypedWord[];

/** Makes typed words, the same one for the same letters. */
export type MakeWord = (
  letters: string,
  options: { open: boolean; glued: 0 | 1 },
) => TypedWord | null;

/** Most ways in which one word is taken apart. */
const MAX_SPLITS = 4;
/** Shortest part of a word that is taken apart. */
const SPLIT_FROM = 2;
const encoder = new TextEncoder();

/**
 * The ways to read a query: as typed; with two or three neighbouring words as one (`le goff` for `LEGOFF`); with
 * one word as two (`martinjean`), or two letters as two initials (`jb`).
 */
export class Readings {
  readonly all: Reading[] = [];
  readonly #words: readonly string[];
  readonly #index: DirectoryIndex;
  readonly #make: MakeWord;

  constructor(
    words: readonly string[],
    { index, make }: { index: DirectoryIndex; make: MakeWord },
  ) {
    this.#words = words;
    this.#index = index;
    this.#make = make;
    this.#add(words.map((word, at) => ({ word, open: at === words.length - 1 })), -1);
  }

  /** Readings in which words stand together, where that answers something at this stage. */
  join(stage: Stage): void {
    const words = this.#words;
    for (const count of [2, 3]) {
      for (let at = 0; at + count <= words.length; at++) {
        // Of two words only a short one is the unfinished beginning of a longer: `le gof`.
        const open = at + count === words.length && (words[at]?.length ?? 0) <= 3 &&
          (words[at + count - 1]?.length ?? 0) > 1;
        const joined = words.slice(at, at + count).join("");
        const word = this.#make(joined, { open, glued: 1 });
        word?.reach(stage, { alone: words.length === count });
        if (!word?.answered) continue;
        this.#add([
          ...words.slice(0, at).map((word) => ({ word, open: false })),
          { word: joined, open },
          ...words.slice(at + count).map((word, after) => ({
            word,
            open: at + count + after === words.length - 1,
          })),
        ], at);
      }
    }
  }

  /** Readings in which a word that is no name stands for two. */
  split(): void {
    this.#words.forEach((word, at) => {
      if (word.length === 2) this.#replace(at, [word.slice(0, 1), word.slice(1)]);
      if (word.length < 2 * SPLIT_FROM + 1 || this.#isWord(word)) return;
      let found = 0;
      // From the middle: halves of a name are of about the same length.
      const middle = word.length >> 1;
      for (let step = 0; step < word.length && found < MAX_SPLITS; step++) {
        const cut = middle + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
        if (cut < SPLIT_FROM || word.length - cut < SPLIT_FROM) continue;
        const parts = [word.slice(0, cut), word.slice(cut)] as const;
        if (!parts.every((part) => this.#isWord(part))) continue;
        this.#replace(at, parts);
        found++;
      }
    });
  }

  #isWord(word: string): boolean {
    return this.#index.vocabulary.find(encoder.encode(word)) !== -1;
  }

  #replace(at: number, parts: readonly [string, string]): void {
    const words = this.#words;
    this.#add(
      words.flatMap((word, place) => {
        if (place !== at) return [{ word, open: place === words.length - 1 }];
        return parts.map((word, part) => ({ word, open: part === 1 && at === words.length - 1 }));
      }),
      at,
    );
  }

  /** @param changed Place of the word that is not as typed. */
  #add(parts: readonly { word: string; open: boolean }[], changed: number): void {
    if (this.all.length >= MAX_READINGS) return;
    const joined = parts.length < this.#words.length;
    const words = parts.map(({ word, open }, at) =>
      this.#make(word, {
        open,
        glued: changed !== -1 && (at === changed || (!joined && at === changed + 1)) ? 1 : 0,
      })
    );
    const known = words.filter((word) => word !== null);
    if (known.length === words.length) this.all.push(known);
  }
}
