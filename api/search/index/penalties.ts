/**
 * What it costs when a typed word is matched by another word than itself. Who matches all words at
 * the least cost comes first: exact before unfinished before typo before sound-alike.
 *
 * The distances matter, not the numbers: up to 8 all is spelt as typed, so that two such matches in
 * one query (16) still come before one of the seventies; from 69 to 90 the word is likely meant;
 * from 110 it may be. They were tuned on one half of the benchmark's people and are measured on the
 * other.
 */
export const PENALTY = {
  exact: 0,
  /** Written as one or as two: `legoff`, `le goff`. */
  joinedOrSplit: 1,
  /** Beginning of a word, where the last word is still being typed; an initial. */
  unfinished: 2,
  /** Word of the club's name. */
  club: 4,
  unfinishedClub: 8,
  /** Beginning of a word, the rest of which is silent: `rou` for ROUX. */
  silentEnd: 69,
  /** Beginning of a word, not at the end of what was typed. */
  abbreviated: 70,
  /**
   * A piece from inside of a word, beside an initial; up to five more for what is missing of the
   * word.
   */
  abbreviatedPiece: 71,
  /** A typo that changes nothing of how the word sounds. */
  silentTypo: 78,
  typo: 80,
  firstLetterTypo: 84,
  clubTypo: 86,
  /** Another spelling of the same sound, more than a typo away. */
  soundAlike: 90,
  /** A typo in a word of two letters. */
  shortTypo: 110,
  unfinishedTypo: 120,
  twoTypos: 130,
  /** A piece from inside of a word; likewise. */
  fragment: 150,
  /** No match at all. */
  missing: 200,
} as const;

/** Cost from which the matching word is spelt otherwise than what was typed. */
export const INEXACT = PENALTY.abbreviatedPiece;

/**
 * Room for the words of a name that nothing typed matches, and for whether its first is among them.
 */
const LEFTOVERS = 32;
/** Room for how rare the words are that match without being what was typed. */
const RARENESS = 16;

/**
 * Place of a candidate among all: by what it costs, then by what of the name is left over, then, of
 * names that are as far from what was typed, by which is likelier to be meant. Lower is better.
 */
export function orderOf(
  cost: number,
  { leftOver, startsElsewhere, rareness }: {
    leftOver: number;
    startsElsewhere: boolean;
    rareness: number;
  },
): number {
  const left = Math.min(leftOver, LEFTOVERS / 2 - 1) * 2 + (startsElsewhere ? 1 : 0);
  return (cost * LEFTOVERS + left) * RARENESS + Math.min(rareness, RARENESS - 1);
}

/** Order at which half of the score is left: a little more than the cost of one typo. */
const HALF = 3000 * RARENESS;

/** An order as a score: 1 for the very name, falling steadily. */
export function scoreOf(order: number): number {
  return Math.round(10_000 * HALF / (HALF + order)) / 10_000;
}
