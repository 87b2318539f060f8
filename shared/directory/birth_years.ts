import { birthYearRange, type BirthYears, parseCategory } from "../domain/people/category.ts";
import type { Season } from "../domain/people/season.ts";

/**
 * The birth years that a category allows when the season is one of several; null for a category
 * that allows any.
 *
 * @param category As published, or its code.
 * @param seasons The first and the last season that it may be of.
 */
export function categoryYears(
  category: string | null,
  seasons: { first: Season; last: Season },
): BirthYears | null {
  if (category === null) return null;
  try {
    const parsed = parseCategory(category);
    if (parsed === null) return null;
    return {
      min: birthYearRange(parsed.code, seasons.first).min,
      max: birthYearRange(parsed.code, seasons.last).max,
    };
  } catch (error) {
    // An unknown code is kept as published, and says nothing of the year.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The facts about a birth year, each as an SQL expression. */
export interface YearFacts {
  /** The year that a page or a file gives. */
  stated: string;
  /** The year that results show; 0 where they contradict each other. */
  results: string;
  /** The years that all categories allow; none where the first is after the last. */
  categoryMin: string;
  categoryMax: string;
}

/**
 * A birth year in SQL: the given one, else that of results where the categories allow it, else the
 * only one that the categories allow.
 *
 * Categories that contradict each other allow nothing, since then none can be trusted: the rule of
 * `narrowBirthYears`. Their bounds are kept as they are, the first after the last, so that a third
 * category changes nothing, whichever comes first.
 */
export function birthYear({ stated, results, categoryMin, categoryMax }: YearFacts): string {
  const isRefused = `coalesce(${categoryMin} <= ${categoryMax}
    and ${results} not between ${categoryMin} and ${categoryMax}, false)`;
  return `coalesce(${stated}, case when ${results} > 0 and not ${isRefused} then ${results} end,
    case when ${categoryMin} = ${categoryMax} then ${categoryMin} end)`;
}

/** The earliest and the latest possible birth year, in SQL. @param year The facts about it. */
export function birthYearBounds(
  year: string,
  { categoryMin, categoryMax }: YearFacts,
): { min: string; max: string } {
  const bound = (of: string) =>
    `coalesce(${year}, case when ${categoryMin} <= ${categoryMax} then ${of} end)`;
  return { min: bound(categoryMin), max: bound(categoryMax) };
}

/**
 * Combines the facts of two sources about a birth year. Commutative and associative: the order does
 * not matter.
 */
export function mergedYears(stored: YearFacts, incoming: YearFacts, stated: string): YearFacts {
  return {
    stated,
    results: `case when ${stored.results} is null then ${incoming.results}
      when ${incoming.results} is null or ${incoming.results} = ${stored.results} then ${stored.results}
      else 0 end`,
    categoryMin: `greatest(${stored.categoryMin}, ${incoming.categoryMin})`,
    categoryMax: `least(${stored.categoryMax}, ${incoming.categoryMax})`,
  };
}
