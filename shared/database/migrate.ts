import type { Queryable, Sql } from "./connect.ts";
import { grantRights } from "./grants.ts";

/** The folder of the migrations that make the schema. */
export const MIGRATIONS = new URL("./migrations/", import.meta.url);

/** A migration cannot be applied, or what was applied no longer matches the files. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** One migration file. */
type Migration = { name: string; text: string; checksum: string };
/** One applied migration, as the database remembers it. */
type Applied = { name: string; checksum: string };

/** The result of migrating. */
export type Migrated = {
  /** Names of the migrations applied now, `[]` when the schema was up to date. */
  applied: string[];
  /** Migrations of a newer release, which this one does not know and leaves alone. */
  newer: string[];
};

/** Date, number within the day, what it does: `20261123_1_directory.sql`. */
const FILE_NAME = /^(\d{8})_(\d+)_[a-z0-9_]+\.sql$/;
/** Key of the advisory lock that every migrating process takes: "MyPacer" in ASCII, as a number. */
const LOCK = "21806959344969074";
/**
 * Longest time a migration waits for a table, ms: readers of the table queue behind it meanwhile.
 */
const LOCK_TIMEOUT = 2500;
/**
 * How often a migration that did not get its table is tried again, and the pause before that, ms.
 */
const ATTEMPTS = 40;
const PAUSE = 1000;
/** SQLSTATE of a lock that could not be acquired in time. */
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Brings the schema up to date: applies the files not applied yet, in order, each in a transaction.
 * A schema that is newer than the files is left as it is: an older release runs on it. Then the
 * roles of the programs, where there are any, are given their rights. A user who does not own the
 * schema may call this while it is up to date.
 *
 * Processes that start together wait for one another; each finds the work of the first done.
 *
 * @throws {MigrationError} If an applied file changed, or is missing among files that are known, if
 *   a new file sorts before an applied one, if a file has no reason on top, if its SQL fails
 *   (`cause` holds the error), or if a table it needs was busy at every attempt.
 */
export async function migrate(
  sql: Sql,
  { folder = MIGRATIONS }: { folder?: URL } = {},
): Promise<Migrated> {
  const files = await readMigrations(folder);
  const connection = await sql.reserve();
  try {
    // A pool may have a statement timeout; waiting for another process and building an index may
    // both take longer.
    await connection`select set_config('statement_timeout', '0', false)`;
    await connection`select pg_advisory_lock(${LOCK}::bigint)`;
    try {
      return await applyMissing(connection, files, folder);
    } finally {
      await connection`select pg_advisory_unlock(${LOCK}::bigint)`;
      await connection.unsafe("reset statement_timeout");
    }
  } finally {
    connection.release();
  }
}

/**
 * What {@link migrate} would do, without doing any of it.
 *
 * @returns `applied` names what it would apply.
 * @throws {MigrationError} As {@link migrate} does before it applies anything.
 */
export async function planMigrations(
  sql: Sql,
  { folder = MIGRATIONS }: { folder?: URL } = {},
): Promise<Migrated> {
  const files = await readMigrations(folder);
  const [{ exists } = { exists: false }] = await sql<{ exists: boolean }[]>`
    select to_regclass('migration') is not null as exists
  `;
  const { missing, newer } = compareAll(files, exists ? await readApplied(sql) : []);
  return { applied: missing.map(({ name }) => name), newer };
}

async function applyMissing(
  connection: Queryable,
  files: Migration[],
  folder: URL,
): Promise<Migrated> {
  if (!await ownsSchema(connection)) {
    const { missing, newer } = compareAll(files, await readApplied(connection));
    const [next] = missing;
    if (next === undefined) return { applied: [], newer };
    throw new MigrationError(
      `Migration ${next.name} is missing, and only the schema's owner may apply it`,
    );
  }
  await connection`
    create table if not exists migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )
  `;
  const { missing, newer } = compareAll(files, await readApplied(connection));
  for (const migration of missing) await apply(connection, migration);
  if (folder === MIGRATIONS) await grantRights(connection, { keepOthers: newer.length > 0 });
  return { applied: missing.map(({ name }) => name), newer };
}

