import { dirname, join } from "node:path";
import { parse } from "yaml";
import { pathTo } from "../../dev/paths.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { serverAccount } from "@mypacer/shared/database/embedded_account.ts";
import { findBinaries } from "@mypacer/shared/database/embedded_binaries.ts";
import { asAccount } from "@mypacer/shared/database/embedded_server.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { freePort } from "../../shared/process/free_ports.ts";
import { findPostgresqlClient } from "./postgresql_client.ts";
import type { InstallationDatabase } from "./running_installation.ts";
import { findTool } from "./tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const root = (path: string) => pathTo(`../${path}`);

/** Folder of a pgBackRest that knows PostgreSQL 16; null when there is none. */
export function findPgbackrest(): string | null {
  const folders = [
    root(".data/postgresql-client/bin"),
    dirname(findTool("pgbackrest") ?? "/none/"),
  ];
  return folders.find((folder) => {
    try {
      const { stdout } = new Deno.Command(`${folder}/pgbackrest`, { args: ["version"] })
        .outputSync();
      const [, minor] = /pgBackRest 2\.(\d+)/.exec(new TextDecoder().decode(stdout)) ?? [];
      return Number(minor ?? 0) >= 48;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw error;
    }
  }) ?? null;
}

/** What to do where there is none. */
export const PGBACKREST_MISSING =
  "pgBackRest 2.48 or newer missing; on Debian 13: apt-get install pgbackrest; " +
  "on Debian 12: .ci/postgresql_client.sh .data/postgresql-client";

/** A PostgreSQL that archives its WAL as production's does. */
export interface ArchivedServer extends InstallationDatabase, AsyncDisposable {
  /** Its data, and the two folders of repositories: on the host, and off-site. */
  data: string;
  repository: string;
  offsite: string;
  /** File that names the second one. */
  offsiteSettings: string;
  /** Kills it with all its processes, as a loss of power does. */
  kill(): Promise<void>;
}

/** How an archived server differs from production's. */
export interface ArchivedServerOptions {
  /** Off-site repository of another server, which was lost. */
  offsite?: string;
  /** Settings of PostgreSQL. */
  settings?: Record<string, string>;
}

const USER = "mypacer";

/**
 * Starts a PostgreSQL with the configuration of production, a repository on this host, and an
 * encrypted one off-site: another folder. Its database has the schema of the migrations and no
 * rows.
 */
