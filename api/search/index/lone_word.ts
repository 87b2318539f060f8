import { MAX_NAME_WORDS } from "./index_data.ts";
import { orderOf } from "./penalties.ts";
import type { TypedWord } from "./typed_word.ts";

/** Neighbouring words of the vocabulary that match a typed one. */
export interface WordList {
  from: number;
  to: number;
  /** The least that an athlete costs who has one of them and none of an earlier list. */
  cost: number;
}

/** All words that match a typed one: the cheaper ones, those that begin with it, the others. */
export function listsOf(word: TypedWord): WordList[] {
  const range = word.to > word.from
    ? [{ from: word.from, to: word.to, cost: word.rangeCost - 1 }]
    : [];
  const matched = word.matchedWords.map((id): WordList => ({
    from: id,
    to: id + 1,
    cost: (word.costs[id] ?? 0) - 1,
  }));
  const behind = matched.findIndex(({ cost }) => cost >= word.rangeCost - 1);
  const lists = behind === -1 ? [...matched, ...range] : matched.toSpliced(behind, 0, ...range);
  // Who is in a list may be in any that follows as well.
  let least = Infinity;
  for (const list of lists.toReversed()) {
    least = Math.min(least, list.cost);
    list.cost = least;
  }
  return lists;
}

/** By the number of words of a name: the least order that its athlete can have. */
export type LeastOrders = readonly number[];

/** A table of orders for each cost, made when it is first asked for: costs are one byte. */
function tablesByCost(leastOf: (cost: number, words: number) => number) {
  const tables: (LeastOrders | undefined)[] = [];
  return (cost: number): LeastOrders =>
    tables[cost] ??= Array.from(
      { length: MAX_NAME_WORDS + 1 },
      (_, words) => leastOf(cost, words),
    );
}

/** Of three or more words several may be written as one, and then nothing is left over. */
const leastOfName = (elsewhere: boolean) => (cost: number, words: number) =>
  words > 2 ? orderOf(cost, { leftOver: 0, startsElsewhere: false, rareness: 0 }) : orderOf(cost, {
    leftOver: Math.max(0, words - 1),
    startsElsewhere: elsewhere,
    rareness: 0,
  });

/** The least orders of athletes who match with a part of their name. */
export const leastNameOrders = tablesByCost(leastOfName(false));
/** The same where names that begin with it were looked at before. */
export const leastOrdersElsewhere = tablesByCost(leastOfName(true));
/** The same of those whose club's name matches, and nothing of their own. */
export const leastClubOrders = tablesByCost((cost, words) =>
  orderOf(cost, { leftOver: words, startsElsewhere: true, rareness: 0 })
);
