/**
 * What stands in a block of a session: sets, repetitions, lengths, shares and recoveries, as they
 * are written.
 */
import { SESSION_LIMITS, type Share } from "./training_session.ts";
import { checkBounds, type Cursor, Refusal, type Span } from "./training_session_cursor.ts";
import { takeLength, type WrittenLength } from "./training_session_length.ts";
import { takeRecovery, type WrittenRecovery } from "./training_session_recovery.ts";
import { refuseShare, takeShare } from "./training_session_share.ts";

/** How often something is done, and where that is written. */
export interface Count {
  number: number;
  span: Span;
}

/** How hard, and with which recoveries. */
export interface Qualities {
  share: Share | null;
  recoveries: WrittenRecovery[];
}

/** A length, or several separated by slashes, with what belongs to it. */
export interface Item extends Qualities {
  count: Count | null;
  /** How long the pair behind it is repeated: `10' de 30/30`. */
  total: WrittenLength | null;
  lengths: WrittenLength[];
}

/** A block as it is written. */
export interface BlockSyntax {
  sets: Count | null;
  /** The items stand in brackets: what follows belongs to the sets. */
  bracketed: boolean;
  items: Item[];
  /** What follows the brackets. */
  tail: Qualities;
  /** It is in the short form of addresses, which leaves nothing to the reader. */
  coded: boolean;
}

