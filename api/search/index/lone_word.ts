import { MAX_NAME_WORDS } from "./index_data.ts";
import { INEXACT, orderOf } from "./penalties.ts";
import type { TypedWord } from "./typed_word.ts";

/** Neighbouring words of the vocabulary that match a typed one. */
export interface WordList {
  from: number;
  to: number;
  /** What an athlete costs who has one of them and none of an earlier list. */
  cost: number;
  /** How rare the word is at least by which such an athlete matches, where rareness counts. */
  rareness: number;
}

/** All words that match a typed one, the cheaper ones first. */
export function listsOf(word: TypedWord, rarenessOf: (id: number) => number): WordList[] {
  const lists = word.matchedWords.map((id): WordList => {
    const cost = (word.costs[id] ?? 0) - 1;
    return { from: id, to: id + 1, cost, rareness: cost >= INEXACT ? rarenessOf(id) : 0 };
  });
  if (word.to > word.from) {
    lists.push({ from: word.from, to: word.to, cost: word.rangeCost - 1, rareness: 0 });
  }
  lists.sort((a, b) => a.cost - b.cost);
  // Who is in a list may be in any that follows as well.
  let next: WordList | null = null;
  for (const list of lists.toReversed()) {
    if (list.cost === next?.cost) list.rareness = Math.min(list.rareness, next.rareness);
    next = list;
  }
  return lists;
}

/** The least order that an athlete can have, but for rareness, which is added. */
export interface LeastOrders {
  /** By the number of words of the name. */
  readonly byWords: readonly number[];
  /** Of all names that have a word. */
  readonly least: number;
}

/** Orders for each cost, made when they are first asked for: costs are one byte. */
function tablesByCost(leastOf: (cost: number, words: number) => number) {
  const tables: (LeastOrders | undefined)[] = [];
  return (cost: number): LeastOrders => {
    let table = tables[cost];
    if (table === undefined) {
      const byWords = Array.from(
        { length: MAX_NAME_WORDS + 1 },
        (_, words) => leastOf(cost, words),
      );
      table = { byWords, least: Math.min(...byWords.slice(1)) };
      tables[cost] = table;
    }
    return table;
  };
}

/**
 * The least orders of athletes who match with a part of their name: with one word of it, or with
 * several that are written as one. Of three or more words nothing may be left over then.
 */
export const leastNameOrders = {
  oneWord: tablesByCost((cost, words) =>
    orderOf(cost, { leftOver: Math.max(0, words - 1), startsElsewhere: false, rareness: 0 })
  ),
  joined: tablesByCost((cost, words) =>
    orderOf(cost, {
      leftOver: words > 2 ? 0 : Math.max(0, words - 1),
      startsElsewhere: false,
      rareness: 0,
    })
  ),
};
/** The same of one word that is not the first: that is left over at least. */
export const leastOrdersElsewhere = tablesByCost((cost, words) =>
  orderOf(cost, { leftOver: Math.max(1, words - 1), startsElsewhere: true, rareness: 0 })
);
/** The same of those whose club's name matches, and nothing of their own. */
export const leastClubOrders = tablesByCost((cost, words) =>
  orderOf(cost, { leftOver: words, startsElsewhere: true, rareness: 0 })
);
