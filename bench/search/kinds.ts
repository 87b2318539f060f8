import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { accentuate, mishear, mistype } from "./misspellings.ts";
import { Random } from "@mypacer/shared/testing/random.ts";

/** A person who is looked for. */
export interface Target {
  ffaId: string;
  surname: string;
  given: string;
  birthYear: number;
  /** Name of the latest club. */
  club: string | null;
}

/**
 * Makes what somebody types who looks for a person; null when the person's name does not lend
 * itself to it.
 */
type Typist = (target: Target, random: Random) => string | null;

/** Words of the forms that clubs have: nobody tells a club by them. */
const FORMS = new Set(
  "ac as us ca es ea entente stade athletic athletisme athle club coureurs jogging running de du des la le les sur en et aux saint"
    .split(" "),
);
/** Beginnings of surnames that people take for words of their own. */
const PARTICLE = /^(de la|de|du|des|le|la|el|ben|van|mac|saint|st|o|d|n)(?=[a-z]{4,}$)/;

const plain = ({ surname, given }: Target) => ({
  surname: normalizeName(surname),
  given: normalizeName(given),
});
/** Cuts a word somewhere before its end, at least two letters in. */
const cut = (word: string, random: Random) =>
  word.length < 3 ? null : word.slice(0, 2 + random.below(word.length - 2));
/** Changes the longest word of a name. */
function inLongest(text: string, change: (word: string) => string | null): string | null {
  const words = text.split(" ");
  const longest = words.reduce((best, word) => word.length > best.length ? word : best);
  const changed = change(longest);
  return changed === null ? null : words.map((word) => word === longest ? changed : word).join(" ");
}
const inEitherOrder = (a: string, b: string, random: Random) =>
  random.next() < 0.5 ? `${a} ${b}` : `${b} ${a}`;
const mistyped = (text: string, random: Random) =>
  inLongest(text, (word) => word.length < 3 ? null : mistype(word, random));

const both = (
  target: Target,
  random: Random,
  change: (text: string, random: Random) => string | null,
) => {
  const { surname, given } = plain(target);
  const parts = [change(surname, random), change(given, random)];
  return parts[0] === null || parts[1] === null
    ? null
    : inEitherOrder(parts[0] ?? "", parts[1] ?? "", random);
};

function withOtherMarks(text: string, random: Random): string | null {
  const name = text.toLowerCase();
  if (/[-' ]/.test(name)) {
    return name.replace(
      /[-' ]/g,
      (mark) =>
        random.pick(["-", " ", "", mark === " " ? "-" : "’"].filter((other) => other !== mark)),
    );
  }
  return PARTICLE.test(name)
    ? name.replace(PARTICLE, (_, part) => part + random.pick([" ", "-", "'"]))
    : null;
}

/** The twelve kinds of queries. */
export const KINDS: Readonly<Record<string, Typist>> = {
  exact: ({ surname, given }) => `${surname} ${given}`,
  other_order: ({ surname, given }) => `${given} ${surname.toLowerCase()}`,
  unfinished_surname: (target, random) => {
    const { surname } = plain(target);
    return surname.length < 5 ? null : surname.slice(0, 4 + random.below(surname.length - 4));
  },
  unfinished_name: (target, random) => {
    const { surname, given } = plain(target);
    const [first, second] = random.next() < 0.5 ? [surname, given] : [given, surname];
    const begun = cut(second, random);
    return begun === null ? null : `${first} ${begun}`;
  },
  accents: ({ surname, given }, random) =>
    inEitherOrder(
      accentuate(surname.toLowerCase(), random),
      accentuate(given.toLowerCase(), random),
      random,
    ),
  typo_surname: (target, random) => {
    const { surname, given } = plain(target);
    const typed = mistyped(surname, random);
    return typed === null ? null : inEitherOrder(typed, given, random);
  },
  typo_both: (target, random) => both(target, random, mistyped),
  sound_alike: (target, random) => {
    const { surname, given } = plain(target);
    const misspelt = inLongest(surname, (word) => mishear(word, random));
    if (misspelt === null) return null;
    const other = random.next() < 0.3 ? inLongest(given, (word) => mishear(word, random)) : null;
    return inEitherOrder(misspelt, other ?? given, random);
  },
  punctuation: ({ surname, given }, random) => {
    const changed = withOtherMarks(surname, random);
    const other = withOtherMarks(given, random);
    return changed === null && other === null
      ? null
      : inEitherOrder(changed ?? surname.toLowerCase(), other ?? given.toLowerCase(), random);
  },
  name_year: ({ surname, given, birthYear }, random) =>
    random.next() < 0.5 ? `${surname} ${given} ${birthYear}` : `${given} ${birthYear} ${surname}`,
  fragments: (target, random) => {
    const { surname, given } = plain(target);
    const longest = surname.split(" ").reduce((a, b) => b.length > a.length ? b : a);
    if (longest.length < 6) return null;
    // The greater part of it, without the beginning.
    const least = Math.max(4, Math.ceil(longest.length * 0.6));
    const length = least + random.below(longest.length - least);
    const at = 1 + random.below(longest.length - length);
    return `${longest.slice(at, at + length)} ${given.slice(0, 1)}`;
  },
  club_name: (target, random) => {
    if (target.club === null) return null;
    const { surname, given } = plain(target);
    const words = normalizeName(target.club).split(" ").filter((word) =>
      word.length > 2 && !FORMS.has(word) && !/\d/.test(word)
    );
    return words.length === 0
      ? null
      : `${inEitherOrder(surname, given, random)} ${random.pick(words)}`;
  },
};

/** A query and who is meant. */
export interface Question {
  kind: string;
  text: string;
  target: Target;
}

/**
 * Asks for people, the same number of times in each kind.
 *
 * @param half Of two halves of all people: one to tune a search on, one held back.
 */
export function ask(
  targetAt: (index: number) => Target,
  { people, each, half, seed }: {
    people: number;
    each: number;
    half: "tuning" | "held-out";
    seed: number;
  },
): Question[] {
  const questions: Question[] = [];
  for (const [number, [kind, typist]] of Object.entries(KINDS).entries()) {
    const random = new Random(seed * 1000 + number * 2 + (half === "tuning" ? 0 : 1));
    for (let found = 0; found < each;) {
      const index = random.below(people);
      // Odd ones are held back.
      if (index % 2 !== (half === "tuning" ? 0 : 1)) continue;
      const target = targetAt(index);
      const text = typist(target, random);
      if (text === null || text.length > 80 || text.split(/[\s-]+/).length > 8) continue;
      questions.push({ kind, text, target });
      found++;
    }
  }
  return questions;
}
