import type { Queryable } from "@mypacer/shared/database/connect.ts";
import {
  latestListedBirthYear,
  YOUNGEST_LISTED,
  type YoungestCategory,
} from "@mypacer/shared/domain/people/listed_age.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";

/** When somebody was born, as far as the directory knows. */
interface Birth {
  birthYear?: number | null;
  /** Latest possible year, where the year itself is not known. */
  birthYearMax?: number | null;
}

/** Whose age allows to show them: the youngest are in no list, no search and no suggestion. */
export interface ListedAges {
  /** The latest birth year that is listed now. */
  latestBirthYear(): number;
  /** Whether somebody may be listed: who may be too young is not, who is of unknown age is. */
  isListed(birth: Birth): boolean;
}

/** Makes the rule from the youngest age category that is listed. */
export function createListedAges(
  { youngest = YOUNGEST_LISTED, clock }: {
    youngest?: YoungestCategory | undefined;
    clock: () => Date;
  },
): ListedAges {
  const latestBirthYear = () => latestListedBirthYear(youngest, seasonOf(clock()));
  return {
    latestBirthYear,
    isListed({ birthYear, birthYearMax }) {
      const latest = birthYear ?? birthYearMax ?? null;
      return latest === null || latest <= latestBirthYear();
    },
  };
}

/** The same as a condition on `athlete`. @param latestBirthYear The latest that is listed. */
export function hasListedAge(sql: Queryable, latestBirthYear: number) {
  return sql`coalesce(athlete.birth_year, athlete.birth_year_max, 0) <= ${latestBirthYear}`;
}
