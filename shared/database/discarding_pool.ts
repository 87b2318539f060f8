import postgres from "postgres";
import { addArrayTypes } from "./array_types.ts";
import { type DatabaseAddress, type DatabaseHost, readDatabaseAddress } from "./address.ts";
import { connectSocket, DatabaseSocket } from "./database_socket.ts";

// deno-lint-ignore no-explicit-any -- what types a pool reads is its maker's business
type AnySql = postgres.Sql<any>;
// deno-lint-ignore no-explicit-any -- likewise
type PoolOptions = postgres.Options<any> & {
  max: number;
  /**
   * Longest time for the answer to a query, the wait for a connection included, and for a whole
   * transaction, ms; null = no limit. The server's own limit does not hold while it is frozen.
   */
  answerWithin?: number | null;
};

/** What postgres.js keeps in a query, beyond its types. */
type Query = {
  handler: (query: Query) => void;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  cancelled: unknown;
  streaming?: boolean;
};

/** One connection: a client of postgres.js that has no other. */
type Line = {
  sql: AnySql;
  host: DatabaseHost;
  socket: DatabaseSocket | null;
  lost: boolean;
  /** Its server refuses to write: it is discarded once it is given back. */
  readOnly: boolean;
  /** Queries of who has the connection to themselves that are not settled. */
  pending: Set<Query>;
};

/** Longest wait for the database to take a connection, ms. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Longest wait for one of several hosts to take a connection and say what it is, ms. */
const HOST_TIMEOUT_MS = 2000;
/**
 * Longest search among hosts for one that takes writes, ms: what a restart of the server takes,
 * and less than the time within which a health check is answered.
 */
const HOST_SEARCH_TIMEOUT_MS = 4000;
/** Pause before all hosts are asked again, ms. */
const SEARCH_PAUSE = 250;
/** SQLSTATE of a statement that would write where nothing may be written: a standby. */
const READ_ONLY = "25006";

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
  const pool = new DiscardingPool(address, options);
  /**
   * Makes queries; it connects for nothing but to listen, which it does again by itself after a
   * loss.
   */
  const maker = createClient(address.url, {
    ...options,
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
      return pool.use((line) => line.sql.begin(options, (sql) => work(watched(sql, line))));
    },
    reserve: () => pool.reserve(),
    end: async (how?: { timeout?: number }) => {
      await Promise.all([maker.end(how), pool.end(how)]);
    },
  }) as unknown as AnySql;
}

function createClient(url: string, { answerWithin: _, ...options }: PoolOptions): AnySql {
  // Encryption is the socket's business.
  const sql = postgres(url, { ...options, fetch_types: false, ssl: false });
  addArrayTypes(sql.options);
  return sql;
}

class DiscardingPool {
  readonly #address: DatabaseAddress;
  readonly #options: PoolOptions;
  readonly #lines = new Set<Line>();
  readonly #free = new Set<Line>();
  readonly #waiting: PromiseWithResolvers<Line>[] = [];
  /** How many connections are being searched a host for. */
  #searching = 0;
  /** The host that was right last, which is tried first. */
  #best: DatabaseHost;
  #ending: PromiseWithResolvers<void> | null = null;
  #ended = false;

  constructor(address: DatabaseAddress, options: PoolOptions) {
    this.#address = address;
    this.#options = options;
    this.#best = address.hosts[0];
  }

