import type { DirectoryIndex } from "./directory_index.ts";

/**
 * Calls back with athletes whose name begins with one of some neighbouring words: they follow one
 * another in the index, the active ones first.
 */
export function eachNameBeginning(
  index: DirectoryIndex,
  from: number,
  to: number,
  visit: (row: number) => void,
): void {
  const { active } = index.data;
  for (const [first, end] of [[0, active], [active, index.size]] as const) {
    const last = firstFrom(index, to, { first, end });
    for (let row = firstFrom(index, from, { first, end }); row < last; row++) visit(row);
  }
}

/** First athlete of a stretch whose name begins with this word or a later one. */
function firstFrom(
  index: DirectoryIndex,
  word: number,
  { first, end }: { first: number; end: number },
): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.firstWord(middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
