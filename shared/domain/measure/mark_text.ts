/** Marks as the federation publishes them, read into whole numbers. */
import type { Mark, MarkKind, MarkUnit } from "./mark.ts";
import { quoted } from "./input_error.ts";
import { readTime } from "./time_text.ts";
import { plainText } from "./typed_text.ts";

/**
 * Codes in place of a mark: did not start or finish, disqualified, no valid attempt, not measured,
 * passed …
 */
const NO_MARK = new Set([
  "",
  "DNF",
  "DNS",
  "DQ",
  "DSQ",
  "AB",
  "ABD",
  "NP",
  "NM",
  "NC",
  "NCL",
  "NQ",
  "PM",
  "X",
  "EL",
  "-",
]);

/** Longest published mark read; a longer text is something else. */
const MAX_TEXT = 100;
const BRACKET = /\(([^()]*)\)/g;
/** Letters behind a mark without brackets: qualified by place or time, record notes, indoor. */
const TRAILING_FLAG = / (Q|q|qi|qe|qr|RP|RC|RN|i)$/;
const WIND = /^([+-]\d{1,2}(?:[.,]\d{1,2})?|0[.,]0)$/;
const LENGTH = /^(\d{1,7}) ?m(?: ?(\d{2}))?$/;
const DECIMAL_LENGTH = /^(\d{1,7})[.,](\d{1,2}) ?m?$/;
const KILOMETERS = /^(\d{1,4})(?:[.,](\d{1,3}))? ?km(?: ?(\d{3})(?: ?m)?)?$/i;
const POINTS = /^(\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3})+|\d{1,6}) ?(pts?|points?)?\.?$/i;

interface Measure {
  unit: MarkUnit;
  value: number;
  handTimed: boolean;
}

function readTimeMark(text: string): Measure | null {
  // `h45'49''8`: the hours of a form with nothing in them.
  const time = readTime(text.replace(/^h(?=\d{1,2}')/i, ""));
  if (time === null || time.unit === "none" && time.fraction === "") return null;
  const { fraction } = time;
  // Thousandths go to the next longer hundredth (World Athletics, Technical Rules, rule 19, 2024).
  const hundredths = Math.ceil(Number(fraction.padEnd(3, "0")) / 10);
  return {
    unit: "hundredths",
    value: time.seconds * 100 + hundredths,
    handTimed: fraction.length === 1,
  };
}

function readLength(text: string): Measure | null {
  const centimeters = (value: number): Measure => ({
    unit: "centimeters",
    value,
    handTimed: false,
  });
  const plain = text.replace(/(\d) (?=\d{3}(?!\d))/g, "$1");
  const length = LENGTH.exec(plain);
  if (length) return centimeters(Number(length[1]) * 100 + Number(length[2] ?? 0));
  const decimal = DECIMAL_LENGTH.exec(plain);
  if (decimal) {
    return centimeters(Number(decimal[1]) * 100 + Number(decimal[2]?.padEnd(2, "0")));
  }
  const kilometers = KILOMETERS.exec(plain);
  if (!kilometers || kilometers[2] !== undefined && kilometers[3] !== undefined) return null;
  const meters = kilometers[2]?.padEnd(3, "0") ?? kilometers[3] ?? "0";
  return centimeters((Number(kilometers[1]) * 1000 + Number(meters)) * 100);
}

function readPoints(text: string): Measure | null {
  const points = POINTS.exec(text);
  if (!points?.[1]) return null;
  return { unit: "points", value: Number(points[1].replace(/[ ,]/g, "")), handTimed: false };
}

/** Reads a mark whose event is unknown: only forms that name their unit. */
function readByUnit(text: string): Measure | null {
  if (/pts?\.?$|points?$/i.test(text)) return readPoints(text);
  if (/\d ?k?m(?![a-z])/i.test(text)) return readLength(text);
  return /['":h]/.test(text) ? readTimeMark(text) : null;
}

const READERS = { time: readTimeMark, length: readLength, points: readPoints } as const;

/**
 * Reads a published mark: `28''15`, `7''8` (by hand), `61''61`, `18'58''`, `1h12'05''`, `2h45`,
 * `34:02`, `13:13.66`, `5m12`, `1 147 pts`, with what stands behind it: wind `(-2.7)`, chip time
 * `(38'27'')`, notes `(RP)`, `(i)`, `Q`. Straight and typographic quotes, normal, no-break and
 * narrow spaces count alike.
 *
 * A bracket with a signed number is the wind, one that holds a time is the chip time, any other is
 * a flag; the official mark is the one before the brackets.
 *
 * @param text The mark as published.
 * @param kind What the event measures. Without it a mark must name its unit: `5.12` alone could be
 *   a time as well as a length.
 * @returns The mark, or null for a code that says there is none (`DNF`, `-`, nothing …).
 * @throws {SyntaxError} If the text is neither, or a mark of another kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseMark } from "./mark_text.ts";
 * assertEquals(parseMark("28''15 (-2.7)")?.value, 2815);
 * assertEquals(parseMark("28''15 (-2.7)")?.wind, -2.7);
 * assertEquals(parseMark("38'31'' (38'27'')")?.chipTime, 230_700);
 * assertEquals(parseMark("DNF"), null);
 * ```
 */
export function parseMark(text: string, kind?: MarkKind): Mark | null {
  if (text.length > MAX_TEXT) {
    throw new SyntaxError(`Cannot read mark ${quoted(text)}: longer than ${MAX_TEXT} characters`);
  }
  const flags: string[] = [];
  let wind: number | null = null;
  let chipTime: number | null = null;
  const plain = plainText(text);

  let main = plain.replace(BRACKET, (_, inner: string) => {
    const note = inner.trim();
    const compact = note.replace(/ /g, "");
    if (WIND.test(compact)) {
      // `+ 0` turns a published `-0.0` into 0.
      wind = Number(compact.replace(",", ".")) + 0;
    } else if (/^\d.*['":]|^\d{1,2} ?h/.test(note)) {
      const chip = readTimeMark(note);
      if (chip === null) throw new SyntaxError(`Cannot read chip time of mark ${quoted(text)}`);
      chipTime = chip.value;
    } else if (note !== "") {
      flags.push(note);
    }
    return " ";
  }).replace(/ +/g, " ").trim();

  const trailing: string[] = [];
  for (let flag = TRAILING_FLAG.exec(main); flag?.[1]; flag = TRAILING_FLAG.exec(main)) {
    trailing.unshift(flag[1]);
    main = main.slice(0, flag.index).trimEnd();
  }
  if (NO_MARK.has(main.toUpperCase())) return null;

  const measure = kind === undefined ? readByUnit(main) : READERS[kind](main);
  if (measure === null) {
    throw new SyntaxError(`Cannot read mark ${quoted(text)}${kind ? ` as ${kind}` : ""}`);
  }
  if (measure.value <= 0) {
    throw new SyntaxError(`Cannot read mark ${quoted(text)}: must be above 0`);
  }
  return { ...measure, wind, chipTime, flags: [...trailing, ...flags] };
}
