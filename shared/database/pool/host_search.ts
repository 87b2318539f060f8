import postgres from "postgres";
import type { DatabaseAddress, DatabaseHost } from "../address.ts";
import { codeOf, READ_ONLY } from "../error_codes.ts";
import { ended } from "./pool_errors.ts";
import type { PooledConnection } from "./pooled_connection.ts";

/** Longest wait for one of several hosts to take a connection and say what it is, ms. */
const HOST_TIMEOUT_MS = 2000;
/**
 * Longest search among hosts for one that takes writes, ms: what a restart of the server takes,
 * and less than the time within which a health check is answered.
 */
const HOST_SEARCH_TIMEOUT_MS = 4000;
/** Pause before all hosts are asked again, ms. */
const SEARCH_PAUSE = 250;

/** What a search does with the pool it searches for. */
export interface HostSearchOptions {
  /** Makes a connection that is opened when it is first used. */
  open: (host: DatabaseHost, timeoutMs: number) => PooledConnection;
  discard: (connection: PooledConnection) => void;
  /** Whether the pool takes nothing more. */
  isEnding: () => boolean;
}

/** Searches a database's hosts for one that will do. */
export class HostSearch {
  readonly #address: DatabaseAddress;
  readonly #options: HostSearchOptions;
  /** The host that was right last, which is tried first. */
  #best: DatabaseHost;

  constructor(address: DatabaseAddress, options: HostSearchOptions) {
    this.#address = address;
    this.#options = options;
    this.#best = address.hosts[0];
  }

  /**
   * Connects to the first host that will do, again and again for a while.
   *
   * @throws What a server said that answered, else that none will do.
   */
  async run(): Promise<PooledConnection> {
    const until = performance.now() + HOST_SEARCH_TIMEOUT_MS;
    for (;;) {
      const failures = new Map<DatabaseHost, unknown>();
      for (const host of new Set([this.#best, ...this.#address.hosts])) {
        try {
          const connection = await this.#tryHost(host);
          this.#best = host;
          return connection;
        } catch (error) {
          failures.set(host, error);
          // Several silent hosts are not waited for in their turn.
          if (performance.now() > until) break;
        }
      }
      // A wrong password does not become right by waiting.
      const answer = failures.values().find(isRefusal);
      if (answer !== undefined) throw answer;
      if (this.#options.isEnding()) throw ended();
      if (performance.now() + SEARCH_PAUSE > until) throw noHost(failures);
      await new Promise((resolve) => setTimeout(resolve, SEARCH_PAUSE));
    }
  }

  /**
   * Connects to a host.
   *
   * @throws If it does not answer soon, or is not what is wanted.
   */
  async #tryHost(host: DatabaseHost): Promise<PooledConnection> {
    const connection = this.#options.open(host, HOST_TIMEOUT_MS);
    const timer = setTimeout(() => this.#options.discard(connection), HOST_TIMEOUT_MS);
    try {
      const [row] = await connection.sql`
        select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"
      `;
      const isWrong = this.#address.session === "primary" && row?.readOnly === true;
      if (isWrong) throw Object.assign(new Error("It takes no writes"), { code: READ_ONLY });
      return connection;
    } catch (error) {
      this.#options.discard(connection);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * SQLSTATEs of a server that starts, stops, has no room, or takes no writes: another one may do.
 */
const ELSEWHERE = /^(?:57P0[123]|53300|25006)$/;

/**
 * Whether a server answered, and the connection fails for a reason that the next attempt meets too.
 */
function isRefusal(error: unknown): boolean {
  if (codeOf(error) === "CONNECTION_INSECURE") return true;
  return error instanceof postgres.PostgresError && !ELSEWHERE.test(error.code);
}

function noHost(failures: Map<DatabaseHost, unknown>): Error {
  const said = Array.from(
    failures,
    ([{ host, port }, error]) =>
      `${host}:${port}: ${error instanceof Error ? error.message : String(error)}`,
  );
  return Object.assign(new Error(`No host of the database takes writes (${said.join("; ")})`), {
    code: "CONNECTION_NO_PRIMARY",
  });
}
