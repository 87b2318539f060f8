/**
 * Which source is believed, field by field, in one table. The SQL that stores facts is made from
 * it, so that a roster of a club and a file of a million lines follow the same rule.
 */
import { FIRST_SEASON, MOMENT_BITS, type Source, SOURCE_BITS, sourceNumber } from "./facts.ts";

/** How a field is decided when two sources have a value. */
export interface Field {
  /** Column of the value; `<column>_origin` beside it says where the value is from. */
  column: string;
  /**
   * Sources from the strongest group to the weakest: a group is believed against all groups behind
   * it, whatever the season. Within a group the later season is believed, of one season the source
   * named first, of one source the later reading.
   */
  sources: readonly (readonly Source[])[];
  /** The column whose value is stored in this one when there is no value. */
  placeholder?: string;
  /** Type of the column; text by default. */
  type?: "smallint";
}

/** Fields of an athlete, except birth years ({@link file://./birth_years.ts}) and clubs. */
export const ATHLETE_FIELDS = {
  /** Lists print the licensed name; that of a page is composed from its parts. */
  name: { column: "name", sources: [["roster", "file"], ["profile"]] },
  /** Both are reliable; lists are read every week, so they show a correction sooner. */
  sex: { column: "sex", sources: [["roster", "file"], ["profile"]] },
  /** A page always has it; a roster only as a suffix of some names. */
  nationality: { column: "nationality", sources: [["profile"], ["roster", "file"]] },
  /** Both come with the license, which is one of a season: the latest season is believed. */
  licenseNumber: { column: "license_number", sources: [["roster", "profile", "file"]] },
  category: { column: "category", sources: [["roster", "profile"]] },
  /**
   * A year as such, not one derived from a category: a page has the date of birth, a file may be
   * older.
   */
  statedBirthYear: {
    column: "told_birth_year",
    type: "smallint",
    sources: [["profile"], ["file"]],
  },
} as const satisfies Record<string, Field>;

/**
 * The latest club. A page names a club without saying of which season, so it only fills a gap. Of
 * two clubs in one season the lower number is believed: both are right, and one has to be shown.
 */
export const ATHLETE_CLUB = {
  column: "club_id",
  sources: [["roster", "file"], ["profile"]],
} as const satisfies Field;

/** Fields of a club. A name that is missing is stored as the club's number. */
export const CLUB_FIELDS = {
  name: {
    column: "name",
    sources: [["club-list", "profile", "file"]],
    placeholder: "ffa_number",
  },
  league: { column: "league", sources: [["club-list", "profile"]] },
  department: { column: "department", sources: [["club-list", "profile"]] },
} as const satisfies Record<string, Field>;

/** The stored value of a field in SQL; null where nothing is stored. */
export function storedValueOf({ column, placeholder }: Field): string {
  return placeholder === undefined
    ? `stored.${column}`
    : `nullif(stored.${column}, stored.${placeholder})`;
}

/**
 * The origin assumed for values that were stored before origins were: a list of the last season,
 * read long ago. For athletes it depends on whether their own page was read.
 */
export function formerOrigin(
  { sources }: Field,
  { list, hasProfile }: { list: Source; hasProfile: boolean },
): string {
  const ofList = originAt("stored.last_season::bigint", list);
  const pageFirst = sources[0]?.length === 1 && sources[0][0] === "profile";
  if (!hasProfile || !pageFirst) return ofList;
  const ofPage = originAt("extract(year from stored.profile_read_at)::bigint", "profile");
  return `case when stored.profile_read_at is null then ${ofList} else ${ofPage} end`;
}

function originAt(season: string, source: Source): string {
  return `((((${season} - ${FIRST_SEASON}) << ${SOURCE_BITS}) + ${sourceNumber(source)}) ` +
    `<< ${MOMENT_BITS})`;
}

/** How strong an origin is for a field, in SQL: greater is believed. */
export function strength({ sources }: Field, origin: string): string {
  const cases = sources.slice(0, -1).flatMap((group, index) =>
    group.map((source) =>
      `when ${sourceNumber(source)} then ${BigInt(sources.length - 1 - index) << GROUP_BIT}::bigint`
    )
  );
  if (cases.length === 0) return `(${origin})`;
  return `((${origin}) + case ((${origin}) >> ${MOMENT_BITS}) & ${(1 << SOURCE_BITS) - 1} ` +
    `${cases.join(" ")} else 0 end)`;
}

/** Origins are below this bit; groups stand above it. */
const GROUP_BIT = 54n;

/** Season and source of an origin, without the moment, in SQL. */
export const withoutMoment = (origin: string) => `((${origin}) >> ${MOMENT_BITS})`;

/** Group and season of a strength, without source and moment, in SQL. */
export const withoutSource = (origin: string) => `((${origin}) >> ${MOMENT_BITS + SOURCE_BITS})`;
