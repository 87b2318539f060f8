/** Slots of an empty set. */
const SMALLEST = 16;
/**
 * Share of the slots that may be taken: with more, looking for one that is not there takes long.
 */
const FULL = 0.75;

/**
 * Athletes that somebody was told of, by their federation ids: the most compact set that can grow.
 *
 * Of an id only 32 bits are held. Two ids may share them: of 13,000 athletes that is one pair in
 * fifty sets, and one athlete counted less.
 */
export class SeenAthletes {
  #slots = new Uint32Array(SMALLEST);
  #size = 0;

  /** Athletes in it. */
  get size(): number {
    return this.#size;
  }

  /** Memory of its slots, bytes. */
  get bytes(): number {
    return this.#slots.byteLength;
  }

  has(ffaId: string): boolean {
    return this.#slots[this.#find(mark(ffaId))] !== 0;
  }

  add(ffaId: string): void {
    const added = mark(ffaId);
    const at = this.#find(added);
    if (this.#slots[at] !== 0) return;
    this.#slots[at] = added;
    this.#size++;
    if (this.#size > this.#slots.length * FULL) this.#grow();
  }

  /** Slot of a mark, or the free one where it belongs. */
  #find(wanted: number): number {
    const last = this.#slots.length - 1;
    let at = wanted & last;
    while (this.#slots[at] !== 0 && this.#slots[at] !== wanted) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (const one of before) if (one !== 0) this.#slots[this.#find(one)] = one;
  }
}

/** 32 bits of an id, never 0: FNV-1a, stirred so that the low bits differ for ids in a row. */
function mark(ffaId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < ffaId.length; at++) {
    hash = Math.imul(hash ^ ffaId.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}
