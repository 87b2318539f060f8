import type { Random } from "@mypacer/shared/testing/random.ts";

/** Keys beside each other on the French keyboard. */
const ROWS = ["azertyuiop", "qsdfghjklm", "wxcvbn"] as const;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Keys beside that of a letter; for any other sign, all letters. */
export function keysBeside(letter: string): string[] {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  const at = ROWS[row]?.indexOf(letter) ?? -1;
  if (row === -1) return [...LETTERS];
  return [ROWS[row]?.[at - 1], ROWS[row]?.[at + 1], ROWS[row - 1]?.[at], ROWS[row + 1]?.[at]]
    .filter((key) => key !== undefined);
}

/**
 * A word with one slip of the fingers: a letter left out, put in (mostly a neighbouring key), hit
 * beside, or two swapped.
 */
export function mistype(word: string, random: Random): string {
  for (;;) {
    const at = random.below(word.length);
    const letter = word[at] ?? "a";
    const typed = (() => {
      switch (random.below(4)) {
        case 0:
          return word.slice(0, at) + word.slice(at + 1);
        case 1:
          return word.slice(0, at) + random.pick([...keysBeside(letter), letter]) + word.slice(at);
        case 2:
          return word.slice(0, at) + random.pick(keysBeside(letter)) + word.slice(at + 1);
        default:
          return word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2);
      }
    })();
    if (typed !== word && /^[a-z]/.test(typed)) return typed;
  }
}

/**
 * Spellings that French writes for one sound, by families; where a family holds for a place only,
 * the pattern says so. From the correspondences that French school grammars list.
 */
const FAMILIES: readonly (readonly [pattern: RegExp, others: readonly string[]])[] = [
  [/eaux?$/, ["au", "o", "ot", "aud"]],
  [/eau/, ["au", "o"]],
  [/(?:ault|aud|aut)$/, ["eau", "o", "ot"]],
  [/au/, ["o", "eau"]],
  [/ot$/, ["o", "eau", "aud"]],
  [/ph/, ["f"]],
  [/f(?=[aeiou])/, ["ph"]],
  [/(?<=[a-z])y/, ["i"]],
  [/(?<=[bcdfgjklmnprstvz])i(?=[a-z])/, ["y"]],
  [/(?:([bcdfglmnprst])\1)/, ["$1"]],
  [/(?<=[aeiou])([lnmrt])(?=[aeiou])/, ["$1$1"]],
  [/(?<=[aeiourn])[tdsx]$/, [""]],
  [/(?<=[aeiou])[td]$/, ["s", "x"]],
  [/(?<=[rn])d$/, ["t"]],
  [/(?<=[rn])t$/, ["d"]],
  [/(?<=[bcdfglmnprst])e$/, ["", "es"]],
  [/qu/, ["k", "c"]],
  [/c(?=[aour])/, ["k", "qu"]],
  [/k/, ["c", "qu"]],
  [/ck/, ["k", "c"]],
  [/ss(?=[ei])/, ["c"]],
  [/(?<=[a-z])c(?=[ei])/, ["ss"]],
  [/(?<=[aeiou])s(?=[aeiou])/, ["z"]],
  [/z/, ["s"]],
  [/(?<=[a-z])th/, ["t"]],
  [/t(?=[aeio])/, ["th"]],
  [/^h/, [""]],
  [/(?<=[a-z])an(?=[bcdfgjkqrstvz])/, ["en"]],
  [/(?<=[a-z])en(?=[bcdfgjkqrstvz])/, ["an"]],
  [/ain(?=$|[bcdfgt])/, ["in", "ein"]],
  [/ein(?=$|[bcdfgt])/, ["ain", "in"]],
  [/ai/, ["e", "ei"]],
  [/ei(?!n)/, ["ai"]],
  [/ge(?=[aou])/, ["j"]],
  [/g(?=[ei])/, ["j"]],
  [/j(?=[ei])/, ["g"]],
  [/(?:er|et|ez)$/, ["e", "ai"]],
  [/oe/, ["e"]],
  [/bv/, ["v"]],
  [/ks|x/, ["x", "ks"]],
];

/** A word as somebody writes it who only heard it; null where the table knows no other spelling. */
export function mishear(word: string, random: Random): string | null {
  const fitting = FAMILIES.filter(([pattern]) => pattern.test(word));
  for (let tries = 0; fitting.length > 0 && tries < 8; tries++) {
    const [pattern, others] = random.pick(fitting);
    const spelling = word.replace(pattern, random.pick(others));
    if (spelling !== word && spelling.length > 1) return spelling;
  }
  return null;
}

const ACCENTS: Readonly<Record<string, readonly string[]>> = {
  a: ["â", "à"],
  c: ["ç"],
  e: ["é", "è", "ê", "ë"],
  i: ["î", "ï"],
  o: ["ô"],
  u: ["û", "ü"],
};

/** A word with accents and ligatures on some of its letters. */
export function accentuate(word: string, random: Random): string {
  const places = [...word].flatMap((letter, at) => ACCENTS[letter] ? [at] : []);
  if (places.length === 0) return word;
  const chosen = random.pick(places);
  const text = [...word].map((letter, at) =>
    at === chosen || random.next() < 0.2 ? random.pick(ACCENTS[letter] ?? [letter]) : letter
  ).join("");
  return text.replace("oe", "œ").replace("ae", "æ");
}
