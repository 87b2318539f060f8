import { PageShapeError } from "../shape.ts";
import { startOf } from "./open_page.ts";

/** Longest body that means "nothing found": of an almost empty one, and of a sentence. */
const NOTHING = 10;
const LONGEST_NONE = 300;

/**
 * Extracts the rows of a results fragment from the site's answer: `thead` and `tbody` without a
 * table, or the same as text inside JSON.
 *
 * @returns A whole table; an empty text for a fragment without results; null when it is a page of
 *   its own.
 * @throws {PageShapeError} If it is JSON of another shape, or neither page, fragment nor nearly
 *   empty.
 */
export function unwrapFragment(content: string): string | null {
  const rows = findRows(content);
  return rows === null || rows === "" || /^<table[\s>]/i.test(rows)
    ? rows
    : `<table>${rows}</table>`;
}

/** As {@link unwrapFragment}, without a table around the rows where none came. */
export function findRows(content: string): string | null {
  const start = startOf(content);
  if (/^[[{]/.test(start)) return rowsIn(fromJson(start));
  if (/<html[\s>]/i.test(start)) return null;
  return rowsIn(start);
}

function rowsIn(content: string): string {
  if (content.length <= NOTHING && !/\p{L}/u.test(content.replace(/<[^>]*>/g, ""))) return "";
  if (/^<(?:table|thead|tbody|tr)[\s>]/i.test(content)) return content;
  // A sentence in place of rows: `<p>Aucun résultat</p>`.
  if (content.length <= LONGEST_NONE && /\b(?:aucune?|pas de) /i.test(content)) return "";
  throw new PageShapeError("results", "it is neither a page nor the rows of a table");
}

/** `[{"liste":"<thead>…"}]`, or one such object. */
function fromJson(content: string): string {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (cause) {
    throw new PageShapeError("results", "its JSON is not whole", { cause });
  }
  const items = Array.isArray(data) ? data : [data];
  const lists = items.map((item: unknown) =>
    typeof item === "object" && item !== null && "liste" in item ? item.liste : undefined
  );
  if (!lists.every((list) => typeof list === "string")) {
    throw new PageShapeError("results", 'its JSON has no text "liste"');
  }
  return lists.join("").trim();
}
