/** Sessions of repetitions at a share of VMA: as coaches write them, and what each runner has to run. */
import { parseDistance } from "./distance.ts";
import { InputError } from "./input_error.ts";
import { distanceIn, type Pace, paceAtShare, type Speed, timeOver } from "./pace.ts";
import { parseTime } from "./time.ts";

/** Repetitions over one length, or for one time, at one share of VMA. */
export interface SessionBlock {
  repetitions: number;
  /** Meters, or null where the repetition is for a time. */
  distance: number | null;
  /** Seconds, or null where the repetition is over a distance. */
  time: number | null;
  /** Per cent of VMA. */
  percent: number;
  /** Recovery between repetitions, s; null where it is not told. */
  recovery: number | null;
}

/** What is taken for a block. Distances in m, times in s, shares in per cent. */
export const BLOCK_LIMITS = {
  repetitions: { min: 1, max: 60 },
  distance: { min: 50, max: 20_000 },
  time: { min: 10, max: 3600 },
  percent: { min: 40, max: 160 },
  recovery: { min: 5, max: 1800 },
} as const;

/** Longest text looked at. */
const MAX_TEXT = 80;
const EXAMPLES = ["10x400 105%", "3x2000 m 90 % r 2'", `15x30" 105%`];
const BLOCK =
  /^(?:(\d{1,3}) ?x ?)?(\d.*?) ?(?:à|a|at|@| ) ?(\d{2,3}(?:[.,]\d)?) ?%?(?: (?:de )?(?:la )?vma)?(?: ?,? ?(?:récupération|recuperation|récup|recup|recovery|rec|r)[ .:=]*(\d.*))?$/;
const TIMED = /['":]|\d ?(?:s|sec|secondes?|seconds?|mn|min|minutes?)$/;

/**
 * Reads a block as coaches write it: `10x400 105%`, `10 × 400 m à 105 % VMA r 1'15`, `15x30" 105%`, `2000 m 85`,
 * and the short form `10x400@105r75`.
 *
 * @param text What was typed.
 * @returns The block; a number alone is meters, recovery without a unit is seconds.
 * @throws {InputError} If the text is no block, or one that nobody runs.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseBlock } from "./training_session.ts";
 * assertEquals(parseBlock("10 × 400 m à 105 % r 1'15"), {
 *   repetitions: 10,
 *   distance: 400,
 *   time: null,
 *   percent: 105,
 *   recovery: 75,
 * });
 * ```
 */
export function parseBlock(text: string): SessionBlock {
  const refuse = (detail: string, reason: InputError["reason"]) =>
    new InputError("session", text, detail, {
      reason,
      suggestions: EXAMPLES.map((text) => ({ kind: "text", text })),
    });
  const plain = text.normalize("NFC").toLowerCase().replace(/[×*]/g, "x").replace(/[’′]/g, "'")
    .replace(/[”“″]|''/g, '"').replace(/\s+/g, " ").trim();
  const match = plain.length > MAX_TEXT ? null : BLOCK.exec(plain);
  const [, repetitions = "1", length = "", percent = "", recovery] = match ?? [];
  if (match === null) throw refuse(`write for example ${EXAMPLES.join(", ")}`, "unreadable");
  const timed = TIMED.test(length);
  const block: SessionBlock = {
    repetitions: Number(repetitions),
    distance: timed ? null : parseDistance(length),
    time: timed ? parseTime(length) / 100 : null,
    percent: Number(percent.replace(",", ".")),
    recovery: recovery === undefined ? null : parseTime(recovery) / 100,
  };
  for (const [name, { min, max }] of Object.entries(BLOCK_LIMITS)) {
    const value = block[name as keyof SessionBlock];
    if (value !== null && !(value >= min && value <= max)) {
      throw refuse(`${name} must be from ${min} to ${max}`, "out-of-range");
    }
  }
  return block;
}

/** Writes a block in its short form, which {@link parseBlock} reads: `10x400@105r75`, `15x30s@105`. */
export function blockCode(
  { repetitions, distance, time, percent, recovery }: SessionBlock,
): string {
  const length = distance === null ? `${time}s` : String(distance);
  return `${repetitions}x${length}@${percent}${recovery === null ? "" : `r${recovery}`}`;
}

/** What one runner has to run in a block. */
export interface BlockTarget {
  pace: Pace;
  /** Time of a repetition, s. */
  time: number;
  /** Length of a repetition, m. */
  distance: number;
  /** Time of a lap of 400 m within it, s; null where a repetition is no longer than that. */
  lap: number | null;
}

/** A lap of the track, m. Source: World Athletics, Technical Rules, rule 14, 2024. */
export const LAP = 400;

/**
 * The target of one runner.
 *
 * @param vma km/h.
 * @throws {RangeError} If VMA is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { blockTarget, parseBlock } from "./training_session.ts";
 * // 400 m at 105 % of a VMA of 16 km/h.
 * assertAlmostEquals(blockTarget(parseBlock("10x400 105%"), 16).time, 85.714, 0.001);
 * ```
 */
export function blockTarget({ distance, time, percent }: SessionBlock, vma: Speed): BlockTarget {
  const pace = paceAtShare(vma, percent / 100);
  const length = distance ?? distanceIn(pace, time ?? NaN);
  return {
    pace,
    time: time ?? timeOver(pace, length),
    distance: length,
    lap: length > LAP ? timeOver(pace, LAP) : null,
  };
}
