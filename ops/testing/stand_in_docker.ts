/**
 * Answers to the commands of `docker` and `docker compose` that the scripts of this folder use, with processes of this
 * machine in place of containers and the embedded PostgreSQL in place of the service `db`. An argument it does not
 * know is an error. What it needs to know stands in the file that STAND_IN names.
 */
import { openSync } from "node:fs";
import { spawn } from "node:child_process";
import { apiArgs, siteArgs } from "../../dev/processes.ts";
import { pathTo } from "../../dev/paths.ts";

/** What an image of the stand-in does when it runs. */
export interface StandInImage {
  digest: string;
  /** Folder whose migrations its `migrate` applies; the repository's unless given. */
  root?: string;
  /** A site that is healthy and answers pages with an error. */
  brokenSite?: boolean;
}

/** The file that STAND_IN names. */
export interface StandIn {
  folder: string;
  databaseUrl: string;
  oppositionKey: string;
  /** Folder of pg_dump and its kin. */
  pgBin: string | null;
  /** Images by tag. */
  images: Record<string, StandInImage>;
  /** Ports by service. */
  ports: Record<string, number>;
}

/** A process in place of a container. */
interface Running {
  pid: number;
  reference: string;
}

const standIn: StandIn = JSON.parse(await Deno.readTextFile(Deno.env.get("STAND_IN") ?? ""));
const encoder = new TextEncoder();
const print = (text: string) => void Deno.stdout.writeSync(encoder.encode(`${text}\n`));

function fail(message: string, code = 1): never {
  Deno.stderr.writeSync(encoder.encode(`docker: ${message}\n`));
  Deno.exit(code);
}

/** What the reference `tag` or `tag@digest` names. */
function imageOf(reference: string): StandInImage {
  const [tag = "", digest] = reference.split("@");
  const found = digest === undefined
    ? standIn.images[tag]
    : Object.values(standIn.images).find((image) => image.digest === digest);
  return found ?? fail(`manifest unknown: ${reference}`);
}

/** Name of the image of a service, e.g. `api` of `api-green`. */
const imageNameOf = (service: string) =>
  service === "migrate" ? "api" : service.replace("-green", "");
const referenceOf = (service: string) =>
  Deno.env.get(`${imageNameOf(service).toUpperCase()}_IMAGE_TAG`) ?? "latest-prod";

const fileOf = (service: string) => `${standIn.folder}/${service}.json`;
const PROCESSES = ["api", "web", "api-green", "web-green", "scraper"];

