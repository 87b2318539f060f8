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

/** Slips that a word of so many letters may have. */
const slips = (word: string) => word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

const text = (word: string) => JSON.stringify(word);

/**
 * Each word as a word or, the last one, a beginning; where fewer than ten have them all, also by
 * `fuzzy_search`, which walks the patricia trie of a lexicon; where nobody has, as a piece.
 */
export function makeEngine(folder: string): Engine {
  const database = new GroongaDatabase(join(folder, "people"));
  for (const command of SCHEMA) database.send(command);

  /** Federation ids of those for whom all conditions hold, best first. */
  const select = (conditions: readonly string[]): string[] => {
    const answer = database.send(
      `select People --filter '${conditions.join(" && ")}' --output_columns _key ` +
        `--sort_keys -_score --limit ${PAGE_SIZE}`,
    );
    if (answer === "") return [];
    const [[, , ...rows] = []] = JSON.parse(answer) as [[number[], unknown, ...[string][]]?];
    return rows.map(([id]) => id);
  };
  const exact = (word: string, isLast: boolean) => {
    const ways = [`name @ ${text(word)}`, `year @ ${text(word)}`, `club @ ${text(word)}`];
    if (isLast) ways.push(`query("name", ${text(`${word}*`)})`);
    return ways;
  };
  const loose = (word: string, isLast: boolean) =>
    slips(word) === 0 ? exact(word, isLast) : [
      ...exact(word, isLast),
      `fuzzy_search(name, ${text(word)}, {"max_distance": ${slips(word)}, "prefix_length": 1})`,
    ];
  const any = (ways: readonly string[]) => `(${ways.join(" || ")})`;
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
      const isLast = (at: number) => at === words.length - 1;
      const found = select(words.map((word, at) => any(exact(word, isLast(at)))));
      if (found.length === PAGE_SIZE) return found;
      const near = select(words.map((word, at) => any(loose(word, isLast(at)))));
      const all = [...new Set([...found, ...near])].slice(0, PAGE_SIZE);
      return all.length > 0
        ? all
        : select(words.map((word) => any([`Pieces.people @ ${text(word)}`])));
    },
  };
}
