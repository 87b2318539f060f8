/**
 * `deno task start`: a whole MyPacer on this machine; `deno task dev`: the same, reloading on
 * change. Messages go to stderr; the one line on stdout says where the site is, once everything
 * answers.
 */
import {
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { StartConfig } from "./config.ts";
import { whenLauncherEnds } from "./parent.ts";
import { startPlatform } from "./platform.ts";
import { PortTakenError } from "./port.ts";
import { ServiceError } from "./service.ts";

const HELP =
  `Starts a whole MyPacer on this machine: database, simulated federation, first crawl, API, site.

  deno task start    as in production, from a build of the site
  deno task dev      every part reloads when its files change

Ctrl+C stops everything; the data stay in .data and are found again. The variables that change ports,
database and federation are explained in .env.example.
`;

async function main(): Promise<number> {
  const { values } = readCommandLine({
    args: Deno.args,
    options: { help: HELP_OPTION, watch: { type: "boolean" } },
  });
  if (values.help) {
    printText(HELP);
    return 0;
  }
  const config = readEnvironment(StartConfig);
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    const stop = (reason: string) => {
      stopping.abort(new DOMException(`stopped by ${reason}`, "AbortError"));
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      Deno.addSignalListener(signal, () => stop(signal));
    }
    whenLauncherEnds(() => stop("the end of its launcher"));
  });
  await using parts = new AsyncDisposableStack();
  try {
    const { siteUrl, failed } = await startPlatform(parts, {
      config,
      watch: values.watch ?? false,
      say,
      signal: stopping.signal,
    });
    print(`MyPacer ready: ${siteUrl}`);
    await Promise.race([stopped, failed]);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  }
  say("Stopping");
  return 0;
}

/** What an operator can mend is told in one line; anything else keeps its stack. */
function report(error: unknown): number {
  const expected = error instanceof EnvironmentError || error instanceof PortTakenError ||
    error instanceof ServiceError || error instanceof UsageError;
  say(expected ? error.message : Deno.inspect(error));
  return 1;
}

Deno.exit(await main().catch(report));
