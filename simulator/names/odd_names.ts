import { draw, drawOne } from "../chance/draw.ts";

/** A name as the site publishes it, in its parts. */
export type PublishedName = {
  surname: string;
  /** Empty for some. */
  given: string;
  /** What stands behind both, a space before it: ` (BEL)`; empty for most. */
  suffix: string;
};

/**
 * Share of people with a name unlike all others. Of the distinct words in a public list, 169 of
 * 25,809 given names and 34 of 11,238 surnames were such.
 */
const ODD_NAMES = 0.007;
/** Of these, those whose surname it is: 34 of 203. */
const IN_SURNAME = 0.17;

/** What draws about one person are for: another number for each keeps them apart. */
const PURPOSE = {
  isOdd: 161,
  partOfName: 162,
  change: 163,
  letter: 164,
} as const;

/** What accented letters become in the wrong code page. */
const DAMAGED_LETTERS = ["‚", "ã©", "Š", "ã¨", "?", "\ufffd"];
const DAMAGED_CAPITALS = ["Ã‰", "‚", "?", "\ufffd"];
/** Digits typed in place of letters. */
const DIGITS: Record<string, string> = { o: "0", O: "0", i: "1", I: "1", l: "1", e: "3", E: "3" };

/** What a name is changed by: the person's key, and another given name. */
type Draws = { key: number; another: string };
type Change = (name: PublishedName, draws: Draws) => PublishedName;

const onGiven = (change: (given: string, draws: Draws) => string): Change => (name, draws) => ({
  ...name,
  given: change(name.given, draws),
});
const onSurname = (change: (surname: string, draws: Draws) => string): Change => (name, draws) => ({
  ...name,
  surname: change(name.surname, draws),
});
const withSuffix = (suffix: string): Change => (name) => ({ ...name, suffix: ` ${suffix}` });

const withDigit = (word: string) =>
  word.replace(/[oilOIE]|e(?=.)/, (letter) => DIGITS[letter] ?? "0");

const GIVEN_CHANGES: readonly Change[] = [
  onGiven((given, { key }) => given.replace("e", drawOne(key, PURPOSE.letter, DAMAGED_LETTERS))),
  onGiven((given, { key }) =>
    given.replace(/(?<=.)[ae]/, drawOne(key, PURPOSE.letter, DAMAGED_LETTERS))
  ),
  onGiven(withDigit),
  onGiven((given, { another }) => `${given}/${another}`),
  onGiven((given, { another }) => `${given}_${another}`),
  onGiven(() => "***"),
  onGiven((given) => `${given} ***`),
  onGiven(() => "-"),
  onGiven(() => ""),
  withSuffix("(Alg)"),
  withSuffix("(bel)"),
  withSuffix("(T54)"),
];
const SURNAME_CHANGES: readonly Change[] = [
  onSurname((surname, { key }) =>
    surname.replace("E", drawOne(key, PURPOSE.letter, DAMAGED_CAPITALS))
  ),
  onSurname(withDigit),
  onSurname((surname, { another }) => `${surname}/${another.toUpperCase()}`),
  onSurname((surname, { another }) => `${surname}_${another.toUpperCase()}`),
  onSurname((surname, { another }) => `${surname} - ${another.toUpperCase()}`),
];

/** Whether a person is one of those with an odd name. */
export function hasOddName(key: number): boolean {
  return draw(key, PURPOSE.isOdd) < ODD_NAMES;
}

/**
 * Makes a name odd in one of the ways in which names on the site are.
 *
 * @param draws.another Another given name, for names that hold two.
 */
export function makeOddName(name: PublishedName, draws: Draws): PublishedName {
  const changes = draw(draws.key, PURPOSE.partOfName) < IN_SURNAME
    ? SURNAME_CHANGES
    : GIVEN_CHANGES;
  const odd = drawOne(draws.key, PURPOSE.change, changes)(name, draws);
  // A name without the letter that a change replaces gets another change, which needs none.
  const isOdd = listName(odd) !== listName(name);
  return isOdd ? odd : { ...name, given: `${name.given}/${draws.another}` };
}

/** A name in the order of the lists: `SURNAME Given (XXX)`. */
export function listName({ surname, given, suffix }: PublishedName): string {
  return `${surname}${given === "" ? "" : ` ${given}`}${suffix}`;
}
