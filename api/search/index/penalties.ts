/**
 * What it costs when a typed word is answered by something else than the very word. Whoever answers all words at
 * the least cost comes first: exact before unfinished before slip before sound-alike.
 */
export const PENALTY = {
  exact: 0,
  /** Written as one or as two: `legoff`, `le goff`. */
  glued: 1,
  /** Beginning of a word, where the last word is still being typed; an initial. */
  unfinished: 2,
  /** Word of the club's name. */
  club: 4,
  unfinishedClub: 8,
  /** Beginning of a word, the rest of which is silent: `rou` for ROUX. */
  silentEnd: 69,
  /** Beginning of a word, not at the end of what was typed. */
  abbreviated: 70,
  /** A piece from inside of a word, beside an initial; up to five more for what is missing of the word. */
  abbreviatedPiece: 71,
  /** A slip that cannot be heard. */
  silentSlip: 78,
  slip: 80,
  firstLetterSlip: 84,
  clubSlip: 86,
  sound: 90,
  /** A slip in a word of two letters. */
  shortSlip: 110,
  unfinishedSlip: 120,
  twoSlips: 130,
  /** A piece from inside of a word; likewise. */
  fragment: 150,
  /** No answer at all. */
  missing: 200,
} as const;

/** Room for the words of a name that nothing typed answers, and for whether the first word is among them. */
const LEFTOVERS = 32;
/** Room for how rare the words are that answer without being what was typed. */
const RARENESS = 16;

/**
 * Place of an answer among all: by what it cost, then by what of the name is left over, then, of names that are as
 * far from what was typed, by which is likelier to be meant.
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

/** Order at which half of the score is left: a little more than one slip. */
const HALF = 3000 * RARENESS;

/** An order as a score: 1 for the very name, falling steadily. */
export function scoreOf(order: number): number {
  return Math.round(10_000 * HALF / (HALF + order)) / 10_000;
}
