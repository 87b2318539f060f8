import postgres from "postgres";
import { addArrayTypes } from "./array_types.ts";

// deno-lint-ignore no-explicit-any -- what types a pool reads is its maker's business
export type AnySql = postgres.Sql<any>;
// deno-lint-ignore no-explicit-any -- likewise
export type PoolOptions = postgres.Options<any> & {
  max: number;
  /**
   * Longest time for the answer to a query, the wait for a connection included, and for a whole
   * transaction, ms; null = no limit. The server's own limit does not hold while it is frozen.
   */
  answerWithin?: number | null;
};

/** What postgres.js keeps in a query, beyond its types. */
export type Query = {
  handler: (query: Query) => void;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  cancelled: unknown;
  streaming?: boolean;
};

/** Makes a client of postgres.js that asks for nothing of its own accord. */
export function createClient(url: string, { answerWithin: _, ...options }: PoolOptions): AnySql {
  // Encryption is the socket's business.
  const sql = postgres(url, { ...options, fetch_types: false, ssl: false });
  addArrayTypes(sql.options);
  return sql;
}

/** How a client takes a query. */
export function handlerOf(sql: AnySql): Query["handler"] {
  // deno-lint-ignore no-explicit-any -- what its types leave out
  return (sql`` as any as Query).handler;
}