async function runningOf(service: string): Promise<Running | null> {
  try {
    const running: Running = JSON.parse(await Deno.readTextFile(fileOf(service)));
    await Deno.stat(`/proc/${running.pid}/exe`);
    return running;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

const portOf = (service: string) => standIn.ports[service] ?? fail(`no port for ${service}`);

/** Arguments of deno, and variables, of a service. */
function processOf(service: string): { args: string[]; environment: Record<string, string> } {
  const green = service.endsWith("-green") ? "-green" : "";
  const apiUrl = `http://127.0.0.1:${portOf(`api${green}`)}`;
  const siteUrl = `http://127.0.0.1:${portOf(`web${green}`)}`;
  const federationUrl = "http://127.0.0.1:9";
  const environment = {
    DATABASE_URL: standIn.databaseUrl,
    FEDERATION_URL: federationUrl,
    FEDERATION_RATE: "0",
    API_PORT: new URL(apiUrl).port,
    WEB_PORT: new URL(siteUrl).port,
    API_URL: apiUrl,
    SITE_URL: "https://mypacer.fr",
    OPPOSITION_KEY: standIn.oppositionKey,
    LOG_LEVEL: "warn",
  };
  const { databaseUrl } = standIn;
  const addresses = { databaseUrl, federationUrl, apiUrl, siteUrl, watch: false };
  const [image] = imageNameOf(service).split("-");
  if (image === "api") return { args: apiArgs(addresses), environment };
  if (image === "web" && !imageOf(referenceOf(service)).brokenSite) {
    return { args: siteArgs(addresses), environment };
  }
  const script = image === "web" ? "broken_site.ts" : "idle.ts";
  return {
    args: ["run", "--quiet", "--allow-net", "--allow-env", pathTo(`../ops/testing/${script}`)],
    environment,
  };
}

async function start(service: string, { recreate }: { recreate: boolean }): Promise<void> {
  const reference = referenceOf(service);
  imageOf(reference);
  const running = await runningOf(service);
  if (running !== null && running.reference === reference && !recreate) return;
  if (running !== null) await stop(service);
  const { args, environment } = processOf(service);
  // A container outlives the command that began it: what ends with its parent is left out.
  const staying = args.filter((arg) => !arg.startsWith("--preload="));
  const log = openSync(`${standIn.folder}/${service}.log`, "a");
  // Unlike Deno.Command, this one lets go of its child.
  const child = spawn(Deno.execPath(), staying, {
    cwd: pathTo("../"),
    env: { ...Deno.env.toObject(), ...environment },
    stdio: ["ignore", log, log],
    detached: true,
  });
  child.unref();
  await Deno.writeTextFile(fileOf(service), JSON.stringify({ pid: child.pid, reference }));
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
  if (service === "scraper") return;
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
 * `pg_restore --exit-on-error … --username USER --dbname NAME` by way of SQL: the programs of 17, where 16 cannot be
 * had, set a parameter that a server of 16 does not know. In the container both are of 16.
 */
const RESTORE = `
  set -e
  while [ "$1" != --username ]; do shift; done
  "\${0}pg_restore" --no-owner --file=- >"$STAND_IN.sql"
  sed '/^SET transaction_timeout /d' "$STAND_IN.sql" |
    "\${0}psql" --quiet --output /dev/null --set ON_ERROR_STOP=1 --username "$2" --dbname "$4"
`;

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

const GLOBAL = { "--project-name": 1, "--env-file": 1, "--file": 1, "--profile": 1 };

async function compose(words: string[]): Promise<void> {
  takeOptions(words, GLOBAL);
  const command = words.shift();
  switch (command) {
    case "pull":
      takeOptions(words, { "--quiet": 0 });
      for (const service of words) imageOf(referenceOf(service));
      return;
    case "up": {
      const options = takeOptions(words, {
        "--detach": 0,
        "--no-deps": 0,
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
      if (words.join(" ") !== "migrate") fail(`cannot run ${words}`);
      const url = new URL(standIn.databaseUrl);
      const other = options.get("-e")?.split("=")[1];
      if (other !== undefined) url.pathname = `/${other}`;
      const { root = pathTo("../") } = imageOf(referenceOf("migrate"));
      return await become(
        Deno.execPath(),
        [
          "run",
          "--quiet",
          "-A",
          "--config",
          `${root}/deno.json`,
          `${root}/shared/database/migrate_cli.ts`,
        ],
        { DATABASE_URL: url.href },
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
        PGPASSWORD: decodeURIComponent(url.password),
      };
      if (program === "pg_restore" && args.includes("--dbname")) {
        return await become("sh", ["-c", RESTORE, folder, ...args], env);
      }
      return await become(folder + program, args, env);
    }
    case "stop":
    case "rm":
      takeOptions(words, { "--force": 0, "--stop": 0 });
      for (const service of words) await stop(service);
      return;
    case "start":
      for (const service of words) await start(service, { recreate: false });
      return;
    case "ps":
      for (const service of PROCESSES) if (await runningOf(service) !== null) print(service);
      return;
    default:
      fail(`unknown command compose ${command}`, 2);
  }
}

async function main([command, ...words]: string[]): Promise<void> {
  if (command === "compose") return await compose(words);
  if (command === "image" && words[0] === "inspect" && words[1] === "--format") {
    const [name = "", reference = ""] = /^(.*?):(.*)$/.exec(words[3] ?? "")?.slice(1) ?? [];
    return print(`${name}@${imageOf(reference).digest}`);
  }
  fail(`unknown command ${command}`, 2);
}

// Tests read the shapes above.
if (import.meta.main) {
  await main([...Deno.args]);
  Deno.exit(0);
}
