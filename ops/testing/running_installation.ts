import { join } from "node:path";
import { fillDirectory, OPPOSITION_KEY } from "../../api/testing/test_directory.ts";
import { pathTo } from "../../dev/paths.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { freePorts } from "../../shared/process/free_ports.ts";
import { findPostgresqlClient } from "./postgresql_client.ts";
import { runNginx, type RunningNginx } from "./running_nginx.ts";
import { PERSON } from "./running_services.ts";
import type { StandIn, StandInImage } from "./stand_in_docker/stand_in.ts";

/** What a script did. */
export interface ScriptResult {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * A production installation: nginx, a database, and a stand-in for docker that runs processes of
 * this machine.
 */
export interface RunningInstallation extends AsyncDisposable {
  folder: string;
  nginx: RunningNginx;
  databaseUrl: string;
  /** Adds an image under a tag, or moves the tag. */
  publish(tag: string, image?: StandInImage): Promise<void>;
  /** Has an image on this host, as `docker pull` does: api, scraper or web, and a tag. */
  pull(name: string, tag: string): Promise<void>;
  /** What its scripts find in the environment. */
  variables: Readonly<Record<string, string>>;
  /** Ports by service. */
  ports: Readonly<Record<string, number>>;
  /** Whether the registry answers. */
  setRegistry(state: "up" | "down"): Promise<void>;
  /** Whether a restored database cannot be swapped for the one that serves. */
  breakSwap(isBroken: boolean): Promise<void>;
  /** Changes a line of its `.env`. */
  setVariable(name: string, value: string): Promise<void>;
  /** Begins a script of `ops/` as the leader of a group of its own; its messages are to be read. */
  begin(script: string, ...args: string[]): Deno.ChildProcess;
  /** Runs a script of `ops/`. */
  run(script: string, ...args: string[]): Promise<ScriptResult>;
  /** Services that run. */
  running(): Promise<string[]>;
  /** A file of the releases folder, "" when there is none. */
  record(name: string): Promise<string>;
  query<T>(work: (sql: Sql) => PromiseLike<T>): Promise<T>;
}

const decoder = new TextDecoder();

/** A database with the schema, and what runs pgBackRest there. */
export type InstallationDatabase = {
  url: string;
  archive?: NonNullable<StandIn["archive"]>;
};

/**
 * Makes an installation in which nothing is live yet.
 *
 * @param more Variables of its scripts on top of those in its `.env`.
 * @param given A database in place of an empty one with a few invented people.
 */
export async function runInstallation(
  more: Record<string, string> | ((nginx: RunningNginx) => Record<string, string>) = {},
  given: InstallationDatabase | null = null,
): Promise<RunningInstallation> {
  const parts = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "mypacer-installation-" });
  parts.defer(() => Deno.remove(folder, { recursive: true }));
  const database = given ?? parts.use(await makeDatabase());
  const nginx = parts.use(await runNginx({ rate: "100000r/s" }));
  const environment = typeof more === "function" ? more(nginx) : more;
  const [api = 0, web = 0, apiGreen = 0, webGreen = 0] = freePorts(4);
  const standIn: StandIn = {
    folder,
    databaseUrl: database.url,
    oppositionKey: OPPOSITION_KEY,
    pgBin: findPostgresqlClient(),
    tags: {},
    images: {},
    ports: { api, web, "api-green": apiGreen, "web-green": webGreen },
    ...given?.archive === undefined ? {} : { archive: given.archive },
  };
  const database_ = new URL(database.url);
  const write = (name: string, text: string) => Deno.writeTextFile(join(folder, name), text);
  await write(
    "docker",
    `#!/bin/sh\nexec '${Deno.execPath()}' run --quiet -A '${
      pathTo("../ops/testing/stand_in_docker/main.ts")
    }' "$@"\n`,
  );
  await Deno.chmod(join(folder, "docker"), 0o755);
  // In place of GitHub: every image is attested but those named in a file.
  await write(
    "gh",
    [
      "#!/bin/sh",
      `echo "$*" >>'${folder}/gh.log'`,
      'case "$*" in "attestation verify oci://ghcr.io/example/mypacer_"*"@sha256:"*" --repo example/mypacer "*) ;; *) exit 2 ;; esac',
      `! grep -qsF "$(echo "$3" | sed 's/.*@//')" '${folder}/unattested'`,
    ].join("\n"),
  );
  await Deno.chmod(join(folder, "gh"), 0o755);
  await write(
    ".curlrc",
    [
      `resolve = "mypacer.fr:${nginx.port}:127.0.0.1"`,
      `resolve = "stage.mypacer.fr:${nginx.port}:127.0.0.1"`,
      `cacert = "${nginx.folder}/tls/fullchain.pem"`,
    ].join("\n"),
  );
  await write(
    "env",
    [
      "COMPOSE_PROJECT_NAME=mypacer-test",
      "GHCR_OWNER=example",
      "POSTGRES_PASSWORD=not-used-here",
      `POSTGRES_DB=${database_.pathname.slice(1)}`,
      `POSTGRES_USER=${database_.username}`,
      "SITE_URL=https://mypacer.fr",
      `SMOKE_URL=https://mypacer.fr:${nginx.port}`,
      "FEDERATION_CONTACT=nobody@example.org",
      `OPPOSITION_KEY=${OPPOSITION_KEY}`,
      "CRAWL_SCHEDULE=0 3 * * 0",
      `API_PORT=${api}`,
      `WEB_PORT=${web}`,
      `API_GREEN_PORT=${apiGreen}`,
      `WEB_GREEN_PORT=${webGreen}`,
      `RELEASES_FOLDER=${folder}/releases`,
      `BACKUP_FOLDER="${folder}/backups"`,
      `METRICS_FOLDER=${folder}/metrics`,
      `NGINX_UPSTREAM_FILE=${nginx.upstreamFile}`,
      `NGINX_CHECK=${nginx.checkCommand}`,
      `NGINX_RELOAD=${nginx.reloadCommand}`,
      "DRAIN_SECONDS=1",
    ].join("\n"),
  );

  const variables = {
    PATH: `${folder}:${Deno.env.get("PATH")}`,
    CURL_HOME: folder,
    ENV_FILE: join(folder, "env"),
    STAND_IN: join(folder, "stand_in.json"),
    ...environment,
  };
  const call = async (program: string, args: string[]): Promise<ScriptResult> => {
    const { code, stdout, stderr } = await new Deno.Command(program, {
      args,
      env: variables,
      stdin: "null",
    }).output();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  };
  let published = 0;
  const installation: RunningInstallation = {
    folder,
    nginx,
    databaseUrl: database.url,
    async publish(tag, image = {}) {
      const digest = `sha256:${String(++published).padStart(64, "0")}`;
      standIn.images[digest] = image;
      standIn.tags[tag] = digest;
      await write("stand_in.json", JSON.stringify(standIn));
    },
    variables,
    ports: standIn.ports,
    async pull(name, tag) {
      const reference = `ghcr.io/example/mypacer_${name}:${tag}`;
      await call(join(folder, "docker"), ["pull", "--quiet", reference]);
    },
    async setRegistry(state) {
      standIn.registryDown = state === "down";
      await write("stand_in.json", JSON.stringify(standIn));
    },
    async breakSwap(isBroken) {
      standIn.swapFails = isBroken;
      await write("stand_in.json", JSON.stringify(standIn));
    },
    async setVariable(name, value) {
      const path = join(folder, "env");
      const lines = (await Deno.readTextFile(path)).split("\n");
      const others = lines.filter((line) => !line.startsWith(`${name}=`));
      await Deno.writeTextFile(path, [...others, `${name}=${value}`].join("\n"));
    },
    begin: (script, ...args) =>
      new Deno.Command("setsid", {
        args: [pathTo(`../ops/${script}.sh`), ...args],
        env: variables,
        stdin: "null",
        stdout: "null",
        stderr: "piped",
      }).spawn(),
    run: (script, ...args) => call(pathTo(`../ops/${script}.sh`), args),
    async running() {
      const { stdout } = await call(join(folder, "docker"), ["ps"]);
      return stdout.split("\n").filter((line) => line !== "");
    },
    async record(name) {
      try {
        return await Deno.readTextFile(join(folder, "releases", name));
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return "";
        throw error;
      }
    },
    async query(work) {
      const sql = connect({ url: database.url, applicationName: "mypacer test", max: 1 });
      try {
        return await work(sql);
      } finally {
        await sql.end();
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
  await write("stand_in.json", JSON.stringify(standIn));
  parts.defer(async () => {
    const services = ["api", "web", "api-green", "web-green", "scraper"];
    await call(join(folder, "docker"), ["compose", "rm", "--force", "--stop", ...services]);
  });
  return installation;
}

/** A database with two invented people. */
async function makeDatabase() {
  const database = await createTestDatabase();
  await fillDirectory(database.sql, {
    clubs: [{ ffaNumber: "075001", name: "ATHLE TEST CLUB" }],
    athletes: [PERSON, { ffaId: "7000002", name: "TESTARD Yann", club: "075001" }],
  });
  await database.sql.end();
  return database;
}
