import { type Numbers, release, roomFor } from "./build_memory.ts";
import { narrowFor, widestOf } from "./narrow.ts";

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
    const length = Math.max(needed, Math.ceil(this.#array.length * 1.5));
    const larger = this.#make(roomFor(length, this.#array.BYTES_PER_ELEMENT));
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
}

/** A column that grows while it is filled, of the narrowest kind that holds its values so far. */
export class GrowingColumn {
  #most = widestOf(new Uint8Array());
  #values: Growing<Numbers> = growingUpTo(0);

  /** @param value A whole number from 0. */
  push(value: number): void {
    if (value > this.#most) this.#widen(value);
    this.#values.push(value);
  }

  get length(): number {
    return this.#values.length;
  }

  /** The values, which are given away: none are left. */
  take(): Numbers {
    return this.#values.take();
  }

  #widen(value: number): void {
    const wider = growingUpTo(value);
    const narrow = this.#values.take();
    wider.reserve(narrow.length);
    wider.current.set(narrow);
    wider.length = narrow.length;
    release(narrow);
    this.#values = wider;
    this.#most = widestOf(wider.current);
  }
}

const growingUpTo = (most: number) => new Growing((length) => narrowFor(most, length));
