/**
 * Shares of VMA as coaches write them: `105`, `105 %`, `@ 95%`, `en 95%`, `de 100 à 105 % de la
 * VMA`, `VMA`.
 */
import { SESSION_LIMITS, type Share } from "./training_session.ts";
import { checkBounds, type Cursor, Refusal, type Span } from "./training_session_cursor.ts";

const VMA_WORD = "(?:vma|mas|v ?vo ?2(?: ?max)?)(?!\\p{L})";
/** Words before a share. */
const BEFORE = new RegExp(
  `(?:[ ,:@=~]|(?:à|a|at|en|in|de|du|la|entre|between|from|env\\.?|environ|about|allures?|intensité)(?!\\p{L})|${VMA_WORD})+`,
  "yiu",
);
const NUMBER = /(\d{1,4}(?:[.,]\d{1,2})?)(?!\d)/yiu;
const PER_CENT = / ?(?:%|p\.? ?100|pour ?cents?|pct|per ?cent)/yiu;
/** Between the two ends of a range. */
const TO = / ?(?:-|~|\/|(?:à|a|to|et|and)(?!\p{L})) ?/yiu;
/** What makes a number something else than a share: its unit, or that it counts repetitions. */
const OTHER_UNIT =
  / ?(?:['":]|\/ ?(?:km|mi)|(?:x|m|mn|mins?|minutes?|s|secs?|seconds?|secondes?|h|k|kms?|km\/h|mph|m[eè]tres?|meters?|miles?|mi)(?!\p{L}))/yiu;
const AFTER = new RegExp(` ?(?:(?:de|of|d') ?)?(?:(?:la|ma|sa|leur|the) )?${VMA_WORD}`, "yiu");
const VMA_ALONE = new RegExp(`[ ,@]*(?:(?:à|a|at|en|in) )?(?:la )?${VMA_WORD}`, "yiu");

/** Shares that come to mind for one that cannot be run. */
const USUAL = ["100 %", "90 %"];
/** Usual shares at the pace of a race. Source: French pages on VMA, among them athle24.fr, 2026. */
const RACE_SHARES: readonly [race: RegExp, share: string][] = [
  [/semi|half|21/i, "80-85 %"],
  [/marathon|42/i, "75-80 %"],
  [/10 ?(?:k|000)|as ?10\b|seuil|threshold|tempo/i, "85-90 %"],
  [/5 ?(?:k|000)(?!m?\/)|as ?5\b/i, "90-95 %"],
  [/3 ?(?:k|000)(?!m?\/)|as ?3\b/i, "95-100 %"],
];

function percentOf(text: string): number {
  return Number(Number(text.replace(",", ".")).toFixed(1));
}

/** Reads one figure of a share: its number, and whether `%` follows. */
function takePercent(cursor: Cursor): { percent: number; signed: boolean } | null {
  return cursor.attempt(() => {
    const number = cursor.take(NUMBER);
    if (number === null) return null;
    const signed = cursor.take(PER_CENT) !== null;
    return !signed && cursor.sees(OTHER_UNIT)
      ? null
      : { percent: percentOf(number[1] ?? ""), signed };
  });
}

/** Reads the second end of a range; null where what follows is something else. */
function takeSecondEnd(cursor: Cursor): number | null {
  return cursor.attempt(() => {
    if (cursor.take(TO) === null) return null;
    const end = takePercent(cursor);
    if (end === null) return null;
    const { min, max } = SESSION_LIMITS.share;
    // `400 105 - 300 105` goes on with 300 m.
    const another = !end.signed &&
      (end.percent < min || end.percent > max || cursor.sees(/ ?[@\d]/y));
    return another ? null : end.percent;
  });
}

/**
 * Reads a share of VMA; null where none stands here.
 *
 * @throws {Refusal} If a word announces a share and something else follows, or nobody runs at it.
 */
export function takeShare(cursor: Cursor): Share | null {
  const start = cursor.at;
  return cursor.attempt(() => {
    const before = cursor.take(BEFORE)?.[0] ?? "";
    const from = takePercent(cursor);
    if (from === null) {
      cursor.at = start;
      if (cursor.take(VMA_ALONE) !== null) return { slowest: 100, fastest: 100 };
      // `en 3'30`, `à 16 km/h`, `allure semi`: what is meant is no share, and must not pass for a
      // recovery.
      if (/@|(?<!\p{L})(?:en|in|at|à|allures?)(?!\p{L})/iu.test(before)) refuseOther(cursor, start);
      return null;
    }
    const to = takeSecondEnd(cursor) ?? from.percent;
    const span = cursor.spanFrom(start);
    cursor.take(AFTER);
    for (const percent of [from.percent, to]) {
      checkBounds(
        percent,
        SESSION_LIMITS.share,
        () => new Refusal("share", span, "out-of-range", USUAL),
      );
    }
    return { slowest: Math.min(from.percent, to), fastest: Math.max(from.percent, to) };
  });
}

/** Refuses what stands in the place of a share. */
function refuseOther(cursor: Cursor, start: number): never {
  cursor.at = start;
  cursor.take(BEFORE);
  cursor.take(/[^,;()]*?(?=[,;()]| r|$)/yiu);
  throw refuseShare(cursor, cursor.spanFrom(start));
}

/**
 * Refuses what is no share: a pace, a speed, a word; a race says which share it is usually run at.
 */
export function refuseShare(cursor: Cursor, span: Span): Refusal {
  const race = RACE_SHARES.find(([race]) => race.test(cursor.textOf(span)));
  return new Refusal("share", span, "unreadable", race === undefined ? USUAL : [race[1]]);
}
