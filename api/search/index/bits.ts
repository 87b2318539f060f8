/** How many bits are set, without a loop: asked for every word of the vocabulary. */
export function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The letters of a word, one bit each: tells in one step that two words are too different. */
export function letterBits(text: Uint8Array, from = 0, to = text.length): number {
  let bits = 0;
  for (let at = from; at < to; at++) bits |= 1 << ((text[at] ?? 0) & 31);
  return bits >>> 0;
}
