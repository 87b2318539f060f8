import { NAME_RULE, normalizeName } from "@mypacer/shared/domain/people/name.ts";

/** One word of a published name: its normalized letters and where each stands in the name. */
export interface NameWord {
  text: string;
  /** UTF-16 offset at which the character behind each letter begins. */
  starts: readonly number[];
  /** UTF-16 offset at which it ends. */
  ends: readonly number[];
}

const APOSTROPHES = new Set<string>(NAME_RULE.apostrophes);
const MARK = /^\p{M}$/u;

/**
 * Characters that are dropped without parting what stands around them, full-width apostrophes among
 * them.
 */
function isDropped(character: string): boolean {
  return [...character.normalize("NFKD")].every((part) =>
    APOSTROPHES.has(part) || MARK.test(part)
  ) || APOSTROPHES.has(character);
}
const SUFFIX = new RegExp(NAME_RULE.countrySuffix);

/** Letters by character: names are made of the same few dozen. */
const lettersByCharacter = new Map<string, string>();
/** Bounds the memory that names in unusual letters can take. */
const MAX_CHARACTERS = 1000;

function lettersOf(character: string): string {
  let letters = lettersByCharacter.get(character);
  if (letters === undefined) {
    letters = normalizeName(character);
    if (lettersByCharacter.size < MAX_CHARACTERS) lettersByCharacter.set(character, letters);
  }
  return letters;
}

/** Splits a name into the words that `normalizeName` makes of it, remembering where they stand. */
export function nameWords(name: string): NameWord[] {
  const end = SUFFIX.exec(name)?.index ?? name.length;
  const words: { text: string; starts: number[]; ends: number[] }[] = [];
  let inWord = false;
  let at = 0;
  for (const character of name) {
    const start = at;
    at += character.length;
    if (start >= end) break;
    const letters = lettersOf(character);
    if (letters === "") {
      if (!isDropped(character)) inWord = false;
      const word = words.at(-1);
      if (MARK.test(character) && inWord && word !== undefined) {
        word.ends[word.ends.length - 1] = at;
      }
      continue;
    }
    // One character may stand for two words: `½` is read as 1 and 2.
    for (const letter of letters) {
      if (letter === " ") {
        inWord = false;
        continue;
      }
      if (!inWord) words.push({ text: "", starts: [], ends: [] });
      inWord = true;
      const word = words.at(-1);
      if (word === undefined) continue;
      word.text += letter;
      word.starts.push(start);
      word.ends.push(at);
    }
  }
  return words;
}
