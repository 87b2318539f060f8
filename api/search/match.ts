import type { MatchSpan } from "@mypacer/shared/contract/athlete.ts";
import { type NameWord, nameWords } from "./name_words.ts";
import { spellingDistance } from "./index/edit_distance.ts";

/** How well a name matches the words of a query. */
export interface NameMatch {
  /** 0 to 1: the share of the typed letters that the name holds, by words. */
  closeness: number;
  spans: MatchSpan[];
}

/** A word of a name and how well it matches a typed one. */
interface WordMatch {
  word: NameWord;
  closeness: number;
  /** Letters of the word that match, from its beginning. */
  length: number;
}

/** Closeness below which a word is no match: half of its letters would have to be typos. */
const MIN_CLOSENESS = 0.5;

function compareWords(typed: string, word: NameWord): WordMatch {
  if (word.text === typed) return { word, closeness: 1, length: typed.length };
  if (word.text.startsWith(typed)) return { word, closeness: 0.95, length: typed.length };
  const whole = 1 - spellingDistance(typed, word.text) / Math.max(typed.length, word.text.length);
  // The unfinished word with a typo in it: `lefvr` for the beginning of `lefevre`.
  const beginning = word.text.slice(0, typed.length);
  const begun = 0.95 - spellingDistance(typed, beginning) / typed.length;
  return whole >= begun
    ? { word, closeness: whole, length: word.text.length }
    : { word, closeness: begun, length: beginning.length };
}

/**
 * Tells how well a name matches a query, and which parts of it do.
 *
 * Each word of the name matches one typed word at most, the longest typed word choosing first; the
 * order of words does not matter.
 *
 * @param typed Normalized words.
 */
export function matchName(typed: readonly string[], name: string): NameMatch {
  const unmatched = new Set(nameWords(name));
  const spans: MatchSpan[] = [];
  let letters = 0;
  let matched = 0;
  for (const word of [...typed].sort((a, b) => b.length - a.length)) {
    letters += word.length;
    let best: WordMatch | null = null;
    for (const candidate of unmatched) {
      const match = compareWords(word, candidate);
      if (match.closeness >= MIN_CLOSENESS && match.closeness > (best?.closeness ?? 0)) {
        best = match;
      }
    }
    if (best === null) continue;
    unmatched.delete(best.word);
    matched += best.closeness * word.length;
    const start = best.word.starts[0];
    const end = best.word.ends[best.length - 1];
    if (start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return {
    closeness: letters === 0 ? 0 : matched / letters,
    spans: spans.sort((a, b) => a.start - b.start),
  };
}
