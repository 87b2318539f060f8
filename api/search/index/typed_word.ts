import { letterBits } from "./bits.ts";
import type { DirectoryIndex, Nearness } from "./directory_index.ts";
import { PENALTY } from "./penalties.ts";
import { phoneticKey } from "./phonetic_index.ts";

/*
 * The shorter a word, the more names are as far from it as the one that was meant. Where another
 * word narrows the search, wrong ones drop out when names are scored, so that shorter words may be
 * forgiven as much. The numbers below were tuned on the benchmark's tuning half.
 */

/** Fewest letters in which a typo is forgiven: beside another word, and alone. */
const TYPO_FROM = { beside: 3, alone: 4 } as const;
/**
 * Fewest letters for which other spellings of the same sound are found: beside another word, alone.
 */
const SOUND_FROM = { beside: 2, alone: 4 } as const;
/** Letters of a word in which a typo is forgiven among the candidates of another word only. */
const SHORT = 2;
/** Fewest letters in which two typos are forgiven: beside another word, alone. */
const TWO_TYPOS_FROM = { beside: 6, alone: 8 } as const;
/**
 * Fewest letters of a beginning that is no initial: two letters would be that of thousands of
 * words.
 */
const ABBREVIATED_FROM = 3;
/** Fewest letters of an unfinished word with a typo. */
const UNFINISHED_TYPO_FROM = 5;
/** Fewest letters of a piece from inside a name beside an initial (`rvell h`). */
const PIECE_FROM = 4;
/** Fewest letters of any other such piece; three letters are what the fragments are found by. */
const FRAGMENT_FROM = { beside: 3, alone: 4 } as const;
/** Most words with a piece: one that more words have in common says too little. */
const MAX_FRAGMENTS = 6000;
/** Most that a piece costs more for the letters around it: the piece, not the rest, decides. */
const MAX_MISSING_COST = 5;

/**
 * How far the search goes: 0 = the words as typed; 1 = one typo, the same sound, an abbreviation; 2
 * = two typos and pieces of words.
 */
export type Stage = 0 | 1 | 2;

/** What matches a typed word costs, zeros before and after it was looked up. */
export interface Costs {
  words: Uint8Array;
  clubs: Uint8Array;
}

/** Room for the costs of one typed word: a byte for each word of the vocabulary and each club. */
export function makeCosts({ vocabulary, data }: DirectoryIndex): Costs {
  return { words: new Uint8Array(vocabulary.size), clubs: new Uint8Array(data.clubs.length + 1) };
}

/** One word of a query, and what each word of the vocabulary would cost as its match. */
export class TypedWord {
  readonly word: Uint8Array;
  /** May be the beginning of what will be typed. */
  readonly unfinished: boolean;
  /** What every match costs more: the word was joined of several typed ones, or split off one. */
  readonly joinedOrSplit: 0 | 1;
  /** By word of the vocabulary outside of `from`–`to`: cost of the match plus one, 0 = no match. */
  readonly costs: Uint8Array;
  readonly matchedWords: number[] = [];
  /** Words that begin with this one. */
  from = 0;
  to = 0;
  /** What these cost, plus one; 0 = no match. */
  rangeCost = 0;
  /** Clubs with such a word in their name. */
  readonly matchedClubs: number[] = [];
  /** By club: cost of the match plus one, 0 = no match. */
  readonly clubCosts: Uint8Array;
  /** The least of these: who matches by their own name at less need no look at their club. */
  leastClubCost = Infinity;
  /** Athletes with a matching word in their name, each word counted for itself. */
  postings = 0;
  clubMembers = 0;
  readonly #index: DirectoryIndex;
  #stage = -1;
  #hasFurtherTypos = false;

  constructor(
    index: DirectoryIndex,
    { word, unfinished, joinedOrSplit, costs }: {
      word: Uint8Array;
      unfinished: boolean;
      joinedOrSplit: 0 | 1;
      costs: Costs;
    },
  ) {
    this.#index = index;
    this.word = word;
    this.unfinished = unfinished;
    this.joinedOrSplit = joinedOrSplit;
    this.costs = costs.words;
    this.clubCosts = costs.clubs;
  }

  /** Athletes with a match; who has two is counted twice. */
  get candidates(): number {
    return this.postings + this.clubMembers;
  }

  get hasCandidates(): boolean {
    return this.candidates > 0;
  }

  /** The least that a match costs, plus one. */
  get leastCost(): number {
    let least = this.rangeCost === 0
      ? this.leastClubCost
      : Math.min(this.rangeCost, this.leastClubCost);
    for (const id of this.matchedWords) least = Math.min(least, this.costs[id] ?? 0);
    return least;
  }

