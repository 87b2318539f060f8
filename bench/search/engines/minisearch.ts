import MiniSearch from "minisearch";
import type { Engine, IndexedPerson } from "./engine.ts";
import { PAGE_SIZE } from "./engine.ts";

/**
 * Prefixes for the last word, and a slip for every fifth letter, as its page on `SearchOptions`
 * recommends for search as one types.
 */
export function makeEngine(): Engine {
  const index = new MiniSearch<IndexedPerson>({
    idField: "ffaId",
    fields: ["plainName", "birthYear", "plainClub"],
    tokenize: (text) => text.split(" "),
    searchOptions: {
      prefix: (_word, at, words) => at === words.length - 1,
      fuzzy: 0.2,
      boost: { plainName: 2 },
      combineWith: "AND",
    },
  });
  return {
    build: (people) => {
      for (const person of people) index.add(person);
    },
    search: ({ plainText }) =>
      index.search(plainText).slice(0, PAGE_SIZE).map(({ id }) => String(id)),
  };
}
