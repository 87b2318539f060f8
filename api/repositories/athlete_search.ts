import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import { athleteColumns, type AthleteRow } from "./athlete.ts";
import { hasListedAge } from "./listed_ages.ts";

/** What candidates must be beside their name. */
export interface SearchFilters {
  birthYear: number | null;
  /** Each is the federation id or the club number. */
  numbers: readonly string[];
  club: string | undefined;
  sex: "M" | "F" | undefined;
  category: string | undefined;
  /** A season: only who was active in it or later. */
  activeSince: number | undefined;
  /** The latest birth year that is listed. */
  latestBirthYear: number;
}

/** What both searches look for. */
export interface NameSearch {
  words: readonly string[];
  /** The words are whole: a word of the name that only begins so does not match. */
  whole: boolean;
  filters: SearchFilters;
}

/** An athlete and how much the whole name looks like what was typed: 0 to 1. */
export type Candidate = AthleteRow & { likeness: number };

/** Word similarity from which a misspelt word counts: one typo in a short word has it. */
const WORD_THRESHOLD = 0.4;
/** Similarity of whole names from which one word may be any other. */
const NAME_THRESHOLD = 0.4;
/** Most misspelt candidates compared letter by letter: ten pages of results. */
const MAX_CANDIDATES = 200;
/** Fewest letters of a word that can be looked up misspelt: a trigram needs three. */
const MIN_MISSPELT_LETTERS = 3;
/** Time the misspelt search may take, ms: exact results do not wait longer for it. */
const MISSPELT_TIMEOUT_MS = 1500;

/**
 * Each word begins a word of the name, or is one. The words are of a–z and 0–9: nothing in them is
 * a wildcard.
 */
function holdsWords(sql: Queryable, { words, whole }: Pick<NameSearch, "words" | "whole">) {
  const holds = (word: string) =>
    (whole ? [word, `${word} %`, `% ${word}`, `% ${word} %`] : [`${word}%`, `% ${word}%`]).reduce(
      (any, pattern) => sql`${any} or athlete.normalized_name like ${pattern}`,
      sql`false`,
    );
  return words.reduce((all, word) => sql`${all} and (${holds(word)})`, sql`true`);
}

/**
 * The word with each two neighbors swapped: the typo that shares the fewest trigrams with the right
 * word.
 */
function swappedNeighbors(word: string): string {
  const variants = Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  );
  return `\\m(?:${variants.join("|")})`;
}

function matchesFilters(
  sql: Queryable,
  { birthYear, numbers, club, sex, category, activeSince, latestBirthYear }: SearchFilters,
) {
  const isNumber = (number: string) =>
    sql`(athlete.ffa_id = ${number} or club.ffa_number = ${number})`;
  return sql`
    ${numbers.reduce((all, number) => sql`${all} and ${isNumber(number)}`, sql`true`)}
    ${
    birthYear === null ? sql`` : sql`and (
      athlete.birth_year = ${birthYear} or (
        athlete.birth_year is null
        and ${birthYear} between athlete.birth_year_min and athlete.birth_year_max
      )
    )`
  }
    ${club === undefined ? sql`` : sql`and club.ffa_number = ${club}`}
    ${sex === undefined ? sql`` : sql`and athlete.sex = ${sex}`}
    ${category === undefined ? sql`` : sql`and athlete.category = ${category}`}
    ${activeSince === undefined ? sql`` : sql`and athlete.last_season >= ${activeSince}`}
    and ${hasListedAge(sql, latestBirthYear)}
  `;
}

/**
 * Athletes whose name holds every word, the closest whole name first; among equals the latest
 * season.
 */
export async function findByWords(
  sql: Queryable,
  { words, whole, filters, limit, offset }: NameSearch & { limit: number; offset: number },
): Promise<Candidate[]> {
  const typed = words.join(" ");
  return await sql<Candidate[]>`
    select ${athleteColumns(sql)}, similarity(athlete.normalized_name, ${typed}) as likeness
    from athlete left join club on club.id = athlete.club_id
    where ${holdsWords(sql, { words, whole })} and ${matchesFilters(sql, filters)}
    order by likeness desc, athlete.last_season desc, athlete.normalized_name, athlete.ffa_id
    limit ${limit} offset ${offset}
  `;
}

/**
 * Athletes whose name comes close to the words without holding all of them: at most 200, the
 * closest first.
 *
 * @throws {PostgresError} `57014` when it takes too long.
 */
export async function findMisspelt(
  sql: Sql,
  { words, whole, filters }: NameSearch,
): Promise<Candidate[]> {
  const long = words.filter((word) => word.length >= MIN_MISSPELT_LETTERS);
  if (long.length === 0) return [];
  const typed = words.join(" ");
  const weight = long.reduce(
    (sum, word) => sql`${sum} + ${word.length} * word_similarity(${word}, athlete.normalized_name)`,
    sql`0`,
  );
  return await sql.begin(async (transaction) => {
    await transaction`
      select set_config('pg_trgm.word_similarity_threshold', ${String(WORD_THRESHOLD)}, true),
        set_config('pg_trgm.similarity_threshold', ${String(NAME_THRESHOLD)}, true),
        set_config('statement_timeout', ${String(MISSPELT_TIMEOUT_MS)}, true)
    `;
    return await transaction<Candidate[]>`
      select ${athleteColumns(sql)}, similarity(athlete.normalized_name, ${typed}) as likeness
      from athlete left join club on club.id = athlete.club_id
      where (
        athlete.normalized_name % ${typed}
        or (${
      long.reduce(
        (all, word) =>
          sql`${all} and (
            ${word} <% athlete.normalized_name or athlete.normalized_name ~ ${
            swappedNeighbors(word)
          }
          )`,
        sql`true`,
      )
    })
      ) and not (${holdsWords(sql, { words, whole })}) and ${matchesFilters(sql, filters)}
      order by ${weight} desc, likeness desc, athlete.last_season desc, athlete.ffa_id
      limit ${MAX_CANDIDATES}
    `;
  });
}
