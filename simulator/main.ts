/** The simulator as a process: reads the command line, listens, stops gracefully. */
import { z } from "zod";
import { print, printText, say, UsageError } from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { type CliOptions, HELP, readOptions } from "./cli_options.ts";
import { createSimulator } from "./site/create_simulator.ts";

const Environment = z.object({
  SIMULATOR_PORT: z.coerce.number("a port from 0 to 65535").int("a port from 0 to 65535")
    .min(0, "a port from 0 to 65535").max(65_535, "a port from 0 to 65535").default(8090),
  HOST: z.string().default("127.0.0.1"),
});

/** Ends the process with one line that says why. */
function fail(message: string, code: number): never {
  say(`simulator: ${message}`);
  Deno.exit(code);
}

function readCommand(): CliOptions {
  try {
    const { SIMULATOR_PORT: port, HOST: host } = readEnvironment(Environment);
    return readOptions(Deno.args, { now: new Date(), port, host });
  } catch (error) {
    if (error instanceof UsageError || error instanceof EnvironmentError) fail(error.message, 2);
    throw error;
  }
}

function main(): void {
  const options = readCommand();
  if (options.help) return printText(HELP);
  const { help: _, port, host, ...simulatorOptions } = options;
  const simulator = createSimulator(simulatorOptions);
  const listening = ({ hostname, port }: Deno.NetAddr) => {
    const host = hostname.includes(":") ? `[${hostname}]` : hostname;
    print(
      `Simulator ready: http://${host}:${port} (${simulatorOptions.athletes} athletes, ${simulatorOptions.clubs} clubs, seasons ${simulatorOptions.firstSeason} to ${simulatorOptions.lastSeason}, seed ${simulatorOptions.seed})`,
    );
  };
  const server = listen();
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {
      if (stopping) return;
      stopping = true;
      // Requests that wait for their latency or a timeout are answered now, so that none is lost.
      simulator.stop();
      server.shutdown().then(() => Deno.exit(0));
    });
  }

  function listen(): Deno.HttpServer<Deno.NetAddr> {
    try {
      return Deno.serve({ port, hostname: host, onListen: listening }, simulator.handler);
    } catch (error) {
      if (error instanceof Deno.errors.AddrInUse) {
        fail(`cannot listen on ${host}:${port}: the port is taken`, 1);
      }
      if (error instanceof Error) fail(`cannot listen on ${host}:${port}: ${error.message}`, 1);
      throw error;
    }
  }
}

main();
