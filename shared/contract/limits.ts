/**
 * Limits that both sides of the wire hold to. Without zod, which the browser does not load: the
 * schemas beside this file, the API's search and the site's fields read them here.
 */

/**
 * Fewest and most characters of a search text. Two letters alone are a whole name (`Ly`, `Wu`);
 * what is longer than any name with its club is refused, not cut.
 */
export const QUERY_LENGTH = { min: 2, max: 80 } as const;
/** Most words of a search text: no name has as many, and in SQL every word costs an index scan. */
export const MAX_QUERY_WORDS = 8;
/** Most athletes side by side: as many as a page has colors for that can be told apart. */
export const MAX_COMPARED = 8;
/** Last season or year that is asked for: a bound against nonsense, not a date of anything. */
export const LAST_YEAR = 2200;
