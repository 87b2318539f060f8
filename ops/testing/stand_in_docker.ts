/**
 * Answers to the commands of `docker` and `docker compose` that the scripts of this folder use,
 * with processes of this machine in place of containers and the embedded PostgreSQL in place of the
 * service `db`. An argument it does not know is an error. What it needs to know stands in the file
 * that STAND_IN names.
 */
import { apiArgs, siteArgs } from "../../dev/processes.ts";
import { pathTo } from "../../dev/paths.ts";

/** What an image of the stand-in does when it runs. */
export interface StandInImage {
  /** Folder whose migrations its `migrate` applies; the repository's by default. */
  root?: string;
  /** A site that is healthy, and answers pages with an error or has none of their files. */
  brokenSite?: "pages" | "without files";
  /** A scraper that never becomes healthy. */
  brokenScraper?: boolean;
}

/** The file that STAND_IN names. */
export interface StandIn {
  folder: string;
  databaseUrl: string;
  oppositionKey: string;
  /** Folder of pg_dump and its kin. */
  pgBin: string | null;
  /** The registry: digests by tag, and what each is. */
  tags: Record<string, string>;
  images: Record<string, StandInImage>;
  /** Whether a database cannot be renamed. */
  swapFails?: boolean;
  /** Whether the registry answers. */
  registryDown?: boolean;
  /** Ports by service. */
  ports: Record<string, number>;
  /** What runs pgBackRest, in the database's container and in the one beside. */
  archive?: {
    /** Words that run a command as PostgreSQL's account. */
    account: string[];
    environment: Record<string, string>;
  };
}

/** A process in place of a container. */
interface Running {
  pid: number;
  /** When it was started, in ticks since the machine was: numbers of processes are used again. */
  startedAt: string | null;
  reference: string;
}

const standIn: StandIn = JSON.parse(await Deno.readTextFile(Deno.env.get("STAND_IN") ?? ""));
const encoder = new TextEncoder();
const print = (text: string) => void Deno.stdout.writeSync(encoder.encode(`${text}\n`));

function fail(message: string, code = 1): never {
  Deno.stderr.writeSync(encoder.encode(`docker: ${message}\n`));
  Deno.exit(code);
}

/** The parts of `name:tag`, `name@digest` or `name:tag@digest`; the name is api, scraper or web. */
function readReference(reference: string): { name: string; tag?: string; digest?: string } {
  const [, name = "", tag, digest] =
    /^ghcr\.io\/example\/mypacer_([a-z]+)(?::([\w.-]+))?(?:@(sha256:\w+))?$/.exec(reference) ??
      fail(`invalid reference format: ${reference}`);
  return { name, ...tag === undefined ? {} : { tag }, ...digest === undefined ? {} : { digest } };
}

const readOr = async <T>(path: string, or: T): Promise<string | T> => {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return or;
    throw error;
  }
};

/**
 * Where this host keeps that it has an image: by tag, what the tag names here; by digest, nothing
 * more.
 */
const onHost = (name: string, key: string) => `${standIn.folder}/host/${name}_${key}`;

/** Digest of an image that is on this host, or null. */
async function digestOnHost(reference: string): Promise<string | null> {
  const { name, tag, digest } = readReference(reference);
  if (digest === undefined) return await readOr(onHost(name, tag ?? "latest"), null);
  return await readOr(onHost(name, digest), null) === null ? null : digest;
}

async function pull(reference: string): Promise<string> {
  if (standIn.registryDown) fail("dial tcp: connection refused");
  const { name, tag, digest = standIn.tags[tag ?? ""] } = readReference(reference);
  if (digest === undefined || !(digest in standIn.images)) fail(`manifest unknown: ${reference}`);
  await Deno.mkdir(`${standIn.folder}/host`, { recursive: true });
  await Deno.writeTextFile(onHost(name, digest), "");
  if (tag !== undefined) await Deno.writeTextFile(onHost(name, tag), digest);
  return digest;
}

/** What runs for a reference: it is pulled when it is not on this host. */
async function imageOf(reference: string): Promise<StandInImage> {
  const digest = await digestOnHost(reference) ?? await pull(reference);
  return standIn.images[digest] ?? fail(`no such image: ${reference}`);
}

/** Name of the image of a service, e.g. `api` of `api-green`. */
const imageNameOf = (service: string) =>
  service === "migrate" ? "api" : service.replace("-green", "");
function referenceOf(service: string): string {
  const name = imageNameOf(service);
  const tag = Deno.env.get(`${name.toUpperCase()}_IMAGE_TAG`) ?? "latest-prod";
  return `ghcr.io/example/mypacer_${name}:${tag}`;
}

