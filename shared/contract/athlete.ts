import { z } from "zod";
import { CategoryCode, ClubNumber, ClubRef } from "./club.ts";
import { LAST_YEAR, QUERY_LENGTH } from "./limits.ts";

/** Federation id of an athlete: the number in `/athletes/{id}`, as text. */
export const FfaId = z.string().regex(/^\d{1,12}$/, "a federation id: 1 to 12 digits");

/**
 * A licensed athlete as the API shows them: never the license number, never more than the birth
 * year.
 */
export const Athlete = z.object({
  ffa_id: FfaId,
  /** As published: `SURNAME Given`. */
  name: z.string(),
  /** Null of who may be under 16, like the range. */
  birth_year: z.int().nullable(),
  /** Range the age categories allow while the year itself is unknown. */
  birth_year_min: z.int().nullable(),
  birth_year_max: z.int().nullable(),
  sex: z.enum(["M", "F"]).nullable(),
  /** Three-letter federation code, e.g. `FRA`. */
  nationality: z.string().length(3).nullable(),
  /** Age category code of the last season, e.g. `SE`, `M0`. */
  category: z.string().nullable(),
  /** Club of the last season. */
  club: ClubRef.nullable(),
  first_season: z.int(),
  last_season: z.int(),
  /** The athlete's page on the federation's site. */
  url: z.url(),
});
export type Athlete = z.output<typeof Athlete>;

/** Part of `name` that answers the query: UTF-16 offsets, end excluded. */
export const MatchSpan = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type MatchSpan = z.output<typeof MatchSpan>;

/** One search result. */
export const AthleteHit = Athlete.extend({
  /** How well the name answers the query: 0 to 1, 1 = as typed. */
  score: z.number().min(0).max(1),
  match: z.array(MatchSpan),
});
export type AthleteHit = z.output<typeof AthleteHit>;

/** What a search text was taken for. Nothing at all: it is in another script than names are. */
export const Understood = z.object({
  /** Words of a name (or of a club's), normalized; the last may be unfinished. */
  words: z.array(z.string()),
  /** Those of the words that the first result answers by the name of the club. */
  club_words: z.array(z.string()),
  birth_year: z.int().nullable(),
  /** Numbers that are no birth year and no club's: federation ids. */
  numbers: z.array(z.string()),
  /**
   * Club whose number was given, in the text or beside it; null as well for a number that no club
   * has.
   */
  club: ClubRef.nullable(),
});
export type Understood = z.output<typeof Understood>;

const Counts = z.record(z.string(), z.int().min(1));

/** How many results there are by `M` and `F`, and by code of the age category; never 0. */
export const ResultCounts = z.object({ sex: Counts, category: Counts });
export type ResultCounts = z.output<typeof ResultCounts>;

/** `GET /athletes`: search results, best first. */
export const AthletePage = z.object({
  items: z.array(AthleteHit),
  /** How many results there are in all; null where not all were counted. */
  total: z.int().min(0).nullable(),
  /** With `with=counts`, where all were counted. */
  counts: ResultCounts.nullable(),
  /** False when more results may exist than this page and those before it show. */
  total_is_exact: z.boolean(),
  took_ms: z.number().min(0),
  understood: Understood,
});
export type AthletePage = z.output<typeof AthletePage>;

/** Hits beyond this are not shown to anybody: page after page of them is no search. */
export const LAST_SEARCH_OFFSET = 500;

/** Query of `GET /athletes`. */
export const AthleteQuery = z.object({
  /**
   * May be left out where `club` is given: then all of its athletes are listed. Two letters alone
   * are a whole name; an address of an athlete's page stands for the athlete's id.
   */
  q: z.string().trim().min(QUERY_LENGTH.min).max(QUERY_LENGTH.max).optional(),
  /** Only members of this club. */
  club: ClubNumber.optional(),
  sex: z.enum(["M", "F"]).optional(),
  /** Only athletes whose last age category has this code. */
  category: CategoryCode.optional(),
  /** Only athletes who were active in this season or a later one. */
  active_since: z.coerce.number().int().min(1950).max(LAST_YEAR).optional(),
  /** `counts`: tell as well how many results each sex and age category has. */
  with: z.literal("counts").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(LAST_SEARCH_OFFSET).default(0),
});
export type AthleteQuery = z.output<typeof AthleteQuery>;
