/**
 * Runs one process by hand (a crawl, an import) beside what it needs: the embedded database and,
 * behind `--federation`, the simulated federation, unless the environment names others. Both are
 * shared with a `start` that runs.
 *
 *   deno run … dev/with_platform.ts --federation scraper/cli.ts --season 2026
 */
import { say } from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { StartConfig } from "./config.ts";
import { openDatabase } from "./database.ts";
import { pathTo } from "./paths.ts";
import { programArgs, simulatorArgs } from "./processes.ts";
import { ServiceError, startService } from "./service.ts";

/** Whether a simulator answers at this address already. */
async function simulatorAnswers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_simulator/counts`, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function main(words: string[]): Promise<number> {
  const federation = words[0] === "--federation";
  const [script, ...args] = federation ? words.slice(1) : words;
  if (script === undefined) {
    throw new ServiceError("Usage: dev/with_platform.ts SCRIPT [ARGUMENT …]");
  }
  const wantsHelp = args.includes("--help") || args.includes("-h");
  await using parts = new AsyncDisposableStack();
  const environment = wantsHelp ? {} : await platform(parts, federation);
  const child = new Deno.Command(Deno.execPath(), {
    args: programArgs([script, ...args]),
    cwd: pathTo("../"),
    env: environment,
  }).spawn();
  // The child ends on these by itself; this process waits for it, then stops the database.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => child.kill("SIGTERM"));
  }
  return (await child.status).code;
}

/** Starts or joins database and federation; returns the variables that lead to them. */
async function platform(
  parts: AsyncDisposableStack,
  federation: boolean,
): Promise<Record<string, string>> {
  const config = readEnvironment(StartConfig);
  const { url: databaseUrl } = await openDatabase(parts, { folder: config.DATA_FOLDER, say });
  if (!federation || config.FEDERATION_URL !== undefined) return { DATABASE_URL: databaseUrl };
  const federationUrl = `http://127.0.0.1:${config.SIMULATOR_PORT}`;
  if (!await simulatorAnswers(federationUrl)) {
    say("Starting the simulated federation");
    const simulator = await startService({
      name: "simulator",
      args: simulatorArgs({ federationUrl, watch: false }, {
        port: config.SIMULATOR_PORT,
        clubs: config.SIMULATOR_CLUBS,
        athletes: config.SIMULATOR_ATHLETES,
      }),
      readyUrl: `${federationUrl}/robots.txt`,
    });
    parts.defer(() => simulator.stop());
  }
  return { DATABASE_URL: databaseUrl, FEDERATION_URL: federationUrl, FEDERATION_RATE: "0" };
}

function report(error: unknown): number {
  const expected = error instanceof EnvironmentError || error instanceof ServiceError;
  say(expected ? error.message : Deno.inspect(error));
  return 1;
}

Deno.exit(await main(Deno.args).catch(report));
