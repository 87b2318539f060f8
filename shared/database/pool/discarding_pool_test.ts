import { assert, assertEquals, assertRejects } from "@std/assert";
import { connect, type Queryable, type Sql } from "../connect.ts";
import { createDiscardingPool } from "./discarding_pool.ts";
import { openDatabaseRelay } from "../../testing/database_relay.ts";
import { createTestDatabase } from "../../testing/test_database.ts";
import { until, untilEquals } from "../../testing/until.ts";

/** How many connections of a name are open to a database. */
async function countOpen(sql: Sql, applicationName: string) {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from pg_stat_activity
    where application_name = ${applicationName} and datname = current_database()
  `;
  return row?.count;
}

/** A database, and a pool onto it whose connections can be broken. */
async function open({ max }: { max: number }) {
  const database = await createTestDatabase();
  const sql = connect({ url: database.url, applicationName: "broken", max });
  return {
    sql,
    /** Breaks all connections of the pool. */
    breakAll: async () =>
      void await database.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'broken' and datname = current_database()
      `,
    /** How many of them are open. */
    countOpen: () => countOpen(database.sql, "broken"),
    [Symbol.asyncDispose]: async () => {
      await sql.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function pid(sql: Queryable): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
}

/** Asks until the loss of an idle connection has come through. */
async function pidAfterLoss(sql: Sql): Promise<number> {
  try {
    return await pid(sql);
  } catch (error) {
    assert(error instanceof Error && "code" in error, String(error));
    return await pid(sql);
  }
}

Deno.test("connect() makes a new connection for one that broke between two queries", async () => {
  await using broken = await open({ max: 1 });
  const { sql } = broken;
  for (let time = 0; time < 5; time++) {
    const before = await pid(sql);
    assertEquals(await pid(sql), before);
    await broken.breakAll();
    assert(await pidAfterLoss(sql) !== before);
  }
});

Deno.test("connect() gives who asks again after a loss no connection that stood by", async () => {
  await using broken = await open({ max: 2 });
  const { sql } = broken;
  const pids = await Promise.all([1, 2].map(async () => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid, pg_sleep(0.1)`;
    return row?.pid;
  }));
  assertEquals(new Set(pids).size, 2);
  await assertRejects(async () => await sql`select pg_terminate_backend(pg_backend_pid())`);
  assert(!pids.includes(await pid(sql)));
});

Deno.test("connect() refuses what was under way on a connection that broke, and does what waited", async () => {
  await using broken = await open({ max: 2 });
  const { sql } = broken;
  const slow = [1, 2].map(() => assertRejects(async () => await sql`select pg_sleep(60)`));
  const waiting = [1, 2, 3, 4].map((number) =>
    sql<{ number: number }[]>`select ${number}::int as number`
  );
  // They wait from here on.
  const answers = Promise.all(waiting);
  await until("both connections", async () => await broken.countOpen() === 2);
  await broken.breakAll();
  await Promise.all(slow);
  assertEquals((await answers).map(([row]) => row?.number), [1, 2, 3, 4]);
});

Deno.test("connect() refuses a transaction whose connection broke, whatever it still asks for", async () => {
  await using broken = await open({ max: 2 });
  const { sql } = broken;
  await sql`create table kept (number integer)`;
  // Before its loss has come through to us, and after.
  for (const pause of [0, 100]) {
    const late: string[] = [];
    const over = Promise.withResolvers<void>();
    const refused = assertRejects(() =>
      sql.begin(async (sql) => {
        await sql`insert into kept values (${1})`;
        await broken.breakAll();
        await new Promise((resolve) => setTimeout(resolve, pause));
        for (let time = 0; time < 3; time++) {
          // The first waits for what its parameters are, and the other two for the first.
          const settled = await Promise.allSettled([
            sql`insert into kept values (${2}), (${time})`,
            sql`insert into kept values (3)`,
            sql.unsafe("insert into kept values (4)"),
          ]);
          late.push(...settled.map(({ status }) => status));
        }
        over.resolve();
      })
    );
    await Promise.all([refused, over.promise]);
    assertEquals(late, Array(9).fill("rejected"));
  }
  assertEquals((await sql`select from kept`).count, 0);
  await sql.begin(async (sql) => void await sql`insert into kept values (${3})`);
  assertEquals((await sql`select from kept`).count, 1);
});

Deno.test("connect() refuses a copy whose connection broke", async () => {
  await using broken = await open({ max: 1 });
  const { sql } = broken;
  await sql`create table copied (number integer)`;
  await assertRejects(() =>
    sql.begin(async (sql) => {
      const copy = await sql`copy copied from stdin`.writable();
      const end = Promise.withResolvers<void>();
      copy.on("error", end.reject);
      copy.write("1\n");
      await Promise.all([broken.breakAll(), end.promise]);
    })
  );
  assertEquals((await sql`select from copied`).count, 0);
});

Deno.test("connect() hands out a reserved connection, and another when that is lost", async () => {
  await using broken = await open({ max: 1 });
  const { sql } = broken;
  const reserved = await sql.reserve();
  const first = await pid(reserved);
  assertEquals(await pid(reserved), first);
  await broken.breakAll();
  // Its loss may come through with the first of them.
  await Promise.allSettled([reserved`select 1`]);
  for (let time = 0; time < 3; time++) {
    await assertRejects(async () => await reserved`select ${time}::int`);
  }
  reserved.release();
  assert(await pid(sql) !== first);
});

Deno.test("connect() ends what is under way when that takes too long, and takes nothing more", async () => {
  await using database = await createTestDatabase();
  const sql = connect({ url: database.url, applicationName: "test", max: 1 });
  const slow = assertRejects(async () => await sql`select pg_sleep(60)`);
  const waiting = assertRejects(async () => await sql`select 1`);
  await sql.end({ timeout: 0.1 });
  await Promise.all([slow, waiting]);
  await assertRejects(async () => await sql`select 1`, Error, "were closed");
});

Deno.test("connect() tells that nobody answers", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const sql = connect({ url: `postgres://u:p@127.0.0.1:${port}/d`, applicationName: "test" });
  const error = await assertRejects(async () => await sql`select 1`, Error);
  assertEquals("code" in error && error.code, "ECONNREFUSED");
  await assertRejects(async () => await sql.begin(() => 1), Error);
  await sql.end();
});

Deno.test("createDiscardingPool() gives up a database that does not answer, for who waits as well, and goes on", async () => {
  await using database = await createTestDatabase();
  const sql = createDiscardingPool(database.url, { max: 1, answerWithin: 1500 });
  const silent = await Promise.allSettled([
    sql`select pg_sleep(20)`,
    sql`select 'waiting' as word`,
    sql.begin((sql) => sql`select pg_sleep(20)`),
  ]);
  const codes = silent.map((outcome) => outcome.status === "rejected" && outcome.reason.code);
  // The transaction began on the connection that came in place of the one given up.
  assertEquals(codes, ["CONNECTION_SILENT", "CONNECTION_SILENT", "CONNECTION_DESTROYED"]);
  // What was late is no answer to what comes after it.
  assertEquals([...await sql`select 'next' as word`], [{ word: "next" }]);
  assertEquals(await sql.begin(async (sql) => [...await sql`select 1 as one`]), [{ one: 1 }]);
  await sql.end();
});

Deno.test("connect() makes no more connections for many who wait, and leaves none open", async () => {
  await using database = await createTestDatabase();
  await using relay = openDatabaseRelay(database.url);
  const sql = createDiscardingPool(relay.url, {
    max: 3,
    answerWithin: 500,
    connection: { application_name: "many" },
  });
  assertEquals([...await sql`select 1 as one`], [{ one: 1 }]);
  relay.freeze();
  // Each waits as long as the others, and is given up at a moment of its own.
  const outcomes: Promise<PromiseSettledResult<unknown>[]>[] = [];
  for (let time = 0; time < 100; time++) {
    outcomes.push(Promise.allSettled([sql`select 1`, sql`select 2`]));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const statuses = (await Promise.all(outcomes)).flat().map(({ status }) => status);
  assertEquals(new Set(statuses), new Set(["rejected"]));
  // Three at a time, of which each is given up after half a second.
  assert(relay.count <= 12, `${relay.count} connections`);
  // Given up as late as a query, and not only when nobody takes the connection (CONNECT_TIMEOUT).
  const error = await assertRejects(() => sql.begin((sql) => sql`select 1`), Error);
  assertEquals("code" in error && error.code, "CONNECTION_DESTROYED");
  relay.thaw();
  await until("an answer", () => sql`select 1`.then(() => true, () => false));
  await untilEquals(async () => (await countOpen(database.sql, "many") ?? 0) <= 3, true);
  await sql.end();
});

Deno.test("createDiscardingPool() leaves no connection open that was made too late for who asked", async () => {
  await using database = await createTestDatabase();
  const sql = createDiscardingPool(database.url, {
    max: 3,
    answerWithin: 20,
    connection: { application_name: "late" },
  });
  const refused = [1, 2, 3].map(() => assertRejects(async () => await sql`select 1`));
  // The process is busy for longer than that from the moment on when it asks for the connections.
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  for (const until = performance.now() + 40; performance.now() < until;);
  await Promise.all(refused);
  await until("an answer", () => sql`select 1`.then(() => true, () => false));
  await sql.end();
  await untilEquals(() => countOpen(database.sql, "late"), 0, { timeout: 5000 });
});

Deno.test("connect() asks a few times a second for a connection to listen on while the database takes nobody", async () => {
  await using database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  await using beside = await createTestDatabase();
  await using gate = openDatabaseRelay(database.url);
  const sql = connect({ url: gate.url, applicationName: "listens", max: 1 });
  const received: string[] = [];
  await sql.listen("news", (text) => void received.push(text));
  await beside.sql.unsafe(`alter database "${name}" with allow_connections false`);
  await beside.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  const before = gate.count;
  await until("another try", () => gate.count > before + 1);
  const began = gate.count;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const tries = gate.count - began;
  assert(tries > 0 && tries < 8, `${tries} tries in a second`);
  await beside.sql.unsafe(`alter database "${name}" with allow_connections true`);
  await until("news", async () => {
    await database.sql`select pg_notify('news', 'open again')`.catch(() => {});
    return received.length > 0;
  });
  await sql.end();
});
