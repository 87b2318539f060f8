/** Spreads the bits of a whole number over 32 bits; close inputs give unrelated outputs. */
function spread(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/**
 * Draws a whole number from a key and what it is drawn for: always the same one for the same pair,
 * so that any fact about any athlete can be computed without those of the others.
 *
 * @returns A whole number from 0 to 2^32 - 1.
 */
export function hash(key: number, purpose: number): number {
  return spread(spread(key ^ 0x5bf03635) + Math.imul(purpose + 1, 0x9e3779b1));
}

/** Draws a number from 0 (included) to 1 (excluded). */
export function draw(key: number, purpose: number): number {
  return hash(key, purpose) / 4294967296;
}

/** Draws a whole number from `min` to `max`, both included. */
export function drawWhole(key: number, purpose: number, [min, max]: [number, number]): number {
  return min + Math.floor(draw(key, purpose) * (max - min + 1));
}

/** Draws one of a list. @throws {RangeError} If the list is empty. */
export function drawOne<T>(key: number, purpose: number, list: readonly T[]): T {
  const item = list[hash(key, purpose) % list.length];
  if (item === undefined) throw new RangeError("Cannot draw from an empty list");
  return item;
}

/** Draws from the normal distribution of mean 0 and deviation 1, cut at three deviations. */
export function drawNormal(key: number, purpose: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - draw(key, purpose)));
  const angle = 2 * Math.PI * draw(key, purpose + 0x4000);
  return Math.max(-3, Math.min(3, radius * Math.cos(angle)));
}
