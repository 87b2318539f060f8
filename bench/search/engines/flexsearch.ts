import { Charset, Encoder, Index } from "flexsearch";
import { type Engine, PAGE_SIZE } from "./engine.ts";

/**
 * One text a person, in two indexes, by what its page names for fuzzy search: an encoder that
 * writes alike what sounds alike; beginnings of words ("forward"); letters that are missing or
 * swapped ("tolerant"); and at last "suggest", which leaves out words that do not match.
 */
export function makeEngine(): Engine {
  // Without "numeric: false" a year is cut into pieces of three digits.
  const encoder = new Encoder({ ...Charset.LatinAdvanced, numeric: false });
  const beginnings = new Index({ tokenize: "forward", encoder });
  const slips = new Index({ tokenize: "tolerant", encoder });
  return {
    build: (people) => {
      for (const { ffaId, plainName, birthYear, plainClub } of people) {
        const text = `${plainName} ${birthYear} ${plainClub}`;
        beginnings.add(Number(ffaId), text);
        slips.add(Number(ffaId), text);
      }
    },
    search: ({ plainText }) => {
      const found = new Set<string>();
      const stages = [
        () => beginnings.search(plainText, { limit: PAGE_SIZE }),
        () => slips.search(plainText, { limit: PAGE_SIZE }),
        () => beginnings.search(plainText, { limit: PAGE_SIZE, suggest: true }),
      ];
      for (const stage of stages) {
        if (found.size >= PAGE_SIZE) break;
        for (const id of stage()) found.add(String(id));
      }
      return [...found].slice(0, PAGE_SIZE);
    },
  };
}
