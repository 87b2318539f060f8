import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import type { MatchSpan, ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import type { SearchQuery } from "./query.ts";

/** A search: what was typed, filters, and which part of the results. */
export interface SearchRequest {
  query: SearchQuery;
  /** Only athletes whose latest club has this federation number. */
  club?: string | undefined;
  sex?: "M" | "F" | undefined;
  /** Only athletes of this age category. */
  category?: string | undefined;
  /** Only athletes who were active in this season or a later one. */
  activeSince?: number | undefined;
  limit: number;
  offset: number;
  /** Count the results by sex and category. */
  counts?: boolean | undefined;
}

/** An athlete who matches. */
export interface Hit {
  athlete: AthleteRow;
  /** 0 to 1; 1 = as typed. Never rises from one hit to the next. */
  score: number;
  match: MatchSpan[];
}

/** Part of the hits. */
export interface SearchResult {
  hits: Hit[];
  /** False when more may exist than the hits up to here. */
  totalIsExact: boolean;
  /** How many there are; null where not all were counted. */
  total: number | null;
  /** Null where not wanted, or where not all were counted. */
  counts: ResultCounts | null;
  /** Words of the query that are found in the name of the first hit's club. */
  clubWords: string[];
}

/** An empty result. */
export const NOTHING_FOUND: SearchResult = {
  hits: [],
  totalIsExact: true,
  total: 0,
  counts: null,
  clubWords: [],
};

/** Finds athletes by what a visitor types. */
export interface SearchEngine {
  readonly kind: "sql" | "memory";
  find(request: SearchRequest): Promise<SearchResult>;
  /** The club with a federation number. */
  clubOf(number: string): Promise<ClubRef | null>;
}
