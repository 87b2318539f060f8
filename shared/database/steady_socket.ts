import { EventEmitter } from "node:events";
import { connect, type NetConnectOpts, type Socket } from "node:net";

/** The connection to the database was lost; postgres.js and the system have codes like it. */
class ConnectionLost extends Error {
  override name = "ConnectionLost";

  constructor(readonly code: "CONNECTION_CLOSED" | "CONNECT_TIMEOUT", message: string) {
    super(message);
  }
}

/**
 * A socket for postgres.js that is lost once and then stays so. postgres.js 3.4.9 forgets a socket the moment
 * it closes, with queries under way: a rollback that comes later is written to nothing, which ends
 * the process, or is left over for the next connection, which then waits for ever for its answer. This one
 * stays where it is: it tells of its loss, takes what is written and drops it, and closes once it is told that
 * nobody uses it any more.
 */
export class SteadySocket extends EventEmitter {
  readonly #socket: Socket;
  readonly #onLost: () => void;
  #state: "open" | "ending" | "lost" | "closed" = "open";

  /**
   * @param socket One that is connected.
   * @param onLost Called once, when the connection was lost and before the queries under way are refused.
   */
  constructor(socket: Socket, onLost: () => void) {
    super();
    this.#socket = socket;
    this.#onLost = onLost;
    socket.on("data", (bytes) => this.emit("data", bytes));
    socket.on("drain", () => this.emit("drain"));
    socket.on("error", (error) => this.#lose(error));
    socket.on("close", () => this.#onClosed());
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

  /** Closes a socket that was lost, once nothing is written to it any more. */
  close(): void {
    if (this.#state !== "lost") return;
    this.#state = "closed";
    this.emit("close", true);
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
    this.#onLost();
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

/**
 * Connects a socket.
 *
 * @param patience Longest wait, ms.
 * @throws What the system says, or that the time is over; its `code` is `CONNECT_TIMEOUT` then.
 */
export function connectSocket(
  to: NetConnectOpts,
  { patience, onLost }: { patience: number; onLost: () => void },
): Promise<SteadySocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(to);
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(
      () => fail(new ConnectionLost("CONNECT_TIMEOUT", "The database does not answer")),
      patience,
    );
    socket.once("error", fail);
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.removeListener("error", fail);
      resolve(new SteadySocket(socket, onLost));
    });
  });
}
