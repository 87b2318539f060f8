/** Interprets a block of a session: parts that its writer left out are filled in, and reported. */
import {
  type Length,
  SESSION_LIMITS,
  type SessionBlock,
  type SessionStep,
  type Share,
} from "./training_session.ts";
import { Refusal } from "./training_session_cursor.ts";
import { lengthOf, type WrittenLength } from "./training_session_length.ts";
import type { WrittenRecovery } from "./training_session_recovery.ts";
import { type BlockSyntax, checkCount, type Item } from "./training_session_syntax.ts";

/** How a part was read, where its writer may have meant something else. */
export type SessionReading =
  | Exclude<WrittenRecovery["reading"], null>
  | "recovery-sets"
  | "pair"
  | "total"
  | "share-assumed"
  | "text";

/** A reading, and the part that it is about. */
export interface PartReading {
  reading: SessionReading;
  written: string;
}

/** A block, and how it was read. */
export interface ReadBlock {
  block: SessionBlock;
  readings: PartReading[];
}

/**
 * Below this a number alone beside another is seconds: `30/30`, `45-15`. Nobody repeats fewer
 * meters.
 */
const BARE_SECONDS_BELOW = 100;
/** Beside minutes, a number alone below this is minutes: `3/1'`. */
const BARE_MINUTES_BELOW = 15;
/**
 * Longest repetitions at VMA itself, which a trained runner holds for about six minutes (Billat &
 * Koralsztein, Sports Medicine 22, 1996): longer ones need a written share. Meters and seconds.
 */
const LONGEST_AT_VMA = { distance: 1000, time: 240 } as const;
const AT_VMA: Share = { slowest: 100, fastest: 100 };

const numberOf = ({ text }: WrittenLength) => Number(text.replace(",", ".").replaceAll(" ", ""));
const isShort = (length: WrittenLength) =>
  length.kind === "bare" && numberOf(length) < BARE_SECONDS_BELOW;
