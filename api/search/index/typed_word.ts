import { letterBits } from "./bits.ts";
import type { DirectoryIndex, Nearness } from "./directory_index.ts";
import { PENALTY } from "./penalties.ts";
import { soundOf } from "./sounds.ts";

/** Fewest letters in which a slip is forgiven; where another word narrows the search, and alone. */
const SLIP_FROM = { beside: 3, alone: 4 } as const;
/** Fewest letters in which another spelling of the same sound is looked for; likewise. */
const SOUND_FROM = { beside: 2, alone: 4 } as const;
/** Letters of a word that is so short that a slip in it is forgiven only among the names of those who answer another. */
const SHORT = 2;
/** Fewest letters in which two slips are forgiven; likewise. */
const TWO_SLIPS_FROM = { beside: 6, alone: 8 } as const;
/** Fewest letters of a word that is no initial and stands for the beginning of a longer one. */
const ABBREVIATED_FROM = 3;
/** Fewest letters of an unfinished word with a slip. */
const UNFINISHED_SLIP_FROM = 5;
/** Fewest letters of a piece of a name, beside an initial. */
const PIECE_FROM = 4;
/** Most words that a piece of a word may be found in. */
const MAX_FRAGMENTS = 6000;

/** How far the search goes: the very words; slips and sounds as well; whatever may have been meant. */
export type Stage = 0 | 1 | 2;

/** One word of a query and all words of the vocabulary that may answer it. */
export class TypedWord {
  readonly word: Uint8Array;
  /** May be the beginning of what will be typed. */
  readonly open: boolean;
  /** What every answer costs more: the word was put together, or taken apart. */
  readonly glued: 0 | 1;
  /** By word of the vocabulary: cost of the answer plus one, 0 = no answer. Of words outside of `from`–`to`. */
  readonly costs: Uint8Array;
  readonly touched: number[] = [];
  /** Words that begin with this one. */
  from = 0;
  to = 0;
  /** What these cost, plus one; 0 = no answer. */
  rangeCost = 0;
  /** By club: cost of the answer plus one. */
  readonly clubs = new Map<number, number>();
  /** Athletes who answer, each word counted for itself. */
  postings = 0;
  clubMembers = 0;
  readonly #index: DirectoryIndex;
  #stage = -1;

  constructor(
    index: DirectoryIndex,
    { word, open, glued, costs }: {
      word: Uint8Array;
      open: boolean;
      glued: 0 | 1;
      costs: Uint8Array;
    },
  ) {
    this.#index = index;
    this.word = word;
    this.open = open;
    this.glued = glued;
    this.costs = costs;
  }

  /** Athletes who answer, counted more than once who do so more than once. */
  get answers(): number {
    return this.postings + this.clubMembers;
  }

  get answered(): boolean {
    return this.answers > 0;
  }

  /**
   * Finds what answers up to a stage.
   *
   * @param alone No other word narrows the search.
   * @param abbreviates There is an initial beside: this may be a piece of a name as well.
   */
  reach(
    stage: Stage,
    { alone, abbreviates = false }: { alone: boolean; abbreviates?: boolean },
  ): void {
    if (this.#stage < 0) this.#findExact();
    if (this.#stage < 1 && stage >= 1) this.#findSlips(alone, abbreviates);
    if (this.#stage < 2 && stage >= 2) this.#findMore(alone);
    this.#stage = Math.max(this.#stage, stage);
  }

  /** Cost of an answer plus one; 0 = no answer. */
  costOf(id: number): number {
    const cost = this.costs[id] ?? 0;
    return cost !== 0 || id < this.from || id >= this.to ? cost : this.rangeCost;
  }

  /** Lets a word of the vocabulary answer this one, unless it does at less cost. */
  answer(id: number, penalty: number): void {
    if (this.costOf(id) !== 0) return;
    this.costs[id] = penalty + this.glued + 1;
    this.touched.push(id);
    this.postings += this.#count(id, id + 1);
  }

  #addRange(penalty: number): void {
    if (this.rangeCost !== 0) return;
    const [from, to] = this.#index.vocabulary.range(this.word);
    let inside = 0;
    for (const id of this.touched) if (id >= from && id < to) inside += this.#count(id, id + 1);
    this.from = from;
    this.to = to;
    this.rangeCost = penalty + this.glued + 1;
    this.postings += this.#count(from, to) - inside;
  }

  #addClubs(clubs: Iterable<number>, penalty: number): void {
    const { starts } = this.#index.data.members;
    for (const club of clubs) {
      if (this.clubs.has(club)) continue;
      this.clubs.set(club, penalty + this.glued + 1);
      this.clubMembers += (starts[club] ?? 0) - (starts[club - 1] ?? 0);
    }
  }

  #count(from: number, to: number): number {
    const { starts } = this.#index.data.postings;
    return (starts[to] ?? 0) - (starts[from] ?? 0);
  }

