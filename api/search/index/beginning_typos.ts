import type { Vocabulary } from "./vocabulary.ts";

/** Neighbouring words: from the first up to, but without, the second. */
type Stretch = readonly [from: number, to: number];

/**
 * Finds the words that begin with another word in which there is one typo at most: a letter put
 * in, left out, changed, or two neighbours swapped. The vocabulary is walked letter by letter as a
 * tree, so that only beginnings that exist are tried.
 *
 * @returns Numbers of the words, each once, in order.
 */
export function wordsBeginningNear(vocabulary: Vocabulary, typed: Uint8Array): number[] {
  const stretches: Stretch[] = [];
  /** Adds the words of a stretch that go on, at this depth, with the rest of what was typed. */
  const follow = (stretch: Stretch, depth: number, rest: number): void => {
    let narrowed = stretch;
    for (let at = rest; at < typed.length && narrowed[0] < narrowed[1]; at++) {
      narrowed = vocabulary.narrow(narrowed, depth + at - rest, typed[at] ?? 0);
    }
    if (narrowed[0] < narrowed[1]) stretches.push(narrowed);
  };
  let stretch: Stretch = [0, vocabulary.size];
  for (let at = 0; at < typed.length && stretch[0] < stretch[1]; at++) {
    const letter = typed[at] ?? 0;
    follow(stretch, at, at + 1);
    if (at + 1 < typed.length) {
      const swapped = vocabulary.narrow(stretch, at, typed[at + 1] ?? 0);
      follow(vocabulary.narrow(swapped, at + 1, letter), at + 2, at + 2);
    }
    for (let next = stretch[0]; next < stretch[1];) {
      const other = vocabulary.letterAt(next, at);
      if (other === 0) {
        // A word that ends here: it comes before all that go on.
        next++;
        continue;
      }
      const child = vocabulary.narrow([next, stretch[1]], at, other);
      if (other !== letter) follow(child, at + 1, at + 1);
      follow(child, at + 1, at);
      next = child[1];
    }
    stretch = vocabulary.narrow(stretch, at, letter);
  }
  if (stretch[0] < stretch[1]) stretches.push(stretch);
  return numbersOf(stretches);
}

/** All numbers of stretches that may overlap, each once, in order. */
function numbersOf(stretches: Stretch[]): number[] {
  const numbers: number[] = [];
  let reached = 0;
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    for (let id = Math.max(from, reached); id < to; id++) numbers.push(id);
    reached = Math.max(reached, to);
  }
  return numbers;
}
