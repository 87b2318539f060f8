/** Lengths in a session as coaches write them: `400`, `1 000 m`, `2 km`, `30"`, `3'30`, `1 min`. */
import { parseDistance } from "../measure/distance.ts";
import { InputError } from "../measure/input_error.ts";
import { parseTime } from "../measure/time.ts";
import { type Bounds, type Length, SESSION_LIMITS } from "./training_session.ts";
import {
  checkBounds,
  type Cursor,
  Refusal,
  type SessionPart,
  type Span,
} from "./training_session_cursor.ts";

/** A length as a line has it; `bare` where it is a number alone. */
export interface WrittenLength {
  kind: "time" | "distance" | "bare";
  text: string;
  span: Span;
}

const SECONDS = "(?:secondes?|seconds?|secs?|s)(?!\\p{L})";
const MINUTES = "(?:minutes?|mins?|mn)(?!\\p{L})";
/**
 * `1h`, `3'30`, `3' 30"`, `30"`, `1:30`, `1m30`, `3 min 30 s`, `90 s`; a number behind a space
 * needs its unit.
 */
const TIME = new RegExp(
  [
    "\\d{1,2} ?h(?:\\d{2}(?!\\d)|(?:eures?|ours?)?(?![\\p{L}\\d]))",
    `\\d{1,3} ?'(?:\\d{1,2}(?!\\d)"?| ?\\d{1,2} ?")?`,
    '\\d{1,4}(?:[.,]\\d)? ?"',
    "\\d{1,3}:\\d{2}(?::\\d{2})?(?!\\d)",
    "\\d{1,3} ?m\\d{2}(?!\\d)s?(?!\\p{L})",
    `\\d{1,3} ?${MINUTES}(?:\\d{1,2}(?!\\d)(?: ?${SECONDS})?| ?\\d{1,2} ?(?:"|${SECONDS}))?`,
    `\\d{1,4}(?:[.,]\\d{1,2})? ?${SECONDS}`,
  ].join("|"),
  "yiu",
);
/** The same, where only seconds can follow minutes: `1' 30`, `1 min 30`. */
const SPACED_TIME = new RegExp(`\\d{1,3} ?(?:'|${MINUTES}) [0-5]\\d(?!\\d|\\p{L}| ?%)`, "yiu");
/** Thousands may be separated by a space; two hundreds, `400 105`, are a length and a share. */
const DISTANCE =
  /(?:[1-9] \d{3}(?!\d| ?%)|[1-9]\d 000(?!\d| ?%)|\d{1,6}(?:[.,]\d{1,6})?(?!\d| ?%))(?: ?(kilom[eè]tres?|kilometers?|kms?|k|m[eè]tres?|meters?|m|miles?|mi)(?!\p{L}| ?\/ ?h))?/yiu;

/** Reads a length; null where there is none here. @param options.spaced `1' 30` is one time. */
export function takeLength(
  cursor: Cursor,
  { spaced = false }: { spaced?: boolean } = {},
): WrittenLength | null {
  const start = cursor.at;
  const written = (kind: WrittenLength["kind"], text: string): WrittenLength => ({
    kind,
    text,
    span: cursor.spanFrom(start),
  });
  const time = (spaced ? cursor.take(SPACED_TIME) : null) ?? cursor.take(TIME);
  if (time !== null) return written("time", time[0]);
  const distance = cursor.take(DISTANCE);
  if (distance === null) return null;
  return written(distance[1] === undefined ? "bare" : "distance", distance[0]);
}

/** Above this a number alone does not mean kilometers. */
const MOST_KILOMETERS = 5;

/** The same number in other units that its writer may have meant. */
function otherUnits(text: string, part: SessionPart): string[] {
  const number = /^\d+(?:[.,]\d+)?/.exec(text.replaceAll(/(\d) (?=\d)/g, "$1"))?.[0];
  if (number === undefined) return [];
  const units = ['"', "'", " m"];
  if (Number(number.replace(",", ".")) <= MOST_KILOMETERS && part === "length") units.push(" km");
  return units.map((unit) => number + unit);
}

/** The bound that a length exceeds, as written. */
function nearestBound(value: number, { min, max }: Bounds, timed: boolean): string {
  const bound = value < min ? min : max;
  return !timed ? `${bound} m` : bound < 60 ? `${bound}"` : `${bound / 60}'`;
}

/**
 * The written length, in m or s.
 *
 * @param as Unit of a number alone.
 * @throws {Refusal} If it is not a length, or outside the limits of its part.
 */
export function lengthOf(
  { kind, text, span }: WrittenLength,
  { as = "distance", part = "length" }: {
    as?: "time" | "distance";
    part?: Extract<SessionPart, "length" | "recovery">;
  } = {},
): Length {
  const timed = (kind === "bare" ? as : kind) === "time";
  const bounds: Bounds = SESSION_LIMITS[part][timed ? "time" : "distance"];
  const value = readNumber(text, { timed, part, span });
  checkBounds(
    value,
    bounds,
    () =>
      new Refusal(part, span, "out-of-range", [
        ...otherUnits(text, part),
        nearestBound(value, bounds, timed),
      ]),
  );
  return timed ? { distance: null, time: value } : { distance: value, time: null };
}

/** The number in its own unit: m or s. */
function readNumber(
  text: string,
  { timed, part, span }: { timed: boolean; part: SessionPart; span: Span },
): number {
  try {
    if (!timed) return parseDistance(text);
    // `1' 30`, `1 min 30`: the number after minutes is seconds.
    const closed = text.replace(/(['n]) (\d{2})$/, "$1$2");
    return parseTime(/^\d+(?:[.,]\d+)?$/.test(closed) ? `${closed}"` : closed) / 100;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new Refusal(part, span, error.reason, otherUnits(text, part));
  }
}
