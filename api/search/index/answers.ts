import { countBits } from "./bits.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { entryPlaces, entryWord } from "./index_data.ts";
import { orderOf, PENALTY } from "./penalties.ts";
import type { TypedWord } from "./typed_word.ts";

/** How one word of a query is answered in a name. */
export interface Answer {
  typed: TypedWord;
  /** Word of the vocabulary; null where it is the club's name that answers. */
  word: number | null;
  /** Bits of the places of the words in the name. */
  places: number;
}

const NOTHING = 256;
/** Cost plus one from which a word is answered by one that is spelt otherwise. */
const INEXACT = PENALTY.abbreviatedPiece;

/**
 * Weighs how an athlete answers a query: each word of the name answers one typed word at most.
 *
 * @param typed The longest first: they choose first.
 * @param missing How many typed words may stay without an answer.
 * @param answers Filled with what answers, when given.
 * @returns The order, or -1 when the athlete is no answer.
 */
export function weigh(
  index: DirectoryIndex,
  row: number,
  { typed, missing, answers }: {
    typed: readonly TypedWord[];
    missing: number;
    answers?: Answer[];
  },
): number {
  const { entries, columns } = index.data;
  const { starts, values } = entries;
  const from = starts[row] ?? 0;
  const to = starts[row + 1] ?? 0;
  let taken = 0;
  let sum = 0;
  let left = missing;
  let rareness = 0;
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at];
    if (word === undefined) break;
    let best = NOTHING;
    let places = 0;
    let answer = -1;
    for (let entry = from; entry < to; entry++) {
      const value = values[entry] ?? 0;
      const cost = word.costOf(entryWord(value));
      if (cost === 0 || cost >= best) continue;
      const own = entryPlaces(value);
      if ((own & taken) !== 0) continue;
      best = cost;
      places = own;
      answer = entryWord(value);
    }
    if (word.clubs.size > 0) {
      const cost = word.clubs.get(columns.club[row] ?? 0) ?? NOTHING;
      if (cost < best) {
        best = cost;
        places = 0;
        answer = -1;
      }
    }
    if (best === NOTHING) {
      if (left === 0) return -1;
      left--;
      best = PENALTY.missing + 1;
    } else {
      answers?.push({ typed: word, word: answer === -1 ? null : answer, places });
    }
    taken |= places;
    if (best > INEXACT && answer !== -1) rareness += index.rareness(answer);
    sum += best - 1;
  }
  return orderOf(sum, {
    leftOver: (columns.wordCount[row] ?? 0) - countBits(taken),
    startsElsewhere: (taken & 1) === 0,
    rareness,
  });
}
