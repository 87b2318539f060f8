import type { Chance } from "./chance.ts";

/**
 * Stands in every invented word and in no name: what is invented shows, and hits no real person by
 * accident.
 */
const MARK = "pv";
const CONSONANTS = "bcdfglmnrst";
const VOWELS = "aeiou";
/** Shortest invented word: a consonant, a vowel, the mark, a vowel. */
const SHORTEST = 5;
/** Particles of names: they stay where another word of the name follows. */
const PARTICLES = new Set(
  "al au aux ben bin d da de del della den der des di dit do dos du e el en et l la las le les lo los ou sous sur van von y zu"
    .split(" "),
);

/**
 * Replaces the words of names and of other texts by invented ones of their shape: capitals,
 * accents, hyphens, apostrophes, particles and about the length stay.
 *
 * The same word becomes the same word everywhere, whatever its case and accents, and no other word
 * becomes it: so does a person's name, in whichever order it stands.
 */
export class InventedNames {
  readonly #chance: Chance;
  readonly #words = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Replaces the words of a text; whatever stands between them stays. */
  replace(text: string): string {
    const words = [...text.matchAll(WORD)];
    let replaced = "";
    let at = 0;
    words.forEach((match, index) => {
      const [word] = match;
      const stays = isParticle(word, words[index + 1]?.[0]);
      replaced += text.slice(at, match.index) + (stays ? word : this.#replaceWord(word));
      at = match.index + word.length;
    });
    return replaced + text.slice(at);
  }

  #replaceWord(word: string): string {
    const letters = [...word.normalize("NFC")];
    // An initial names nobody; in other scripts one sign may be a name.
    if (letters.length === 1 && /\p{Script=Latin}/u.test(word)) return word;
    const accents = letters.flatMap((letter) => accentOf(letter) ?? []);
    const invented = addAccents(this.#invent(plainWord(word), letters.length), accents);
    if (isCapital(word)) return invented.toUpperCase();
    return /^\p{Lu}/u.test(word)
      ? `${invented.slice(0, 1).toUpperCase()}${invented.slice(1)}`
      : invented;
  }

  #invent(key: string, length: number): string {
    const before = this.#words.get(key);
    if (before !== undefined) return before;
    for (let attempt = 0;; attempt++) {
      // Of short words there are few: where they are taken the next ones are longer.
      const word = this.#compose(
        key,
        Math.max(SHORTEST, length) + Math.floor(attempt / 5),
        attempt,
      );
      if (this.#taken.has(word)) continue;
      this.#taken.add(word);
      this.#words.set(key, word);
      return word;
    }
  }

  /** Consonants and vowels by turns around the mark. */
  #compose(key: string, length: number, attempt: number): string {
    const pick = (from: string, place: number) =>
      from[this.#chance.draw(key, from.length, attempt * 100 + place)] ?? "a";
    let word = `${pick(CONSONANTS, 0)}${pick(VOWELS, 1)}${MARK}${pick(VOWELS, 2)}`;
    for (let place = 3; word.length < length; place++) {
      word += pick(VOWELS.includes(word.at(-1) ?? "") ? CONSONANTS : VOWELS, place);
    }
    return word;
  }
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * A particle in small letters, or in capitals before a word in capitals: `LE GOFF`, and not `LE
 * Anh`.
 */
function isParticle(word: string, next: string | undefined): boolean {
  if (!PARTICLES.has(word.toLowerCase())) return false;
  if (word === word.toLowerCase()) return true;
  return next !== undefined && next.length > 1 && isCapital(word) === isCapital(next);
}

const ACCENTS = new Set(["\u0300", "\u0301", "\u0302", "\u0308"]);

/** The accent of a vowel; null for a letter without one, or one that not every vowel takes. */
function accentOf(letter: string): string | null {
  const accent = letter.normalize("NFD").slice(1);
  return ACCENTS.has(accent) ? accent : null;
}

function addAccents(word: string, accents: readonly string[]): string {
  let next = 0;
  return word.replace(/[aeiou]/g, (vowel) => vowel + (accents[next++] ?? "")).normalize("NFC");
}

function isCapital(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

function plainWord(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
