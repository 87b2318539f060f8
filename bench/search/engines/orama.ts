import { create, insertMultiple, search } from "@orama/orama";
import { type Engine, type IndexedPerson, PAGE_SIZE } from "./engine.ts";

/** Documents handed over at once. */
const BATCH = 5000;

const schema = {
  ffaId: "string",
  plainName: "string",
  birthYear: "string",
  plainClub: "string",
} as const;

/** Typos by `tolerance`, as its page on typo tolerance tells; a name weighs more than a club. */
export function makeEngine(): Engine {
  const index = create({ schema });
  return {
    build: async (people) => {
      let batch: IndexedPerson[] = [];
      for (const person of people) {
        batch.push(person);
        if (batch.length < BATCH) continue;
        await insertMultiple(index, batch, BATCH);
        batch = [];
      }
      await insertMultiple(index, batch, BATCH);
    },
    search: async ({ plainText }) => {
      const { hits } = await search(index, {
        term: plainText,
        properties: ["plainName", "birthYear", "plainClub"],
        boost: { plainName: 2 },
        tolerance: 1,
        limit: PAGE_SIZE,
      });
      return hits.map(({ document }) => document.ffaId);
    },
  };
}