export async function startArchivedServer(
  { offsite, settings = {} }: ArchivedServerOptions = {},
): Promise<ArchivedServer> {
  const programs = findPgbackrest();
  const client = findPostgresqlClient();
  if (programs === null || client === null) throw new Error(PGBACKREST_MISSING);
  const folder = await Deno.makeTempDir({ prefix: "mypacer-archived-" });
  const account = await serverAccount(folder);
  const { initdb, postgres } = await findBinaries({ shared: account !== null });
  const data = join(folder, "data");
  const repository = join(folder, "repository");
  const away = offsite ?? join(folder, "offsite");
  // PostgreSQL's account may not be able to read the project's folder.
  const copied = programs.startsWith("/usr/") ? [] : [programs, join(dirname(programs), "root")];
  if (client !== programs && !client.startsWith("/usr/")) copied.push(client);
  for (const path of copied) await sh('cp -a "$1" "$2/"', path, folder);
  for (const name of ["run", "spool", "lock", "conf.d", "repository", "offsite", "beside"]) {
    await Deno.mkdir(join(folder, name), { recursive: true });
  }
  await sh(
    'cd "$1" && cp ops/point_in_time/beside.sh "$2/beside/" && cp ops/point_in_time/pgbackrest.conf ' +
      'ops/postgresql/postgresql.conf "$2/"',
    root(""),
    folder,
  );
  await Deno.writeTextFile(
    join(folder, "conf.d/offsite.conf"),
    [
      "[global]",
      `repo2-path=${away}`,
      "repo2-cipher-type=aes-256-cbc",
      "repo2-cipher-pass=of-a-test-and-long-enough",
      "repo2-retention-full-type=time",
      "repo2-retention-full=14",
      "repo2-bundle=y",
      "",
    ].join("\n"),
  );
  await sh('chmod -R a+rX "$1"', folder);
  if (account !== null) await sh('chown -R "$1:$2" "$3"', account.uid, account.gid, folder);

  const port = freePort();
  const environment = {
    PATH: [dirname(postgres), copied.length > 0 ? join(folder, "bin") : programs, client]
      .concat(Deno.env.get("PATH") ?? "").join(":"),
    PGBACKREST_CONFIG: join(folder, "pgbackrest.conf"),
    PGBACKREST_CONFIG_INCLUDE_PATH: join(folder, "conf.d"),
    PGBACKREST_STANZA: "mypacer",
    PGBACKREST_PG1_PATH: data,
    PGBACKREST_PG1_PORT: String(port),
    PGBACKREST_PG1_SOCKET_PATH: join(folder, "run"),
    PGBACKREST_PG1_USER: USER,
    PGBACKREST_PG1_DATABASE: "mypacer",
    PGBACKREST_REPO1_PATH: repository,
    PGBACKREST_SPOOL_PATH: join(folder, "spool"),
    PGBACKREST_LOCK_PATH: join(folder, "lock"),
    POSTGRES_USER: USER,
    POSTGRES_DB: "mypacer",
    BESIDE_FOLDER: join(folder, "beside"),
    CONFIG_FILE: join(folder, "postgresql.conf"),
    SOCKETS: join(folder, "beside"),
  };
  await sh(
    '"$@"',
    ...asAccount(account, [initdb, `--pgdata=${data}`, `--username=${USER}`]),
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
    "--data-checksums",
  );
  const log = await Deno.open(join(folder, "log"), { create: true, append: true });
  const [program = "", ...args] = asAccount(account, [
    postgres,
    "-D",
    data,
    ...await archivingArguments(join(folder, "postgresql.conf")),
    ...Object.entries({
      listen_addresses: "127.0.0.1",
      port: String(port),
      unix_socket_directories: join(folder, "run"),
      shared_buffers: "32MB",
      fsync: "off",
      ...settings,
    }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  log.close();
  // A session of its own: all of its processes can be killed at once.
  const server = new Deno.Command("setsid", {
    args: ["sh", "-c", 'log=$1; shift; exec "$@" >>"$log" 2>&1', "sh", join(folder, "log")]
      .concat(program, args),
    env: environment,
    cwd: folder,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const url = `postgres://${USER}:none@127.0.0.1:${port}/mypacer`;
  let isGone = false;
  const kill = async () => {
    if (isGone) return;
    isGone = true;
    await sh('kill -s KILL -- "-$1" 2>/dev/null || :', server.pid);
    await server.status;
    // What archives ahead has a session of its own: known by the files it has open.
    await sh(
      'for pid in $(find /proc/[0-9]*/fd -lname "$1/*" 2>/dev/null | cut -d / -f 3 | sort -u); do ' +
        'kill -s KILL "$pid" 2>/dev/null || :; done',
      folder,
    );
  };
  try {
    await makeSchema(url);
  } catch (error) {
    await kill();
    throw new Error(await Deno.readTextFile(join(folder, "log")), { cause: error });
  }
  return {
    url,
    archive: { account: asAccount(account, []), environment },
    data,
    repository,
    offsite: away,
    offsiteSettings: join(folder, "conf.d/offsite.conf"),
    kill,
    [Symbol.asyncDispose]: async () => {
      await kill();
      await sh('rm -rf "$1" || { sleep 1; rm -rf "$1"; }', folder);
    },
  };
}

/** What production's `db` is started with, from its Compose file. */
async function archivingArguments(configFile: string): Promise<string[]> {
  const file = root("ops/point_in_time/docker-compose.yml");
  const { services } = parse(await Deno.readTextFile(file), { merge: true });
  const [, ...args]: string[] = services.db.command;
  return args.map((arg) => arg.startsWith("config_file=") ? `config_file=${configFile}` : arg);
}

async function makeSchema(url: string): Promise<void> {
  const administrator = connect({
    url: new URL("/postgres", url).href,
    applicationName: "mypacer test",
    max: 1,
  });
  try {
    await until("a server that makes a database", async () => {
      const made = await administrator`create database mypacer`.catch(() => null);
      return made !== null;
    }, { pollEvery: 50 });
  } finally {
    await administrator.end();
  }
  const sql = connect({ url, applicationName: "mypacer test", max: 1 });
  try {
    await migrate(sql);
  } finally {
    await sql.end();
  }
}

async function sh(script: string, ...args: (string | number)[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("sh", {
    args: ["-c", script, "sh", ...args.map(String)],
    stdin: "null",
  }).output();
  if (!success) throw new Error(`${script}: ${new TextDecoder().decode(stderr)}`);
}
