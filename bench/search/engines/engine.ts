/** What an engine is given of an athlete. */
export interface IndexedPerson {
  ffaId: string;
  /** As published: `LEFEVRE Jean-Baptiste`. */
  name: string;
  /** The same without accents, capitals and marks: `lefevre jean baptiste`. */
  plainName: string;
  /** Empty where it is not published. */
  birthYear: string;
  /** Name of the latest club as published, and without accents, capitals and marks; or empty. */
  club: string;
  plainClub: string;
}

/** A query as it was typed, and without accents, capitals and marks. */
export interface Query {
  text: string;
  plainText: string;
}

/** Results of a query. */
export const PAGE_SIZE = 10;

/** A search engine, set up as its documentation says for names that may be misspelt. */
export interface Engine {
  /** Process that does the work, where it is not the one that calls. */
  pid?: number;
  /** Makes the index. */
  build(people: Iterable<IndexedPerson>): Promise<void> | void;
  /** Federation ids of the first ten, best first. */
  search(query: Query): readonly string[] | Promise<readonly string[]>;
}

/**
 * Prepares an engine.
 *
 * @param folder An empty folder of its own, removed afterwards.
 */
export type MakeEngine = (folder: string) => Promise<Engine> | Engine;
