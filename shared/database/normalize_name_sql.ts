import { NAME_RULE } from "../domain/people/name.ts";

/** A range of code points, both ends included. */
type Range = readonly [number, number];

/**
 * Writes the SQL function `normalize_name(text)` that does what {@link NAME_RULE} says, letter for
 * letter as `normalizeName` does it in TypeScript.
 *
 * Migrations hold its output. A changed rule needs a new migration with the new function, which
 * also rebuilds the columns generated from it; a test compares the last one with this function.
 */
export function normalizeNameSql(): string {
  const { countrySuffix, apostrophes, beyondBasicPlane, marks, letters, kept } = NAME_RULE;
  const pairs = Object.entries(letters);
  const single = pairs.filter(([, to]) => to.length === 1);
  const several = pairs.filter(([, to]) => to.length > 1);
  const steps: [name: string, step: (text: string) => string][] = [
    ["country suffix", (text) => replaceAll(text, countrySuffix, "", "")],
    ["apostrophes", (text) => dropCharacters(text, apostrophes)],
    ["beyond the basic plane", (text) => replaceAll(text, `[${escaped(beyondBasicPlane)}]`, " ")],
    ["compatibility decomposition", (text) => `normalize(${text}, nfkd)`],
    ["apostrophes it made", (text) => dropCharacters(text, apostrophes)],
    ["marks", (text) => replaceAll(text, `[${marks.map(escaped).join("")}]`, "")],
    ["letters", (text) => translate(text, single)],
    ["ligatures", (text) => several.reduce(replaceLetter, text)],
    // Of collation "C", so that no locale of the server changes what is lower case.
    ["case", (text) => `lower((${text}) collate "C")`],
    ["spaces", (text) => `btrim(${replaceAll(text, `[^${kept}]+`, " ")})`],
  ];
  const body = steps.reduce((text, [, step]) => step(text), "$1");
  return `-- Generated from NAME_RULE of shared/domain/people/name.ts by shared/database/normalize_name_sql.ts.
create function normalize_name(text) returns text
language sql immutable strict parallel safe
return ${body};`;
}

function replaceAll(text: string, expression: string, by: string, flags = "g"): string {
  const last = flags === "" ? "" : `, ${quote(flags)}`;
  return `regexp_replace(${text}, ${quote(expression)}, ${quote(by)}${last})`;
}

function dropCharacters(text: string, characters: string): string {
  return `translate(${text}, ${quote(characters)}, '')`;
}

function translate(text: string, pairs: [string, string][]): string {
  const [from, to] = [0, 1].map((side) => quote(pairs.map((pair) => pair[side]).join("")));
  return `translate(${text}, ${from}, ${to})`;
}

function replaceLetter(text: string, [from, to]: [string, string]): string {
  return `replace(${text}, ${quote(from)}, ${quote(to)})`;
}

/** A range as PostgreSQL's regular expressions write it. */
function escaped([from, to]: Range): string {
  return [from, to].map((point) => `\\U${point.toString(16).padStart(8, "0")}`).join("-");
}

/** A text as an SQL literal. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
