import { join } from "node:path";
import { serverAccount } from "@mypacer/shared/database/embedded_account.ts";
import { run } from "@mypacer/shared/database/embedded_server.ts";
import { pathTo } from "../../dev/paths.ts";
import { type ClusterNode, Machine } from "./cluster_machine.ts";
import { until } from "@mypacer/shared/testing/until.ts";

/** What Patroni says of a member. */
export type Member = { name: string; role: string; state: string; timeline?: number };

/** Three machines with etcd, Patroni, PostgreSQL and HAProxy, from the files of `ops/ha`. */
export type RunningCluster = AsyncDisposable & {
  nodes: readonly ClusterNode[];
  /** PEM file of the authority. */
  authority: string;
  /** Password of all roles of programs. */
  password: string;
  /**
   * URL of the database by the HAProxy of these machines, for writing or reading, as a role of a
   * program.
   */
  url(
    nodes: readonly ClusterNode[],
    options: { to: "writes" | "reads"; role: "owner" | "api" },
  ): string;
  /** The members as one that answers sees them; empty when none does. */
  members(): Promise<Member[]>;
  /**
   * Waits until there is one leader and as many standbys, one of which confirms every write, and
   * returns the leader.
   *
   * @throws {Error} With the last messages of all programs, when it takes longer than so many ms.
   */
  whole(standbys: number, within: number): Promise<ClusterNode>;
};

const NAMES = ["pg1", "pg2", "pg3"] as const;
const PORTS = { writes: 5000, reads: 5001 } as const;
const POLL_EVERY = 100;

