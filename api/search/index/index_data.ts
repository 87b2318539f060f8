import type { Lists } from "./lists.ts";
import type { ClubWordData } from "./club_words.ts";
import type { Numbers } from "./build_memory.ts";
import type { PhoneticData } from "./phonetic_index.ts";

/** A club as the index knows it. */
export interface IndexedClub {
  ffaNumber: string;
  name: string;
}

/**
 * Athletes by columns. A row's number is its place in the order of lists: active ones first, then
 * by name, then by id. Each column is as narrow as its values allow.
 */
export interface Columns {
  id: Numbers;
  /** {@linkcode packFfaId} of federation ids. */
  ffaId: Numbers;
  nameStart: Numbers;
  nameLength: Numbers;
  /** {@linkcode packYear} of years and seasons. */
  birthYear: Numbers;
  birthYearMin: Numbers;
  birthYearMax: Numbers;
  firstSeason: Numbers;
  lastSeason: Numbers;
  /** Places in {@linkcode SEXES}. */
  sex: Numbers;
  /** Places in the lists of codes, from 1; 0 = none. */
  nationality: Numbers;
  category: Numbers;
  /** Place in the list of clubs, from 1; 0 = none. */
  club: Numbers;
  /** Words of the name. */
  wordCount: Numbers;
}

/**
 * All that an index is made of: typed arrays and small lists, so that one thread can hand it to
 * another. `README.md` has a table of them with their sizes.
 */
export interface IndexData {
  size: number;
  /** Athletes with these numbers below are active in this season or the last. */
  active: number;
  /** Names as published, UTF-8. */
  names: Uint8Array;
  columns: Columns;
  /** By athlete: who comes first of those whom a query matches equally well. See `rankEquals`. */
  precedence: Uint8Array;
  clubs: IndexedClub[];
  /** Words of the clubs' names. See `ClubIndex`. */
  clubWords: ClubWordData;
  nationalities: string[];
  categories: string[];
  words: { text: Uint8Array; starts: Uint32Array };
  /** Letters that each word is made of, one bit each. */
  letters: Uint32Array;
  /** By athlete: {@linkcode packEntry} of each word of the name, then of words written as one. */
  entries: Lists;
  /** By word: athletes, in order. */
  postings: Lists;
  /** The same of those in whose name it stands for several words, written as one. */
  joined: Lists;
  /** By club: athletes, in order. */
  members: Lists;
  /** An open hash table of rows by federation id, counted from 1; 0 = free. */
  byFfaId: Uint32Array;
  /** By hash of a word with a letter left out: words. See `DeletionIndex`. */
  deletions: Lists;
  phonetic: PhoneticData;
  /** By three letters in a row: words. See `FragmentIndex`. */
  fragments: Lists;
}

/** Most words of one name that are read: their places must fit into four bits of an entry. */
export const MAX_NAME_WORDS = 15;
/** Most different words: 24 bits of an entry. */
const MAX_VOCABULARY = 1 << 24;
/** Most athletes: 24 bits of what `BestRows` keeps of a row. */
export const MAX_ATHLETES = 1 << 24;

/** @throws {RangeError} If an index cannot number as many: its results would be others. */
export function requireNumberable({ athletes, words }: { athletes: number; words: number }): void {
  if (athletes > MAX_ATHLETES) throw new RangeError(`Cannot index ${athletes} athletes`);
  if (words > MAX_VOCABULARY) throw new RangeError(`Cannot index ${words} different words`);
}

/**
 * A word in a name: its number in the vocabulary (24 bits), the place of the first word of the name
 * it stands for (4 bits), and for how many it does (4 bits).
 */
export function packEntry(word: number, place: number, count: number): number {
  return (word | (place << 24) | (count << 28)) >>> 0;
}
export const entryWord = (entry: number) => entry & 0xffffff;
/** Whether an entry stands for several words of the name. */
export const isJoined = (entry: number) => entry >>> 28 > 1;
/** Bits of the places in the name that an entry stands for. */
export const entryPlaces = (entry: number) => ((1 << (entry >>> 28)) - 1) << ((entry >>> 24) & 15);

/** Another word in the place of an entry's. */
export const replaceWord = (entry: number, word: number) => ((entry & 0xff000000) | word) >>> 0;

/** What the numbers of the column `sex` stand for. */
export const SEXES = [null, "M", "F"] as const;

/** Years are counted from here, so that a byte holds one until 2055. */
const FIRST_YEAR = 1800;
/** Packs a year; 0 = not known. */
export const packYear = (year: number) => Math.max(0, year - FIRST_YEAR);
/** The year; 0 = not known. */
export const unpackYear = (packed: number) => packed === 0 ? 0 : packed + FIRST_YEAR;

/** Packs a federation id of up to 12 digits, leading zeros and all: its number, how many digits. */
export const packFfaId = (number: number, digits: number) => number * 16 + digits;
export const unpackFfaId = (packed: number) =>
  String(Math.floor(packed / 16)).padStart(packed % 16, "0");

/** Where to begin looking for a federation id in the table of `byFfaId`. */
export function ffaIdSlot(packed: number, mask: number): number {
  const mixed = Math.imul((packed % 0x100000000) | 0, 0x9e3779b1) ^
    Math.floor(packed / 0x100000000);
  return (mixed ^ (mixed >>> 15)) & mask;
}
