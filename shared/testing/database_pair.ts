import { join } from "node:path";
import { connect } from "../database/connect.ts";
import {
  type Cluster,
  clusterUrl,
  openCluster,
  startCluster,
} from "../database/embedded_cluster.ts";
import { readState, run } from "../database/embedded_server.ts";

/** One server of a pair. */
export type PairServer = {
  port: number;
  /** `host:port`, as a URL has it. */
  at: string;
  /** Stops the server; its port refuses connections from then on. */
  stop(): Promise<void>;
  /** Suspends the server's processes, or resumes them: suspended they answer nothing. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
};

/** A primary, and a standby with the data of the moment it was copied. */
export type TestPair = AsyncDisposable & {
  primary: PairServer;
  standby: PairServer;
  /** URL of a database of these hosts, in this order. */
  url(hosts: readonly { at: string }[], parameters?: string): string;
  /** Makes the standby a primary. */
  promote(): Promise<void>;
};

const SETTINGS = { fsync: "off", full_page_writes: "off", hot_standby: "on" };

/**
 * Starts two real servers: one is the copy of the other, and in recovery. With a certificate both
 * take encrypted connections as well.
 *
 * @param options.certificate PEM files of a certificate and its key.
 */
export async function startPair(
  { certificate }: { certificate?: { file: string; key: string } } = {},
): Promise<TestPair> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-pair-" });
  const first = await openCluster(join(folder, "first"));
  if (certificate !== undefined) {
    await place(first, certificate.file, "server.crt");
    await place(first, certificate.key, "server.key");
  }
  const second: Cluster = {
    ...first,
    folder: join(folder, "second"),
    dataFolder: join(folder, "second", "data"),
  };
  await Deno.mkdir(second.folder);
  await run("cp", ["-a", first.dataFolder, second.dataFolder], { cwd: folder });
  await Deno.writeTextFile(join(second.dataFolder, "standby.signal"), "");
  const settings = { ...SETTINGS, ssl: certificate === undefined ? "off" : "on" };
  const [primary, standby] = await Promise.all(
    [first, second].map((cluster) => start(cluster, settings)),
  );
  if (primary === undefined || standby === undefined) throw new Error("Cannot start two servers");
  const { password } = first;
  return {
    primary,
    standby,
    url: (hosts, parameters = "") =>
      `postgres://mypacer:${password}@${hosts.map(({ at }) => at).join(",")}/postgres${parameters}`,
    promote: async () => {
      const sql = connect({
        url: clusterUrl(second, standby.port, "postgres"),
        applicationName: "test",
        max: 1,
      });
      await sql`select pg_promote()`;
      await sql.end();
    },
    [Symbol.asyncDispose]: async () => {
      for (const server of [primary, standby]) {
        await server.thaw();
        await server.stop();
      }
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function place({ dataFolder, account }: Cluster, from: string, name: string): Promise<void> {
  const to = join(dataFolder, name);
  await Deno.copyFile(from, to);
  await Deno.chmod(to, 0o600);
  if (account) await Deno.chown(to, account.uid, account.gid);
}

async function start(cluster: Cluster, settings: Record<string, string>): Promise<PairServer> {
  const { port, stop } = await startCluster(cluster, { port: 0, settings });
  const { pid } = await readState(cluster.dataFolder) ?? {};
  if (pid === undefined) throw new Error("Cannot tell which process is the server");
  let stopping: Promise<void> | null = null;
  const signalAll = async (signal: Deno.Signal) => {
    const { stdout } = await run("ps", ["-o", "pid=", "--ppid", String(pid)], {
      cwd: cluster.folder,
    }).catch(() => ({ stdout: "" }));
    for (const process of [pid, ...stdout.trim().split(/\s+/).map(Number)]) {
      try {
        if (process > 0) Deno.kill(process, signal);
      } catch (error) {
        // It has ended meanwhile.
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
  };
  return {
    port,
    at: `127.0.0.1:${port}`,
    stop: () => stopping ??= stop(),
    freeze: () => signalAll("SIGSTOP"),
    thaw: () => signalAll("SIGCONT"),
  };
}
