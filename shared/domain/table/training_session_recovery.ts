/**
 * Recoveries as coaches write them: `r 1'15`, `récup 90 s`, `r=30s`, `R 3'`, `r trot 100 m`, `60 s
 * rest`.
 */
import type { Length } from "./training_session.ts";
import { type Cursor, Refusal, type SessionPart, type Span } from "./training_session_cursor.ts";
import { lengthOf, takeLength, type WrittenLength } from "./training_session_length.ts";

/** A recovery as it was read. */
export interface WrittenRecovery {
  length: Length;
  span: Span;
  /** As it was written. */
  written: string;
  /** It is said to be the one between sets; null where nothing says which. */
  ofSets: boolean | null;
  /** How it was read, where another reading comes to mind. */
  reading: "recovery-meters" | "recovery-seconds" | "recovery-bare" | null;
}

const PART: SessionPart = "recovery";
const RECOVERY =
  /[ ,;]*(?:(?:avec|with|w\/|puis|et|and) ?)?(récupérations?|recuperations?|récups?|recups?|rec|recovery|recoveries|rest|repos|pause|trot(?:tée?|s)?|jog(?:ging)?|marche|walk|r)(?!\p{L})/yiu;
/** How the recovery is spent, which changes nothing of its length. */
const MANNER =
  / ?(?:(?:de|of|en|d') ?)?(?:trot\p{L}*|jog\p{L}*|footing|march\p{L}*|walk\p{L}*|active?|passive?|actif|passif|récup\p{L}*|recup\p{L}*|recovery|rest|repos|pause)(?!\p{L})/yiu;
const BETWEEN =
  / ?(?:(?:entre|between|inter)[ -]?)?(?:(?:les|the|chaque|each) )?(?:(séries?|series|sets?|blocs?|blocks?)|(?:répétitions?|repetitions?|reps?|fractions?))(?!\p{L})/yiu;
const IS = /[ .:=]*(?:(?:de|of)(?!\p{L}) ?)?/yiu;
/** A number with a unit that is no other part of a block. */
const ALONE = /[ ,]*(?:(?:avec|with|w\/) ?)?/yiu;

/** A recovery that comes to mind for one that is none. */
const USUAL = ["1'", "1'30", "200 m"];

/** What tells time from distance where a number is alone, s and m. */
const BARE = {
  /** Below this it may as well be minutes. */
  leastSeconds: 15,
  /** From here on a round number may be meters: a jog of half a lap. */
  leastMeters: 100,
} as const;
/** From here on `m` after a number is meters; below it may as well be minutes. */
const LEAST_METERS = 50;

/** A number of minutes: `3` is 3', `1,5` and `1.30` are 1'30. */
function minutesText(text: string): string {
  const [, minutes, decimals] = /^(\d+)[.,](\d+)$/.exec(text) ?? [];
  if (minutes === undefined || decimals === undefined) return `${text}'`;
  const seconds = decimals.length === 2 && Number(decimals) < 60
    ? Number(decimals)
    : Math.round(Number(`0.${decimals}`) * 60);
  return `${minutes}'${String(seconds).padStart(2, "0")}`;
}

/**
 * A recovery of a number alone: `r 75` is seconds and `r 200` meters, as it is said beside a track;
 * `r 3` or `r 150` could be both.
 */
function ofBareNumber(written: WrittenLength): Pick<WrittenRecovery, "length" | "reading"> {
  const number = Number(written.text.replace(",", "."));
  const seconds = () => lengthOf(written, { as: "time", part: PART as "recovery" });
  if (number >= BARE.leastSeconds && number < BARE.leastMeters) {
    return { length: seconds(), reading: null };
  }
  if (number >= BARE.leastMeters && number % 100 === 0) {
    return {
      length: lengthOf(written, { as: "distance", part: PART as "recovery" }),
      reading: "recovery-meters",
    };
  }
  if (number >= BARE.leastMeters && number % 50 !== 0) {
    return { length: seconds(), reading: "recovery-seconds" };
  }
  throw new Refusal(PART, written.span, "ambiguous", [
    minutesText(written.text),
    `${written.text}"`,
    `${written.text} m`,
  ]);
}

/**
 * The length of a recovery.
 *
 * @param plainSeconds A number alone is seconds, as in the short form.
 */
function recoveryOf(
  written: WrittenLength,
  { plainSeconds }: { plainSeconds: boolean },
): Pick<WrittenRecovery, "length" | "reading"> {
  if (written.kind === "bare" && !plainSeconds) return ofBareNumber(written);
  const [, number = "", unit = ""] = /^(\d+) ?(\p{L}*)$/u.exec(written.text) ?? [];
  if (/^m$/i.test(unit) && Number(number) < LEAST_METERS) {
    // `r 20 m` beside a track is neither twenty meters nor clearly twenty minutes.
    const suggestions = [`${number}"`, `${number}'`, `${number}0 m`];
    throw new Refusal(PART, written.span, "ambiguous", suggestions);
  }
  return {
    length: lengthOf(written, { as: "time", part: PART as "recovery" }),
    reading: null,
  };
}

/** Refuses `r 1' à 1'30`: a runner has one recovery. `400 r 1' - 300` goes on with 300 m. */
function refuseRange(
  cursor: Cursor,
  { start, first }: { start: number; first: WrittenLength },
): void {
  const second = cursor.attempt(() => {
    const to = cursor.take(/ ?(?:-|(?:à|a|to|ou|or)(?!\p{L})) ?/yiu);
    const length = to === null ? null : takeLength(cursor, { spaced: true });
    return length?.kind === "time" && first.kind !== "distance" ? length : null;
  });
  if (second === null) return;
  const { end } = cursor.spanFrom(start);
  throw new Refusal(PART, { start: first.span.start, end }, "ambiguous", [first.text, second.text]);
}

/**
 * Reads a recovery that a word announces: `r 1'15`, `R 3'`, `récup entre les séries : 3'`, `r trot
 * 100 m`.
 */
function takeAnnounced(cursor: Cursor, plainSeconds: boolean): WrittenRecovery | null {
  const start = cursor.at;
  const word = cursor.take(RECOVERY)?.[1];
  if (word === undefined) return null;
  // In capitals throughout, `R` says no more than `r`.
  let ofSets = word === "R" && /\p{Ll}/u.test(cursor.text) ? true : null;
  const between = () => {
    const which = cursor.take(BETWEEN);
    if (which !== null) ofSets = which[1] !== undefined;
  };
  between();
  cursor.take(IS);
  while (cursor.take(MANNER) !== null);
  cursor.take(IS);
  const written = takeLength(cursor, { spaced: true });
  if (written === null) {
    cursor.take(/[^,;)]*/yu);
    const span = cursor.spanFrom(start);
    throw new Refusal(PART, span, "unreadable", USUAL.map((usual) => `r ${usual}`));
  }
  refuseRange(cursor, { start, first: written });
  const read = recoveryOf(written, { plainSeconds });
  while (cursor.take(MANNER) !== null);
  between();
  const span = cursor.spanFrom(start);
  return { ...read, ofSets, span, written: cursor.textOf(span) };
}

/**
 * Reads a recovery whose length comes first: `60 s rest`, `1' de récup`, `200 m jog`, or a length
 * with a unit alone.
 */
function takeLengthFirst(
  cursor: Cursor,
  { shared }: { shared: boolean },
): WrittenRecovery | null {
  const start = cursor.at;
  cursor.take(ALONE);
  const written = takeLength(cursor);
  if (written === null) return null;
  const end = cursor.at;
  let named = false;
  while (cursor.take(MANNER) !== null) named = true;
  let ofSets: boolean | null = null;
  const which = cursor.take(BETWEEN);
  if (which !== null) {
    named = true;
    ofSets = which[1] !== undefined;
  }
  // `105 récup 1'`: the word announces what follows it.
  if (named && cursor.sees(/[ .:=]*\d/yu)) {
    cursor.at = end;
    named = false;
  }
  const unit = written.kind !== "bare";
  if (!(named ? unit || shared : unit && shared)) return null;
  const read = recoveryOf(written, { plainSeconds: false });
  const span = cursor.spanFrom(start);
  return {
    ...read,
    ofSets,
    span,
    written: cursor.textOf(span),
    reading: read.reading ?? (named ? null : "recovery-bare"),
  };
}

/**
 * Reads a recovery; null where none stands here.
 *
 * @param options.plainSeconds A number alone is seconds, as in the short form of addresses.
 * @param options.shared A share was read before: what follows it without a word is a recovery.
 * @throws {Refusal} If a recovery is announced and none follows, or it can be read in several ways.
 */
export function takeRecovery(
  cursor: Cursor,
  { plainSeconds, shared }: { plainSeconds: boolean; shared: boolean },
): WrittenRecovery | null {
  return cursor.attempt(() => takeAnnounced(cursor, plainSeconds)) ??
    cursor.attempt(() => takeLengthFirst(cursor, { shared }));
}
