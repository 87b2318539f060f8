import { z } from "zod";
import { CLUB_NUMBER } from "../domain/people/club_number.ts";
import { LAST_YEAR } from "./limits.ts";

/** Federation number of a club, leading zeros kept: `075999`, in Corsica `02A135`. */
export const ClubNumber = z.string().regex(
  CLUB_NUMBER,
  "a club number: 6 digits, such as 075999, or 02A135 in Corsica",
);

/** Code of an age category in a query. */
export const CategoryCode = z.string().regex(
  /^[A-Z][A-Z0-9]$/,
  "an age category: two signs such as SE or M0",
);

/** A club, named. */
export const ClubRef = z.object({ ffa_number: ClubNumber, name: z.string() });
export type ClubRef = z.output<typeof ClubRef>;

/** A club of the directory. */
export const Club = ClubRef.extend({
  /** League code, e.g. `I-F`. */
  league: z.string().nullable(),
  /** Department code, three characters, e.g. `075`, `02A`. */
  department: z.string().nullable(),
  first_season: z.int(),
  last_season: z.int(),
});
export type Club = z.output<typeof Club>;

/** How many athletes a club has licensed in a season. */
export const ClubSeason = z.object({ season: z.int(), athletes: z.int().min(1) });
export type ClubSeason = z.output<typeof ClubSeason>;

/** `GET /clubs/{number}`: a club with its seasons. */
export const ClubDetail = Club.extend({
  /** Seasons somebody was licensed in, latest first. */
  seasons: z.array(ClubSeason),
});
export type ClubDetail = z.output<typeof ClubDetail>;

/** `GET /clubs`: clubs by name or number, best first. */
export const ClubPage = z.object({ items: z.array(Club), total_is_exact: z.boolean() });
export type ClubPage = z.output<typeof ClubPage>;

/** Query of `GET /clubs`. */
export const ClubQuery = z.object({
  q: z.string().trim().min(2).max(80),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
export type ClubQuery = z.output<typeof ClubQuery>;

/** Query of `GET /clubs/{number}/athletes`. */
export const ClubAthletesQuery = z.object({
  /** Only members in this season; all seasons by default. */
  season: z.coerce.number().int().min(1950).max(LAST_YEAR).optional(),
  sex: z.enum(["M", "F"]).optional(),
  /** Only athletes whose last age category has this code. */
  category: CategoryCode.optional(),
  /** Only names that begin with this letter, accents left out. */
  letter: z.string().regex(/^[a-z]$/, "a letter: a to z").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  // More than the largest club has in a season.
  offset: z.coerce.number().int().min(0).max(5000).default(0),
});
export type ClubAthletesQuery = z.output<typeof ClubAthletesQuery>;
