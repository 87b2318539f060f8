/**
 * Chance that gives the same for the same word within one run, and something else in every other
 * run.
 */
export interface Chance {
  /**
   * A whole number from 0 up to, not including, `below`.
   *
   * @param attempt Another number for the same word.
   */
  draw(word: string, below: number, attempt?: number): number;
}

/** @param secret What nobody knows: without it nothing leads from an invented word back. */
export function createChance(secret: string): Chance {
  return {
    draw(word, below, attempt = 0) {
      // FNV-1a with a last mixing: spreads well, and is quick for some thousand short words.
      let hash = 0x811c9dc5;
      for (const character of `${secret}\u0000${word}\u0000${attempt}`) {
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      }
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      return ((hash ^ (hash >>> 16)) >>> 0) % below;
    },
  };
}

/** A secret of this run. */
export function randomSecret(): string {
  return crypto.randomUUID();
}
