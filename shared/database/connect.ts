import postgres from "postgres";
import { createDiscardingPool } from "./pool/discarding_pool.ts";

/** What connections read beyond postgres.js's own types: `bigint` columns arrive as numbers. */
type Types = { bigint: number };

/** A pool of connections; column names are snake_case in SQL and camelCase in rows. */
export type Sql = postgres.Sql<Types>;
/** A transaction of a pool. */
export type Transaction = postgres.TransactionSql<Types>;
/** A pool or a transaction of one: what a query needs. */
export type Queryable = postgres.ISql<Types>;

/** How a process connects to the database. */
export type ConnectOptions = {
  /**
   * `postgres://user:password@host:port/database`, or several hosts with commas between them; with
   * `sslmode`, `sslrootcert` and `target_session_attrs` as `readDatabaseAddress` reads them.
   */
  url: string;
  /** Shown by the server in `pg_stat_activity`. */
  applicationName: string;
  /** Most connections held at once. */
  max?: number;
  /** Longest time a statement may take, ms; 0 = no limit. */
  statementTimeout?: number;
};

/**
 * `bigint` as a number: ids and counts stay far below 2^53. A value beyond is an error, never a
 * silently rounded number.
 */
const bigint: postgres.PostgresType<number> = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`Cannot hold bigint ${text}`);
    return value;
  },
};

/**
 * Makes a pool of connections. Nothing is opened before the first query; `sql.end()` closes it.
 *
 * Column names change their spelling, keys inside `jsonb` values do not.
 */
export function connect(options: ConnectOptions): Sql {
  const { url, applicationName, max = 10, statementTimeout = 0 } = options;
  const sql: Sql = createDiscardingPool(url, {
    max,
    answerWithin: statementTimeout === 0 ? null : statementTimeout + GRACE,
    connect_timeout: 10,
    transform: { column: postgres.camel.column },
    types: { bigint },
    connection: {
      application_name: applicationName,
      statement_timeout: statementTimeout,
      TimeZone: "UTC",
    },
    // Notices such as "relation already exists, skipping" tell an operator nothing.
    onnotice: () => {},
  });
  opened.set(sql, options);
  return sql;
}

/**
 * How much later than the server a client gives up on a statement, ms: a frozen server never does.
 */
const GRACE = 800;

/** How each pool was opened. */
const opened = new WeakMap<Sql, ConnectOptions>();

/**
 * Opens one connection outside a pool, for advisory locks, which belong to a connection. Unlike one
 * reserved from the pool it is opened again after a loss, without those locks. `end()` closes it.
 *
 * @throws {TypeError} If the pool was not made by {@link connect}.
 */
export function connectAlone(sql: Sql): Sql {
  const options = opened.get(sql);
  if (options === undefined) throw new TypeError("Cannot connect as a pool does that is not known");
  return connect({ ...options, max: 1 });
}
