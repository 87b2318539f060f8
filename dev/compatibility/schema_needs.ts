/**
 * What a release needs of the schema, found in the statements it runs, and whether a schema still
 * has it. A migration that takes something of it away would break the release that serves while it
 * is applied, and every rollback.
 */
import type { Sql } from "@mypacer/shared/database/connect.ts";

/**
 * What a release needs of the schema. Lists are sorted, so that two of them compare line by line.
 */
export interface SchemaNeeds {
  /** Types by table and column, as PostgreSQL writes them. */
  columns: Record<string, Record<string, string>>;
  /** Functions with the types of their arguments, e.g. `normalize_name(text)`. */
  functions: string[];
  /** Tables it inserts into: a new column there must have a default or allow null. */
  inserted: string[];
  /**
   * Columns that `on conflict` names, e.g. `athlete (ffa_id)`: a unique index must cover just
   * these.
   */
  unique: string[];
}

/** What became of statements. */
export interface FoundNeeds {
  needs: SchemaNeeds;
  /** Statements understood, each counted once. */
  understood: number;
  /** Statements that PostgreSQL does not take without the tables of one test. */
  refused: string[];
}

/**
 * Statements that read or write rows; others (`begin`, `listen`, `create table`) need nothing of
 * the schema.
 */
const READS_OR_WRITES = /^(select|insert|update|delete|with|merge|values)\b/i;

/**
 * Finds what statements need, by having PostgreSQL analyze each one and tell what it depends on.
 *
 * @param sql A database with the schema that the statements were written for; it is left as it is.
 * @param statements As sent, with `$1` for parameters.
 */
export async function findNeeds(sql: Sql, statements: Iterable<string>): Promise<FoundNeeds> {
  const texts = [...new Set(Array.from(statements, withoutComments))].map(copyAsSelect)
    .filter((text) => READS_OR_WRITES.test(text));
  const refused: string[] = [];
  const needs = await sql.begin(async (transaction) => {
    for (const [index, text] of texts.entries()) {
      await transaction.savepoint(async (attempt) => {
        const name = `needs_${index}`;
        await attempt.unsafe(`prepare ${name} as ${text}`);
        const [prepared] = await attempt<{ types: string }[]>`
          select array_to_string(parameter_types, ', ') as types
          from pg_prepared_statements where name = ${name}
        `;
        // Unlike a prepared statement, a function tells which columns it depends on.
        await attempt.unsafe(
          `create function ${name}(${prepared?.types ?? ""}) returns void
           language sql begin atomic ${text}; end`,
        );
        await attempt.unsafe(`deallocate ${name}`);
      }).catch(() => refused.push(text));
    }
    const found = await readDependencies(transaction as unknown as Sql);
    await transaction.unsafe("deallocate all");
    throw new Found(found);
  }).catch((error: unknown) => {
    if (error instanceof Found) return error.needs;
    throw error;
  });
  const inserted = new Set<string>();
  const unique = new Set<string>();
  for (const text of texts) {
    for (const [, table = ""] of text.matchAll(/\binsert into "?(\w+)"?/gi)) {
      if (table in needs.columns) inserted.add(table);
    }
    const conflict = /\binsert into "?(\w+)"?[\s\S]*?\bon conflict \(([^)]*)\)/i.exec(text);
    const [, table = "", columns = ""] = conflict ?? [];
    if (table in needs.columns) unique.add(`${table} (${sortedColumns(columns)})`);
  }
  return {
    needs: { ...needs, inserted: [...inserted].sort(), unique: [...unique].sort() },
    understood: texts.length - refused.length,
    refused,
  };
}

/** Carries what was found out of the transaction, which is undone. */
class Found extends Error {
  readonly needs: Pick<SchemaNeeds, "columns" | "functions">;
  constructor(needs: Pick<SchemaNeeds, "columns" | "functions">) {
    super("found");
    this.needs = needs;
  }
}

