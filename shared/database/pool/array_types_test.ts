import { assertEquals, assertRejects } from "@std/assert";
import { createTestDatabase } from "../../testing/test_database.ts";

Deno.test("connect() writes and reads arrays of all types that are used", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const texts = ["a", "", null, 'say "hi"', "back\\slash", "{a,b}", "NULL", "é\n"];
  const at = new Date("2026-11-01T02:03:04.000Z");
  const [row] = await sql`
    select ${texts}::text[] as texts, ${[
    1,
    null,
    -3,
  ]}::smallint[] as small, ${[]}::integer[] as none,
      ${[9007199254740991]}::bigint[] as large, array[true, false] as flags,
      array[${at}::timestamptz] as moments, ${[0.5]}::float8[] as doubles,
      array[['a', 'b'], ['c', null]] as nested, ${[["x", "y"]]}::text[] as deep,
      ${["FRA"]}::char(3)[] as codes, null::text[] as nothing, array[row(1, 'a')]::text[] as made
  `;
  assertEquals({ ...row }, {
    texts,
    small: [1, null, -3],
    none: [],
    large: [9007199254740991],
    flags: [true, false],
    moments: [at],
    doubles: [0.5],
    nested: [["a", "b"], ["c", null]],
    deep: [["x", "y"]],
    codes: ["FRA"],
    nothing: null,
    made: ["(1,a)"],
  });
});

Deno.test("connect() refuses an array with an undefined value", async () => {
  await using database = await createTestDatabase();
  const texts = ["a", undefined] as string[];
  await assertRejects(
    async () => await database.sql`select ${texts}::text[]`,
    TypeError,
    "a value is undefined",
  );
  const [row] = await database.sql`select 1 as still`;
  assertEquals(row?.["still"], 1);
});
