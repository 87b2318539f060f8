import type { ListedFilter } from "../repositories/listed_filter.ts";
import type { SearchEngine } from "./engine.ts";

/** Leaves out people who asked not to be listed, whatever the engine's index still holds. */
export function listedOnly(engine: SearchEngine, filterListed: ListedFilter): SearchEngine {
  return {
    get kind() {
      return engine.kind;
    },
    clubOf: (number) => engine.clubOf(number),
    async find(request) {
      const { hits, ...result } = await engine.find(request);
      const listedAthletes = new Set(await filterListed(hits.map(({ athlete }) => athlete)));
      return { ...result, hits: hits.filter(({ athlete }) => listedAthletes.has(athlete)) };
    },
  };
}
