import { EventEmitter } from "node:events";
import { connect, isIP, Socket } from "node:net";
import { connect as encrypt } from "node:tls";
import type { DatabaseHost, TlsPolicy } from "../address.ts";

/** Why there is no connection to the database; postgres.js and the system have codes like these. */
type LossCode = "CONNECTION_CLOSED" | "CONNECT_TIMEOUT" | "CONNECTION_INSECURE";

/** The connection to the database was lost, or could not be made. */
class ConnectionLost extends Error {
  override name = "ConnectionLost";

  constructor(readonly code: LossCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/**
 * A socket for postgres.js that is lost once and then stays so. postgres.js 3.4.9 forgets a socket
 * the moment it closes, with queries under way: a rollback that comes later is written to nothing,
 * which ends the process, or is left over for the next connection, which then waits for ever for
 * its answer. This one stays where it is: it tells of its loss, takes what is written and drops it,
 * and closes once it is told that nobody uses it any more.
 */
export class DatabaseSocket extends EventEmitter {
  readonly #socket: Socket;
  readonly #onLost: (socket: DatabaseSocket) => void;
  #state: "open" | "ending" | "lost" | "closed" = "open";

  /**
   * @param socket One that is connected, and encrypted where that is wanted.
   * @param onLost Called once, when the connection was lost and before the queries under way are
   * refused.
   */
  constructor(socket: Socket, onLost: (socket: DatabaseSocket) => void) {
    super();
    this.#socket = socket;
    this.#onLost = onLost;
    socket.on("data", (bytes) => this.emit("data", bytes));
    socket.on("drain", () => this.emit("drain"));
    socket.on("error", (error) => this.#lose(error));
    socket.on("close", () => this.#onClosed());
  }

  /** One that is lost before anything can be written to it. */
  static lost(error: unknown, onLost: (socket: DatabaseSocket) => void): DatabaseSocket {
    const socket = new DatabaseSocket(new Socket(), onLost);
    // Once postgres.js hears it.
    setTimeout(() => socket.#lose(error instanceof Error ? error : new Error(String(error))));
    return socket;
  }

  get readyState(): string {
    return this.#state === "open" ? "open" : "closed";
  }

  write(bytes: Uint8Array, callback?: (error?: Error | null) => void): boolean {
    if (this.#state === "open") return this.#socket.write(bytes, callback);
    if (callback) queueMicrotask(() => callback());
    // As if it had gone out: who waits for room to write would wait for ever.
    return true;
  }

  /** Says goodbye; `close` follows. */
  end(bytes?: Uint8Array): this {
    if (this.#state === "open") {
      this.#state = "ending";
      if (bytes === undefined) this.#socket.end();
      else this.#socket.end(bytes);
    }
    return this;
  }

  /** Gives the connection up: it counts as lost. */
  destroy(): this {
    if (this.#state === "open") {
      this.#lose(new ConnectionLost("CONNECT_TIMEOUT", "The database does not let us in"));
    }
    return this;
  }

  /**
   * Closes a socket that was lost, or is given up, once nothing is written to it any more: a
   * machine that is gone does not answer a goodbye.
   */
  close(): void {
    if (this.#state === "lost") {
      this.#state = "closed";
      this.emit("close", true);
    } else if (this.#state !== "closed") {
      this.#state = "ending";
      this.#socket.destroy();
    }
  }

  setKeepAlive(enable: boolean, delay: number): this {
    this.#socket.setKeepAlive(enable, delay);
    return this;
  }

  pause(): this {
    this.#socket.pause();
    return this;
  }

  resume(): this {
    this.#socket.resume();
    return this;
  }

  #lose(error: Error): void {
    if (this.#state !== "open") return;
    this.#state = "lost";
    this.#socket.destroy();
    this.#onLost(this);
    this.emit("error", error);
  }

  #onClosed(): void {
    if (this.#state === "ending") {
      this.#state = "closed";
      this.emit("close", false);
    } else {
      this.#lose(new ConnectionLost("CONNECTION_CLOSED", "The database closed the connection"));
    }
  }
}

/** Where and how a socket is connected. */
export type SocketOptions = {
  to: DatabaseHost;
  tls: TlsPolicy | null;
  /** Longest wait until it is connected and encrypted, ms. */
  timeoutMs: number;
  onLost: (socket: DatabaseSocket) => void;
};

/**
 * Connects a socket, encrypted where that is asked.
 *
 * @throws What the system says, or that the time is over, with the code `CONNECT_TIMEOUT`, or that
 *   the server cannot be trusted, with the code `CONNECTION_INSECURE`.
 */
export async function connectSocket(
  { to, tls, timeoutMs, onLost }: SocketOptions,
): Promise<DatabaseSocket> {
  const opened: Socket[] = [];
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new ConnectionLost("CONNECT_TIMEOUT", "The database does not answer")),
    timeoutMs,
  );
  const open = async () => {
    // Read each time: a renewed certificate needs no restart.
    const ca = tls?.caFile ? await Deno.readTextFile(tls.caFile) : undefined;
    const plain = await untilReady(connect(to), { event: "connect", opened });
    if (tls === null) return plain;
    await askForTls(plain);
    const { host } = to;
    const name = isIP(host) === 0 ? { servername: host, host } : { host };
    const encrypted = encrypt({
      socket: plain,
      ...name,
      ...(ca === undefined ? {} : { ca }),
      rejectUnauthorized: tls.verify,
    });
    return await untilReady(encrypted, { event: "secureConnect", opened }).catch((cause) => {
      const { message } = cause;
      throw new ConnectionLost("CONNECTION_INSECURE", `Cannot trust ${host}: ${message}`, {
        cause,
      });
    });
  };
  try {
    return new DatabaseSocket(await Promise.race([open(), late.promise]), onLost);
  } catch (error) {
    for (const socket of opened) socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for a socket's first event, or its error; it is noted, to be destroyed if need be. */
function untilReady(
  socket: Socket,
  { event, opened }: { event: string; opened: Socket[] },
): Promise<Socket> {
  opened.push(socket);
  return new Promise((resolve, reject) => {
    const settle = () => {
      socket.removeListener("error", onError);
      socket.removeListener("close", onClose);
    };
    const onError = (error: Error) => {
      settle();
      // Whatever else it says, it is given up.
      socket.on("error", () => {});
      reject(error);
    };
    const onClose = () => {
      settle();
      reject(new ConnectionLost("CONNECTION_CLOSED", "The database closed the connection"));
    };
    socket.once("error", onError);
    socket.once("close", onClose);
    socket.once(event, () => {
      settle();
      resolve(socket);
    });
  });
}

/** Length, and the number by which PostgreSQL knows the request. */
const TLS_REQUEST = new Uint8Array([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
const YES = "S".charCodeAt(0);

/** Asks a server to go on encrypted. */
function askForTls(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      socket.removeListener("data", onData);
      socket.removeListener("error", onError);
      socket.removeListener("close", onClose);
    };
    const onData = (bytes: Uint8Array) => {
      settle();
      // More than one byte was put there by somebody in between.
      if (bytes.length === 1 && bytes[0] === YES) resolve();
      else {
        reject(new ConnectionLost("CONNECTION_INSECURE", "The database offers no encryption"));
      }
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onClose = () => {
      settle();
      reject(new ConnectionLost("CONNECTION_CLOSED", "The database closed the connection"));
    };
    socket.on("data", onData);
    socket.on("error", onError);
    socket.on("close", onClose);
    socket.write(TLS_REQUEST);
  });
}