  /** Does something on a connection that nobody else uses meanwhile. */
  async use<T>(work: (line: Line) => Promise<T>): Promise<T> {
    const line = await this.#take();
    const stopTimer = this.#limit(() => void this.#lose(line));
    try {
      return await work(line);
    } finally {
      stopTimer();
      this.#giveBack(line);
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
    let line: Line | null = null;
    let isLate = false;
    const stopTimer = this.#limit(() => {
      isLate = true;
      reject(noAnswer());
      // What still comes on it would be taken for the answer to the next query.
      if (line !== null) void this.#lose(line);
    });
    let taken: Line;
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
    line = taken;
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
    const line = await this.#take();
    try {
      // postgres.js never hands out a connection that it has yet to make.
      await line.sql`select`;
      const reserved = await line.sql.reserve();
      const release = () => {
        reserved.release();
        this.#giveBack(line);
      };
      return Object.assign(watched(reserved, line), { release });
    } catch (error) {
      this.#giveBack(line);
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
      [...this.#lines].map((line) => line.sql.end(this.#free.has(line) ? {} : { timeout: 0 })),
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

  async #take(): Promise<Line> {
    if (this.#ending !== null) throw ended();
    const [line] = this.#free;
    if (line !== undefined) {
      this.#free.delete(line);
      return line;
    }
    if (this.#lines.size + this.#searching < this.#options.max) return await this.#open();
    const turn = Promise.withResolvers<Line>();
    this.#waiting.push(turn);
    return await turn.promise;
  }

  #giveBack(line: Line): void {
    if (line.lost) return;
    if (line.readOnly) return void this.#lose(line);
    const next = this.#waiting.shift();
    if (next !== undefined) return next.resolve(line);
    this.#free.add(line);
    this.#endWhenQuiet();
  }

  #endWhenQuiet(): void {
    if (this.#searching === 0 && this.#free.size === this.#lines.size) this.#ending?.resolve();
  }

  /** A new connection, counted among the others. */
  async #open(): Promise<Line> {
    const { hosts: [host], session } = this.#address;
    if (session === "any" && this.#address.hosts.length === 1) {
      const line = this.#connect(host, CONNECT_TIMEOUT_MS);
      this.#lines.add(line);
      return line;
    }
    this.#searching++;
    try {
      const line = await this.#search();
      if (this.#ended) {
        void this.#lose(line);
        throw ended();
      }
      this.#lines.add(line);
      return line;
    } finally {
      this.#searching--;
      this.#endWhenQuiet();
    }
  }

  /** Opens a connection for the first who waits, where there is room for one. */
  #openForNext(): void {
    if (this.#lines.size + this.#searching >= this.#options.max) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#open().then(next.resolve, (error) => {
      next.reject(error);
      this.#openForNext();
    });
  }

  /**
   * Connects to the first host that will do, again and again for a while.
   *
   * @throws What a server said that answered, else that none will do.
   */
  async #search(): Promise<Line> {
    const until = performance.now() + HOST_SEARCH_TIMEOUT_MS;
    for (;;) {
      const failures = new Map<DatabaseHost, unknown>();
      for (const host of new Set([this.#best, ...this.#address.hosts])) {
        try {
          const line = await this.#tryHost(host);
          this.#best = host;
          return line;
        } catch (error) {
          failures.set(host, error);
          // Several silent hosts are not waited for in their turn.
          if (performance.now() > until) break;
        }
      }
      // A wrong password does not become right by waiting.
      const answer = failures.values().find(isRefusal);
      if (answer !== undefined) throw answer;
      if (this.#ending !== null) throw ended();
      if (performance.now() + SEARCH_PAUSE > until) throw noHost(failures);
      await new Promise((resolve) => setTimeout(resolve, SEARCH_PAUSE));
    }
  }

  /**
   * Connects to a host.
   *
   * @throws If it does not answer soon, or is not what is wanted.
   */
  async #tryHost(host: DatabaseHost): Promise<Line> {
    const line = this.#connect(host, HOST_TIMEOUT_MS);
    const timer = setTimeout(() => void this.#lose(line), HOST_TIMEOUT_MS);
    try {
      const [row] = await line.sql`
        select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"
      `;
      const isWrong = this.#address.session === "primary" && row?.readOnly === true;
      if (isWrong) throw Object.assign(new Error("It takes no writes"), { code: READ_ONLY });
      return line;
    } catch (error) {
      void this.#lose(line);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A connection, made when it is first used. */
  #connect(host: DatabaseHost, timeoutMs: number): Line {
    const { url, tls } = this.#address;
    const socket = async () => {
      try {
        return line.socket = await connectSocket({
          to: host,
          tls,
          timeoutMs,
          onLost: () => void this.#lose(line),
        });
      } catch (error) {
        void this.#lose(line);
        throw error;
      }
    };
    const options = { ...this.#options, max: 1, max_lifetime: null, socket };
    const line: Line = {
      sql: createClient(url, options),
      host,
      socket: null,
      lost: false,
      readOnly: false,
      pending: new Set(),
    };
    return line;
  }

  /**
   * Leaves a lost connection, for a new one where someone waits; resolves when nothing is sent on
   * it any more.
   */
  async #lose(line: Line): Promise<void> {
    if (line.lost) return;
    line.lost = true;
    this.#free.delete(line);
    if (this.#lines.delete(line)) {
      // What ended one connection has mostly ended the others to that host: some have not heard
      // yet.
      for (const idle of this.#free) if (idle.host === line.host) void this.#lose(idle);
      this.#openForNext();
    }
    this.#endWhenQuiet();
    await line.sql.end({ timeout: 0 });
    line.socket?.close();
    for (const { reject } of line.pending) reject(lost());
  }
}

/** Notes it when an error says that a connection's server takes no writes. */
function noteReadOnly(line: Line, error: unknown): void {
  if (codeOf(error) === READ_ONLY) line.readOnly = true;
}

/**
 * A transaction or a reserved connection, of which no query is left waiting when the connection is
 * lost: postgres.js keeps those that came behind one that it refused.
 */
// deno-lint-ignore no-explicit-any -- one of two kinds, with what belongs to each
function watched<S extends postgres.ISql<any>>(sql: S, line: Line): S {
  const watch = <T>(made: T): T => {
    // deno-lint-ignore no-explicit-any -- what its types leave out
    const query = made as any as Query;
    const { handler } = query;
    query.handler = () => {
      if (line.lost) return query.reject(lost());
      const { resolve, reject } = query;
      line.pending.add(query);
      query.resolve = (value) => {
        line.pending.delete(query);
        resolve(value);
      };
      query.reject = (error) => {
        line.pending.delete(query);
        noteReadOnly(line, error);
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
      return inner.savepoint(...args, (sql: S) => work(watched(sql, line)));
    },
  });
}

/** How a client takes a query. */
function handlerOf(sql: AnySql): Query["handler"] {
  // deno-lint-ignore no-explicit-any -- what its types leave out
  return (sql`` as any as Query).handler;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
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

function lost(): Error {
  return Object.assign(new Error("The connection to the database was lost"), {
    code: "CONNECTION_CLOSED",
  });
}

function noAnswer(): Error {
  return Object.assign(new Error("The database did not answer in time"), {
    code: "CONNECTION_SILENT",
  });
}

function ended(): Error {
  return Object.assign(new Error("Cannot query: the connections were closed"), {
    code: "CONNECTION_ENDED",
  });
}
