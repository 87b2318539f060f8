import type postgres from "postgres";
import type { DatabaseAddress, DatabaseHost } from "../address.ts";
import { connectSocket, DatabaseSocket } from "./database_socket.ts";
import { HostSearch } from "./host_search.ts";
import { ended, lost, noAnswer } from "./pool_errors.ts";
import {
  noteReadOnly,
  openConnection,
  type PooledConnection,
  watched,
} from "./pooled_connection.ts";
import { handlerOf, type PoolOptions, type Query } from "./single_client.ts";

/** Longest wait for the database to take a connection, ms. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Connections of which each does one thing at a time, and is discarded after its first failure. */
export class ConnectionPool {
  readonly #address: DatabaseAddress;
  readonly #options: PoolOptions;
  readonly #connections = new Set<PooledConnection>();
  readonly #free = new Set<PooledConnection>();
  readonly #waiting: PromiseWithResolvers<PooledConnection>[] = [];
  /** How many connections are being opened. */
  #opening = 0;
  readonly #search: HostSearch;
  #ending: PromiseWithResolvers<void> | null = null;
  #ended = false;

  constructor(address: DatabaseAddress, options: PoolOptions) {
    this.#address = address;
    this.#options = options;
    this.#search = new HostSearch(address, {
      open: (host, timeoutMs) => this.#connect(host, timeoutMs),
      discard: (connection) => void this.#lose(connection),
      isEnding: () => this.#ending !== null,
    });
  }

  /** Does something on a connection that nobody else uses meanwhile. */
  async use<T>(work: (connection: PooledConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    const stopTimer = this.#limit(() => void this.#lose(connection));
    try {
      return await work(connection);
    } finally {
      stopTimer();
      this.#giveBack(connection);
    }
  }

  /** Does something when an answer takes too long, unless stopped before. */
  #limit(onLate: () => void): () => void {
    const { answerWithin = null } = this.#options;
    if (answerWithin === null) return () => {};
    const timer = setTimeout(onLate, answerWithin);
    return () => clearTimeout(timer);
  }

  /** Runs a query on the first connection that is free. */
  async run(query: Query): Promise<void> {
    const { resolve, reject } = query;
    let connection: PooledConnection | null = null;
    let isLate = false;
    const stopTimer = this.#limit(() => {
      isLate = true;
      reject(noAnswer());
      // What still comes on it would be taken for the answer to the next query.
      if (connection !== null) void this.#lose(connection);
    });
    let taken: PooledConnection;
    try {
      taken = await this.#take();
    } catch (error) {
      stopTimer();
      return reject(error);
    }
    if (query.cancelled || isLate) {
      stopTimer();
      return this.#giveBack(taken);
    }
    connection = taken;
    query.resolve = (value) => {
      stopTimer();
      resolve(value);
      const stream = query.streaming ? value as NodeJS.EventEmitter : null;
      if (stream === null) this.#giveBack(taken);
      else stream.once("close", () => this.#giveBack(taken));
    };
    query.reject = (error) => {
      stopTimer();
      noteReadOnly(taken, error);
      reject(error);
      this.#giveBack(taken);
    };
    handlerOf(taken.sql)(query);
  }

  /** A connection for as long as it is wanted. */
  async reserve(): Promise<postgres.ReservedSql> {
    const connection = await this.#take();
    try {
      const reserved = await connection.sql.reserve();
      const release = () => {
        reserved.release();
        this.#giveBack(connection);
      };
      return Object.assign(watched(reserved, connection), { release });
    } catch (error) {
      this.#giveBack(connection);
      throw error;
    }
  }

  /**
   * Closes all connections once nothing is under way, or after so many seconds. Takes nothing more.
   */
  async end({ timeout }: { timeout?: number } = {}): Promise<void> {
    const ending = this.#ending ??= Promise.withResolvers<void>();
    this.#endWhenQuiet();
    const timer = timeout === undefined ? null : setTimeout(ending.resolve, timeout * 1000);
    await ending.promise;
    this.#ended = true;
    if (timer !== null) clearTimeout(timer);
    for (const { reject } of this.#waiting.splice(0)) reject(ended());
    await Promise.all(
      [...this.#connections].map((connection) =>
        this.#free.has(connection) ? connection.sql.end() : this.#lose(connection)
      ),
    );
  }

  /**
   * A socket for who listens: to the host that others of the pool have for right. It is never
   * refused, but lost at once: postgres.js would not try again.
   */
  async connectListener(): Promise<DatabaseSocket> {
    const { tls } = this.#address;
    // postgres.js listens on a connection of its own, and makes another when that has closed.
    const onLost = (socket: DatabaseSocket) => queueMicrotask(() => socket.close());
    try {
      const to = await this.use(async ({ sql, host }) => {
        await sql`select`;
        return host;
      });
      return await connectSocket({ to, tls, timeoutMs: CONNECT_TIMEOUT_MS, onLost });
    } catch (error) {
      return DatabaseSocket.lost(error, onLost);
    }
  }

  async #take(): Promise<PooledConnection> {
    if (this.#ending !== null) throw ended();
    const [connection] = this.#free;
    if (connection !== undefined) {
      this.#free.delete(connection);
      return connection;
    }
    if (this.#connections.size + this.#opening < this.#options.max) return await this.#open();
    const turn = Promise.withResolvers<PooledConnection>();
    this.#waiting.push(turn);
    return await turn.promise;
  }

  #giveBack(connection: PooledConnection): void {
    if (connection.lost) return;
    if (connection.readOnly) return void this.#lose(connection);
    const next = this.#waiting.shift();
    if (next !== undefined) return next.resolve(connection);
    this.#free.add(connection);
    this.#endWhenQuiet();
  }

  #endWhenQuiet(): void {
    if (this.#opening === 0 && this.#free.size === this.#connections.size) {
      this.#ending?.resolve();
    }
  }

  /**
   * A new connection, counted among the others. It is open: a query cannot be taken back from one
   * that is still being made, so that each that is late would end it and have another one made.
   *
   * Where none can be opened and none is left, nobody goes on waiting: each would ask for the same
   * in its turn.
   */
  async #open(): Promise<PooledConnection> {
    this.#opening++;
    try {
      const connection = await this.#openAny();
      if (this.#ended) {
        void this.#lose(connection);
        throw ended();
      }
      this.#connections.add(connection);
      return connection;
    } catch (error) {
      if (this.#connections.size === 0 && this.#opening === 1) {
        for (const { reject } of this.#waiting.splice(0)) reject(error);
      }
      throw error;
    } finally {
      this.#opening--;
      this.#endWhenQuiet();
    }
  }

  async #openAny(): Promise<PooledConnection> {
    const { hosts: [host], session } = this.#address;
    if (session !== "any" || this.#address.hosts.length > 1) return await this.#search.run();
    const connection = this.#connect(host, CONNECT_TIMEOUT_MS);
    const stopTimer = this.#limit(() => void this.#lose(connection));
    try {
      await connection.sql`select`;
      return connection;
    } catch (error) {
      void this.#lose(connection);
      throw error;
    } finally {
      stopTimer();
    }
  }

  /** Opens a connection for the first who waits, where there is room for one. */
  #openForNext(): void {
    if (this.#connections.size + this.#opening >= this.#options.max) return;
    const next = this.#waiting.shift();
    if (next !== undefined) this.#open().then(next.resolve, next.reject);
  }

  /** A connection, made when it is first used. */
  #connect(host: DatabaseHost, timeoutMs: number): PooledConnection {
    return openConnection({
      host,
      address: this.#address,
      options: this.#options,
      timeoutMs,
      onLost: (connection) => void this.#lose(connection),
    });
  }

  /**
   * Leaves a lost connection, for a new one where someone waits; resolves when nothing is sent on
   * it any more.
   */
  async #lose(connection: PooledConnection): Promise<void> {
    if (connection.lost) return;
    connection.lost = true;
    this.#free.delete(connection);
    if (this.#connections.delete(connection)) {
      // What ended one connection has mostly ended the others to that host: some have not heard
      // yet.
      for (const idle of this.#free) if (idle.host === connection.host) void this.#lose(idle);
      this.#openForNext();
    }
    this.#endWhenQuiet();
    await connection.sql.end({ timeout: 0 });
    connection.socket?.close();
    for (const { reject } of connection.pending) reject(lost());
  }
}
