import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { HARD_NAMES } from "../testing/hard_names.ts";
import { normalizeName } from "../domain/people/name.ts";
import type { Sql } from "./connect.ts";
import { MIGRATIONS } from "./migrate.ts";
import { normalizeNameSql } from "./normalize_name_sql.ts";
import { createTestDatabase } from "../testing/test_database.ts";

async function normalizedBySql(sql: Sql, texts: readonly string[]): Promise<string[]> {
  const rows = await sql<{ normalized: string }[]>`
    select normalize_name(text) as normalized
    from unnest(${[...texts]}::text[]) with ordinality as given (text, at)
    order by at
  `;
  return rows.map(({ normalized }) => normalized);
}

Deno.test("normalizeNameSql() is what the last migration that defines the function holds", async () => {
  const names = (await Array.fromAsync(Deno.readDir(MIGRATIONS))).map(({ name }) => name).sort();
  const texts = await Promise.all(
    names.map((name) => Deno.readTextFile(new URL(name, MIGRATIONS))),
  );
  const last = texts.findLast((text) => text.includes("create function normalize_name"));
  // The comment names a file that may move, and a migration never changes.
  const statement = normalizeNameSql().replace(/^--.*\n/, "");
  assertEquals(last?.includes(statement), true);
});

Deno.test("normalize_name() and normalizeName() agree on hard names", async () => {
  await using database = await createTestDatabase();
  const [names, expected] = [0, 1].map((side) => HARD_NAMES.map((pair) => pair[side] ?? ""));
  assertEquals(await normalizedBySql(database.sql, names ?? []), expected);
  assertEquals(names?.map(normalizeName), expected);
});

Deno.test("normalize_name() and normalizeName() agree on any text PostgreSQL can hold", async () => {
  await using database = await createTestDatabase();
  const letters = fc.constantFrom(
    ..."aZéÉœŒßøŁđþıĳŉ'’ʼ‘´`′-– \u00a0\u202f\t().,0９Ａ한ﬁ①",
    "(SEN)",
    " (FRA) ",
  );
  // PostgreSQL holds no NUL.
  const anything = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""));
  const names = fc.array(fc.oneof(letters, anything), { maxLength: 12 }).map((all) => all.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 50, maxLength: 100 }), async (texts) => {
      assertEquals(await normalizedBySql(database.sql, texts), texts.map(normalizeName));
    }),
    { numRuns: 60 },
  );
});

Deno.test("normalize_name() and normalizeName() agree on every letter of the basic plane", async () => {
  await using database = await createTestDatabase();
  const texts: string[] = [];
  for (let point = 1; point <= 0xffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    texts.push(`a${String.fromCodePoint(point)}b`);
  }
  const there = await normalizedBySql(database.sql, texts);
  const differing = texts.filter((text, index) => there[index] !== normalizeName(text));
  assertEquals(differing, []);
});
