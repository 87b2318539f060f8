/** The part of postgres.js's options that converts types, by their numbers. */
type KnownTypes = {
  // deno-lint-ignore no-explicit-any -- each type has values of its own
  serializers: Record<number, (value: any) => unknown>;
  parsers: Record<number, (text: string) => unknown>;
};

/**
 * Array types by the type of their elements, as PostgreSQL numbers them in every database.
 * Source: `src/include/catalog/pg_type.dat` of PostgreSQL 16.
 */
const ARRAYS = new Map([
  [16, 1000], // boolean
  [17, 1001], // bytea
  [20, 1016], // bigint
  [21, 1005], // smallint
  [23, 1007], // integer
  [25, 1009], // text
  [26, 1028], // oid
  [114, 199], // json
  [700, 1021], // real
  [701, 1022], // double precision
  [1042, 1014], // char(n)
  [1043, 1015], // varchar
  [1082, 1182], // date
  [1114, 1115], // timestamp
  [1184, 1185], // timestamptz
  [1700, 1231], // numeric
  [2950, 2951], // uuid
  [3802, 3807], // jsonb
]);

/**
 * Adds the array types to those a client of postgres.js knows. Otherwise it asks the database for
 * them on each new connection, by a query whose failure nobody sees.
 */
export function addArrayTypes({ serializers, parsers }: KnownTypes): void {
  for (const [element, array] of ARRAYS) {
    const serialize = serializers[element] ?? String;
    const parse = parsers[element] ?? ((item: string) => item);
    serializers[array] = (value) => Array.isArray(value) ? formatArray(value, serialize) : value;
    // The mark tells postgres.js to leave out the opening brace.
    parsers[array] = Object.assign((text: string) => parseArray(text, parse), { array: true });
  }
}

/** An array as PostgreSQL reads it: each value in quotes, except numbers and null. */
function formatArray(values: readonly unknown[], serialize: (value: unknown) => unknown): string {
  return `{${values.map((value) => formatItem(value, serialize)).join(",")}}`;
}

function formatItem(value: unknown, serialize: (value: unknown) => unknown): string {
  if (value === undefined) throw new TypeError("Cannot write an array: a value is undefined");
  if (value === null) return "null";
  if (Array.isArray(value)) return formatArray(value, serialize);
  const text = String(serialize(value));
  if (typeof value === "number") return text;
  // Hardly any text has something to escape: looking is quicker than replacing.
  const isPlain = !text.includes('"') && !text.includes("\\");
  return `"${isPlain ? text : text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** A part of an array's text: a quoted item, a bare one, or a separator. */
const PART = /"((?:[^"\\]|\\.)*)"|([^{},"]+)|[{},]/gs;

/**
 * Reads an array's text, without its opening brace.
 *
 * @throws {SyntaxError} If its braces do not match.
 */
function parseArray(text: string, parse: (item: string) => unknown): unknown[] {
  const whole: unknown[] = [];
  const open = [whole];
  for (const [part, quoted, plain] of text.matchAll(PART)) {
    const current = open.at(-1);
    if (current === undefined) break;
    if (quoted !== undefined) current.push(parse(quoted.replaceAll(/\\(.)/gs, "$1")));
    else if (plain !== undefined) current.push(plain === "NULL" ? null : parse(plain));
    else if (part === "{") {
      const inner: unknown[] = [];
      current.push(inner);
      open.push(inner);
    } else if (part === "}") open.pop();
  }
  if (open.length > 0) throw new SyntaxError("Cannot read an array: it has no end");
  return whole;
}
