import { bytes, release, words } from "./build_memory.ts";
import { Growing } from "./growing.ts";

/** Multiplier of the hash of words: odd, its bits well spread. */
const BASE = 0x01000193;

/** Hash of a stretch of bytes. */
export function hashBytes(text: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, BASE) + (text[at] ?? 0)) | 0;
  return hash;
}

/** Spreads a hash over a table whose size is a power of two. */
export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/**
 * Numbers distinct texts in the order in which they first appear, without making a string of any.
 */
export class Interner {
  readonly text = new Growing(bytes);
  /** Where each text begins; the next one's beginning is its end. */
  readonly starts = new Growing(words);
  #table = words(1 << 16);

  constructor() {
    this.starts.push(0);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The number of a text. */
  intern(source: Uint8Array, from: number, to: number): number {
    const mask = this.#table.length - 1;
    let slot = spread(hashBytes(source, from, to)) & mask;
    for (let entry; (entry = this.#table[slot] ?? 0) !== 0; slot = (slot + 1) & mask) {
      if (this.#holds(entry - 1, { source, from, to })) return entry - 1;
    }
    const id = this.size;
    this.text.append(source, from, to);
    this.starts.push(this.text.length);
    this.#table[slot] = id + 1;
    if (id * 2 > this.#table.length) this.#grow();
    return id;
  }

  /** The texts one behind the other, and where each begins; given away with all the rest. */
  take(): { text: Uint8Array; starts: Uint32Array } {
    release(this.#table);
    return { text: this.text.take(), starts: this.starts.take() };
  }

  #holds(id: number, part: { source: Uint8Array; from: number; to: number }): boolean {
    const starts = this.starts.current;
    const start = starts[id] ?? 0;
    const length = part.to - part.from;
    if ((starts[id + 1] ?? 0) - start !== length) return false;
    const text = this.text.current;
    for (let at = 0; at < length; at++) {
      if (text[start + at] !== part.source[part.from + at]) return false;
    }
    return true;
  }

  #grow(): void {
    const table = words(this.#table.length * 4);
    const mask = table.length - 1;
    const text = this.text.current;
    const starts = this.starts.current;
    for (let id = 0; id < this.size; id++) {
      let slot = spread(hashBytes(text, starts[id] ?? 0, starts[id + 1] ?? 0)) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = id + 1;
    }
    release(this.#table);
    this.#table = table;
  }
}
