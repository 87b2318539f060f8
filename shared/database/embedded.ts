import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  type Cluster,
  clusterUrl,
  ensureDatabase,
  openCluster,
  runningPort,
  startCluster,
} from "./embedded_cluster.ts";
import { lastMessages, readState, worksIn } from "./embedded_server.ts";

/** A PostgreSQL server of our own, on this machine only. */
export type EmbeddedServer = {
  /** URL of its database, with user and password. */
  url: string;
  port: number;
  /**
   * True when another living process had started it: that process stops it, `stop()` does nothing.
   */
  reused: boolean;
  /** Stops the server and waits until it has. */
  stop(): Promise<void>;
};

/** How an embedded server is started. */
export type EmbeddedOptions = {
  /** Where its data, password and log are kept. */
  folder: string;
  /** 0 = any free port. */
  port?: number;
  /** Database to create when it is missing. */
  database?: string;
  /** Server settings, e.g. `{ shared_buffers: "256MB" }`. */
  settings?: Record<string, string>;
};

/** Longest wait for another process that is starting the same server, ms. */
const NEIGHBOUR_LIMIT = 90_000;

/**
 * Starts PostgreSQL 16 on 127.0.0.1 over the data in a folder, which it makes the first time, and
 * waits until it accepts connections.
 *
 * Works as root (the server then runs as another account, wherever the folder lies) and as any
 * user. The server stops within seconds after its process is gone, `kill -9` included; a start
 * before that stops it first and recovers its data. A second process that starts the same folder
 * meanwhile is given the running server.
 *
 * @throws {Error} In one line with what to do, if the server cannot be started.
 */
export async function startEmbedded(
  { folder, port = 0, database = "mypacer", settings = {} }: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const place = resolve(folder);
  await Deno.mkdir(place, { recursive: true });
  const lock = await Deno.open(join(place, "lock"), { create: true, write: true });
  try {
    const owned = await ownOrJoin(lock, place);
    const cluster = await openCluster(place);
    if (owned !== null) {
      lock.close();
      return { url: clusterUrl(cluster, owned, database), port: owned, reused: true, stop };
    }
    return await startOwned(cluster, lock, { port, database, settings });
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** How often a running server is checked, ms. */
const LOOK_EVERY = 1000;

/**
 * Waits until the server of a folder no longer runs.
 *
 * @returns Its last messages; null when the wait is aborted.
 */
export async function untilServerEnds(
  folder: string,
  { signal }: { signal: AbortSignal },
): Promise<string | null> {
  const dataFolder = join(resolve(folder), "data");
  const runs = async () => {
    const state = await readState(dataFolder);
    return state !== null && await worksIn(state.pid, dataFolder);
  };
  // Twice: its file may just be being rewritten.
  for (let missed = 0; missed < 2; missed = await runs() ? 0 : missed + 1) {
    await delay(LOOK_EVERY);
    if (signal.aborted) return null;
  }
  return await lastMessages(join(resolve(folder), "log"));
}

/** Stops nothing: the server belongs to another process. */
function stop(): Promise<void> {
  return Promise.resolve();
}

/**
 * Takes the folder's lock, which its process holds as long as it lives and the system releases when
 * it dies; or, where another process holds it, waits for that process's server.
 *
 * @returns The port of the other process's server; null when the lock is ours.
 */
async function ownOrJoin(lock: Deno.FsFile, folder: string): Promise<number | null> {
  for (const end = Date.now() + NEIGHBOUR_LIMIT; Date.now() < end; await delay(50)) {
    if (await lock.tryLock(true)) return null;
    const port = await runningPort({ dataFolder: join(folder, "data") });
    if (port !== null) return port;
  }
  throw new Error(`Another process holds ${folder} and its PostgreSQL does not answer: stop it`);
}

async function startOwned(
  cluster: Cluster,
  lock: Deno.FsFile,
  { port, database, settings }: Required<Omit<EmbeddedOptions, "folder">>,
): Promise<EmbeddedServer> {
  const server = await startCluster(cluster, { port, settings });
  try {
    await ensureDatabase(cluster, server.port, database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  let stopping: Promise<void> | null = null;
  return {
    url: clusterUrl(cluster, server.port, database),
    port: server.port,
    reused: false,
    stop: () => stopping ??= server.stop().finally(() => lock.close()),
  };
}
