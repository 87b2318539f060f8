/** A pool that chooses among several servers, real ones: a primary and a standby. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { connect, type Queryable } from "../connect.ts";
import { createDiscardingPool } from "./discarding_pool.ts";
import { createTestDatabase } from "../../testing/test_database.ts";
import { startPair } from "../../testing/database_pair.ts";

const NOBODY = { at: "127.0.0.1:1" };

/** The port of the server that answers. */
async function portOf(sql: Queryable): Promise<number | undefined> {
  const [row] = await sql<{ port: number }[]>`select inet_server_port() as port`;
  return row?.port;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : String(error);
}

const THREE = [1, 2, 3];

Deno.test("connect() with several hosts", async (t) => {
  await using pair = await startPair();
  const { primary, standby } = pair;

  await t.step("says of each host why it will not do", async () => {
    const url = pair.url([standby], "?target_session_attrs=primary");
    const sql = connect({ url, applicationName: "test" });
    const error = await assertRejects(async () => await sql`select 1`, Error, standby.at);
    assertEquals(codeOf(error), "CONNECTION_NO_PRIMARY");
    assert(error.message.includes("takes no writes"), error.message);
    await sql.end();
  });

  await t.step("tells a wrong password, which no search makes right", async () => {
    const url = pair.url([standby, primary]).replace(/:\w+@/, ":wrong@");
    const sql = connect({ url, applicationName: "test" });
    assertEquals(codeOf(await assertRejects(async () => await sql`select 1`)), "28P01");
    await sql.end();
  });

  await t.step("reads from the first that answers, where any will do", async () => {
    const url = pair.url([NOBODY, standby, primary], "?target_session_attrs=any");
    const sql = connect({ url, applicationName: "test" });
    assertEquals(await portOf(sql), standby.port);
    await sql.end();
  });

  await t.step("leaves a frozen host, with all connections to it", async () => {
    const url = pair.url([primary, standby], "?target_session_attrs=any");
    const sql = createDiscardingPool(url, { max: 3, answerWithin: 4000 });
    const ports = () =>
      Promise.all(THREE.map(async () => {
        const [row] = await sql`select inet_server_port() as port, pg_sleep(0.05)`;
        return row?.port;
      }));
    assertEquals(new Set(await ports()), new Set([primary.port]));
    await primary.freeze();
    assertEquals(codeOf(await assertRejects(async () => await sql`select 1`)), "CONNECTION_SILENT");
    // One silence is enough: those that stood by are not waited for in their turn.
    assertEquals(new Set(await ports()), new Set([standby.port]));
    await primary.thaw();
    await sql.end();
  });

  await t.step("goes to the one that takes writes and follows it, to listen as well", async () => {
    const url = pair.url([NOBODY, standby, primary]);
    const sql = connect({ url, applicationName: "test", max: 3 });
    const heard: string[] = [];
    let listening = Promise.withResolvers<void>();
    let told = Promise.withResolvers<void>();
    await sql.listen("news", (text) => {
      heard.push(text);
      told.resolve();
    }, () => listening.resolve());
    await listening.promise;
    await sql.notify("news", "first");
    await told.promise;
    await sql`create table written (number integer)`;
    assertEquals(new Set(await Promise.all(THREE.map(() => portOf(sql)))), new Set([primary.port]));

    listening = Promise.withResolvers();
    told = Promise.withResolvers();
    await primary.stop();
    // What is asked while there is no primary waits for one.
    const asked = Promise.all(THREE.map(() => portOf(sql).catch(() => portOf(sql))));
    await pair.promote();
    assertEquals(new Set(await asked), new Set([standby.port]));
    await sql.begin(async (sql) => void await sql`create table other (number integer)`);
    await listening.promise;
    await sql.notify("news", "second");
    await told.promise;
    assertEquals(heard, ["first", "second"]);
    await sql.end();
  });
});

Deno.test("connect() discards a connection whose server has become read-only", async () => {
  await using database = await createTestDatabase();
  // As through a proxy, which leads to another server than before.
  const sql = connect({ url: database.url, applicationName: "test", max: 1 });
  const pid = async (sql: Queryable) => (await sql`select pg_backend_pid() as pid`)[0]?.pid;
  await sql`create table written (number integer)`;
  const work: [string, () => Promise<unknown>][] = [
    ["query", async () => await sql`insert into written values (1)`],
    ["transaction", () => sql.begin(async (sql) => await sql`insert into written values (1)`)],
  ];
  for (const [name, write] of work) {
    const before = await pid(sql);
    await sql`set default_transaction_read_only = on`;
    assertEquals(codeOf(await assertRejects(write)), "25006", name);
    assert(await pid(sql) !== before, name);
    await write();
  }
  assertEquals((await sql`select from written`).count, 2);
  await sql.end();
});
