import type { MatchSpan } from "@mypacer/shared/contract/athlete.ts";
import { type NameWord, nameWords } from "./name_words.ts";
import { spellingDistance } from "./edit_distance.ts";

/** How a name answers the words of a query. */
export interface NameMatch {
  /** 0 to 1: the share of the typed letters that the name holds, by words. */
  closeness: number;
  spans: MatchSpan[];
}

/** A word and how well it answers. */
interface Answer {
  word: NameWord;
  closeness: number;
  /** Letters of the word that answer, from its beginning. */
  length: number;
}

/** Closeness below which a word does not count as an answer. */
const LEAST = 0.5;

function compare(typed: string, word: NameWord): Answer {
  if (word.text === typed) return { word, closeness: 1, length: typed.length };
  if (word.text.startsWith(typed)) return { word, closeness: 0.95, length: typed.length };
  const whole = 1 - spellingDistance(typed, word.text) / Math.max(typed.length, word.text.length);
  // The unfinished word with a slip in it: `lefvr` for the beginning of `lefevre`.
  const beginning = word.text.slice(0, typed.length);
  const begun = 0.95 - spellingDistance(typed, beginning) / typed.length;
  return whole >= begun
    ? { word, closeness: whole, length: word.text.length }
    : { word, closeness: begun, length: beginning.length };
}

/**
 * Tells how well a name answers a query, and which parts of it do.
 *
 * Each word of the name answers one typed word at most, the longest typed word choosing first; the order
 * of words does not matter.
 *
 * @param typed Normalized words.
 */
export function matchName(typed: readonly string[], name: string): NameMatch {
  const free = new Set(nameWords(name));
  const spans: MatchSpan[] = [];
  let letters = 0;
  let answered = 0;
  for (const word of [...typed].sort((a, b) => b.length - a.length)) {
    letters += word.length;
    let best: Answer | null = null;
    for (const candidate of free) {
      const answer = compare(word, candidate);
      if (answer.closeness >= LEAST && answer.closeness > (best?.closeness ?? 0)) best = answer;
    }
    if (best === null) continue;
    free.delete(best.word);
    answered += best.closeness * word.length;
    const start = best.word.starts[0];
    const end = best.word.ends[best.length - 1];
    if (start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return {
    closeness: letters === 0 ? 0 : answered / letters,
    spans: spans.sort((a, b) => a.start - b.start),
  };
}
