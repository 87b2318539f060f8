import type { AthleteRow } from "../../repositories/athlete.ts";
import { editDistance } from "./edit_distance.ts";
import { wordsBeginningNear } from "./beginning_typos.ts";
import { countBits } from "./bits.ts";
import { ClubIndex } from "./club_index.ts";
import { FragmentIndex } from "./fragment_index.ts";
import {
  entryWord,
  ffaIdSlot,
  type IndexData,
  type IndexedClub,
  packFfaId,
  SEXES,
  unpackFfaId,
  unpackYear,
} from "./index_data.ts";
import type { Numbers } from "./build_memory.ts";
import type { Lists } from "./lists.ts";
import { DeletionIndex } from "./deletion_index.ts";
import { PhoneticIndex } from "./phonetic_index.ts";
import { Vocabulary } from "./vocabulary.ts";

const decoder = new TextDecoder();

/** What a word of the vocabulary is compared with, and how close it must be. */
export interface Nearness {
  word: Uint8Array;
  /** `letterBits` of the word. */
  bits: number;
  /** Most typos. */
  most: number;
  /** The word may be the beginning of one of the vocabulary. */
  begun: boolean;
}

/** Values of neighbouring lists. */
function stretch({ starts, values }: Lists, from: number, to: number): Uint32Array {
  return values.subarray(starts[from] ?? 0, starts[to] ?? 0);
}

/** Everything a search looks up, over the arrays of an index. */
export class DirectoryIndex {
  readonly data: IndexData;
  readonly vocabulary: Vocabulary;
  readonly deletions: DeletionIndex;
  readonly phonetic: PhoneticIndex;
  readonly fragments: FragmentIndex;
  readonly clubs: ClubIndex;

  constructor(data: IndexData) {
    this.data = data;
    this.vocabulary = new Vocabulary(data.words.text, data.words.starts);
    this.deletions = new DeletionIndex(this.vocabulary, data.deletions);
    this.phonetic = new PhoneticIndex(data.phonetic);
    this.fragments = new FragmentIndex(this.vocabulary, data.fragments);
    this.clubs = new ClubIndex(data.clubs, data.clubWords);
  }

  get size(): number {
    return this.data.size;
  }

  /** The club with a federation number. */
  clubWith(number: string): IndexedClub | null {
    return this.data.clubs[this.clubs.withNumber(number) - 1] ?? null;
  }

  /** The athlete with a federation id, or -1. */
  withFfaId(text: string): number {
    const packed = packFfaId(Number(text), text.length);
    const { byFfaId, columns } = this.data;
    const mask = byFfaId.length - 1;
    let slot = ffaIdSlot(packed, mask);
    for (let row; (row = byFfaId[slot] ?? 0) !== 0; slot = (slot + 1) & mask) {
      if (columns.ffaId[row - 1] === packed) return row - 1;
    }
    return -1;
  }

  /** Bytes of memory that the arrays take. */
  get bytes(): number {
    let sum = 0;
    const count = (value: unknown): void => {
      if (ArrayBuffer.isView(value)) sum += value.byteLength;
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(count);
    };
    count(this.data);
    return sum;
  }

  /** Athletes with one of some neighbouring words in their name; who has two is there twice. */
  athletesOf(from: number, to: number): Uint32Array {
    return stretch(this.data.postings, from, to);
  }

  /** Those of them in whose name it stands for several words, written as one. */
  athletesWithJoined(from: number, to: number): Uint32Array {
    return stretch(this.data.joined, from, to);
  }

  /** How many {@linkcode athletesOf} has. */
  countOf(from: number, to: number): number {
    const { starts } = this.data.postings;
    return (starts[to] ?? 0) - (starts[from] ?? 0);
  }

  /** Athletes of a club. */
  membersOf(club: number): Uint32Array {
    return stretch(this.data.members, club - 1, club);
  }

