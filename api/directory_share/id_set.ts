/** Slots of an empty set: twelve ids fit. */
const INITIAL_SLOTS = 16;
/**
 * Share of the slots that may be taken: with more, looking for one that is not there takes long.
 */
const MAX_LOAD = 0.75;

/**
 * A set of federation ids: the most compact one that can grow.
 *
 * Of an id only 32 bits are held. Two ids may share them: of 13,000 ids that is one pair in fifty
 * sets, and one athlete counted less.
 */
export class IdSet {
  #slots = new Uint32Array(INITIAL_SLOTS);
  #size = 0;

  /** Ids in it. */
  get size(): number {
    return this.#size;
  }

  /** Memory of its slots, bytes. */
  get bytes(): number {
    return this.#slots.byteLength;
  }

  has(ffaId: string): boolean {
    return this.#slots[this.#find(hash32(ffaId))] !== 0;
  }

  add(ffaId: string): void {
    const hash = hash32(ffaId);
    const at = this.#find(hash);
    if (this.#slots[at] !== 0) return;
    this.#slots[at] = hash;
    this.#size++;
    if (this.#size > this.#slots.length * MAX_LOAD) this.#grow();
  }

  /** Slot of a hash, or the free one where it belongs. */
  #find(hash: number): number {
    const last = this.#slots.length - 1;
    let at = hash & last;
    while (this.#slots[at] !== 0 && this.#slots[at] !== hash) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const hashes = this.#slots;
    this.#slots = new Uint32Array(hashes.length * 2);
    for (const hash of hashes) if (hash !== 0) this.#slots[this.#find(hash)] = hash;
  }
}

/** 32 bits of an id, never 0: FNV-1a, mixed so that the low bits differ for ids in a row. */
function hash32(ffaId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < ffaId.length; at++) {
    hash = Math.imul(hash ^ ffaId.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}
