import type { Question } from "./kinds.ts";

/** Places of a first page. */
const PAGE = 10;

/** Whether a name may be meant by what was typed; both as words. */
type Fits = (typed: readonly string[], name: readonly string[]) => boolean;

/** Each typed word is a word of the name, the last one the beginning of another. */
const isBegun: Fits = (typed, name) => {
  const free = [...name];
  return typed.every((word, at) => {
    const last = at === typed.length - 1;
    const found = free.findIndex((own) => last ? own.startsWith(word) : own === word);
    if (found !== -1) free.splice(found, 1);
    return found !== -1;
  });
};

/** A piece of one word behind its first letter, and the first letter of another. */
const holdsPiece: Fits = ([piece = "", initial = ""], name) =>
  name.some((word, at) =>
    word.includes(piece, 1) && name.some((other, place) => place !== at && other[0] === initial)
  );

/**
 * Kinds of queries that leave out a part of the name: many people may be meant, whoever ranks them.
 */
const FITS: Readonly<Record<string, Fits>> = {
  unfinished_surname: isBegun,
  unfinished_name: isBegun,
  fragments: holdsPiece,
};

/** All names of a directory and how many people have each. */
export class Census {
  readonly #names: string[] = [];
  readonly #counts: number[] = [];
  /** Names by their words. */
  readonly #byWord = new Map<string, number[]>();

  constructor(names: Iterable<{ name: string; people: number }>) {
    for (const { name, people } of names) {
      const at = this.#names.push(name) - 1;
      this.#counts.push(people);
      for (const word of new Set(name.split(" "))) {
        const others = this.#byWord.get(word);
        if (others === undefined) this.#byWord.set(word, [at]);
        else others.push(at);
      }
    }
  }

  /** How many people each name has that may be meant by a query, the most frequent first. */
  peopleMeant({ kind, text }: Question): number[] {
    const fits = FITS[kind];
    if (fits === undefined) return [];
    const typed = text.split(" ");
    const begins = fits === isBegun;
    const word = (begins ? typed.at(-1) : typed[0]) ?? "";
    const found = new Set<number>();
    for (const [own, names] of this.#byWord) {
      if (!(begins ? own.startsWith(word) : own.includes(word, 1))) continue;
      for (const at of names) {
        if (fits(typed, this.#names[at]?.split(" ") ?? [])) found.add(at);
      }
    }
    return [...found].map((at) => this.#counts[at] ?? 0).sort((a, b) => b - a);
  }
}

/** The best shares that any ranking could reach, by kind, 0 to 1. */
export interface Ceiling {
  /** Somebody of the very name among the first ten: the ten names that most people have. */
  recall10: Record<string, number>;
  /** That very person among the first ten: all who may be meant are as likely. */
  person10: Record<string, number>;
}

/**
 * Works out how well these questions could be answered at best, for the kinds that leave out a part
 * of the name.
 */
export function measureCeiling(census: Census, questions: readonly Question[]): Ceiling {
  const ceiling: Ceiling = { recall10: {}, person10: {} };
  for (const kind of Object.keys(FITS)) {
    const ofKind = questions.filter((question) => question.kind === kind);
    let names = 0;
    let persons = 0;
    for (const question of ofKind) {
      const meant = census.peopleMeant(question);
      const all = meant.reduce((sum, people) => sum + people, 0);
      if (all === 0) throw new Error(`Nobody can be meant by a question of the kind ${kind}`);
      names += meant.slice(0, PAGE).reduce((sum, people) => sum + people, 0) / all;
      persons += Math.min(1, PAGE / all);
    }
    if (ofKind.length === 0) continue;
    ceiling.recall10[kind] = Math.round(10_000 * names / ofKind.length) / 10_000;
    ceiling.person10[kind] = Math.round(10_000 * persons / ofKind.length) / 10_000;
  }
  return ceiling;
}