const isInMinutes = ({ kind, text }: WrittenLength) =>
  kind === "time" && /(?:'|m(?:n|in\p{L}*))$/iu.test(text);

/** A number alone, in the unit of time of its neighbor: `30/30"`, `1-2-3'`. */
function inUnitOf(length: WrittenLength, other: WrittenLength | undefined): WrittenLength {
  if (!isShort(length) || other?.kind !== "time") return length;
  const minutes = isInMinutes(other) && numberOf(length) < BARE_MINUTES_BELOW;
  return { ...length, kind: "time", text: `${length.text}${minutes ? "'" : '"'}` };
}

/** Effort and recovery of a pair: `30/30`, `1'/30"`, `200/200`, `400/1'`. */
function pairOf(
  first: WrittenLength,
  second: WrittenLength,
): { effort: Length; recovery: Length; plain: boolean } {
  const seconds = isShort(first) && isShort(second);
  const effort = inUnitOf(first, second);
  const recovery = inUnitOf(second, first);
  return {
    effort: lengthOf(effort, { as: seconds ? "time" : "distance" }),
    // `200/45`: of two numbers alone the one that is too short to run is a time.
    recovery: lengthOf(recovery, {
      as: isShort(recovery) ? "time" : "distance",
      part: "recovery",
    }),
    plain: seconds || first.kind === "time" && second.kind === "time",
  };
}

/** A length to run, how often, and the recovery of a pair. */
interface Part {
  item: Item;
  written: WrittenLength;
  repetitions: number;
  length: Length;
  pairRecovery: Length | null;
}

/**
 * Whether two items joined by a dash are an effort and its recovery: `30-30`, `30"-30"`, `3'-1'`.
 */
function isDashedPair({ items, coded }: BlockSyntax): boolean {
  const [first, second, third] = items;
  if (coded || third !== undefined || first === undefined || second?.count !== null) return false;
  const lengths = [...first.lengths, ...second.lengths];
  return lengths.length === 2 && first.share === null && first.recoveries.length === 0 &&
    (lengths.every(isShort) || lengths.every(({ kind }) => kind === "time"));
}

/** Refuses all numbers alone that are not distances: `1-2-3-2-1`. */
function refuseShort(lengths: readonly WrittenLength[]): void {
  const [first, last] = [lengths[0], lengths.at(-1)];
  const { min } = SESSION_LIMITS.length.distance;
  const runnable = lengths.every((length) => numberOf(length) >= min);
  if (runnable || !lengths.every(isShort) || first === undefined || last === undefined) return;
  const all = (unit: string) => lengths.map(({ text }) => text + unit).join("-");
  throw new Refusal("length", { start: first.span.start, end: last.span.end }, "out-of-range", [
    all("'"),
    all('"'),
  ]);
}

/** The lengths of a block in their order. */
function partsOf(syntax: BlockSyntax, readings: PartReading[]): Part[] {
  const pair = (item: Item, lengths: readonly WrittenLength[], note: boolean): Part => {
    const [first, second] = lengths as [WrittenLength, WrittenLength];
    const { effort, recovery, plain } = pairOf(first, second);
    if (!plain || note) {
      readings.push({ reading: "pair", written: `${first.text}/${second.text}` });
    }
    const part = { item, written: first, length: effort, pairRecovery: recovery };
    return { ...part, repetitions: repetitionsOf(item, { effort, recovery, readings }) };
  };
  const { items } = syntax;
  const [first, second] = items;
  if (first && second && isDashedPair(syntax)) {
    const lengths = [...first.lengths, ...second.lengths];
    return [pair({ ...second, count: first.count, total: first.total }, lengths, true)];
  }
  const single = items.flatMap(({ lengths }) => lengths.length === 2 ? [] : lengths);
  if (single.length > 1) refuseShort(single);
  const timed = syntax.coded ? undefined : single.findLast(({ kind }) => kind === "time");
  return items.flatMap((item) => {
    const { lengths } = item;
    if (lengths.length === 2) return [pair(item, lengths, false)];
    return lengths.map((written, index) => ({
      item: index === lengths.length - 1 ? item : { ...item, share: null, recoveries: [] },
      written,
      repetitions: item.count?.number ?? 1,
      length: lengthOf(inUnitOf(written, timed)),
      pairRecovery: null,
    }));
  });
}

/**
 * How often a pair is repeated: the written count, or as often as it fits into the written time.
 */
function repetitionsOf(
  { count, total }: Item,
  { effort, recovery, readings }: { effort: Length; recovery: Length; readings: PartReading[] },
): number {
  if (total === null) return count?.number ?? 1;
  const seconds = lengthOf(total).time ?? NaN;
  const number = Math.floor(seconds / ((effort.time ?? NaN) + (recovery.time ?? NaN)));
  checkCount("repetitions", { number, span: total.span });
  readings.push({ reading: "total", written: total.text });
  return number;
}

/** Refuses `4x400-300-200`, where the first number may count one length or all of them. */
function refuseUnclearCount(
  { items, bracketed, coded }: BlockSyntax,
  parts: readonly Part[],
): void {
  const [first] = items;
  if (!first?.count || bracketed || coded || parts.length < 2) return;
  const later = items.slice(1);
  if (first.lengths.length < 3 && later.every(({ count }) => count !== null)) return;
  const last = parts.at(-1)?.written ?? parts[0]?.written;
  const all = parts.map(({ written }) => written.text).join("-");
  const span = { start: first.count.span.start, end: last?.span.end ?? first.count.span.end };
  throw new Refusal("repetitions", span, "ambiguous", [
    `${first.count.number}x(${all})`,
    `${first.count.number}x${parts.map(({ written }) => written.text).join("-1x")}`,
  ]);
}

/**
 * The share of each part: its own, else that of the next part with one, else that of the block,
 * else that of the part before.
 */
function sharesOf(parts: readonly Part[], { tail }: BlockSyntax): (Share | null)[] {
  return parts.map(({ item }, at) =>
    item.share ?? parts.slice(at).find(({ item }) => item.share !== null)?.item.share ??
      tail.share ?? parts.slice(0, at).findLast(({ item }) => item.share !== null)?.item.share ??
      null
  );
}

/** The share of a part without a written one: VMA itself, where it can be held. */
function assumedShare({ length, written }: Part, readings: PartReading[]): Share {
  const { distance, time } = length;
  if ((distance ?? 0) > LONGEST_AT_VMA.distance || (time ?? 0) > LONGEST_AT_VMA.time) {
    const { end } = written.span;
    throw new Refusal("share", { start: end, end }, "unreadable", [" 90 %", " 95 %"]);
  }
  if (!readings.some(({ reading }) => reading === "share-assumed")) {
    readings.push({ reading: "share-assumed", written: written.text });
  }
  return AT_VMA;
}

/** Decides which recoveries are between repetitions, and which one between sets. */
function recoveriesOf(
  { sets, bracketed, items, tail, coded }: BlockSyntax,
  readings: PartReading[],
): { between: WrittenRecovery | null; ofSets: WrittenRecovery | null } {
  const last = items.at(-1);
  const written = bracketed ? tail.recoveries : last?.recoveries ?? [];
  const inSets = sets !== null;
  const refuseThird = (at: number) => {
    const third = written[at];
    if (third !== undefined) throw new Refusal("recovery", third.span, "ambiguous", [""]);
  };
  const [first, second] = written;
  if (first === undefined) return { between: null, ofSets: null };
  if (!inSets) {
    refuseThird(1);
    return { between: first, ofSets: null };
  }
  refuseThird(2);
  if (second !== undefined) {
    return first.ofSets === true || second.ofSets === false
      ? { between: second, ofSets: first }
      : { between: first, ofSets: second };
  }
  if (first.ofSets === false || first.ofSets === null && !bracketed) {
    return { between: first, ofSets: null };
  }
  if (first.ofSets === null && !coded) {
    readings.push({ reading: "recovery-sets", written: first.written });
  }
  return { between: null, ofSets: first };
}

/**
 * Interprets a block.
 *
 * @throws {Refusal} If a part of it is impossible or ambiguous.
 */
export function blockOf(syntax: BlockSyntax): ReadBlock {
  const readings: PartReading[] = [];
  const parts = partsOf(syntax, readings);
  refuseUnclearCount(syntax, parts);
  const { between, ofSets } = recoveriesOf(syntax, readings);
  const shares = sharesOf(parts, syntax);
  const own = parts.map(({ item, pairRecovery }, at) => {
    const outer = !syntax.bracketed && at === parts.length - 1;
    const [first, second] = outer ? [between ?? undefined] : item.recoveries;
    // `30"/30" r 1'` and `400 r 1' r 2'` have two recoveries.
    const again = pairRecovery === null ? second : first;
    if (again !== undefined) throw new Refusal("recovery", again.span, "ambiguous", [""]);
    return pairRecovery ?? first?.length ?? null;
  });
  const commonRecovery = between?.length ?? null;
  const onlyLast = !syntax.coded && own.slice(0, -1).every((recovery) => recovery === null);
  const steps = parts.map((part, at): SessionStep => ({
    repetitions: part.repetitions,
    ...part.length,
    share: shares[at] ?? assumedShare(part, readings),
    recovery: own[at] ??
      (onlyLast ? own.at(-1) ?? commonRecovery : syntax.bracketed ? commonRecovery : null),
  }));
  if (steps.length > SESSION_LIMITS.steps.max) {
    const start = parts[0]?.written.span.start ?? 0;
    throw new Refusal(
      "steps",
      { start, end: parts.at(-1)?.written.span.end ?? start },
      "out-of-range",
    );
  }
  for (const { reading, written } of allRecoveries(syntax)) {
    if (reading !== null) readings.push({ reading, written });
  }
  return { block: inSets(syntax, steps, ofSets?.length ?? null), readings };
}

function allRecoveries({ items, tail }: BlockSyntax): WrittenRecovery[] {
  return [...items.flatMap(({ recoveries }) => recoveries), ...tail.recoveries];
}

/** The block of some steps; `10x(30/30)` and `1x(10x400)` are repetitions, not sets. */
function inSets(
  { sets }: BlockSyntax,
  steps: readonly SessionStep[],
  setRecovery: Length | null,
): SessionBlock {
  const [step, second] = steps;
  if (sets === null) return { kind: "block", sets: 1, steps, setRecovery: null };
  const recovery = step?.recovery ?? setRecovery;
  if (step && second === undefined && step.repetitions === 1 && !(step.recovery && setRecovery)) {
    checkCount("repetitions", sets);
    const repeated = { ...step, repetitions: sets.number, recovery };
    return { kind: "block", sets: 1, steps: [repeated], setRecovery: null };
  }
  checkCount("sets", sets);
  return {
    kind: "block",
    sets: sets.number,
    steps,
    setRecovery: sets.number === 1 ? null : setRecovery,
  };
}