  /**
   * How few people have a word in their name, in powers of two: 0 for the most frequent, 15 for a
   * word that one has.
   */
  rareness(id: number): number {
    return Math.max(0, Math.clz32(this.countOf(id, id + 1)) - 16);
  }

  /** Whether a word of the vocabulary is that close. */
  isNear(id: number, { word, bits, most, begun }: Nearness): boolean {
    const own = this.data.letters[id] ?? 0;
    // A typo adds one letter that the word lacks at most, and drops one that it has.
    if (countBits(bits & ~own) > most) return false;
    if (!begun && countBits(own & ~bits) > most) return false;
    return this.#isSpeltNear(id, { word, most, begun });
  }

  #isSpeltNear(id: number, { word, most, begun }: Omit<Nearness, "bits">): boolean {
    const { text } = this.vocabulary;
    const from = this.vocabulary.start(id);
    const to = this.vocabulary.end(id);
    return editDistance(word, { text, from, to, most, begun }) <= most;
  }

  /**
   * Words of the vocabulary that are that close. For one typo they are looked up, for the beginning
   * of a word with one its tree is walked; for two typos each word is looked at.
   */
  near(nearness: Nearness): number[] {
    const { word } = nearness;
    if (nearness.most === 1) {
      if (nearness.begun) return wordsBeginningNear(this.vocabulary, word);
      const own = this.vocabulary.find(word);
      const near = this.deletions.find(word);
      return (own === -1 ? near : [own, ...near]).sort((a, b) => a - b);
    }
    const found: number[] = [];
    const { letters } = this.data;
    const { bits, most } = nearness;
    const { begun } = nearness;
    // Two comparisons of letters rule out 98 words of 100, so that these alone are made for each:
    // a call, even of one that counts bits, takes longer than both.
    for (let id = 0; id < letters.length; id++) {
      const own = letters[id] ?? 0;
      let lacking = bits & ~own;
      let more = begun ? 0 : own & ~bits;
      for (let typo = 0; typo < most; typo++) {
        lacking &= lacking - 1;
        more &= more - 1;
      }
      if ((lacking | more) === 0 && this.#isSpeltNear(id, nearness)) found.push(id);
    }
    return found;
  }

  name(row: number): string {
    const { names, columns } = this.data;
    const start = columns.nameStart[row] ?? 0;
    const end = start + (columns.nameLength[row] ?? 0);
    let name = "";
    for (let at = start; at < end; at++) {
      const byte = names[at] ?? 0;
      if (byte > 127) return decoder.decode(names.subarray(start, end));
      name += String.fromCharCode(byte);
    }
    return name;
  }

  ffaId(row: number): string {
    return unpackFfaId(this.data.columns.ffaId[row] ?? 0);
  }

  /** First word of an athlete's name. */
  firstWord(row: number): number {
    const { entries, columns } = this.data;
    // A name without any letter sorts before all others.
    if (columns.wordCount[row] === 0) return -1;
    return entryWord(entries.values[entries.starts[row] ?? 0] ?? 0);
  }

  athlete(row: number): AthleteRow {
    const { columns, clubs, nationalities, categories } = this.data;
    const club = clubs[(columns.club[row] ?? 0) - 1];
    const year = (column: Numbers) => unpackYear(column[row] ?? 0);
    return {
      id: columns.id[row] ?? 0,
      ffaId: this.ffaId(row),
      name: this.name(row),
      birthYear: year(columns.birthYear) || null,
      birthYearMin: year(columns.birthYearMin) || null,
      birthYearMax: year(columns.birthYearMax) || null,
      sex: SEXES[columns.sex[row] ?? 0] ?? null,
      nationality: nationalities[(columns.nationality[row] ?? 0) - 1] ?? null,
      category: categories[(columns.category[row] ?? 0) - 1] ?? null,
      clubNumber: club?.ffaNumber ?? null,
      clubName: club?.name ?? null,
      firstSeason: year(columns.firstSeason),
      lastSeason: year(columns.lastSeason),
    };
  }
}
