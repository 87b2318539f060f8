import { assertEquals, assertRejects } from "@std/assert";
import { pathToFileURL } from "node:url";
import { connect, type Sql } from "./connect.ts";
import { migrate, MigrationError, planMigrations } from "./migrate.ts";
import { createTestDatabase } from "../testing/test_database.ts";
import { until } from "../testing/until.ts";

/** A folder of migrations and an empty database of their own. */
async function workplace(files: Record<string, string>) {
  const database = await createTestDatabase();
  await database.sql`drop schema public cascade`;
  await database.sql`create schema public`;
  const path = await Deno.makeTempDir();
  const folder = pathToFileURL(`${path}/`);
  const write = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) {
      await Deno.writeTextFile(new URL(name, folder), text);
    }
  };
  await write(files);
  return {
    ...database,
    folder,
    write,
    [Symbol.asyncDispose]: async () => {
      await Deno.remove(path, { recursive: true });
      await database[Symbol.asyncDispose]();
    },
  };
}

const FIRST = "-- A table to begin with.\ncreate table step (name text);\n";
const insert = (name: string) => `-- Row ${name}.\ninsert into step values ('${name}');\n`;

async function steps(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`select name from step`;
  return rows.map(({ name }) => name);
}

Deno.test("migrate() applies files by date and number, once", async () => {
  await using place = await workplace({
    "20260201_10_ten.sql": insert("ten"),
    "20260201_2_two.sql": insert("two"),
    "20260101_1_first.sql": FIRST,
  });
  const { sql, folder } = place;
  assertEquals(await migrate(sql, { folder }), {
    applied: ["20260101_1_first.sql", "20260201_2_two.sql", "20260201_10_ten.sql"],
    newer: [],
  });
  assertEquals(await migrate(sql, { folder }), { applied: [], newer: [] });
  assertEquals(await steps(sql), ["two", "ten"]);
  await place.write({ "20260301_1_later.sql": insert("later") });
  assertEquals((await migrate(sql, { folder })).applied, ["20260301_1_later.sql"]);
});

Deno.test("planMigrations() tells what would be applied, and changes nothing", async () => {
  await using place = await workplace({
    "20260101_1_first.sql": FIRST,
    "20260201_1_second.sql": insert("second"),
  });
  const { sql, folder } = place;
  const all = { applied: ["20260101_1_first.sql", "20260201_1_second.sql"], newer: [] };
  assertEquals(await planMigrations(sql, { folder }), all);
  const [row] = await sql`select to_regclass('migration') is null as nothing`;
  assertEquals({ ...row }, { nothing: true });
  await migrate(sql, { folder });
  assertEquals(await planMigrations(sql, { folder }), { applied: [], newer: [] });
  await place.write({ "20260115_1_between.sql": insert("between") });
  await assertRejects(() => planMigrations(sql, { folder }), MigrationError, "sorts before");
});

Deno.test("migrate() leaves a schema of a newer release as it is, and says so", async () => {
  await using place = await workplace({
    "20260101_1_first.sql": FIRST,
    "20260201_1_second.sql": insert("second"),
    "20260201_2_third.sql": insert("third"),
  });
  const { sql, folder } = place;
  await migrate(sql, { folder });
  await Deno.remove(new URL("20260201_1_second.sql", folder));
  await Deno.remove(new URL("20260201_2_third.sql", folder));
  assertEquals(await migrate(sql, { folder }), {
    applied: [],
    newer: ["20260201_1_second.sql", "20260201_2_third.sql"],
  });
  assertEquals(await steps(sql), ["second", "third"]);
  // A file of the older line that the newer schema never saw is a gap.
  await place.write({ "20260115_1_between.sql": insert("between") });
  await assertRejects(
    () => migrate(sql, { folder }),
    MigrationError,
    "20260115_1_between.sql sorts before 20260201_1_second.sql",
  );
});