  /**
   * Finds the matches up to a stage, unless they are known.
   *
   * @param alone No other word narrows the search.
   * @param abbreviates There is an initial beside: this may be a piece of a name as well.
   */
  findMatches(
    stage: Stage,
    { alone, abbreviates = false }: { alone: boolean; abbreviates?: boolean },
  ): void {
    if (this.#stage < 0) this.#addExact();
    if (this.#stage < 1 && stage >= 1) this.#addTyposAndSounds(alone, abbreviates);
    if (this.#stage < 2 && stage >= 2) this.#addDistant(alone);
    this.#stage = Math.max(this.#stage, stage);
  }

  /** Cost of a word of the vocabulary as the match, plus one; 0 = no match. */
  costOf(id: number): number {
    const cost = this.costs[id] ?? 0;
    return cost !== 0 || id < this.from || id >= this.to ? cost : this.rangeCost;
  }

  /** Adds a word of the vocabulary as a match, unless it is one: earlier matches cost less. */
  addMatch(id: number, penalty: number): void {
    if (this.costOf(id) !== 0) return;
    this.costs[id] = penalty + this.joinedOrSplit + 1;
    this.matchedWords.push(id);
    this.postings += this.#index.countOf(id, id + 1);
  }

  #addRange(penalty: number): void {
    if (this.rangeCost !== 0) return;
    const [from, to] = this.#index.vocabulary.range(this.word);
    let inside = 0;
    for (const id of this.matchedWords) {
      if (id >= from && id < to) inside += this.#index.countOf(id, id + 1);
    }
    this.from = from;
    this.to = to;
    this.rangeCost = penalty + this.joinedOrSplit + 1;
    this.postings += this.#index.countOf(from, to) - inside;
  }

  #addClubs(clubs: Iterable<number>, penalty: number): void {
    const { starts } = this.#index.data.members;
    const cost = penalty + this.joinedOrSplit + 1;
    for (const club of clubs) {
      if (this.clubCosts[club] !== 0) continue;
      this.clubCosts[club] = cost;
      this.matchedClubs.push(club);
      this.leastClubCost = Math.min(this.leastClubCost, cost);
      this.clubMembers += (starts[club] ?? 0) - (starts[club - 1] ?? 0);
    }
  }

  #addExact(): void {
    const { word } = this;
    const { vocabulary, clubs } = this.#index;
    const id = vocabulary.find(word);
    if (id !== -1) this.addMatch(id, PENALTY.exact);
    if (this.unfinished || word.length === 1) this.#addRange(PENALTY.unfinished);
    if (word.length < 2) return;
    this.#addClubs(clubs.withWord(word), PENALTY.club);
    if (this.unfinished && word.length >= ABBREVIATED_FROM) {
      this.#addClubs(clubs.withBeginning(word), PENALTY.unfinishedClub);
    }
  }

  #addTyposAndSounds(alone: boolean, abbreviates: boolean): void {
    const { word } = this;
    const { vocabulary, deletions, phonetic, clubs } = this.#index;
    const key = phoneticKey(word);
    const soundAlikes = word.length >= SOUND_FROM.beside ? phonetic.find(key) : [];
    if (word.length >= ABBREVIATED_FROM) {
      for (const id of soundAlikes) {
        if (vocabulary.startsWith(id, word)) this.addMatch(id, PENALTY.silentEnd);
      }
      this.#addRange(PENALTY.abbreviated);
    }
    if (abbreviates && word.length >= PIECE_FROM) this.#addPieces(PENALTY.abbreviatedPiece);
    if (word.length >= (alone ? TYPO_FROM.alone : TYPO_FROM.beside)) {
      for (const id of deletions.find(word)) {
        const penalty = phonetic.keyOf(id) === key
          ? PENALTY.silentTypo
          : vocabulary.text[vocabulary.start(id)] === word[0]
          ? PENALTY.typo
          : PENALTY.firstLetterTypo;
        this.addMatch(id, penalty);
      }
    }
    if (word.length >= (alone ? SOUND_FROM.alone : SOUND_FROM.beside)) {
      for (const id of soundAlikes) {
        // The last part of a joined word may be silent: then the whole does not sound alike.
        if (this.joinedOrSplit === 1 && Math.abs(vocabulary.length(id) - word.length) > 2) continue;
        this.addMatch(id, PENALTY.soundAlike);
      }
    }
    if (word.length >= TYPO_FROM.alone) this.#addClubs(clubs.withTypo(word), PENALTY.clubTypo);
  }

  #addDistant(alone: boolean): void {
    if (alone) this.addFurtherTypos(alone);
    if (this.word.length >= (alone ? FRAGMENT_FROM.alone : FRAGMENT_FROM.beside)) {
      this.#addPieces(PENALTY.fragment);
    }
  }

  /** Adds all words of the vocabulary that are further typos away, unless they are there. */
  addFurtherTypos(alone: boolean): void {
    if (this.#hasFurtherTypos) return;
    this.#hasFurtherTypos = true;
    for (const { nearness, penalty } of this.furtherTypos(alone)) {
      for (const id of this.#index.near(nearness)) this.addMatch(id, penalty);
    }
  }

  /** Words that hold this one as a piece. */
  #addPieces(penalty: number): void {
    const { vocabulary, fragments } = this.#index;
    for (const id of fragments.find(this.word, MAX_FRAGMENTS)) {
      // The more of the word is there, the likelier it is meant.
      this.addMatch(
        id,
        penalty + Math.min(MAX_MISSING_COST, vocabulary.length(id) - this.word.length),
      );
    }
  }

  /** Further typos that are forgiven where nothing closer matches, and what each costs. */
  furtherTypos(alone: boolean): { nearness: Nearness; penalty: number }[] {
    const { word, unfinished } = this;
    const bits = letterBits(word);
    const all: { nearness: Nearness; penalty: number }[] = [];
    if (unfinished && word.length >= UNFINISHED_TYPO_FROM) {
      all.push({
        nearness: { word, bits, most: 1, begun: true },
        penalty: PENALTY.unfinishedTypo,
      });
    }
    if (!alone && word.length === SHORT) {
      all.push({ nearness: { word, bits, most: 1, begun: false }, penalty: PENALTY.shortTypo });
    }
    if (word.length >= (alone ? TWO_TYPOS_FROM.alone : TWO_TYPOS_FROM.beside)) {
      all.push({ nearness: { word, bits, most: 2, begun: false }, penalty: PENALTY.twoTypos });
    }
    return all;
  }

  /** Makes the arrays of costs ready for another word. */
  clear(): void {
    for (const id of this.matchedWords) this.costs[id] = 0;
    for (const club of this.matchedClubs) this.clubCosts[club] = 0;
  }
}
