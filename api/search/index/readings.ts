import { MAX_READINGS } from "./best_rows.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import type { Stage, TypedWord } from "./typed_word.ts";

/** One way to read a query: as these words. */
export type Reading = readonly TypedWord[];

/** Makes typed words, the same one for the same letters. */
export type MakeWord = (
  letters: string,
  options: { unfinished: boolean; joinedOrSplit: 0 | 1 },
) => TypedWord | null;

/** A word of a reading. */
interface Part {
  letters: string;
  unfinished: boolean;
  /** 1 = it was made of several typed words, or of a part of one. */
  joinedOrSplit: 0 | 1;
}

/** Neighbouring words that are read as one. */
interface Joint {
  /** Place of the first, and how many. */
  at: number;
  count: number;
  word: string;
  unfinished: boolean;
}

/**
 * Most ways in which one word is split: each is a reading to search, and the likeliest come first.
 */
const MAX_SPLITS = 4;
/** Shortest half of a split word: `Ly`, `Le`, `Wu` are names, one letter is an initial. */
const SPLIT_FROM = 2;
const encoder = new TextEncoder();

/**
 * The ways to read a query: as typed; with two or three neighbouring words as one (`le goff` for
 * `LEGOFF`); with one word as two (`martinjean`), or two letters as two initials (`jb`).
 */
export class Readings {
  readonly all: Reading[] = [];
  readonly #words: readonly string[];
  readonly #index: DirectoryIndex;
  readonly #makeWord: MakeWord;

  constructor(
    words: readonly string[],
    { index, makeWord }: { index: DirectoryIndex; makeWord: MakeWord },
  ) {
    this.#words = words;
    this.#index = index;
    this.#makeWord = makeWord;
    this.#add(
      words.map((letters, at) => ({
        letters,
        unfinished: at === words.length - 1,
        joinedOrSplit: 0,
      })),
    );
  }

  /**
   * Adds readings in which neighbours are one word, at one place or two, where the directory has
   * such a word at this stage.
   */
  join(stage: Stage): void {
    const words = this.#words;
    const joints: Joint[] = [];
    for (const count of [2, 3]) {
      for (let at = 0; at + count <= words.length; at++) {
        // Of two words only a short one is the unfinished beginning of a longer: `le gof`.
        const unfinished = at + count === words.length && (words[at]?.length ?? 0) <= 3 &&
          (words[at + count - 1]?.length ?? 0) > 1;
        const joint = { at, count, word: words.slice(at, at + count).join(""), unfinished };
        const word = this.#makeWord(joint.word, { unfinished, joinedOrSplit: 1 });
        word?.findMatches(stage, { alone: words.length === count });
        if (!word?.hasCandidates) continue;
        this.#addJoined([joint]);
        for (const earlier of joints) {
          if (earlier.at + earlier.count <= at) this.#addJoined([earlier, joint]);
          else if (at + count <= earlier.at) this.#addJoined([joint, earlier]);
        }
        joints.push(joint);
      }
    }
  }

  /** @param joints In the order of their places. */
  #addJoined(joints: readonly Joint[]): void {
    const words = this.#words;
    const parts: Part[] = [];
    let at = 0;
    const addUpTo = (end: number) => {
      for (; at < end; at++) {
        parts.push({
          letters: words[at] ?? "",
          unfinished: at === words.length - 1,
          joinedOrSplit: 0,
        });
      }
    };
    for (const joint of joints) {
      addUpTo(joint.at);
      parts.push({ letters: joint.word, unfinished: joint.unfinished, joinedOrSplit: 1 });
      at += joint.count;
    }
    addUpTo(words.length);
    this.#add(parts);
  }

  /** Adds readings in which a word that nobody has in their name stands for two. */
  split(): void {
    this.#words.forEach((word, at) => {
      if (word.length === 2) this.#replace(at, [word.slice(0, 1), word.slice(1)]);
      // Words are of one byte a letter; encoding each half of each split would take longer than to
      // look it up.
      const bytes = encoder.encode(word);
      if (word.length < 2 * SPLIT_FROM + 1 || this.#isWord(bytes)) return;
      let found = 0;
      // From the middle: halves of a name are of about the same length.
      const middle = word.length >> 1;
      for (let step = 0; step < word.length && found < MAX_SPLITS; step++) {
        const cut = middle + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
        if (cut < SPLIT_FROM || word.length - cut < SPLIT_FROM) continue;
        if (!this.#isWord(bytes.subarray(0, cut)) || !this.#isWord(bytes.subarray(cut))) continue;
        this.#replace(at, [word.slice(0, cut), word.slice(cut)]);
        found++;
      }
    });
  }

  #isWord(word: Uint8Array): boolean {
    return this.#index.vocabulary.find(word) !== -1;
  }

  #replace(at: number, halves: readonly [string, string]): void {
    const last = this.#words.length - 1;
    this.#add(
      this.#words.flatMap((letters, place): Part[] =>
        place === at
          ? halves.map((letters, half) => ({
            letters,
            unfinished: half === 1 && at === last,
            joinedOrSplit: 1,
          }))
          : [{ letters, unfinished: place === last, joinedOrSplit: 0 }]
      ),
    );
  }

  #add(parts: readonly Part[]): void {
    if (this.all.length >= MAX_READINGS) return;
    const words = parts.map(({ letters, unfinished, joinedOrSplit }) =>
      this.#makeWord(letters, { unfinished, joinedOrSplit })
    );
    const known = words.filter((word) => word !== null);
    if (known.length === words.length) this.all.push(known);
  }
}
