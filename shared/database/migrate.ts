import type { Queryable, Sql } from "./connect.ts";

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

/** Date, number within the day, what it does: `20261123_1_directory.sql`. */
const FILE_NAME = /^(\d{8})_(\d+)_[a-z0-9_]+\.sql$/;
/** Key of the advisory lock that every migrating process takes: "MyPacer" in ASCII, as a number. */
const LOCK = "21806959344969074";

/**
 * Brings the schema up to date: applies the files not applied yet, in order, each in a transaction.
 *
 * Processes that start together wait for one another; each finds the work of the first done.
 *
 * @returns Names of the migrations applied now, `[]` when the schema was up to date.
 * @throws {MigrationError} If an applied file changed or is missing, if a new file sorts before an
 *   applied one, if a file has no reason on top, or if its SQL fails (`cause` holds the error).
 */
export async function migrate(
  sql: Sql,
  { folder = MIGRATIONS }: { folder?: URL } = {},
): Promise<string[]> {
  const files = await readMigrations(folder);
  const connection = await sql.reserve();
  try {
    // A pool may have a statement timeout; waiting for another process and building an index may
    // both take longer.
    await connection`select set_config('statement_timeout', '0', false)`;
    await connection`select pg_advisory_lock(${LOCK}::bigint)`;
    try {
      return await applyMissing(connection, files);
    } finally {
      await connection`select pg_advisory_unlock(${LOCK}::bigint)`;
      await connection.unsafe("reset statement_timeout");
    }
  } finally {
    connection.release();
  }
}

async function applyMissing(connection: Queryable, files: Migration[]): Promise<string[]> {
  await connection`
    create table if not exists migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )
  `;
  const applied = await connection<Applied[]>`select name, checksum from migration`;
  const missing = compare(files, [...applied].sort(byOrder));
  for (const migration of missing) await apply(connection, migration);
  return missing.map(({ name }) => name);
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

async function apply(connection: Queryable, { name, text, checksum }: Migration): Promise<void> {
  await connection.unsafe("begin");
  try {
    await connection.unsafe(text);
    await connection`insert into migration (name, checksum) values (${name}, ${checksum})`;
    await connection.unsafe("commit");
  } catch (cause) {
    await connection.unsafe("rollback");
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(`Migration ${name} failed and was undone: ${reason}`, { cause });
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
