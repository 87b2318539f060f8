/** Processes of this machine in place of containers. */
import { apiArgs, siteArgs } from "../../../dev/processes.ts";
import { pathTo } from "../../../dev/paths.ts";
import { imageNameOf, imageOf, referenceOf } from "./images.ts";
import { fail } from "./output.ts";
import { secretsOf, withSecrets } from "./secrets.ts";
import { standIn } from "./stand_in.ts";

/** A process in place of a container. */
interface Running {
  pid: number;
  /** When it was started, in ticks since the machine was: numbers of processes are used again. */
  startedAt: string | null;
  reference: string;
}

const fileOf = (service: string) => `${standIn.folder}/${service}.json`;
/** Services that run in processes of their own. */
export const PROCESSES = ["api", "web", "api-green", "web-green", "scraper"];

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

/** What runs for a service; null where nothing does. */
export async function runningOf(service: string): Promise<Running | null> {
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
    return { args: withSecrets(apiArgs(addresses)), environment };
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

/** Starts a service, unless it runs the image it should. */
export async function start(service: string, { recreate }: { recreate: boolean }): Promise<void> {
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

export async function stop(service: string): Promise<void> {
  const running = await runningOf(service);
  if (running === null) return;
  Deno.kill(running.pid, "SIGTERM");
  for (const end = Date.now() + 15_000; await runningOf(service) !== null;) {
    if (Date.now() > end) Deno.kill(running.pid, "SIGKILL");
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until a service is healthy. */
export async function healthy(service: string): Promise<void> {
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
