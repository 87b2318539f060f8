import { type Numbers, release } from "./narrow.ts";

/**
 * A typed array that grows while it is filled: a quarter of the memory of an array of numbers, or
 * less.
 */
export class Growing<T extends Numbers> {
  #array: T;
  readonly #make: (length: number) => T;
  /** Values so far. */
  length = 0;

  /** @param make Makes an array of zeros. */
  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#array = make(1024);
  }

  push(value: number): void {
    this.reserve(1);
    this.#array[this.length++] = value;
  }

  /** Appends bytes or numbers of another array. */
  append(values: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const array = this.#array;
    let at = this.length;
    // Words are short: a loop is quicker than a copy of a view.
    for (let index = from; index < to; index++) array[at++] = values[index] ?? 0;
    this.length = at;
  }

  /** Makes room for that many more. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.#array.length) return;
    const larger = this.#make(Math.max(needed, Math.ceil(this.#array.length * 1.5)));
    larger.set(this.#array);
    release(this.#array);
    this.#array = larger;
  }

  /** The array as it stands, with room to spare behind `length`; replaced when it grows. */
  get current(): T {
    return this.#array;
  }

  /** The values, which are given away: none are left. */
  take(): T {
    const values = this.#array.subarray(0, this.length) as T;
    this.#array = this.#make(0);
    this.length = 0;
    return values;
  }

  /** The values, in an array of their own. */
  toArray(): T {
    const array = this.#make(this.length);
    array.set(this.#array.subarray(0, this.length));
    return array;
  }
}

export const bytes = (length: number) => new Uint8Array(length);
export const shorts = (length: number) => new Uint16Array(length);
export const words = (length: number) => new Uint32Array(length);
export const doubles = (length: number) => new Float64Array(length);
