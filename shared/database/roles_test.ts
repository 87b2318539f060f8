import { assertEquals, assertRejects } from "@std/assert";
import { connect, type Sql } from "./connect.ts";
import { GRANTS } from "./grants.ts";
import { migrate, MigrationError } from "./migrate.ts";
import {
  createTestDatabase,
  makeRoles,
  type Role,
  type TestDatabase,
} from "../testing/test_database.ts";

/** Connections as each of the roles. */
function connectAs({ urlAs }: TestDatabase) {
  const parts = new AsyncDisposableStack();
  return {
    as(role: Role): Sql {
      const sql = connect({ url: urlAs(role), applicationName: "mypacer test", max: 1 });
      parts.defer(() => sql.end());
      return sql;
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** SQLSTATE of a refusal. */
const INSUFFICIENT_PRIVILEGE = "42501";

async function refuses(sql: Sql, statement: string): Promise<void> {
  const error = await assertRejects(() => sql.unsafe(statement), Error, undefined, statement);
  assertEquals("code" in error && error.code, INSUFFICIENT_PRIVILEGE, `${statement}: ${error}`);
}

Deno.test("grants name every table of the schema, and no other", async () => {
  await using database = await createTestDatabase();
  const tables = await database.sql<{ name: string }[]>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
    order by 1
  `;
  const named = Object.keys(GRANTS).filter((name) => !name.endsWith("_seq")).sort();
  // A new table: say in grants.ts what API and scraper may do with it.
  assertEquals(tables.map(({ name }) => name), named);
});

Deno.test("programs have no power over schema, server, roles and migrations", async () => {
  await using database = await createTestDatabase();
  // Rights on the database itself are not copied with the template.
  await migrate(database.sql);
  await using roles = connectAs(database);
  const never = [
    "drop table athlete",
    "truncate athlete",
    "alter table athlete add column x int",
    "create table mine (x int)",
    "create function mine() returns int language sql as 'select 1'",
    "insert into migration (name, checksum) values ('x', 'x')",
    "delete from migration",
    "select * from pg_authid",
    "select pg_read_file('/etc/passwd')",
    "copy club to program 'cat'",
    "copy club from '/etc/passwd'",
    "create role mine superuser",
    "alter role mypacer_owner password 'mine'",
    "set role mypacer_owner",
    "set session authorization mypacer",
    "alter system set log_statement = 'all'",
    "create extension file_fdw",
    "create database mine",
  ];
  for (const role of ["mypacer_api", "mypacer_scraper"] as const) {
    const sql = roles.as(role);
    for (const statement of never) await refuses(sql, statement);
    assertEquals((await sql`select name from migration`).length > 0, true);
  }
  const api = roles.as("mypacer_api");
  for (
    const statement of [
      "select * from removal_request",
      "delete from removal_request",
      "insert into opposition (ffa_id_hash, key_check, channel) values ('x', 'x', 'x')",
      "delete from opposition",
      "delete from athlete",
      "insert into membership (athlete_id, club_id, season) values (1, 1, 2026)",
      "update club set name = 'x'",
      "delete from club",
      "select * from crawl_task",
      "create temporary table mine (x int)",
    ]
  ) await refuses(api, statement);
  const scraper = roles.as("mypacer_scraper");
  await refuses(
    scraper,
    "insert into removal_request (reference, kind, name) values ('x', 'removal', 'x')",
  );
  await refuses(scraper, "update opposition set channel = 'x'");
});

Deno.test("backup reads everything and writes nothing; monitor reads figures and no row", async () => {
  await using database = await createTestDatabase();
  await using roles = connectAs(database);
  const backup = roles.as("mypacer_backup");
  for (const table of Object.keys(GRANTS)) await backup`select * from ${backup(table)} limit 1`;
  await refuses(backup, "delete from athlete");
  await refuses(backup, "create table mine (x int)");
  const monitor = roles.as("mypacer_monitor");
  assertEquals(
    (await monitor`select from pg_stat_database where datname = current_database()`).length,
    1,
  );
  await refuses(monitor, "select * from athlete");
  await refuses(monitor, "select * from removal_request");
});

Deno.test("roles take over what a superuser made, and the owner migrates from then on", async () => {
  await using database = await createTestDatabase();
  await using roles = connectAs(database);
  // As the template was made: everything is the superuser's.
  const owners = () =>
    database.sql<{ owner: string }[]>`
      select distinct relowner::regrole::text as owner from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'i', 'S') order by 1
    `;
  assertEquals((await owners()).map(({ owner }) => owner), ["mypacer"]);
  await makeRoles(database.sql, "of-tests-only");
  await makeRoles(database.sql, "of-tests-only");
  assertEquals((await owners()).map(({ owner }) => owner), ["mypacer_owner"]);

  const owner = roles.as("mypacer_owner");
  await database.sql`revoke all on athlete from mypacer_api`;
  const api = roles.as("mypacer_api");
  await refuses(api, "select from athlete");
  assertEquals((await migrate(owner)).applied, []);
  assertEquals((await api`select from athlete`).length, 0);
  for (
    const statement of ["select * from pg_authid", "copy club to program 'cat'", "create role mine"]
  ) {
    await refuses(owner, statement);
  }
  // The database is closed to whoever has no role in it.
  const [row] = await database.sql<{ open: boolean }[]>`
    select has_database_privilege('pg_monitor', current_database(), 'connect') as open
  `;
  assertEquals(row?.open, false);
  // The superuser, as the release before has it, still may all of it.
  assertEquals((await migrate(database.sql)).applied, []);
});

Deno.test("migrate() makes an empty database as its owner, with the rights of the programs", async () => {
  await using database = await createTestDatabase();
  await database.sql`drop schema public cascade`;
  await database.sql`create schema public authorization pg_database_owner`;
  await database.sql`grant usage on schema public to public`;
  await makeRoles(database.sql, "of-tests-only");
  await using roles = connectAs(database);
  assertEquals((await migrate(roles.as("mypacer_owner"))).applied.length > 5, true);
  assertEquals((await roles.as("mypacer_api")`select from athlete`).length, 0);
});

Deno.test("migrate() as a program: up to date is well, a missing migration is for the owner", async () => {
  await using database = await createTestDatabase();
  await using roles = connectAs(database);
  const scraper = roles.as("mypacer_scraper");
  assertEquals((await migrate(scraper)).applied, []);
  await database.sql`delete from migration where name = (select max(name) from migration)`;
  await assertRejects(
    () => migrate(scraper),
    MigrationError,
    "only the schema's owner may apply it",
  );
});

Deno.test("migrate() of an older release takes no right away that a newer one gave", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await sql`insert into migration (name, checksum) values ('20991231_1_of_a_newer_release.sql', '')`;
  await sql`grant select on removal_request to mypacer_api`;
  await migrate(sql);
  const may = async () => {
    const [row] = await sql<{ may: boolean }[]>`
      select has_table_privilege('mypacer_api', 'removal_request', 'select') as may
    `;
    return row?.may;
  };
  assertEquals(await may(), true);
  await sql`delete from migration where name like '2099%'`;
  await migrate(sql);
  assertEquals(await may(), false);
});
