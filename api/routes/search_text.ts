import { invalidParameters, quoteValue } from "../http/problem.ts";
import { parseSearchText, QueryError, type SearchQuery } from "../search/query.ts";

/**
 * Takes the search text of a request apart.
 *
 * @throws {ProblemError} 400 when nothing is left to search for, or too much.
 */
export function parseTextParameter(text: string, options: { minLetters: number }): SearchQuery {
  try {
    return parseSearchText(text, options);
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause;
    throw invalidParameters([{
      parameter: "q",
      given: quoteValue(text),
      accepted: cause.message,
    }], { cause });
  }
}
