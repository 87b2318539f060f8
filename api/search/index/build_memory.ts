/**
 * Memory of the arrays that making an index needs for a while: some hundred megabytes, which the
 * process must not keep when they are used up.
 */

/**
 * An array of so many bytes gets memory of its own from the system, and gives it back at once. The
 * C library of Linux keeps smaller ones in heaps, which shrink at their end only; where it draws
 * the line follows from what was freed before, up to 32 MB (`M_MMAP_THRESHOLD` of glibc).
 */
const OWN_MEMORY_BYTES = 33 << 20;
/** Arrays from this size on are worth it: they cost an address, not memory, until it is used. */
const WORTH_BYTES = 1 << 18;

/** Whole numbers of any kind that an index holds. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** How many numbers fit into the memory that an array of `length` gets. */
export function roomFor(length: number, bytesEach: number): number {
  const isSmall = length * bytesEach < WORTH_BYTES;
  return isSmall ? length : Math.max(length, Math.ceil(OWN_MEMORY_BYTES / bytesEach));
}

const memoryFor = (length: number, bytesEach: number) =>
  new ArrayBuffer(roomFor(length, bytesEach) * bytesEach);

/** Arrays of zeros, by their kind. */
export const bytes = (length: number) => new Uint8Array(memoryFor(length, 1), 0, length);
export const shorts = (length: number) => new Uint16Array(memoryFor(length, 2), 0, length);
export const words = (length: number) => new Uint32Array(memoryFor(length, 4), 0, length);
export const doubles = (length: number) => new Float64Array(memoryFor(length, 8), 0, length);

/**
 * Gives the memory of an array back at once: the garbage collector may take its time, and making an
 * index needs many large arrays one after the other. The array is empty afterwards, and so is any
 * other over the same memory.
 */
export function release({ buffer }: Numbers): void {
  // What is shared belongs to other threads as well.
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