  #findExact(): void {
    const { word } = this;
    const { vocabulary, clubs } = this.#index;
    const id = vocabulary.find(word);
    if (id !== -1) this.answer(id, PENALTY.exact);
    if (this.open || word.length === 1) this.#addRange(PENALTY.unfinished);
    if (word.length < 2) return;
    this.#addClubs(clubs.withWord(word), PENALTY.club);
    if (this.open && word.length >= ABBREVIATED_FROM) {
      this.#addClubs(clubs.withBeginning(word), PENALTY.unfinishedClub);
    }
  }

  #findSlips(alone: boolean, abbreviates: boolean): void {
    const { word } = this;
    const { vocabulary, slips, sounds, clubs } = this.#index;
    const sound = soundOf(word);
    if (word.length >= ABBREVIATED_FROM) {
      for (const id of sounds.find(sound)) {
        if (vocabulary.startsWith(id, word)) this.answer(id, PENALTY.silentEnd);
      }
      this.#addRange(PENALTY.abbreviated);
    }
    if (abbreviates && word.length >= PIECE_FROM) this.#findPieces(PENALTY.abbreviatedPiece);
    if (word.length >= (alone ? SLIP_FROM.alone : SLIP_FROM.beside)) {
      for (const id of slips.find(word)) {
        const penalty = sounds.soundAt(id) === sound
          ? PENALTY.silentSlip
          : vocabulary.text[vocabulary.start(id)] === word[0]
          ? PENALTY.slip
          : PENALTY.firstLetterSlip;
        this.answer(id, penalty);
      }
    }
    if (word.length >= (alone ? SOUND_FROM.alone : SOUND_FROM.beside)) {
      for (const id of sounds.find(sound)) {
        // Of a word put together its last part may be silent: then the whole is not what was heard.
        if (this.glued === 1 && Math.abs(vocabulary.length(id) - word.length) > 2) continue;
        this.answer(id, PENALTY.sound);
      }
    }
    if (word.length >= SLIP_FROM.alone) this.#addClubs(clubs.withSlip(word), PENALTY.clubSlip);
  }

  #findMore(alone: boolean): void {
    if (alone) {
      for (const { nearness, penalty } of this.wider(alone)) {
        for (const id of this.#index.near(nearness)) this.answer(id, penalty);
      }
    }
    if (this.word.length >= (alone ? 4 : 3)) this.#findPieces(PENALTY.fragment);
  }

  /** Words that hold this one as a piece. */
  #findPieces(penalty: number): void {
    const pieces = this.#index.fragments.find(this.word);
    if (pieces.length > MAX_FRAGMENTS) return;
    const { vocabulary } = this.#index;
    for (const id of pieces) {
      // The more of the word is there, the likelier it is meant.
      this.answer(id, penalty + Math.min(5, vocabulary.length(id) - this.word.length));
    }
  }

  /** Further slips that are forgiven where nothing closer answers, and what each costs. */
  wider(alone: boolean): { nearness: Nearness; penalty: number }[] {
    const { word, open } = this;
    const bits = letterBits(word);
    const all: { nearness: Nearness; penalty: number }[] = [];
    if (open && word.length >= UNFINISHED_SLIP_FROM) {
      all.push({
        nearness: { word, bits, most: 1, begun: true },
        penalty: PENALTY.unfinishedSlip,
      });
    }
    if (!alone && word.length === SHORT) {
      all.push({ nearness: { word, bits, most: 1, begun: false }, penalty: PENALTY.shortSlip });
    }
    if (word.length >= (alone ? TWO_SLIPS_FROM.alone : TWO_SLIPS_FROM.beside)) {
      all.push({ nearness: { word, bits, most: 2, begun: false }, penalty: PENALTY.twoSlips });
    }
    return all;
  }

  /** Makes the array of costs ready for another word. */
  clear(): void {
    for (const id of this.touched) this.costs[id] = 0;
  }
}
