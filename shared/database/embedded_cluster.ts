import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "./connect.ts";
import { type Account, serverAccount } from "./embedded_account.ts";
import { type Binaries, findBinaries } from "./embedded_binaries.ts";
import {
  asAccount,
  folderArgument,
  launchServer,
  readState,
  run,
  stopServer,
  worksIn,
} from "./embedded_server.ts";
import { freePort } from "../process/free_ports.ts";

/** Superuser of an embedded server, and the database it makes. */
const USER = "mypacer";
/** Major version whose data the embedded server can read. */
const MAJOR_VERSION = "16";

/** A cluster: a folder with data, the password that opens them, and the server's log. */
export type Cluster = {
  folder: string;
  dataFolder: string;
  password: string;
  binaries: Binaries;
  account: Account | null;
};

/** How the server of a cluster is started. */
export type ClusterStart = {
  /** 0 = any free port. */
  port: number;
  settings: Record<string, string>;
  /** Process that, once gone, takes the server and the whole cluster with it. */
  untilPid?: number;
};

/** The running server of a cluster. */
export type ClusterServer = {
  port: number;
  /** Stops the server and waits until it has. */
  stop(): Promise<void>;
};

/**
 * Opens the cluster in a folder, and makes it where there is none.
 *
 * @throws {Error} If the data were made by another major version or belong to another account.
 */
export async function openCluster(folder: string): Promise<Cluster> {
  await Deno.mkdir(folder, { recursive: true });
  const dataFolder = join(folder, "data");
  const account = await serverAccount(dataFolder);
  const binaries = await findBinaries({ shared: account !== null });
  const password = await keptPassword(join(folder, "password"));
  const cluster = { folder, dataFolder, password, binaries, account };
  const version = await readIfThere(join(dataFolder, "PG_VERSION"));
  if (version === null) await initialise(cluster);
  else if (version.trim() !== MAJOR_VERSION) {
    throw new Error(
      `The database in ${dataFolder} is of PostgreSQL ${version.trim()}, this is ` +
        `${MAJOR_VERSION}: move the folder away, or set DATABASE_URL`,
    );
  }
  return cluster;
}

/**
 * Makes the data under another name and moves them when they are whole: what an interrupted start
 * leaves is never taken for a database.
 */
async function initialise({ folder, dataFolder, password, binaries, account }: Cluster) {
  const draft = join(folder, "data.new");
  await removeIfThere(draft);
  await Deno.mkdir(draft, { mode: 0o700 });
  if (account) await Deno.chown(draft, account.uid, account.gid);
  // Outside the folder, where the server's account can read it.
  const passwordFile = await Deno.makeTempFile({ dir: tmpdir(), prefix: "mypacer-" });
  try {
    await Deno.writeTextFile(passwordFile, `${password}\n`);
    if (account) await Deno.chown(passwordFile, account.uid, account.gid);
    const [program = "", ...args] = asAccount(account, [
      binaries.initdb,
      `--pgdata=${folderArgument(draft, account)}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of letters on every machine, whatever locales it has.
      "--locale=C",
      // The server writes a checkpoint when it stops; syncing an empty cluster first gains nothing.
      "--no-sync",
    ]);
    await run(program, args, { cwd: draft });
  } finally {
    await Deno.remove(passwordFile);
  }
  await removeIfThere(dataFolder);
  await Deno.rename(draft, dataFolder);
}

/** The password of a cluster, made once. */
async function keptPassword(file: string): Promise<string> {
  const stored = await readIfThere(file);
  if (stored !== null && stored !== "") return stored;
  const password = crypto.getRandomValues(new Uint8Array(24)).toHex();
  await Deno.writeTextFile(file, password, { mode: 0o600 });
  return password;
}

/**
 * Starts the server of a cluster; one that a killed process left running is stopped first.
 *
 * @throws {Error} With the server's own last messages, if it does not start.
 */
export async function startCluster(
  cluster: Cluster,
  { port, settings, untilPid }: ClusterStart,
): Promise<ClusterServer> {
  const { folder, dataFolder, binaries, account } = cluster;
  await stopServer(dataFolder);
  const listening = port === 0 ? freePort() : port;
  const { release } = await launchServer({
    program: binaries.postgres,
    dataFolder,
    logFile: join(folder, "log"),
    port: listening,
    account,
    settings,
    ...(untilPid === undefined ? {} : { until: { pid: untilPid, folder } }),
  });
  return {
    port: listening,
    stop: async () => {
      await stopServer(dataFolder);
      await release();
    },
  };
}

/** The port of a cluster's server, null when none accepts connections. */
export async function runningPort({ dataFolder }: Pick<Cluster, "dataFolder">) {
  const state = await readState(dataFolder);
  return state?.ready && await worksIn(state.pid, dataFolder) ? state.port : null;
}

/** URL of a database of a cluster. */
export function clusterUrl({ password }: Cluster, port: number, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes a database of a cluster where it is missing. */
export async function ensureDatabase(cluster: Cluster, port: number, name: string) {
  const sql = connect({
    url: clusterUrl(cluster, port, "postgres"),
    applicationName: "mypacer embedded",
    max: 1,
  });
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!existing) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

async function removeIfThere(folder: string): Promise<void> {
  try {
    await Deno.remove(folder, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
