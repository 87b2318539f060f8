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
const SUFFIX = new RegExp(NAME_RULE.countrySuffix);

/** What the rule makes of one character. */
interface Reading {
  /** Normalized letters, with a space where it stands for two words; often empty. */
  letters: string;
  isMark: boolean;
  /**
   * It is dropped without parting what stands around it, full-width apostrophes among them.
   */
  isDropped: boolean;
}

/** Readings by character: names are made of the same few dozen. */
const readings = new Map<string, Reading>();
/** Bounds the memory that names in unusual characters can take. */
const MAX_CHARACTERS = 1000;

function readCharacter(character: string): Reading {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const parts = [...character.normalize("NFKD")];
  const reading = {
    letters: normalizeName(character),
    isMark: MARK.test(character),
    isDropped: APOSTROPHES.has(character) ||
      parts.every((part) => APOSTROPHES.has(part) || MARK.test(part)),
  };
  if (readings.size < MAX_CHARACTERS) readings.set(character, reading);
  return reading;
}

/** Splits a name into the words that `normalizeName` makes of it, remembering where they stand. */
export function nameWords(name: string): NameWord[] {
  // Only what ends in a bracket can have a suffix.
  const end = name.includes(")") ? SUFFIX.exec(name)?.index ?? name.length : name.length;
  const words: { text: string; starts: number[]; ends: number[] }[] = [];
  let inWord = false;
  let at = 0;
  for (const character of name) {
    const start = at;
    at += character.length;
    if (start >= end) break;
    const { letters, isMark, isDropped } = readCharacter(character);
    if (letters === "") {
      if (!isDropped) inWord = false;
      const word = words.at(-1);
      if (isMark && inWord && word !== undefined) {
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
