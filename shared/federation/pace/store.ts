import type { Clock } from "../../process/clock.ts";
import { type PaceState, UNUSED_PACE } from "./rules.ts";

/** Where the state of the pace is kept. */
export interface PaceStore {
  /**
   * Changes the state atomically.
   *
   * @param rule Computes the next state and a result from the present state and the moment, ms
   *   since 1970; may be called again with a newer state. Returning the same state means nothing to
   *   write.
   * @throws The error of a store that cannot be reached.
   */
  change<T>(rule: (state: PaceState, now: number) => [PaceState, T]): Promise<T>;
  /** How long a seat is kept unless renewed, ms; Infinity where a seat ends with the process. */
  readonly lease: number;
  /** Longest time until the state is read again, ms: other processes change it too. */
  readonly lookEvery: number;
}

/** Keeps the pace of one process: for a site on this machine, which has no limit. */
export function memoryStore(clock: Clock): PaceStore {
  let state = UNUSED_PACE;
  return {
    lease: Infinity,
    lookEvery: Infinity,
    change(rule) {
      const [next, result] = rule(state, clock.now());
      state = next;
      return Promise.resolve(result);
    },
  };
}