async function readDependencies(sql: Sql): Promise<Pick<SchemaNeeds, "columns" | "functions">> {
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select distinct class.relname as table, attribute.attname as column,
      format_type(attribute.atttypid, attribute.atttypmod) as type
    from pg_depend
    join pg_proc on pg_proc.oid = pg_depend.objid and pg_proc.proname like 'needs\\_%'
    join pg_class class on class.oid = pg_depend.refobjid
    join pg_attribute attribute on attribute.attrelid = class.oid
      and attribute.attnum = pg_depend.refobjsubid
    where pg_depend.classid = 'pg_proc'::regclass and pg_depend.refclassid = 'pg_class'::regclass
      and pg_depend.refobjsubid > 0 and class.relnamespace = 'public'::regnamespace
    order by 1, 2
  `;
  const functions = await sql<{ signature: string }[]>`
    select distinct pg_depend.refobjid::regprocedure::text as signature
    from pg_depend
    join pg_proc on pg_proc.oid = pg_depend.objid and pg_proc.proname like 'needs\\_%'
    join pg_proc needed on needed.oid = pg_depend.refobjid
    where pg_depend.classid = 'pg_proc'::regclass and pg_depend.refclassid = 'pg_proc'::regclass
      and needed.pronamespace = 'public'::regnamespace
    order by 1
  `;
  const byTable: SchemaNeeds["columns"] = {};
  for (const { table, column, type } of columns) (byTable[table] ??= {})[column] = type;
  return { columns: byTable, functions: functions.map(({ signature }) => signature) };
}

/**
 * Finds what a release needs and the schema no longer has.
 *
 * @returns One line for each, e.g. `club.name is gone`; `[]` when the release can run on it.
 */
export async function findMissing(sql: Sql, needs: SchemaNeeds): Promise<string[]> {
  const missing: string[] = [];
  const columns = await sql<
    { table: string; column: string; type: string; required: boolean }[]
  >`
    select class.relname as table, attribute.attname as column,
      format_type(attribute.atttypid, attribute.atttypmod) as type,
      attribute.attnotnull and not attribute.atthasdef and attribute.attidentity = '' as required
    from pg_class class
    join pg_attribute attribute on attribute.attrelid = class.oid
    where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p', 'v', 'm', 'S')
      and attribute.attnum > 0 and not attribute.attisdropped
  `;
  const types = new Map(columns.map(({ table, column, type }) => [`${table}.${column}`, type]));
  for (const [table, needed] of Object.entries(needs.columns)) {
    for (const [column, type] of Object.entries(needed)) {
      const found = types.get(`${table}.${column}`);
      if (found === undefined) missing.push(`${table}.${column} is gone`);
      else if (found !== type) missing.push(`${table}.${column} is ${found}, was ${type}`);
    }
  }
  for (const { table, column, required } of columns) {
    if (!required || !needs.inserted.includes(table)) continue;
    if (needs.columns[table]?.[column] !== undefined) continue;
    missing.push(`${table}.${column} is new and has no default: nothing can be inserted`);
  }
  for (const signature of needs.functions) {
    const [row] = await sql`select to_regprocedure(${signature}) is null as gone`;
    if (row?.["gone"]) missing.push(`${signature} is gone`);
  }
  const indexes = await sql<{ table: string; columns: string }[]>`
    select pg_index.indrelid::regclass::text as table,
      string_agg(attribute.attname, ', ' order by attribute.attname collate "C") as columns
    from pg_index
    join pg_attribute attribute on attribute.attrelid = pg_index.indrelid
      and attribute.attnum = any(pg_index.indkey)
    where pg_index.indisunique and pg_index.indisvalid
    group by pg_index.indexrelid, pg_index.indrelid
  `;
  const unique = new Set(indexes.map((each) => `${each.table} (${each.columns})`));
  for (const each of needs.unique) {
    if (!unique.has(each)) missing.push(`no unique index covers just ${each}`);
  }
  return missing;
}

const sortedColumns = (list: string) =>
  list.split(",").map((name) => name.trim().replaceAll('"', "")).sort().join(", ");

const withoutComments = (text: string) =>
  text.replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").replace(/;\s*$/, "").trim();

/** `copy club (id, name) from stdin` needs what `select id, name from club` does. */
function copyAsSelect(text: string): string {
  const [, table, columns] = /^copy "?(\w+)"? ?\(([^)]*)\)/i.exec(text) ?? [];
  return table === undefined ? text : `select ${columns} from ${table}`;
}
