import { bitDistance, MOST_BITS, type Stretches } from "./bit_distance.ts";

/** A stretch of bytes that a typed word is compared with, and how far. */
export interface Comparison {
  text: Uint8Array;
  /** Where the stretch begins and ends; the whole text by default. */
  from?: number;
  to?: number;
  /** Most edits that are of interest; all by default. */
  most?: number;
  /** What was typed may be the beginning only: what follows in the text costs nothing. */
  begun?: boolean;
}

/** Three rows of the table of distances; an edit of this edit only looks two rows back. */
let rows = makeRows(96);

function makeRows(length: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/**
 * Edits between two words: letters put in, left out, changed, or two neighbours swapped (optimal
 * string alignment: no stretch is edited twice).
 *
 * Letters that both words share at their ends are left out first, and rows of the table are cut to
 * the fields that `most` edits can reach: this is asked of thousands of words for one query.
 *
 * @param typed Word of one byte a letter.
 * @returns The number of edits; `most + 1` when there are more.
 */
export function editDistance(
  typed: Uint8Array,
  { text, from = 0, to = text.length, most = Math.max(typed.length, to - from), begun = false }:
    Comparison,
): number {
  const far = most + 1;
  let typedLength = typed.length;
  let length = to - from;
  if (length < typedLength - most || (!begun && length > typedLength + most)) return far;
  const shorter = Math.min(length, typedLength);
  let same = 0;
  while (same < shorter && typed[same] === text[from + same]) same++;
  if (!begun) {
    while (
      length > same && typedLength > same && typed[typedLength - 1] === text[from + length - 1]
    ) {
      length--;
      typedLength--;
    }
  }
  typedLength -= same;
  length -= same;
  if (typedLength === 0) return begun ? 0 : Math.min(length, far);
  if (length === 0) return Math.min(typedLength, far);
  const start = from + same;
  if (!begun) {
    if (typedLength === 1 && length === 1) return Math.min(1, far);
    if (
      typedLength === 2 && length === 2 && typed[same] === text[start + 1] &&
      typed[same + 1] === text[start]
    ) return Math.min(1, far);
    // With the shared ends gone, one edit is all that can be left, and was none of the above.
    if (most < 2) return far;
  }
  const stretches = { text, skip: same, size: typedLength, start, length, most, begun };
  return typedLength > MOST_BITS
    ? tableDistance(typed, stretches)
    : Math.min(far, bitDistance(typed, stretches));
}

/** The same of stretches of any length, by the table of distances. */
function tableDistance(
  typed: Uint8Array,
  { text, skip, size, start, length, most, begun }: Stretches,
): number {
  const far = most + 1;
  if (size >= rows[0].length) rows = makeRows(2 * size);
  let [older, last, row] = rows;
  for (let j = 0; j <= size; j++) last[j] = Math.min(j, far);
  let best = last[size] ?? far;
  // The letters before those that are compared.
  const typedBefore = skip - 1;
  const textBefore = start - 1;
  for (let i = 1; i <= length && i <= size + most; i++) {
    const letter = text[textBefore + i];
    const letterBefore = text[textBefore + i - 1];
    const end = Math.min(size, i + most);
    row.fill(far, 0, size + 1);
    row[0] = Math.min(i, far);
    let least = row[0] ?? far;
    for (let j = Math.max(1, i - most); j <= end; j++) {
      const own = typed[typedBefore + j];
      let value = (last[j - 1] ?? far) + (own === letter ? 0 : 1);
      value = Math.min(value, (last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, far);
      if (i > 1 && j > 1 && own === letterBefore && typed[typedBefore + j - 1] === letter) {
        value = Math.min(value, (older[j - 2] ?? far) + 1);
      }
      row[j] = value;
      if (value < least) least = value;
    }
    best = begun ? Math.min(best, row[size] ?? far) : row[size] ?? far;
    if (least >= far) return begun ? best : far;
    [older, last, row] = [last, row, older];
  }
  return best;
}

const encoder = new TextEncoder();

/**
 * Edits between two texts of normalized words (`a–z`, `0–9` and spaces), all of them counted.
 *
 * @param a A text; both are short, time grows with the product of their lengths.
 */
export function spellingDistance(a: string, b: string): number {
  return editDistance(encoder.encode(a), { text: encoder.encode(b) });
}
