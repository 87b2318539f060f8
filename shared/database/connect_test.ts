import { assertEquals, assertRejects } from "@std/assert";
import { connect } from "./connect.ts";
import { createTestDatabase } from "../testing/test_database.ts";

Deno.test("connect() reads bigint as number, refuses what a number cannot hold, turns names of columns alone", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const [row] = await sql`select count(*) as row_count, 9007199254740991 as largest_safe`;
  assertEquals({ ...row }, { rowCount: 1, largestSafe: 9007199254740991 });
  const [stored] = await sql`
    select '{"rows_written": 1, "asWritten": [{"a_b": 2}]}'::jsonb as run_counters
  `;
  assertEquals({ ...stored }, { runCounters: { rows_written: 1, asWritten: [{ a_b: 2 }] } });
  await assertRejects(async () => await sql`select 9007199254740992`, RangeError, "Cannot hold");
});

Deno.test("connect() stops a statement that takes too long", async () => {
  await using database = await createTestDatabase();
  const sql = connect({
    url: database.url,
    applicationName: "test",
    max: 1,
    statementTimeout: 50,
  });
  await assertRejects(async () => await sql`select pg_sleep(60)`, Error, "statement timeout");
  await sql.end();
});

Deno.test("connect() reads and writes moments in UTC", async () => {
  await using database = await createTestDatabase();
  const [row] = await database.sql`select current_setting('TimeZone') as zone`;
  assertEquals({ ...row }, { zone: "UTC" });
});
