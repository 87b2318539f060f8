/**
 * Sessions of a training group: blocks of repetitions at a share of VMA, and the targets of each
 * runner.
 */
import { distanceIn, type Pace, paceAtShare, type Speed, timeOver } from "../measure/pace.ts";

/** Length of a run or a recovery: over a distance, or for a time. */
export interface Length {
  /** Meters, or null where it is for a time. */
  distance: number | null;
  /** Seconds, or null where it is over a distance. */
  time: number | null;
}

/** A share of VMA, per cent; both ends are equal where it is not a range. */
export interface Share {
  slowest: number;
  fastest: number;
}

/** Repetitions of one length at one share of VMA. */
export interface SessionStep extends Length {
  repetitions: number;
  share: Share;
  /** Recovery after each repetition; null where none is written. */
  recovery: Length | null;
}

/**
 * Steps that are run one after the other, and all of that several times: `2x(10x30"/30")`,
 * `4x(400-300-200)`.
 */
export interface SessionBlock {
  kind: "block";
  sets: number;
  steps: readonly SessionStep[];
  /** Recovery between sets; null where none is written, and where there is one set. */
  setRecovery: Length | null;
}

/** A part without targets, shown as it was written: warm-up, drills, cool-down. */
export interface SessionText {
  kind: "text";
  text: string;
}

/** One line of a session. */
export type SessionLine = SessionBlock | SessionText;

/** Bounds of a number, both included. */
export interface Bounds {
  min: number;
  max: number;
}

/** Limits of a block. Distances in m, times in s, shares in per cent. */
export const SESSION_LIMITS = {
  sets: { min: 1, max: 20 },
  repetitions: { min: 1, max: 60 },
  /** Number of lengths in a pyramid. */
  steps: { min: 1, max: 15 },
  length: { distance: { min: 50, max: 20_000 }, time: { min: 10, max: 3600 } },
  share: { min: 40, max: 160 },
  recovery: { distance: { min: 50, max: 2000 }, time: { min: 5, max: 1800 } },
} as const;

const shareCode = ({ slowest, fastest }: Share) =>
  slowest === fastest ? String(slowest) : `${slowest}~${fastest}`;

/** Seconds of a recovery have no unit, as in addresses of the first version. */
const recoveryCode = (recovery: Length | null) =>
  recovery === null
    ? ""
    : recovery.distance === null
    ? `r${recovery.time}`
    : `r${recovery.distance}m`;

function stepCode({ repetitions, distance, time, share, recovery }: SessionStep): string {
  const length = distance === null ? `${time}s` : String(distance);
  return `${repetitions}x${length}@${shareCode(share)}${recoveryCode(recovery)}`;
}

/**
 * Writes a line in its short form, which `parseSessionLine` reads back: `10x400@105r75`,
 * `15x30s@105r200m`, `2x(10x30s@100~105r30)r180`, `4x(1x400@105_1x300@105)`; a part without targets
 * as it is.
 */
export function sessionLineCode(line: SessionLine): string {
  if (line.kind === "text") return line.text;
  const steps = line.steps.map(stepCode).join("_");
  return line.sets === 1 ? steps : `${line.sets}x(${steps})${recoveryCode(line.setRecovery)}`;
}

/** The target of one runner in a step, at one share. */
export interface StepTarget {
  pace: Pace;
  /** Time of a repetition, s. */
  time: number;
  /** Length of a repetition, m. */
  distance: number;
  /** Time of a lap of 400 m within it, s; null where a repetition is not longer than a lap. */
  lap: number | null;
}

/** A lap of the track, m. Source: World Athletics, Technical Rules, rule 14, 2024. */
const LAP = 400;

/**
 * The target of one runner.
 *
 * @param percent Per cent of VMA.
 * @param vma km/h.
 * @throws {RangeError} If VMA or the share is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { stepTarget } from "./training_session.ts";
 * // 400 m at 105 % of a VMA of 16 km/h.
 * const { time } = stepTarget({ distance: 400, time: null }, { percent: 105, vma: 16 });
 * assertAlmostEquals(time, 85.714, 0.001);
 * ```
 */
export function stepTarget(
  { distance, time }: Length,
  { percent, vma }: { percent: number; vma: Speed },
): StepTarget {
  const pace = paceAtShare(vma, percent / 100);
  const length = distance ?? distanceIn(pace, time ?? NaN);
  return {
    pace,
    time: time ?? timeOver(pace, length),
    distance: length,
    lap: length > LAP ? timeOver(pace, LAP) : null,
  };
}
