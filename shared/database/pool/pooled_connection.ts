import type postgres from "postgres";
import type { DatabaseAddress, DatabaseHost } from "../address.ts";
import { codeOf, READ_ONLY } from "../error_codes.ts";
import { connectSocket, type DatabaseSocket } from "./database_socket.ts";
import { lost } from "./pool_errors.ts";
import { type AnySql, createClient, type PoolOptions, type Query } from "./single_client.ts";

/** One connection: a client of postgres.js that has no other. */
export type PooledConnection = {
  sql: AnySql;
  host: DatabaseHost;
  socket: DatabaseSocket | null;
  lost: boolean;
  /** Its server refuses to write: it is discarded once it is given back. */
  readOnly: boolean;
  /** Queries of who has the connection to themselves that are not settled. */
  pending: Set<Query>;
};

/** Makes a connection: it is opened when it is first used. */
export function openConnection(
  { host, address: { url, tls }, options, timeoutMs, onLost }: {
    host: DatabaseHost;
    address: DatabaseAddress;
    options: PoolOptions;
    /** Longest wait for the host to take it, ms. */
    timeoutMs: number;
    /** Called when it was lost, or could not be opened. */
    onLost: (connection: PooledConnection) => void;
  },
): PooledConnection {
  const socket = async () => {
    try {
      connection.socket = await connectSocket({
        to: host,
        tls,
        timeoutMs,
        onLost: () => onLost(connection),
      });
    } catch (error) {
      onLost(connection);
      throw error;
    }
    // Given up meanwhile: postgres.js would log in all the same and stay for ever.
    if (connection.lost) {
      connection.socket.close();
      throw lost();
    }
    return connection.socket;
  };
  // Its types leave out that a client takes a socket.
  const alone = { ...options, max: 1, max_lifetime: null, socket };
  const connection: PooledConnection = {
    sql: createClient(url, alone),
    host,
    socket: null,
    lost: false,
    readOnly: false,
    pending: new Set(),
  };
  return connection;
}

/** Notes it when an error says that a connection's server takes no writes. */
export function noteReadOnly(connection: PooledConnection, error: unknown): void {
  if (codeOf(error) === READ_ONLY) connection.readOnly = true;
}

/**
 * A transaction or a reserved connection, of which no query is left waiting when the connection is
 * lost: postgres.js keeps those that came behind one that it refused.
 */
// deno-lint-ignore no-explicit-any -- one of two kinds, with what belongs to each
export function watched<S extends postgres.ISql<any>>(sql: S, connection: PooledConnection): S {
  const watch = <T>(made: T): T => {
    // deno-lint-ignore no-explicit-any -- what its types leave out
    const query = made as any as Query;
    const { handler } = query;
    query.handler = () => {
      if (connection.lost) return query.reject(lost());
      const { resolve, reject } = query;
      connection.pending.add(query);
      query.resolve = (value) => {
        connection.pending.delete(query);
        resolve(value);
      };
      query.reject = (error) => {
        connection.pending.delete(query);
        noteReadOnly(connection, error);
        reject(error);
      };
      handler(query);
    };
    return made;
  };
  // deno-lint-ignore no-explicit-any -- what it is called with is known to the one it stands for
  const inner = sql as any;
  // deno-lint-ignore no-explicit-any -- likewise
  const outer = (...args: [any, ...any[]]) => {
    const made = inner(...args);
    return Array.isArray(args[0]?.raw) ? watch(made) : made;
  };
  return Object.assign(outer, inner, {
    // deno-lint-ignore no-explicit-any -- likewise
    unsafe: (...args: any[]) => watch(inner.unsafe(...args)),
    // deno-lint-ignore no-explicit-any -- with a name before the work, or without
    savepoint: (...args: any[]) => {
      const work = args.pop();
      return inner.savepoint(...args, (sql: S) => work(watched(sql, connection)));
    },
  });
}
