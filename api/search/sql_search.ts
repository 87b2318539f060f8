import type { Sql } from "@mypacer/shared/database/connect.ts";
import { QUERY_CANCELED } from "@mypacer/shared/database/error_codes.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import {
  type Candidate,
  findByWords,
  findMisspelt,
  type NameSearch,
} from "../repositories/athlete_search.ts";
import type { ListedAges } from "../repositories/listed_ages.ts";
import { findClub } from "../repositories/club.ts";
import type { Hit, SearchEngine, SearchRequest, SearchResult } from "./engine.ts";
import { matchName } from "./match.ts";

/** Least score of a name with all words; misspelt ones are below. */
const MIN_EXACT_SCORE = 0.7;
/**
 * Closeness below which a misspelt name is no hit: trigrams find names that share half by chance.
 */
const MIN_CLOSENESS = 0.6;
/**
 * With fewer names than this that hold all words, misspelt ones are searched for too, unless one of
 * them is exactly what was typed: a page with five good hits needs no slow second query.
 */
const FEW_HITS = 5;

const score = (value: number) => Math.round(value * 10_000) / 10_000;

/**
 * Searches in PostgreSQL by trigrams: first the names that hold every word, in any order, then,
 * when these are few, the names that come close. Clubs are found by their number only.
 */
export function createSqlSearch(
  { sql, ages, log }: { sql: Sql; ages: ListedAges; log: Logger },
): SearchEngine {
  return {
    kind: "sql",
    find: (request) => find(request, { sql, ages, log }),
    async clubOf(number) {
      const club = await findClub(sql, number);
      return club && { ffa_number: club.ffaNumber, name: club.name };
    },
  };
}

async function find(
  { query, club, sex, category, activeSince, limit, offset }: SearchRequest,
  { sql, ages, log }: { sql: Sql; ages: ListedAges; log: Logger },
): Promise<SearchResult> {
  const { words, birthYear, numbers } = query;
  const search: NameSearch = {
    words,
    whole: query.whole ?? false,
    filters: {
      birthYear,
      numbers,
      club,
      sex,
      category,
      activeSince,
      latestBirthYear: ages.latestBirthYear(),
    },
  };
  const exact = await findByWords(sql, { ...search, limit: limit + 1, offset });
  const hits = exact.slice(0, limit).map((candidate) => exactHit(words, candidate));
  const partly = { totalIsExact: false, total: null, counts: null, clubWords: [] };
  if (exact.length > limit) return { ...partly, hits };
  // The first page says whether misspelt names follow: so every page decides the same.
  const first = offset === 0
    ? exact
    : await findByWords(sql, { ...search, limit: FEW_HITS, offset: 0 });
  if (first.length >= FEW_HITS || first[0]?.likeness === 1) {
    return {
      ...partly,
      hits,
      totalIsExact: true,
      total: offset > 0 && hits.length === 0 ? null : offset + hits.length,
    };
  }
  const exactCount = first.length;
  try {
    const near = await findNear(search, sql);
    const from = Math.max(0, offset - exactCount);
    const to = offset + limit - exactCount;
    return {
      ...partly,
      hits: [...hits, ...near.slice(from, to)],
      totalIsExact: near.length <= to,
      total: exactCount + near.length,
    };
  } catch (error) {
    if (!isCanceled(error)) throw error;
    log.warn("search for misspelt names took too long", { words: words.length });
    return { ...partly, hits };
  }
}

/** A name that holds all words. */
function exactHit(words: readonly string[], { likeness, ...athlete }: Candidate): Hit {
  return {
    athlete,
    score: words.length === 0 ? 1 : score(MIN_EXACT_SCORE + (1 - MIN_EXACT_SCORE) * likeness),
    match: matchName(words, athlete.name).spans,
  };
}

/** Names that come close, the closest first. */
async function findNear(search: NameSearch, sql: Sql): Promise<Hit[]> {
  const hits = (await findMisspelt(sql, search)).flatMap(({ likeness: _, ...athlete }): Hit[] => {
    const { closeness, spans } = matchName(search.words, athlete.name);
    return closeness < MIN_CLOSENESS
      ? []
      : [{ athlete, score: score(MIN_EXACT_SCORE * closeness), match: spans }];
  });
  return hits.sort((a, b) =>
    b.score - a.score || b.athlete.lastSeason - a.athlete.lastSeason ||
    (a.athlete.name < b.athlete.name ? -1 : a.athlete.name > b.athlete.name ? 1 : 0) ||
    (a.athlete.ffaId < b.athlete.ffaId ? -1 : 1)
  );
}

function isCanceled(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === QUERY_CANCELED;
}
