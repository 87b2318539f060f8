import { pathTo } from "./paths.ts";

/** How each process is begun: `deno` arguments with the permissions it needs and no others. */

const COMMON = ["run", "--quiet", "--no-prompt", `--preload=${pathTo("./exit_with_parent.ts")}`];
const WATCH = ["--watch", "--no-clear-screen"];

/** A host and port as `--allow-net` takes it. */
function host(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" ? 443 : protocol === "http:" ? 80 : 5432)}`;
}

/** Where the processes find each other. */
export interface Addresses {
  databaseUrl: string;
  federationUrl: string;
  apiUrl: string;
  siteUrl: string;
  watch: boolean;
}

/** The simulated federation. */
export function simulatorArgs(
  { federationUrl, watch }: Pick<Addresses, "federationUrl" | "watch">,
  { port, clubs, athletes }: {
    port: number;
    clubs?: number | undefined;
    athletes?: number | undefined;
  },
): string[] {
  return [
    ...COMMON,
    ...watch ? WATCH : [],
    `--allow-net=${host(federationUrl)}`,
    "--allow-read",
    "--allow-env",
    "simulator/main.ts",
    `--port=${port}`,
    ...clubs === undefined ? [] : [`--clubs=${clubs}`],
    ...athletes === undefined ? [] : [`--athletes=${athletes}`],
  ];
}

/** A crawl by hand of all seasons from one on. */
export function crawlArgs({ databaseUrl, federationUrl }: Addresses, from: number): string[] {
  return [
    ...COMMON,
    `--allow-net=${host(databaseUrl)},${host(federationUrl)}`,
    "--allow-env",
    "--allow-read",
    // Pages that were not understood are kept for people to look at.
    "--allow-write",
    "scraper/cli.ts",
    `--from=${from}`,
  ];
}

/** A program that is run by hand, on whichever database and federation it is told. */
export function programArgs(program: readonly string[]): string[] {
  const allowed = ["net", "env", "read", "sys", "write"].map((what) => `--allow-${what}`);
  return ["run", "--quiet", "--no-prompt", ...allowed, ...program];
}

/** The API. */
export function apiArgs(
  { databaseUrl, federationUrl, apiUrl, watch }: Omit<Addresses, "siteUrl">,
): string[] {
  return [
    ...COMMON,
    ...watch ? WATCH : [],
    `--allow-net=${host(apiUrl)},${host(databaseUrl)},${host(federationUrl)}`,
    "--allow-env",
    // The thread that makes the search index loads its own code.
    "--allow-read=deno.json,api,shared,node_modules",
    "--allow-sys=setPriority",
    "api/main.ts",
  ];
}

/** The build of the site. */
export const siteBuildArgs: readonly string[] = ["task", "--quiet", "build"];

/** The site: the build, or Vite reloading its parts. */
export function siteArgs(
  { apiUrl, siteUrl, watch }: Pick<Addresses, "apiUrl" | "siteUrl" | "watch">,
): string[] {
  if (watch) return ["task", "--quiet", "--cwd", "web", "dev", "--port", new URL(siteUrl).port];
  return [
    ...COMMON,
    "--no-config",
    // What deno.json says for the others.
    "--unstable-net",
    "--unstable-no-legacy-abort",
    `--allow-net=${host(siteUrl)},${host(apiUrl)}`,
    "--allow-read=web/.output",
    "--allow-env",
    "web/.output/server/index.mjs",
  ];
}
