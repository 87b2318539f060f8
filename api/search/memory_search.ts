import type { MatchSpan } from "@mypacer/shared/contract/athlete.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Hit, SearchEngine, SearchRequest, SearchResult } from "./engine.ts";
import type { LoadedIndex } from "./index_holder.ts";
import type { WordMatch } from "./index/candidate_score.ts";
import type { DirectoryIndex } from "./index/directory_index.ts";
import { scoreOf } from "./index/penalties.ts";
import { nameWords } from "./name_words.ts";

const decoder = new TextDecoder();

/**
 * Searches in memory while there is an index, by another engine while there is none or if it fails.
 */
export function createMemorySearch(
  { keeper, fallback, log }: {
    keeper: { readonly current: LoadedIndex | null };
    fallback: SearchEngine;
    log: Logger;
  },
): SearchEngine {
  return {
    get kind() {
      return keeper.current === null ? fallback.kind : "memory";
    },
    async clubOf(number) {
      const loaded = keeper.current;
      if (loaded === null) return await fallback.clubOf(number);
      const club = loaded.index.clubWith(number);
      return club && { ffa_number: club.ffaNumber, name: club.name };
    },
    async find(request) {
      const loaded = keeper.current;
      if (loaded === null) return await fallback.find(request);
      try {
        return find(loaded, request);
      } catch (error) {
        log.error("the search in memory failed; SQL answers", { error });
        return await fallback.find(request);
      }
    },
  };
}

function find({ index, finder, isOpposed }: LoadedIndex, request: SearchRequest): SearchResult {
  const { query, limit, offset, club, sex, category, activeSince, counts = false } = request;
  const { birthYear, numbers } = query;
  const result = finder.find({
    words: query.words,
    whole: query.whole ?? false,
    filters: { birthYear, numbers, club, sex, category, activeSince },
    most: offset + limit,
    counts,
  });
  const hits = result.rows.slice(offset).flatMap((row): Hit[] => {
    const athlete = index.athlete(row.row);
    if (isOpposed(athlete.ffaId)) return [];
    return [{
      athlete,
      score: scoreOf(row.order),
      match: spansOf(index, { name: athlete.name, matches: row.matches }),
    }];
  });
  const [first] = result.rows;
  return {
    hits,
    totalIsExact: result.complete && result.total <= offset + limit,
    total: result.complete ? result.total : null,
    counts: result.complete ? result.counts : null,
    clubWords: first === undefined ? [] : clubWordsOf(first.matches),
  };
}

/** The typed words that match a word of the club's name. */
function clubWordsOf(matches: readonly WordMatch[]): string[] {
  return matches.flatMap(({ typed, word }) => word === null ? [decoder.decode(typed)] : []);
}

/** Which parts of a name to highlight. */
function spansOf(
  index: DirectoryIndex,
  { name, matches }: { name: string; matches: readonly WordMatch[] },
): MatchSpan[] {
  const words = nameWords(name);
  const spans: MatchSpan[] = [];
  for (const { typed, word, places } of matches) {
    if (word === null) continue;
    const starts: number[] = [];
    const ends: number[] = [];
    for (const [place, word] of words.entries()) {
      if ((places >> place & 1) === 0) continue;
      starts.push(...word.starts);
      ends.push(...word.ends);
    }
    const { length } = typed;
    const begins = index.vocabulary.startsWith(word, typed);
    const inside = begins ? 0 : index.fragments.placeIn(word, typed);
    const from = inside === -1 ? 0 : inside;
    const to = inside === -1 ? ends.length : from + length;
    const start = starts[from];
    const end = ends[to - 1];
    if (start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return spans.sort((a, b) => a.start - b.start);
}
