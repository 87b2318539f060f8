import { bytes } from "./build_memory.ts";
import { entryWord } from "./index_data.ts";
import type { Lists } from "./lists.ts";

/** Steps of the precedence among equals: it fits into four bits. */
export const PRECEDENCES = 16;
/** Steps of people who are active, and of those who are not. */
const OF_EACH = PRECEDENCES / 2;
/** Who has the name of somebody before comes behind the first of every name. */
const FURTHER = OF_EACH - 1;

/**
 * Which of several athletes, whom a query matches equally well, is likelier to be meant; 0 comes
 * first. Active ones come before the others, and the first of each name before the next who has
 * it: of ten people with one name nobody knows which to take, of ten names one is the right one.
 * The more people have a name, the likelier it is meant.
 *
 * @param rows By row, in order: words of its name first, as many as `wordCount`. Neighbours of one
 *   name follow one another.
 * @param active So many of them are active, the first ones.
 */
export function rankEquals(
  { entries: { starts, values }, wordCount, size, active }: {
    entries: Lists;
    wordCount: ArrayLike<number>;
    size: number;
    active: number;
  },
): Uint8Array {
  const precedence = bytes(size);
  const isSameName = (a: number, b: number) => {
    const count = wordCount[a] ?? 0;
    if (count !== (wordCount[b] ?? 0)) return false;
    const [ofA, ofB] = [starts[a] ?? 0, starts[b] ?? 0];
    for (let at = 0; at < count; at++) {
      if (entryWord(values[ofA + at] ?? 0) !== entryWord(values[ofB + at] ?? 0)) return false;
    }
    return true;
  };
  for (let first = 0; first < size;) {
    const last = first < active ? active : size;
    let next = first + 1;
    while (next < last && isSameName(first, next)) next++;
    const base = first < active ? 0 : OF_EACH;
    // Each step stands for twice as many people.
    const doublings = Math.floor(Math.log2(next - first));
    precedence[first] = base + Math.max(0, FURTHER - 1 - doublings);
    precedence.fill(base + FURTHER, first + 1, next);
    first = next;
  }
  return precedence;
}
