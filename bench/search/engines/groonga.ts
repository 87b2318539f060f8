import { join } from "node:path";
import { type Engine, PAGE_SIZE } from "./engine.ts";
import { GroongaDatabase } from "./groonga_library.ts";

/** Rows of one `load`. */
const BATCH = 5000;

/**
 * A lexicon for each column, since a word's postings would else tell of all of them; and one of all
 * letters by twos, in which pieces of words are found.
 */
const SCHEMA = [
  "table_create People TABLE_HASH_KEY ShortText",
  ...["name", "year", "club"].flatMap((column) => [
    `column_create People ${column} COLUMN_SCALAR ShortText`,
    `table_create Words_${column} TABLE_PAT_KEY ShortText --default_tokenizer TokenDelimit`,
    `column_create Words_${column} people COLUMN_INDEX People ${column}`,
  ]),
  "table_create Pieces TABLE_PAT_KEY ShortText " +
  "--default_tokenizer TokenBigramSplitSymbolAlphaDigit --normalizer NormalizerAuto",
  "column_create Pieces people COLUMN_INDEX|WITH_POSITION People name",
];

/** By their indexes, since a name has two. */
const COLUMNS = "Words_name.people * 4 || Words_year.people * 2 || Words_club.people";

/** Slips that a word may have: as many as Elasticsearch's `AUTO` gives it. */
const slipsOf = (word: string) => word.length < 3 ? 0 : word.length < 6 ? 1 : 2;

const text = (word: string) => JSON.stringify(word);

/**
 * Each word as a word or, the last one, a beginning; where fewer than ten have them all, also by
 * `fuzzy_search`, which walks the patricia trie of a lexicon; then as a piece.
 */
export function makeEngine(folder: string): Engine {
  const database = new GroongaDatabase(join(folder, "people"));
  for (const command of SCHEMA) database.send(command);

  /** Federation ids of those who are selected, best first. */
  const select = (condition: string): string[] => {
    const answer = database.send(
      `select People ${condition} --output_columns _key --sort_keys -_score --limit ${PAGE_SIZE}`,
    );
    if (answer === "") return [];
    const [[, , ...rows] = []] = JSON.parse(answer) as [[number[], unknown, ...[string][]]?];
    return rows.map(([id]) => id);
  };
  const exactly = (words: readonly string[]) => {
    const query = words.map((word, at) => at === words.length - 1 ? `(${word} OR ${word}*)` : word)
      .join(" ");
    return select(`--match_columns '${COLUMNS}' --query '${query}'`);
  };
  const nearly = (words: readonly string[]) => {
    const conditions = words.map((word) => {
      const slips = `{"max_distance": ${slipsOf(word)}, "prefix_length": 1}`;
      return `(fuzzy_search(Words_name.people, ${text(word)}, ${slips}) || ` +
        `year @ ${text(word)} || club @ ${text(word)})`;
    });
    return select(`--filter '${conditions.join(" && ")}'`);
  };
  const inPieces = (words: readonly string[]) =>
    select(`--filter '${words.map((word) => `Pieces.people @ ${text(word)}`).join(" && ")}'`);
  return {
    build: (people) => {
      let rows: string[] = [];
      const load = () => {
        database.send("load --table People");
        database.send(`[${rows.join(",")}]`);
        rows = [];
      };
      for (const { ffaId, plainName, birthYear, plainClub } of people) {
        rows.push(
          JSON.stringify({ _key: ffaId, name: plainName, year: birthYear, club: plainClub }),
        );
        if (rows.length === BATCH) load();
      }
      load();
    },
    search: ({ plainText }) => {
      const words = plainText.split(" ");
      const found = new Set<string>();
      for (const stage of [exactly, nearly, inPieces]) {
        if (found.size >= PAGE_SIZE) break;
        for (const id of stage(words)) found.add(id);
      }
      return [...found].slice(0, PAGE_SIZE);
    },
  };
}
