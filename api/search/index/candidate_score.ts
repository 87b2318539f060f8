import { countBits } from "./bits.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { entryPlaces, entryWord } from "./index_data.ts";
import { INEXACT, orderOf, PENALTY } from "./penalties.ts";
import type { TypedWord } from "./typed_word.ts";

/** The part of a name that matches one word of a query. */
export interface WordMatch {
  /** Letters of that word. */
  typed: Uint8Array;
  /** Word of the vocabulary; null where it is the club's name that matches. */
  word: number | null;
  /** Bits of the places of the words in the name. */
  places: number;
}

/** Above every cost, which is one byte. */
const NOTHING = 256;

/**
 * Scores how well an athlete matches a query: each word of the name matches one typed word at most.
 *
 * @param typed The longest first: they choose first.
 * @param missing How many typed words may stay without a match.
 * @param matches Filled with what matches, where it is passed.
 * @returns The order, or -1 when the athlete is no match.
 */
export function scoreCandidate(
  index: DirectoryIndex,
  row: number,
  { typed, missing, matches }: {
    typed: readonly TypedWord[];
    missing: number;
    matches?: WordMatch[];
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
    const { costs, rangeCost } = word;
    const firstBegun = word.from;
    const lastBegun = word.to;
    let best = NOTHING;
    let places = 0;
    let match = -1;
    for (let entry = from; entry < to; entry++) {
      const value = values[entry] ?? 0;
      const id = entryWord(value);
      // As `costOf` does: a call for each word of forty thousand names takes longer than its work.
      let cost = costs[id] ?? 0;
      if (cost === 0) {
        if (id < firstBegun || id >= lastBegun) continue;
        cost = rangeCost;
      }
      if (cost >= best) continue;
      const own = entryPlaces(value);
      if ((own & taken) !== 0) continue;
      best = cost;
      places = own;
      match = id;
    }
    if (best > word.leastClubCost) {
      const cost = word.clubCosts[columns.club[row] ?? 0] ?? 0;
      if (cost !== 0 && cost < best) {
        best = cost;
        places = 0;
        match = -1;
      }
    }
    if (best === NOTHING) {
      if (left === 0) return -1;
      left--;
      best = PENALTY.missing + 1;
    } else {
      matches?.push({ typed: word.word, word: match === -1 ? null : match, places });
    }
    taken |= places;
    if (best - 1 >= INEXACT && match !== -1) rareness += index.rareness(match);
    sum += best - 1;
  }
  return orderOf(sum, {
    leftOver: (columns.wordCount[row] ?? 0) - countBits(taken),
    startsElsewhere: (taken & 1) === 0,
    rareness,
  });
}
