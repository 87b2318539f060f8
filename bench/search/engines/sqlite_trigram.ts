import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Engine, PAGE_SIZE } from "./engine.ts";

/** Letters of a trigram: FTS5 finds nothing shorter. */
const LETTERS = 3;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Three letters each, one further on. */
const trigrams = (word: string) =>
  Array.from(
    { length: Math.max(0, word.length - LETTERS + 1) },
    (_, at) => word.slice(at, at + LETTERS),
  );

/**
 * FTS5 with its trigram tokenizer: all words as pieces of the text, then, where that gives fewer
 * than ten, any trigram of them, the rarest weighing most (BM25).
 */
export function makeEngine(folder: string): Engine {
  const database = new DatabaseSync(join(folder, "people.sqlite"));
  database.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -200000;
    create virtual table person using fts5 (
      ffa_id unindexed, name, birth_year, club, tokenize = 'trigram', detail = full
    );
  `);
  return {
    build: (people) => {
      const insert = database.prepare("insert into person values (?, ?, ?, ?)");
      database.exec("begin");
      for (const { ffaId, plainName, birthYear, plainClub } of people) {
        insert.run(ffaId, plainName, birthYear, plainClub);
      }
      database.exec("commit");
      database.exec("insert into person (person) values ('optimize')");
    },
    search: ({ plainText }) => {
      const find = database.prepare(`
        select ffa_id from person where person match ? order by bm25(person, 0, 4, 2, 1) limit ?
      `);
      const run = (match: string) =>
        match === "" ? [] : find.all(match, PAGE_SIZE).map(({ ffa_id }) => String(ffa_id));
      const words = plainText.split(" ").filter((word) => word.length >= LETTERS);
      const exact = run(words.map(quoted).join(" AND "));
      if (exact.length === PAGE_SIZE) return exact;
      const near = run(words.flatMap(trigrams).map(quoted).join(" OR "));
      return [...new Set([...exact, ...near])].slice(0, PAGE_SIZE);
    },
  };
}
