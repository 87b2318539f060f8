import { IndexBuilder } from "../../../api/search/index/builder.ts";
import { DirectoryIndex } from "../../../api/search/index/directory_index.ts";
import { Finder } from "../../../api/search/index/finder.ts";
import { FIELD, RowParser } from "../../../api/search/index/row_parser.ts";
import { parseSearchText } from "../../../api/search/query.ts";
import { type Engine, type IndexedPerson, PAGE_SIZE } from "./engine.ts";

/** Fewest letters of a search: as the API has it. */
const MIN_LETTERS = 3;
/** Rows handed over at once. */
const BATCH = 2000;
/** Of everybody, so that no one comes first for having been active. */
const SEASON = 2026;

/** Makes a row as PostgreSQL's COPY writes it, of which the index reads what engines are given. */
function copyRow(person: IndexedPerson, { id, club }: { id: number; club: number | null }): string {
  const fields: Partial<Record<keyof typeof FIELD, string | number | null>> = {
    id,
    ffa_id: person.ffaId,
    name: person.name,
    normalized_name: person.plainName,
    birth_year: person.birthYear === "" ? null : person.birthYear,
    club_id: club,
    first_season: SEASON,
    last_season: SEASON,
  };
  const names = Object.keys(FIELD) as (keyof typeof FIELD)[];
  return `${names.map((name) => fields[name] ?? "\\N").join("\t")}\n`;
}

/** Clubs, numbered as they are met. */
class ClubNumbers {
  readonly list: { id: number; ffaNumber: string; name: string }[] = [];
  readonly #ids = new Map<string, number>();

  idOf(name: string): number | null {
    if (name === "") return null;
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#ids.size + 1;
      this.#ids.set(name, id);
      this.list.push({ id, ffaNumber: String(id).padStart(6, "0"), name });
    }
    return id;
  }
}

/** The index of this project's API, asked without HTTP. */
export function makeEngine(): Engine {
  let index: DirectoryIndex | undefined;
  let finder: Finder | undefined;
  return {
    build: (people) => {
      // Its builder is told all clubs before the first row.
      const clubs = new ClubNumbers();
      const encoder = new TextEncoder();
      const batches: Uint8Array[] = [];
      let id = 0;
      let rows = "";
      for (const person of people) {
        rows += copyRow(person, { id: ++id, club: clubs.idOf(person.club) });
        if (id % BATCH !== 0) continue;
        batches.push(encoder.encode(rows));
        rows = "";
      }
      batches.push(encoder.encode(rows));
      const builder = new IndexBuilder(clubs.list);
      const parser = new RowParser(builder);
      for (const batch of batches) parser.push(batch);
      parser.end();
      index = new DirectoryIndex(builder.finish({ activeSince: SEASON }));
      finder = new Finder(index);
    },
    search: ({ text }) => {
      if (index === undefined || finder === undefined) return [];
      const query = parseSearchText(text, { minLetters: MIN_LETTERS });
      const { rows } = finder.find({
        words: query.words,
        whole: query.whole ?? false,
        filters: { birthYear: query.birthYear, numbers: query.numbers },
        most: PAGE_SIZE,
      });
      const directory = index;
      return rows.map(({ row }) => directory.athlete(row).ffaId);
    },
  };
}