const fileOf = (service: string) => `${standIn.folder}/${service}.json`;
const PROCESSES = ["api", "web", "api-green", "web-green", "scraper"];

/** When a process was started; null once it is gone, or has ended and waits to be collected. */
function startOf(pid: number): string | null {
  let stat: string;
  try {
    stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
  } catch (error) {
    const isGone = error instanceof Deno.errors.NotFound ||
      error instanceof Error && "code" in error && error.code === "ESRCH";
    if (isGone) return null;
    throw error;
  }
  // After the name, which may hold anything: the state is the third field, the start the 22nd.
  const [state = "", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return "ZX".includes(state) ? null : fields[18] ?? null;
}

async function runningOf(service: string): Promise<Running | null> {
  try {
    const running: Running = JSON.parse(await Deno.readTextFile(fileOf(service)));
    const startedAt = startOf(running.pid);
    return startedAt !== null && startedAt === running.startedAt ? running : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Notes a process at once: one noted nowhere when this program is killed stays for ever. */
function noteRunning(service: string, running: Running): void {
  Deno.writeTextFileSync(fileOf(service), JSON.stringify(running));
}

const portOf = (service: string) => standIn.ports[service] ?? fail(`no port for ${service}`);

/**
 * Folder of the secrets, once `ops/secrets/docker-compose.yml` is put on top of the installation's
 * file.
 */
let secretsFolder: string | null = null;

/** What tells a service where the database is, and the key of objections. */
function secretsOf(service: string, database?: string): Record<string, string> {
  const url = new URL(standIn.databaseUrl);
  if (database !== undefined) url.pathname = `/${database}`;
  if (secretsFolder === null) {
    return { DATABASE_URL: url.href, OPPOSITION_KEY: standIn.oppositionKey };
  }
  const role = service === "migrate" ? "owner" : imageNameOf(service);
  return {
    POSTGRES_HOST: url.hostname,
    POSTGRES_PORT: url.port,
    POSTGRES_DB: url.pathname.slice(1),
    POSTGRES_USER: `mypacer_${role}`,
    POSTGRES_PASSWORD: "",
    POSTGRES_PASSWORD_FILE: `${secretsFolder}/database_${role}`,
    OPPOSITION_KEY: "",
    OPPOSITION_KEY_FILE: `${secretsFolder}/opposition_key`,
  };
}

/** Arguments of deno, and variables, of a service. */
async function processOf(
  service: string,
): Promise<{ args: string[]; environment: Record<string, string> }> {
  const green = service.endsWith("-green") ? "-green" : "";
  const apiUrl = `http://127.0.0.1:${portOf(`api${green}`)}`;
  const siteUrl = `http://127.0.0.1:${portOf(`web${green}`)}`;
  const federationUrl = "http://127.0.0.1:9";
  const environment = {
    ...secretsOf(service),
    FEDERATION_URL: federationUrl,
    FEDERATION_RATE: "0",
    API_PORT: new URL(apiUrl).port,
    API_THREADS: "1",
    WEB_PORT: new URL(siteUrl).port,
    WEB_THREADS: "1",
    API_URL: apiUrl,
    SITE_URL: "https://mypacer.fr",
    LOG_LEVEL: "warn",
  };
  const { databaseUrl } = standIn;
  const addresses = { databaseUrl, federationUrl, apiUrl, siteUrl, watch: false };
  const [image] = imageNameOf(service).split("-");
  if (image === "api") {
    const args = apiArgs(addresses).map((arg) =>
      arg.startsWith("--allow-read=") && secretsFolder !== null ? `${arg},${secretsFolder}` : arg
    );
    return { args, environment };
  }
  const { brokenSite } = await imageOf(referenceOf(service));
  if (image === "web" && brokenSite === undefined) {
    return { args: siteArgs(addresses), environment };
  }
  const script = image === "web" ? "broken_site.ts" : "idle.ts";
  return {
    args: ["run", "--quiet", "--allow-net", "--allow-env", pathTo(`../ops/testing/${script}`)],
    environment: { ...environment, SITE_IS_BROKEN: brokenSite ?? "" },
  };
}

async function start(service: string, { recreate }: { recreate: boolean }): Promise<void> {
  const reference = referenceOf(service);
  await imageOf(reference);
  const running = await runningOf(service);
  if (running !== null && running.reference === reference && !recreate) return;
  if (running !== null) await stop(service);
  const { args, environment } = await processOf(service);
  // A container outlives the command that began it: what ends with its parent is left out.
  const staying = args.filter((arg) => !arg.startsWith("--preload="));
  // Loaded here alone: it takes as long as all that most commands do.
  const [{ openSync }, { spawn }] = await Promise.all([
    import("node:fs"),
    import("node:child_process"),
  ]);
  const log = openSync(`${standIn.folder}/${service}.log`, "a");
  // Unlike Deno.Command, this one lets go of its child.
  // What the scripts have open for their own children is not for a container's process.
  const child = spawn("/bin/sh", [
    "-c",
    'exec 8>&- 9>&-; exec "$@"',
    "sh",
    Deno.execPath(),
    ...staying,
  ], {
    cwd: pathTo("../"),
    env: { ...Deno.env.toObject(), ...environment },
    stdio: ["ignore", log, log],
    detached: true,
  });
  child.unref();
  const { pid = fail(`${service} cannot be started`) } = child;
  noteRunning(service, { pid, startedAt: startOf(pid), reference });
}

async function stop(service: string): Promise<void> {
  const running = await runningOf(service);
  if (running === null) return;
  Deno.kill(running.pid, "SIGTERM");
  for (const end = Date.now() + 15_000; await runningOf(service) !== null;) {
    if (Date.now() > end) Deno.kill(running.pid, "SIGKILL");
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function healthy(service: string): Promise<void> {
  if (service === "scraper") {
    if ((await imageOf(referenceOf(service))).brokenScraper) fail("scraper is unhealthy");
    return;
  }
  const path = imageNameOf(service) === "api" ? "/health/ready" : "/robots.txt";
  const url = `http://127.0.0.1:${portOf(service)}${path}`;
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (await runningOf(service) === null) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  fail(`${service} is unhealthy`);
}

/** Runs a program to its end in place of this one. */
async function become(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<never> {
  const child = new Deno.Command(program, { args, env, stdin: "inherit" }).spawn();
  Deno.exit((await child.status).code);
}

/**
 * `pg_restore --exit-on-error … --username USER --dbname NAME` by way of SQL: the programs of 17,
 * where 16 cannot be had, set a parameter that a server of 16 does not know. In the container both
 * are of 16.
 */
const RESTORE = `
  set -e
  while [ "$1" != --username ]; do shift; done
  "\${0}pg_restore" --no-owner --no-privileges --file=- >"$STAND_IN.sql"
  sed '/^SET transaction_timeout /d' "$STAND_IN.sql" |
    "\${0}psql" --quiet --output /dev/null --set ON_ERROR_STOP=1 --username "$2" --dbname "$4"
`;

/** `psql` in which what was renamed is not kept. */
const FAILING_SWAP = `sed 's/^commit;$/select 1 \\/ 0;/' | "\${0}psql" "$@"`;

/** Takes known options off the front. */
function takeOptions(words: string[], known: Record<string, number>): Map<string, string> {
  const options = new Map<string, string>();
  while (words[0]?.startsWith("-")) {
    const name = words.shift() ?? "";
    const values = known[name];
    if (values === undefined) fail(`unknown option ${name}`, 2);
    options.set(name, words.splice(0, values).join(" "));
  }
  return options;
}

/** What the container `beside` runs; PostgreSQL's account reads a copy. */
const BESIDE = `${standIn.archive?.environment["BESIDE_FOLDER"]}/beside.sh`;

const GLOBAL = { "--project-name": 1, "--env-file": 1, "--file": 1, "--profile": 1 };

async function compose(words: string[]): Promise<void> {
  if (words.includes("ops/secrets/docker-compose.yml")) {
    const variables = await Deno.readTextFile(words[words.indexOf("--env-file") + 1] ?? "");
    secretsFolder = Deno.env.get("SECRETS_FOLDER") ??
      /^SECRETS_FOLDER=(.+)$/m.exec(variables)?.[1] ?? fail("SECRETS_FOLDER is missing");
  }
  takeOptions(words, GLOBAL);
  const command = words.shift();
  switch (command) {
    case "up": {
      const options = takeOptions(words, {
        "--detach": 0,
        "--no-deps": 0,
        "--no-recreate": 0,
        "--force-recreate": 0,
        "--wait": 0,
        "--wait-timeout": 1,
      });
      const services = words.filter((service) => service !== "db");
      for (const service of services) {
        await start(service, { recreate: options.has("--force-recreate") });
      }
      if (options.has("--wait")) { for (const service of services) await healthy(service); }
      return;
    }
    case "run": {
      const options = takeOptions(words, { "--rm": 0, "--no-deps": 0, "-T": 0, "-e": 1 });
      if (words[0] === "beside") {
        const { account, environment } = standIn.archive ?? fail("no archive");
        const [program = "", ...args] = [...account, "sh", BESIDE, ...words.slice(1)];
        // A container of its own.
        const own = environment["BESIDE_FOLDER"];
        return await become(program, args, {
          ...environment,
          PGBACKREST_SPOOL_PATH: `${own}/spool`,
          PGBACKREST_LOCK_PATH: `${own}/lock`,
        });
      }
      const program = {
        "migrate": "migrate_cli.ts",
        "migrate shared/database/migrate_cli.ts --dry-run": "migrate_cli.ts",
        "scraper shared/database/opposition_cli.ts purge": "opposition_cli.ts",
      }[words.join(" ")] ?? fail(`cannot run ${words}`);
      const { root = pathTo("../") } = await imageOf(referenceOf("migrate"));
      return await become(
        Deno.execPath(),
        [
          "run",
          "--quiet",
          "-A",
          "--config",
          `${root}/deno.json`,
          `${root}/shared/database/${program}`,
          ...words.slice(2),
        ],
        secretsOf(words[0] ?? "", options.get("-e")?.split("=")[1]),
      );
    }
    case "exec": {
      takeOptions(words, { "-T": 0 });
      const [service, program = "", ...args] = words;
      if (service !== "db") fail(`no container ${service}`);
      const url = new URL(standIn.databaseUrl);
      const folder = standIn.pgBin === null ? "" : `${standIn.pgBin}/`;
      const env = {
        PGHOST: url.hostname,
        PGPORT: url.port,
        // In the container every role may log in over the local socket.
        PGPASSWORD: args.includes("mypacer_backup")
          ? (await Deno.readTextFile(`${secretsFolder}/database_backup`)).trim()
          : decodeURIComponent(url.password),
      };
      if (program === "pgbackrest" || program === "sh") {
        const { account, environment } = standIn.archive ?? fail(`no program ${program}`);
        const [first = "", ...others] = [...account, program, ...args];
        return await become(first, others, { ...env, ...environment });
      }
      if (program === "pg_restore" && args.includes("--dbname")) {
        return await become("sh", ["-c", RESTORE, folder, ...args], env);
      }
      if (program === "psql" && standIn.swapFails && args.at(-1) === "postgres") {
        return await become("sh", ["-c", FAILING_SWAP, folder, ...args], env);
      }
      return await become(folder + program, args, env);
    }
    // The archive's image.
    case "build":
      takeOptions(words, { "--pull": 0 });
      return;
    case "stop":
    case "rm":
      takeOptions(words, { "--force": 0, "--stop": 0 });
      for (const service of words) await stop(service);
      return;
    case "start":
      for (const service of words) await start(service, { recreate: false });
      return;
    case "logs":
      takeOptions(words, { "--no-color": 0, "--timestamps": 0, "--tail": 1 });
      for (const service of words) print(await readOr(`${standIn.folder}/${service}.log`, ""));
      return;
    default:
      fail(`unknown command compose ${command}`, 2);
  }
}

async function main([command, ...words]: string[]): Promise<void> {
  if (command === "compose") return await compose(words);
  if (command === "pull") {
    takeOptions(words, { "--quiet": 0 });
    return void await pull(words[0] ?? "");
  }
  if (command === "manifest" && words[0] === "inspect") {
    if (standIn.registryDown) fail("dial tcp: connection refused");
    const { tag = "", digest = standIn.tags[tag] ?? "" } = readReference(words[1] ?? "");
    if (!(digest in standIn.images)) fail(`manifest unknown: ${words[1]}`);
    return print(JSON.stringify({ schemaVersion: 2 }));
  }
  if (command === "image" && words[0] === "inspect" && words[1] === "--format") {
    const digest = await digestOnHost(words[3] ?? "");
    if (digest === null) fail(`No such image: ${words[3]}`);
    return print(`ghcr.io/example/mypacer_${readReference(words[3] ?? "").name}@${digest}`);
  }
  if (command === "ps") {
    takeOptions(words, { "--filter": 1, "--format": 1 });
    for (const service of PROCESSES) if (await runningOf(service) !== null) print(service);
    return;
  }
  // The id of a container is its service.
  if (command === "inspect") {
    takeOptions(words, { "--format": 1 });
    for (const service of words) {
      print(
        `${service} ${(await runningOf(service))?.reference ?? fail(`No such object: ${service}`)}`,
      );
    }
    return;
  }
  fail(`unknown command ${command}`, 2);
}

// Tests read the shapes above.
if (import.meta.main) {
  await main([...Deno.args]);
  Deno.exit(0);
}
