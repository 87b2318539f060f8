import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import type { ClubWordData } from "./club_words.ts";
import type { IndexedClub } from "./index_data.ts";
import { Interner } from "./interner.ts";
import { buildLists, type Lists } from "./lists.ts";
import { DeletionIndex } from "./deletion_index.ts";
import { sortVocabulary, Vocabulary } from "./vocabulary.ts";

/** Finds clubs by a word of their name, or by their number. Clubs are numbered from 1. */
export class ClubIndex {
  readonly #numbers: Map<string, number>;
  readonly #vocabulary: Vocabulary;
  readonly #clubs: Lists;
  readonly #deletions: DeletionIndex;

  /** @param data What {@linkcode ClubIndex.build} made of these clubs. */
  constructor(clubs: readonly IndexedClub[], data: ClubWordData) {
    this.#numbers = new Map(clubs.map(({ ffaNumber }, index) => [ffaNumber, index + 1]));
    this.#vocabulary = new Vocabulary(data.words.text, data.words.starts);
    this.#clubs = data.clubs;
    this.#deletions = new DeletionIndex(this.#vocabulary, data.deletions);
  }

  static build(clubs: readonly IndexedClub[]): ClubWordData {
    const interner = new Interner();
    const encoder = new TextEncoder();
    const words = clubs.map(({ name }) =>
      normalizeName(name).split(" ").filter((word) => word !== "").map((word) => {
        const bytes = encoder.encode(word);
        return interner.intern(bytes, 0, bytes.length);
      })
    );
    const { vocabulary, rank } = sortVocabulary(interner);
    return {
      words: { text: vocabulary.text, starts: vocabulary.starts },
      clubs: buildLists(
        vocabulary.size,
        (add) => words.forEach((ids, index) => ids.forEach((id) => add(rank[id] ?? 0, index + 1))),
      ),
      deletions: DeletionIndex.build(vocabulary),
    };
  }

  /** The club with a federation number, or 0. */
  withNumber(number: string): number {
    return this.#numbers.get(number) ?? 0;
  }

  /** Clubs that have the word in their name. */
  withWord(word: Uint8Array): Iterable<number> {
    const id = this.#vocabulary.find(word);
    return id === -1 ? [] : this.#of(id, id + 1);
  }

  /** Clubs that have a word beginning so in their name. */
  withBeginning(beginning: Uint8Array): Iterable<number> {
    return this.#of(...this.#vocabulary.range(beginning));
  }

  /** Clubs that have a word one typo away in their name. */
  withTypo(word: Uint8Array): number[] {
    const clubs: number[] = [];
    for (const id of this.#deletions.find(word)) clubs.push(...this.#of(id, id + 1));
    return clubs;
  }

  #of(from: number, to: number): Uint32Array {
    const { starts, values } = this.#clubs;
    return values.subarray(starts[from] ?? 0, starts[to] ?? 0);
  }
}
