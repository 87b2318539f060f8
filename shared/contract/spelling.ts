/**
 * The wire and the database spell `rows_written`, the code `rowsWritten`. These two functions turn
 * one into the other, values of any depth, with the types to match; nothing else renames keys.
 */

/** A key as the wire spells it: `birthYearMin` → `birth_year_min`. */
export type SnakeCase<Key> = Key extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First> ? `${First}${SnakeCase<Rest>}`
  : `_${Lowercase<First>}${SnakeCase<Rest>}`
  : Key;

/** A key as the code spells it: `birth_year_min` → `birthYearMin`. */
export type CamelCase<Key> = Key extends `${infer Word}_${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Key;

/** A value as the wire carries it: keys in snake_case, moments as ISO texts. */
export type SnakeKeys<T> = T extends Date ? string
  : T extends readonly unknown[] ? { -readonly [Index in keyof T]: SnakeKeys<T[Index]> }
  : T extends object ? { -readonly [Key in keyof T as SnakeCase<Key>]: SnakeKeys<T[Key]> }
  : T;

/** A value of the wire as the code reads it: keys in camelCase. */
export type CamelKeys<T> = T extends readonly unknown[]
  ? { -readonly [Index in keyof T]: CamelKeys<T[Index]> }
  : T extends object ? { -readonly [Key in keyof T as CamelCase<Key>]: CamelKeys<T[Key]> }
  : T;

/**
 * Spells the keys of a plain value in snake_case, those of the values inside it too.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { snakeKeys } from "./spelling.ts";
 * assertEquals(snakeKeys({ ffaId: "7000001", seasons: [{ firstSeason: 2019 }] }), {
 *   ffa_id: "7000001",
 *   seasons: [{ first_season: 2019 }],
 * });
 * ```
 */
export function snakeKeys<const T>(value: T): SnakeKeys<T> {
  return respell(value, snakeCase) as SnakeKeys<T>;
}

/**
 * Spells the keys of a plain value in camelCase, those of the values inside it too.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { camelKeys } from "./spelling.ts";
 * assertEquals(camelKeys({ content_hash: "9f", pages: 2 }), { contentHash: "9f", pages: 2 });
 * ```
 */
export function camelKeys<const T>(value: T): CamelKeys<T> {
  return respell(value, camelCase) as CamelKeys<T>;
}

function respell(value: unknown, spell: (key: string) => string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => respell(item, spell));
  const respelled: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) respelled[spell(key)] = respell(inner, spell);
  return respelled;
}

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Spells a name of the wire as the code does: `birth_year_min` → `birthYearMin`. */
export const camelCase = (key: string) =>
  key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
