import type { Clock } from "../../process/clock.ts";
import { type PaceState, UNUSED_PACE } from "./rules.ts";

/** Where the state of the pace is kept. */
export interface PaceStore {
  /**
   * Changes the state in one step: nobody sees or changes it in between.
   *
   * @param rule Makes the next state, and a result, of the present one and the moment, ms since
   *   1970; may be called again with a newer state. The state itself = nothing to write.
   * @throws What keeps the store from being reached.
   */
  change<T>(rule: (state: PaceState, now: number) => [PaceState, T]): Promise<T>;
  /** How long a seat is kept unless renewed, ms; Infinity where a seat dies with the process. */
  readonly lease: number;
  /** Longest time until the state is read again, ms: other processes change it too. */
  readonly lookEvery: number;
}

/** Keeps the pace of one process: for a site that is this machine itself, asked without a limit. */
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
