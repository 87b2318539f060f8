/**
 * Slips between two words: letters put in, left out, changed, or two neighbors swapped (optimal string
 * alignment: no stretch is edited twice).
 *
 * @param a A word; both are short, time grows with the product of their lengths.
 */
export function spellingDistance(a: string, b: string): number {
  if (a === b) return 0;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(before, j - 2) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

/** An entry of a row that is known to be long enough. */
function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
