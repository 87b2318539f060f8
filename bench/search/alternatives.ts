import MiniSearch from "minisearch";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import type { Search } from "./recall.ts";

/**
 * What a user would write in SQL: trigrams over the whole name, with the index that serves them.
 */
export function createTrigramSearch(sql: Sql): Search {
  return (text) => {
    const name = normalizeName(text);
    return sql<{ ffaId: string; name: string }[]>`
      select ffa_id, name from athlete
      where normalized_name % ${name}
      order by similarity(normalized_name, ${name}) desc, ffa_id
      limit 10
    `;
  };
}

/** What MiniSearch is told of an athlete. */
interface Document {
  id: string;
  name: string;
  club: string;
  year: string;
}

/**
 * What a user would take from npm: MiniSearch with its own misspelling and prefix search, in this
 * process.
 */
export async function createMiniSearch(sql: Sql): Promise<Search> {
  const index = new MiniSearch<Document>({
    fields: ["name", "club", "year"],
    storeFields: ["name"],
    tokenize: (text) => normalizeName(text).split(" "),
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND" },
  });
  const rows = sql<Document[]>`
    select athlete.ffa_id as id, athlete.name, coalesce(club.name, '') as club,
      coalesce(birth_year::text, '') as year
    from athlete left join club on club.id = athlete.club_id
  `;
  for await (const batch of rows.cursor(10_000)) index.addAll(batch);
  return (text) =>
    index.search(text).slice(0, 10).map(({ id, name }) => ({
      ffaId: String(id),
      name: String(name),
    }));
}