Deno.test("migrate() waits for a busy table in short turns, and lets readers through between them", async () => {
  await using place = await workplace({ "20260101_1_first.sql": FIRST });
  const { sql, folder, url } = place;
  await migrate(sql, { folder });
  await place.write({
    "20260201_1_column.sql": "-- A column.\nalter table step add column more text;\n",
  });
  const other = connect({ url, applicationName: "test", max: 2 });
  const [hasRead, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const reading = other.begin(async (transaction) => {
    await transaction`select count(*) from step`;
    hasRead.resolve();
    await mayEnd.promise;
  });
  await hasRead.promise;
  const waiting = migrate(sql, { folder });
  // Behind the first turn, which waits for the reader's lock.
  await isWaiting(other);
  await other`select count(*) from step`;
  mayEnd.resolve();
  await reading;
  assertEquals((await waiting).applied, ["20260201_1_column.sql"]);
  await other.end();
});

/** Waits until a statement waits for the lock of a table. */
async function isWaiting(sql: Sql): Promise<void> {
  await until("a statement that waits for a lock", async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock'
    `;
    return (row?.count ?? 0) > 0;
  });
}

Deno.test("migrate() refuses an applied file that changed, is missing, or was overtaken", async () => {
  await using place = await workplace({
    "20260101_1_first.sql": FIRST,
    "20260201_1_second.sql": insert("second"),
  });
  const { sql, folder } = place;
  await migrate(sql, { folder });

  await place.write({ "20260201_1_second.sql": insert("other") });
  await assertRejects(() => migrate(sql, { folder }), MigrationError, "second.sql changed after");
  await Deno.remove(new URL("20260101_1_first.sql", folder));
  await assertRejects(() => migrate(sql, { folder }), MigrationError, "its file is missing");
  await place.write({
    "20260101_1_first.sql": FIRST,
    "20260201_1_second.sql": insert("second"),
    "20260115_1_between.sql": insert("between"),
  });
  await assertRejects(() => migrate(sql, { folder }), MigrationError, "sorts before 20260201_1");
  assertEquals(await steps(sql), ["second"]);
});

Deno.test("migrate() undoes a migration that fails, keeps those before it, and can go on", async () => {
  await using place = await workplace({
    "20260101_1_first.sql": FIRST,
    "20260201_1_half.sql": `${insert("half")}insert into nowhere values (1);\n`,
    "20260301_1_after.sql": insert("after"),
  });
  const { sql, folder } = place;
  await assertRejects(
    () => migrate(sql, { folder }),
    MigrationError,
    '20260201_1_half.sql failed and was undone: relation "nowhere" does not exist',
  );
  assertEquals(await steps(sql), []);
  await place.write({ "20260201_1_half.sql": insert("whole") });
  await migrate(sql, { folder });
  assertEquals(await steps(sql), ["whole", "after"]);
});

Deno.test("migrate() refuses a file without its reason on top or with another kind of name", async () => {
  await using place = await workplace({ "20260101_1_first.sql": "create table step (name text);" });
  const { sql, folder } = place;
  await assertRejects(() => migrate(sql, { folder }), MigrationError, "must open with its reason");
  await place.write({ "20260101_1_first.sql": FIRST, "second.sql": insert("second") });
  await assertRejects(() => migrate(sql, { folder }), MigrationError, "second.sql is misnamed");
});

Deno.test("migrate() lets processes that start together apply each migration once", async () => {
  await using place = await workplace({
    "20260101_1_first.sql": FIRST,
    "20260201_1_slow.sql": `${insert("slow")}select pg_sleep(0.3);\n`,
  });
  const { url, folder } = place;
  const pools = Array.from({ length: 4 }, () =>
    // A statement timeout shorter than the wait for the others.
    connect({ url, applicationName: "test", max: 1, statementTimeout: 100 }));
  const applied = await Promise.all(pools.map((sql) => migrate(sql, { folder })));
  const timeouts = await Promise.all(pools.map((sql) => sql`show statement_timeout`));
  await Promise.all(pools.map((sql) => sql.end()));
  assertEquals(applied.map(({ applied }) => applied.length).sort(), [0, 0, 0, 2]);
  assertEquals(await steps(place.sql), ["slow"]);
  assertEquals(timeouts.map(([row]) => row?.["statementTimeout"]), Array(4).fill("100ms"));
});

Deno.test("migrate() runs as a program: 0 when up to date, 2 without a database", async () => {
  await using database = await createTestDatabase();
  const run = async (environment: Record<string, string>) => {
    const program = new URL("./migrate_cli.ts", import.meta.url).pathname;
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", program],
      env: { DATABASE_URL: "", POSTGRES_HOST: "", ...environment },
    }).output();
    return { code, said: new TextDecoder().decode(stderr) };
  };
  const done = await run({ DATABASE_URL: database.url });
  assertEquals({ code: done.code, line: JSON.parse(done.said).message }, {
    code: 0,
    line: "schema is up to date",
  });
  const without = await run({});
  assertEquals(without.code, 2);
  assertEquals(
    JSON.parse(without.said).message.startsWith("DATABASE_URL: nothing was given"),
    true,
  );
});
