import postgres from "postgres";
import { addArrayTypes } from "./array_types.ts";
import { connectSocket, type SteadySocket } from "./steady_socket.ts";

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
  lost: boolean;
  /** Queries of who has the connection to themselves that are not settled. */
  pending: Set<Query>;
};

/** Longest wait for the database to take a connection, ms. */
const PATIENCE = 10_000;

/**
 * Makes a pool of connections as that of postgres.js, but that each is used until it is lost and
 * never again: postgres.js 3.4.9 goes on with what was left of it (ADR 0007). One thing is done on
 * a connection at a time. With TLS, or several hosts to choose from, it is postgres.js's own pool.
 */
export function createSteadyPool(url: string, options: PoolOptions): AnySql {
  /**
   * Makes queries; it connects for nothing but to listen, which it does again by itself after a
   * loss.
   */
  const maker = createClient(url, options);
  if (maker.options.ssl || maker.options.host.length > 1) return maker;
  const pool = new SteadyPool(url, options);
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
  const sql = postgres(url, { ...options, fetch_types: false });
  addArrayTypes(sql.options);
  return sql;
}

class SteadyPool {
  readonly #url: string;
  readonly #options: PoolOptions;
  readonly #lines = new Set<Line>();
  readonly #free = new Set<Line>();
  readonly #waiting: PromiseWithResolvers<Line>[] = [];
  #ending: PromiseWithResolvers<void> | null = null;

  constructor(url: string, options: PoolOptions) {
    this.#url = url;
    this.#options = options;
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
    if (timer !== null) clearTimeout(timer);
    for (const { reject } of this.#waiting.splice(0)) reject(ended());
    await Promise.all(
      [...this.#lines].map((line) => line.sql.end(this.#free.has(line) ? {} : { timeout: 0 })),
    );
  }

  async #take(): Promise<Line> {
    if (this.#ending !== null) throw ended();
    const [line] = this.#free;
    if (line !== undefined) {
      this.#free.delete(line);
      return line;
    }
    if (this.#lines.size < this.#options.max) return this.#open();
    const turn = Promise.withResolvers<Line>();
    this.#waiting.push(turn);
    return await turn.promise;
  }

  #giveBack(line: Line): void {
    if (line.lost) return;
    const next = this.#waiting.shift();
    if (next !== undefined) return next.resolve(line);
    this.#free.add(line);
    this.#endWhenQuiet();
  }

  #endWhenQuiet(): void {
    if (this.#free.size === this.#lines.size) this.#ending?.resolve();
  }

  #open(): Line {
    const socket = async ({ host: [host], port: [port], path }: postgres.ParsedOptions) => {
      const to = path ? { path: String(path) } : { host: host ?? "", port: port ?? 0 };
      try {
        const socket: SteadySocket = await connectSocket(to, {
          patience: PATIENCE,
          onLost: () => void this.#lose(line).then(() => socket.close()),
        });
        return socket;
      } catch (error) {
        void this.#lose(line);
        throw error;
      }
    };
    const options = { ...this.#options, max: 1, max_lifetime: null, socket };
    const line = { sql: createClient(this.#url, options), lost: false, pending: new Set<Query>() };
    this.#lines.add(line);
    return line;
  }

  /**
   * Leaves a lost connection, for a new one where someone waits; resolves when nothing is sent on
   * it any more.
   */
  async #lose(line: Line): Promise<void> {
    line.lost = true;
    this.#lines.delete(line);
    this.#free.delete(line);
    this.#waiting.shift()?.resolve(this.#open());
    this.#endWhenQuiet();
    await line.sql.end({ timeout: 0 });
    for (const { reject } of line.pending) reject(lost());
  }
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
