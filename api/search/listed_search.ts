import type { Listed } from "../repositories/listed.ts";
import type { SearchEngine } from "./engine.ts";

/** Leaves out people who asked not to be listed, whatever the engine's index still holds. */
export function listedOnly(engine: SearchEngine, listed: Listed): SearchEngine {
  return {
    get kind() {
      return engine.kind;
    },
    clubOf: (number) => engine.clubOf(number),
    async find(request) {
      const { hits, ...result } = await engine.find(request);
      const shown = new Set(await listed(hits.map(({ athlete }) => athlete)));
      return { ...result, hits: hits.filter(({ athlete }) => shown.has(athlete)) };
    },
  };
}
