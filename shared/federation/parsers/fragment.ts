import { PageShapeError } from "../shape.ts";

/** Longest body that says "nothing found" by being next to nothing. */
const NOTHING = 10;

/**
 * Takes the rows of a results fragment out of what the site sends: `thead` and `tbody` without a table, or
 * the same as text inside JSON.
 *
 * @returns A whole table; an empty text for a fragment without results; null when it is a page of its own.
 * @throws {PageShapeError} If it is JSON of another shape, or neither page, nor fragment, nor next to nothing.
 */
export function unwrapFragment(content: string): string | null {
  const trimmed = content.replace(/^\ufeff?(?:\s*<!--[\s\S]*?-->)*/, "").trim();
  if (/^[[{]/.test(trimmed)) return asTable(fromJson(trimmed));
  if (/<html[\s>]/i.test(trimmed)) return null;
  return asTable(trimmed);
}

function asTable(rows: string): string {
  if (rows.length <= NOTHING) return "";
  if (/^<table[\s>]/i.test(rows)) return rows;
  if (/^<(?:thead|tbody|tr)[\s>]/i.test(rows)) return `<table>${rows}</table>`;
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