/** Whether the user may change the schema; of an empty database everybody owns it. */
async function ownsSchema(connection: Queryable): Promise<boolean> {
  const [row] = await connection<{ owns: boolean }[]>`
    select coalesce(bool_and(pg_has_role(relowner, 'usage')), true) as owns from pg_class
    where oid = to_regclass('migration')
  `;
  return row?.owns ?? true;
}

const readApplied = async (connection: Queryable): Promise<Applied[]> =>
  await connection<Applied[]>`select name, checksum from migration`;

/** Files still to apply, and names of those applied by a newer release. */
function compareAll(files: Migration[], applied: Applied[]) {
  const last = files.at(-1);
  const isNewer = (each: Applied) => last !== undefined && byOrder(each, last) > 0;
  const missing = compare(files, applied.filter((each) => !isNewer(each)).sort(byOrder));
  const newer = applied.filter(isNewer).sort(byOrder).map(({ name }) => name);
  if (newer.length > 0 && missing.length > 0) {
    throw new MigrationError(
      `Migration ${missing[0]?.name} sorts before ${
        newer[0]
      }, which is applied; give it a later date`,
    );
  }
  return { missing, newer };
}

/** Files still to apply, once those already applied are found unchanged. */
function compare(files: Migration[], applied: Applied[]): Migration[] {
  for (const [index, { name, checksum }] of applied.entries()) {
    const file = files.find((each) => each.name === name);
    if (!file) {
      throw new MigrationError(
        `Migration ${name} was applied to this database but its file is missing`,
      );
    }
    if (file.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} changed after it was applied; add a new migration instead`,
      );
    }
    const expected = files[index];
    if (expected?.name !== name) {
      throw new MigrationError(
        `Migration ${expected?.name} sorts before ${name}, which is applied; give it a later date`,
      );
    }
  }
  return files.slice(applied.length);
}

/**
 * Applies a migration; again, from its beginning, while another transaction holds what it needs.
 */
async function apply(connection: Queryable, migration: Migration): Promise<void> {
  for (let attempt = 1;; attempt++) {
    try {
      return await applyOnce(connection, migration);
    } catch (cause) {
      const isBusy = cause instanceof Error && "code" in cause && cause.code === LOCK_NOT_AVAILABLE;
      if (isBusy && attempt < ATTEMPTS) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        continue;
      }
      const reason = cause instanceof Error ? cause.message : String(cause);
      const tried = isBusy ? ` (${attempt} times)` : "";
      const message = `Migration ${migration.name} failed and was undone: ${reason}${tried}`;
      throw new MigrationError(message, { cause });
    }
  }
}

async function applyOnce(
  connection: Queryable,
  { name, text, checksum }: Migration,
): Promise<void> {
  await connection.unsafe("begin");
  try {
    await connection`select set_config('lock_timeout', ${`${LOCK_TIMEOUT}ms`}, true)`;
    await connection.unsafe(text);
    await connection`insert into migration (name, checksum) values (${name}, ${checksum})`;
    await connection.unsafe("commit");
  } catch (error) {
    await connection.unsafe("rollback");
    throw error;
  }
}

/** The migrations of a folder, first to apply first. */
async function readMigrations(folder: URL): Promise<Migration[]> {
  const names: { name: string }[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !name.endsWith(".sql")) continue;
    if (!FILE_NAME.test(name)) {
      throw new MigrationError(
        `Migration ${name} is misnamed; a name reads YYYYMMDD_number_what_it_does.sql`,
      );
    }
    names.push({ name });
  }
  names.sort(byOrder);
  return await Promise.all(names.map(({ name }) => readMigration(folder, name)));
}

async function readMigration(folder: URL, name: string): Promise<Migration> {
  const bytes = await Deno.readFile(new URL(name, folder));
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (!/^-- \S/.test(text)) {
    throw new MigrationError(`Migration ${name} must open with its reason, as a comment`);
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { name, text, checksum: digest.toHex() };
}

/** By date, then by number within the day: 2 before 10. */
function byOrder(a: { name: string }, b: { name: string }): number {
  const [, dateA = "", numberA = ""] = FILE_NAME.exec(a.name) ?? [];
  const [, dateB = "", numberB = ""] = FILE_NAME.exec(b.name) ?? [];
  return dateA.localeCompare(dateB) || Number(numberA) - Number(numberB) ||
    a.name.localeCompare(b.name);
}