/** Folder of the newest of Debian's PostgreSQL servers that is installed, null when none is. */
export function findServerPrograms(): string | null {
  const root = "/usr/lib/postgresql";
  try {
    const versions = [...Deno.readDirSync(root)].map(({ name }) => Number(name))
      .sort((a, b) => b - a);
    const found = versions.find((version) => isFile(join(root, `${version}/bin/postgres`)));
    return found === undefined ? null : join(root, `${found}/bin`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * Ends all that runs below a folder and removes it, once standard input ends: that is when the test
 * is through, or gone, however it went. A process is ended when its number stands in a file there
 * and its command line names the folder.
 */
const SUPERVISOR = `
folder=$1
cat >/dev/null
for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  alive=
  for note in "$folder"/*/*.pid "$folder"/*/data/postmaster.pid; do
    [ -f "$note" ] || continue
    pid=$(head -n 1 "$note")
    tr '\\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$folder" || continue
    alive=1
    kill -9 "$pid"
  done
  # What a server leaves behind writes for a moment longer.
  [ -n "$alive" ] || { rm -rf "$folder" && exit 0; }
  sleep 0.3
done
`;

/**
 * Starts a cluster from the files of `ops/ha`: paths and addresses are those of the test, all else
 * is as it is told to operators. Addresses are 127.x.y.11 to 13 with ports as they are, so that
 * runs beside each other do not meet.
 */
export async function startRunningCluster(programs: string): Promise<RunningCluster> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-ha-" });
  const supervisor = new Deno.Command("sh", {
    args: ["-c", SUPERVISOR, "sh", folder],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    // Ctrl+C ends the test, which ends this in its turn.
    detached: true,
  }).spawn();
  const dispose = async () => {
    await supervisor.stdin.close();
    await supervisor.status;
  };
  try {
    return { ...await startIn(folder, programs), [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function startIn(
  folder: string,
  programs: string,
): Promise<Omit<RunningCluster, typeof Symbol.asyncDispose>> {
  await Deno.chmod(folder, 0o755);
  const account = await serverAccount(join(folder, "no data yet"));
  const accountName = account === null ? await nameOfAccount() : "postgres";
  const random = () => 1 + Math.floor(Math.random() * 253);
  const network = `127.${random()}.${random()}`;
  const password = crypto.getRandomValues(new Uint8Array(12)).toHex();
  const settings: Record<string, string> = {
    ...Object.fromEntries(NAMES.flatMap((name, index) => [
      [`NODE${index + 1}_NAME`, name],
      [`NODE${index + 1}_ADDRESS`, `${network}.${11 + index}`],
    ])),
    // Loopback takes 127.0.0.1 for where a connection comes from.
    NETWORK: "127.0.0.0/8",
    EXTRA_NAMES: "IP:127.0.0.1",
    ...Object.fromEntries(
      ["OWNER", "API", "SCRAPER", "BACKUP", "MONITOR"].map((
        role,
      ) => [`${role}_PASSWORD`, password]),
    ),
    REPLICATION_PASSWORD: "replication1",
    REWIND_PASSWORD: "rewind1",
    PG_BIN: programs,
    PG_ACCOUNT: accountName,
    WATCHDOG: "off",
  };
  const certificates = join(folder, "certificates");
  await Deno.writeTextFile(join(folder, "cluster.env"), await exampleWith(settings));
  await script("certificates.sh", [certificates], join(folder, "cluster.env"));

  const nodes: ClusterNode[] = [];
  for (const [index, name] of NAMES.entries()) {
    const home = join(folder, name);
    const config = join(home, "config");
    await Deno.mkdir(config, { recursive: true });
    const file = join(home, "cluster.env");
    await Deno.writeTextFile(
      file,
      await exampleWith({
        ...settings,
        CONFIG_FOLDER: config,
        PG_DATA: join(home, "data"),
        PG_SOCKETS: home,
        ETCD_DATA: join(home, "etcd"),
      }),
    );
    await script("configure.sh", [name, config], file);
    const proxy = join(config, "haproxy.cfg");
    // It runs as the test's own account, which it cannot leave.
    const text = await Deno.readTextFile(proxy);
    await Deno.writeTextFile(proxy, text.replaceAll(/^ +(?:user|group) haproxy\n/gm, ""));
    await run("cp", [
      join(certificates, "authority.crt"),
      ...["node.crt", "node.key"].map((part) => join(certificates, name, part)),
      config,
    ], { cwd: folder });
    if (account) await run("chown", ["-R", `${account.uid}:${account.gid}`, home], { cwd: folder });
    nodes.push(new Machine({ name, address: `${network}.${11 + index}`, home, account }));
  }
  const authority = join(certificates, "authority.crt");
  await Deno.chmod(certificates, 0o755);
  await Promise.all(nodes.map((node) => node.start()));

  const members = async (): Promise<Member[]> => {
    for (const { address } of nodes) {
      try {
        const client = Deno.createHttpClient({ caCerts: [await Deno.readTextFile(authority)] });
        using _closing = client;
        const answer = await fetch(`https://${address}:8008/cluster`, {
          client,
          signal: AbortSignal.timeout(3000),
        });
        return (await answer.json()).members;
      } catch (error) {
        if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
      }
    }
    return [];
  };
  return {
    nodes,
    authority,
    password,
    members,
    url: (some, { to, role }) =>
      `postgres://mypacer_${role}:${password}@` +
      `${some.map(({ address }) => `${address}:${PORTS[to]}`).join(",")}/mypacer` +
      `?sslmode=verify-full&sslrootcert=${authority}` +
      (to === "reads" ? "&target_session_attrs=any" : ""),
    whole: async (standbys, timeout) => {
      let all: Member[] = [];
      const look = async () => {
        all = await members();
        const [leader, ...others] = all.filter(({ role }) => role === "leader");
        const streaming = all.filter(({ role, state }) =>
          role !== "leader" && /^(?:running|streaming)$/.test(state)
        );
        const node = nodes.find(({ name }) => name === leader?.name);
        const confirms = standbys === 0 || all.some(({ role }) => role === "sync_standby");
        const isWhole = others.length === 0 && leader?.state === "running" && confirms &&
          streaming.length >= standbys;
        return isWhole && node;
      };
      try {
        return await until("a whole cluster", look, { timeout, pollEvery: POLL_EVERY });
      } catch (cause) {
        const said = await Promise.all(nodes.map((node) => node.messages()));
        throw new Error(`The cluster is ${JSON.stringify(all)}\n${said.join("\n")}`, { cause });
      }
    },
  };
}

async function nameOfAccount(): Promise<string> {
  const { stdout } = await run("id", ["-un"], { cwd: "/" });
  return stdout.trim();
}

async function script(name: string, args: string[], settings: string): Promise<void> {
  const path = pathTo(`../ops/ha/${name}`);
  await run("env", [`CLUSTER_ENV=${settings}`, "sh", path, ...args], { cwd: "/" });
}

/** The example of `cluster.env` with other values. */
async function exampleWith(values: Record<string, string>): Promise<string> {
  let text = await Deno.readTextFile(pathTo("../ops/ha/cluster.env.example"));
  for (const [name, value] of Object.entries(values)) {
    text = text.replace(new RegExp(`^${name}=.*$`, "m"), `${name}=${value}`);
  }
  return text;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return false;
    }
    throw error;
  }
}
