/**
 * Numbers that look random and are the same for the same seed. Source: mulberry32, T. Ettinger,
 * public domain.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 up to, but without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  }

  /** A whole number from 0 up to, but without, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** One of several. */
  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError("Cannot pick from nothing");
    return value;
  }
}

/**
 * The seed of what a test leaves to chance: the one in `variable`, which repeats a run, else
 * another one each time. It is printed, so that whoever sees a failure can repeat it.
 */
export function printedSeed(variable = "TEST_SEED"): number {
  const seed = Number(Deno.env.get(variable) ?? Math.floor(Math.random() * 1e6));
  Deno.stderr.writeSync(new TextEncoder().encode(`${variable}=${seed}\n`));
  return seed;
}
