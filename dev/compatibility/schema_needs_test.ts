import { assert, assertEquals } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { releasesWithNeeds } from "./needs_files.ts";
import { findMissing, findNeeds, type SchemaNeeds } from "./schema_needs.ts";

/** A schema of its own in place of the migrations'. */
async function invented() {
  const database = await createTestDatabase();
  await database.sql.unsafe(`
    drop schema public cascade;
    create schema public;
    create table runner (id bigint generated always as identity, name text not null, city text);
    create unique index on runner (name, city);
    create table unused (id int);
    create function shout(word text) returns text language sql immutable as 'select upper(word)';
  `);
  return database;
}

const STATEMENTS = [
  "select shout(name) from runner where id = $1 -- who it is",
  "with added as (insert into runner (name) values ($1) on conflict (city, name) do nothing returning id)\n" +
  "select id from added",
  'copy "runner" ("name", city) from stdin',
  "listen something",
  "select * from of_one_test",
];
const NEEDS: SchemaNeeds = {
  columns: { runner: { city: "text", id: "bigint", name: "text" } },
  functions: ["shout(text)"],
  inserted: ["runner"],
  unique: ["runner (city, name)"],
};

Deno.test("findNeeds() names columns, functions and indexes that statements depend on", async () => {
  await using database = await invented();
  assertEquals(await findNeeds(database.sql, STATEMENTS), {
    needs: NEEDS,
    understood: 3,
    refused: ["select * from of_one_test"],
  });
  const [row] = await database
    .sql`select count(*) as left from pg_proc where proname like 'needs%'`;
  assertEquals({ ...row }, { left: 0 });
});

Deno.test("findMissing() tells what a migration took away", async (test) => {
  const changes: [sql: string, missing: string[]][] = [
    ["alter table runner add column club text", []],
    ["alter table runner add column club text not null default ''", []],
    ["drop table unused", []],
    ["alter table runner drop column city", [
      "runner.city is gone",
      "no unique index covers just runner (city, name)",
    ]],
    ["alter table runner rename to person", [
      "runner.city is gone",
      "runner.id is gone",
      "runner.name is gone",
      "no unique index covers just runner (city, name)",
    ]],
    ["alter table runner alter column id type int", ["runner.id is integer, was bigint"]],
    ["drop function shout", ["shout(text) is gone"]],
    ["alter table runner add column club text not null", [
      "runner.club is new and has no default: nothing can be inserted",
    ]],
    ["drop index runner_name_city_idx", ["no unique index covers just runner (city, name)"]],
  ];
  for (const [change, missing] of changes) {
    await test.step(change, async () => {
      await using database = await invented();
      await database.sql.unsafe(change);
      assertEquals(await findMissing(database.sql, NEEDS), missing);
    });
  }
});

Deno.test("the schema has what each release that may still run needs of it", async () => {
  await using database = await createTestDatabase();
  const releases = await releasesWithNeeds();
  assert(releases.length > 0);
  for (const { release, needs } of releases) {
    assert(Object.keys(needs.columns).length > 5, `${release} needs hardly anything`);
    assertEquals(
      await findMissing(database.sql, needs),
      [],
      `${release} cannot run on this schema`,
    );
  }
});
