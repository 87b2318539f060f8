/** Whole numbers of any kind that an index holds. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** An array of zeros of the narrowest kind that holds whole numbers up to `most`. */
export function narrowFor(most: number, length: number): Numbers {
  if (most <= 0xff) return new Uint8Array(length);
  if (most <= 0xffff) return new Uint16Array(length);
  if (most <= 0xffff_ffff) return new Uint32Array(length);
  return new Float64Array(length);
}

/** The values in another order, in an array of the narrowest kind that holds them. */
export function narrowInOrder(values: Numbers, order: Uint32Array): Numbers {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const narrow = narrowFor(most, order.length);
  for (let place = 0; place < order.length; place++) narrow[place] = values[order[place] ?? 0] ?? 0;
  return narrow;
}

/**
 * Gives the memory of an array back at once: the garbage collector may take its time, and making an
 * index needs many large arrays one after the other. The array is empty afterwards, and so is any
 * other over the same memory.
 */
export function release({ buffer }: Numbers): void {
  // What is shared belongs to other threads as well.
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
