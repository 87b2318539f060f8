import { readDatabaseAddress } from "../address.ts";
import { ConnectionPool } from "./connection_pool.ts";
import { watched } from "./pooled_connection.ts";
import { type AnySql, createClient, type PoolOptions, type Query } from "./single_client.ts";

/**
 * Wait before a lost connection for listening is made anew, s. Of itself postgres.js tries again
 * after some ms, for ever, and each try is a process that the database starts: fifty a second while
 * it takes nobody, as during a restore.
 */
const LISTEN_AGAIN_SECONDS = 0.25;

/**
 * Makes a pool of connections as that of postgres.js, but that each is discarded after its first
 * failure: postgres.js 3.4.9 goes on with what was left of it (ADR 0007). One thing is done on a
 * connection at a time.
 *
 * The URL is read as {@link readDatabaseAddress} says. Where only a primary will do, each new
 * connection goes to the first host that takes writes, and a search among all of them goes on for
 * some seconds while none does: that is how long a server takes to start, or another one to be
 * promoted. A connection whose server turns out to be read-only is discarded. With each that is,
 * idle ones to the same host go as well: who asks again after a failure gets a connection that is
 * new.
 *
 * @throws {SyntaxError} If the URL cannot be read.
 */
export function createDiscardingPool(url: string, options: PoolOptions): AnySql {
  const address = readDatabaseAddress(url);
  const pool = new ConnectionPool(address, options);
  /**
   * Makes queries; it connects for nothing but to listen, which it does again by itself after a
   * loss.
   */
  const maker = createClient(address.url, {
    ...options,
    backoff: () => LISTEN_AGAIN_SECONDS,
    ...(address.tls === null && address.session === "any" && address.hosts.length === 1
      ? {}
      : { socket: () => pool.connectListener() }),
  });
  const inPool = <T>(query: T): T => {
    // deno-lint-ignore no-explicit-any -- what its types leave out
    (query as any as Query).handler = (query) => void pool.run(query);
    return query;
  };
  // deno-lint-ignore no-explicit-any -- what it is called with is known to the maker
  const sql = (...args: [any, ...any[]]) => {
    const made = maker(...args);
    return Array.isArray(args[0]?.raw) ? inPool(made) : made;
  };
  return Object.assign(sql, maker, {
    unsafe: (...args: Parameters<AnySql["unsafe"]>) => inPool(maker.unsafe(...args)),
    // deno-lint-ignore no-explicit-any -- with options before the work, or without
    begin: (...[first, second]: [any, any]) => {
      const [options, work] = second === undefined ? ["", first] : [first, second];
      return pool.use((connection) =>
        connection.sql.begin(options, (sql) => work(watched(sql, connection)))
      );
    },
    reserve: () => pool.reserve(),
    end: async (how?: { timeout?: number }) => {
      await Promise.all([maker.end(how), pool.end(how)]);
    },
  }) as unknown as AnySql;
}
