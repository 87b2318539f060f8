import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Sql } from "../database/connect.ts";
import {
  type Cluster,
  clusterUrl,
  openCluster,
  runningPort,
  startCluster,
} from "../database/embedded_cluster.ts";
import { migrate } from "../database/migrate.ts";

/** A database of one test, dropped with `await using`. */
export type TestDatabase = AsyncDisposable & {
  /** A pool onto it; further ones may be made from `url`. */
  sql: Sql;
  url: string;
  /** The same as one of the installation's roles. */
  urlAs(role: Role): string;
};

/** A role of an installation (roles.sql). */
export type Role = `mypacer_${"owner" | "api" | "scraper" | "backup" | "monitor"}`;

/** Safe writes are off: the data need not survive a power cut. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};
/** Database that test databases are copied from: the schema, no rows. */
const TEMPLATE = "mypacer_template";
/** Password of each {@link Role}. */
const ROLE_PASSWORD = "of-tests-only";

/**
 * Makes a database with the schema of the migrations and no rows, on a server that all tests of
 * this process share and that is removed with its data when the process ends.
 *
 * @example
 * await using database = await createTestDatabase();
 * await database.sql`select count(*) from athlete`;
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { cluster, port } = await sharedServer();
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer(
    cluster,
    port,
    (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)}`,
  );
  const url = clusterUrl(cluster, port, name);
  const sql = connect({ url, applicationName: "mypacer test", max: 5 });
  return {
    sql,
    url,
    urlAs(role) {
      const asRole = new URL(url);
      asRole.username = role;
      asRole.password = ROLE_PASSWORD;
      return asRole.href;
    },
    [Symbol.asyncDispose]: async () => {
      await sql.end();
      await administer(cluster, port, (sql) => sql`drop database ${sql(name)} with (force)`);
    },
  };
}

/** The server of this process; test files share it although each has modules of its own. */
async function sharedServer(): Promise<{ cluster: Cluster; port: number }> {
  const folder = join(tmpdir(), `mypacer-test-${Deno.uid()}-${Deno.pid}`);
  await Deno.mkdir(folder, { recursive: true });
  using lock = await Deno.open(join(folder, "lock"), { create: true, write: true });
  await lock.lock(true);
  const cluster = await openCluster(folder);
  const running = await runningPort(cluster);
  if (running !== null) return { cluster, port: running };
  const { port } = await startCluster(cluster, {
    port: 0,
    settings: { ...SETTINGS, ...statementLog() },
    untilPid: Deno.pid,
  });
  await makeTemplate(cluster, port);
  return { cluster, port };
}

/**
 * Settings that log every statement as JSON into the folder that TEST_STATEMENT_LOG names, by which
 * `deno task db:needs` finds what a release needs of the schema.
 */
function statementLog(): Record<string, string> {
  const folder = Deno.env.get("TEST_STATEMENT_LOG");
  if (!folder) return {};
  return {
    logging_collector: "on",
    log_destination: "jsonlog",
    log_directory: folder,
    log_filename: `${Deno.pid}`,
    log_statement: "all",
  };
}

async function makeTemplate(cluster: Cluster, port: number): Promise<void> {
  await administer(cluster, port, async (sql) => {
    await sql`drop database if exists ${sql(TEMPLATE)}`;
    await sql`create database ${sql(TEMPLATE)}`;
  });
  const sql = connect({
    url: clusterUrl(cluster, port, TEMPLATE),
    applicationName: "mypacer test",
    max: 1,
  });
  try {
    await makeRoles(sql, ROLE_PASSWORD);
    await migrate(sql);
  } finally {
    await sql.end();
  }
}

/** Makes the roles of an installation; each has the same password. */
export async function makeRoles(sql: Sql, password: string): Promise<void> {
  for (const part of ["owner", "api", "scraper", "backup", "monitor"]) {
    await sql`select set_config(${`mypacer.${part}_password`}, ${password}, false)`;
  }
  await sql.unsafe(await Deno.readTextFile(new URL("../database/roles.sql", import.meta.url)));
}

async function administer(
  cluster: Cluster,
  port: number,
  work: (sql: Sql) => PromiseLike<unknown>,
): Promise<void> {
  const sql = connect({
    url: clusterUrl(cluster, port, "postgres"),
    applicationName: "mypacer test",
    max: 1,
  });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