const TIMES = "(?:x|fois|times)(?!\\p{L}) ?";
const COUNT = new RegExp(`(\\d{1,6}) ?${TIMES}`, "yiu");
const COUNT_RANGE = new RegExp(
  `(\\d{1,3}) ?(?:-|(?:à|a|to|ou|or)(?!\\p{L})) ?(\\d{1,3}) ?(?=${TIMES})`,
  "yiu",
);
const COUNT_BEHIND = / ?x ?(\d{1,6})(?!\d| ?(?:['"x]|m|s|km)(?!\p{L}))/yiu;
/** `2x(`, `2x8x…`, `3 séries de …`. */
const SETS = new RegExp(
  `(\\d{1,6}) ?(?:${TIMES}(?=\\(|\\d{1,6} ?${TIMES})|(?:séries?|series|sets?)(?!\\p{L})(?: ?(?:de|d'|of|x|:))? ?|(?=\\())`,
  "yiu",
);
const OPEN = /\( ?/y;
const CLOSE = / ?\)/y;
const SLASH = / ?\/ ?(?=\d)/y;
/** Between two lengths of a pyramid. */
const JOINER = / ?(?:[-_+]|->|(?:puis|then)(?!\p{L})) ?(?=\d)/yiu;
const COMMA = / ?, ?(?=\d)/y;
const TOTAL_OF = / ?(?:(?:de|of|en|in)(?!\p{L}) ?)?(?=\d{1,3} ?["']? ?\/ ?\d)/yiu;
/** How an effort or a recovery feels, which changes nothing of its length. */
const EFFORT = / ?(?:vite|rapides?|fast|hard|forte?|lente?|slow|easy|souple)(?!\p{L})/yiu;
/** What stands where a length should be. */
const WORD = /[^-_+/,;() ]*/y;

/** Refuses a number of repetitions or sets that nobody does. */
export function checkCount(part: "sets" | "repetitions", { number, span }: Count): void {
  const { min, max } = SESSION_LIMITS[part];
  checkBounds(
    number,
    { min, max },
    () => new Refusal(part, span, "out-of-range", [String(number < min ? min : max)]),
  );
}

function countOf({ 0: whole, 1: digits = "", index }: RegExpExecArray): Count {
  const start = index + whole.indexOf(digits);
  return { number: Number(digits), span: { start, end: start + digits.length } };
}

function takeCount(cursor: Cursor): Count | null {
  const start = cursor.at;
  const range = cursor.take(COUNT_RANGE);
  if (range !== null) {
    const numbers = [range[1] ?? "", range[2] ?? ""];
    throw new Refusal("repetitions", cursor.spanFrom(start), "ambiguous", numbers);
  }
  const match = cursor.take(COUNT);
  if (match === null) return null;
  const count = countOf(match);
  checkCount("repetitions", count);
  return count;
}

function takeWritten(cursor: Cursor): WrittenLength {
  const start = cursor.at;
  const length = takeLength(cursor);
  if (length !== null) {
    cursor.take(EFFORT);
    return length;
  }
  if (cursor.sees(OPEN)) {
    // Brackets within brackets: a session has one level of sets.
    throw new Refusal("sets", { start, end: cursor.text.length }, "unreadable");
  }
  if (cursor.take(WORD)?.[0].endsWith("%")) {
    throw new Refusal("length", { start, end: start }, "unreadable", ["400 m "]);
  }
  throw new Refusal("length", cursor.spanFrom(start), "unreadable", ["400 m"]);
}

/**
 * Reads shares and recoveries, in any order, in brackets or not.
 *
 * @param listed Commas part lengths.
 */
function takeQualities(
  cursor: Cursor,
  { listed, coded }: { listed: boolean; coded: boolean },
): Qualities {
  let share: Share | null = null;
  const recoveries: WrittenRecovery[] = [];
  const takeOne = (shared = share !== null) => {
    const recovery = takeRecovery(cursor, { plainSeconds: coded, shared });
    if (recovery !== null) return recoveries.push(recovery) > 0;
    if (share !== null || listed && cursor.sees(COMMA)) return false;
    share = takeShare(cursor);
    return share !== null;
  };
  const takeBracketed = () => {
    const count = recoveries.length;
    const before = share;
    const read = cursor.attempt(() => {
      if (cursor.take(/ ?\( ?/y) === null) return null;
      while (takeOne(true));
      return cursor.take(CLOSE);
    });
    if (read !== null) return true;
    recoveries.length = count;
    share = before;
    return false;
  };
  while (takeOne() || takeBracketed());
  return { share, recoveries };
}

/**
 * Reads how often a length is repeated where that stands behind it, `400 m x 10`; of bare numbers
 * the first counts.
 */
function takeCountBehind(cursor: Cursor, { kind }: WrittenLength): Count | null {
  const match = kind === "bare" ? null : cursor.take(COUNT_BEHIND);
  if (match === null) return null;
  const count = countOf(match);
  checkCount("repetitions", count);
  return count;
}

function takeItem(cursor: Cursor, options: { listed: boolean; coded: boolean }): Item {
  const first = takeCount(cursor);
  const lengths = [takeWritten(cursor)];
  const count = first ?? (lengths[0] ? takeCountBehind(cursor, lengths[0]) : null);
  const isTotal = count === null && lengths[0]?.kind === "time" && cursor.take(TOTAL_OF) !== null;
  const total = isTotal ? lengths.pop() ?? null : null;
  if (isTotal) lengths.push(takeWritten(cursor));
  while (cursor.take(SLASH) !== null) lengths.push(takeWritten(cursor));
  return { count, total, lengths, ...takeQualities(cursor, options) };
}

/**
 * Reads a block up to where it ends or stops being one.
 *
 * @throws {Refusal} If a part of it cannot be read.
 */
export function takeBlock(cursor: Cursor, { coded }: { coded: boolean }): BlockSyntax {
  const sets = cursor.take(SETS);
  const bracketed = cursor.take(OPEN) !== null;
  const options = { listed: bracketed, coded };
  const items = [takeItem(cursor, options)];
  while (
    items.length <= SESSION_LIMITS.steps.max &&
    (cursor.take(JOINER) !== null || bracketed && cursor.take(COMMA) !== null)
  ) items.push(takeItem(cursor, options));
  // A bracket that is not closed is closed by the end.
  if (bracketed && !cursor.atEnd && cursor.take(CLOSE) === null) {
    refuseRest(cursor, { instead: ")" });
  }
  // `(400-300-200)x3`
  const behind = bracketed && sets === null ? cursor.take(COUNT_BEHIND) : null;
  const tail = bracketed
    ? takeQualities(cursor, { listed: false, coded })
    : { share: null, recoveries: [] };
  if (!cursor.atEnd) {
    const shared = tail.share !== null || items.some(({ share }) => share !== null);
    refuseRest(cursor, { share: !shared });
  }
  const counted = sets ?? behind;
  return { sets: counted === null ? null : countOf(counted), bracketed, items, tail, coded };
}

/**
 * Refuses what is left of a line.
 *
 * @param options.share A share is missing: what is left stands in its place.
 */
function refuseRest(cursor: Cursor, { instead = "", share = false } = {}): never {
  const start = cursor.at;
  cursor.at = cursor.text.length;
  const span = cursor.spanFrom(start);
  if (/^x/i.test(cursor.textOf(span))) throw new Refusal("length", span, "unreadable");
  throw share ? refuseShare(cursor, span) : new Refusal("rest", span, "unreadable", [instead]);
}
