/** Most letters of the shorter text: one bit each, of the 32 that numbers are computed with. */
export const MOST_BITS = 31;

/** By letter: a bit for each place at which it stands in what was typed. */
const places = new Int32Array(256);

/** A stretch of what was typed and one of the text it is compared with. */
export interface Stretches {
  text: Uint8Array;
  /** Where the stretch of what was typed begins, and its length: {@linkcode MOST_BITS} at most. */
  skip: number;
  size: number;
  /** The same of the text. */
  start: number;
  length: number;
  /** Most edits that are of interest. */
  most: number;
  /** What was typed may be the beginning only: what follows in the text costs nothing. */
  begun: boolean;
}

/**
 * Edits between two stretches, a column of the table of distances at a time: each bit says whether
 * a field is one more, or one less, than the one above it. After H. Hyyrö, "A bit-vector algorithm
 * for computing Levenshtein and Damerau edit distances" (2003).
 *
 * @returns The number of edits, or any number above `most` when there are more.
 */
export function bitDistance(
  typed: Uint8Array,
  { text, skip, size, start, length, most, begun }: Stretches,
): number {
  for (let at = 0; at < size; at++) {
    const letter = typed[skip + at] ?? 0;
    places[letter] = (places[letter] ?? 0) | (1 << at);
  }
  const last = 1 << (size - 1);
  let more = -1;
  let less = 0;
  let same = 0;
  let before = 0;
  let distance = size;
  let best = size;
  for (let at = 0; at < length; at++) {
    const here = places[text[start + at] ?? 0] ?? 0;
    const swapped = ((~same & here) << 1) & before;
    same = (((here & more) + more) ^ more) | here | less | swapped;
    const right = less | ~(same | more);
    const left = same & more;
    if ((right & last) !== 0) distance++;
    if ((left & last) !== 0) distance--;
    if (distance < best) best = distance;
    // Each letter that follows takes one edit away at most.
    if (distance - (length - at - 1) > most) {
      if (!begun) distance = most + 1;
      break;
    }
    const shifted = (right << 1) | 1;
    more = (left << 1) | ~(same | shifted);
    less = shifted & same;
    before = here;
  }
  for (let at = 0; at < size; at++) places[typed[skip + at] ?? 0] = 0;
  return begun ? best : distance;
}
