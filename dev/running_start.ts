import { freePorts } from "@mypacer/shared/process/free_ports.ts";
import { pathTo } from "./paths.ts";

/** `deno task start` as a process of its own, for the tests of the whole: disposed of, it ends. */
export interface RunningStart extends AsyncDisposable {
  siteUrl: string;
  apiUrl: string;
  simulatorUrl: string;
  /** All it wrote to stdout so far. */
  stdout(): string;
  /** And to stderr. */
  stderr(): string;
  /** Resolves with the exit code when it ends. */
  ended: Promise<number>;
  /** Id of its process. */
  pid: number;
  /** Sends a signal and resolves with the exit code. */
  end(signal: Deno.Signal): Promise<number>;
}

/**
 * Size of the federation in the tests: enough for homonyms and a second roster page, read in
 * seconds.
 */
const SIZE = { SIMULATOR_CLUBS: "20", SIMULATOR_ATHLETES: "2000" };

/**
 * Starts the platform over a data folder and waits for its last line.
 *
 * @param options What is said to `start` beside, as `--watch`.
 * @throws {Error} With what it wrote, when it ends before.
 */
export async function runStart(
  dataFolder: string,
  options: readonly string[] = [],
): Promise<RunningStart> {
  const [web = 0, api = 0, simulator = 0] = freePorts(3);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", pathTo("./start.ts"), ...options],
    clearEnv: true,
    env: {
      ...Object.fromEntries(
        ["PATH", "HOME", "DENO_DIR", "TMPDIR", "XDG_CACHE_HOME"].flatMap((name) => {
          const value = Deno.env.get(name);
          return value === undefined ? [] : [[name, value]];
        }),
      ),
      ...SIZE,
      DATA_FOLDER: dataFolder,
      WEB_PORT: String(web),
      API_PORT: String(api),
      SIMULATOR_PORT: String(simulator),
      LOG_LEVEL: "warn",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const written = { stdout: "", stderr: "" };
  const collect = async (name: "stdout" | "stderr") => {
    for await (const text of child[name].pipeThrough(new TextDecoderStream())) {
      written[name] += text;
    }
  };
  const collected = Promise.all([collect("stdout"), collect("stderr")]);
  const ended = child.status.then(async ({ code }) => {
    await collected;
    return code;
  });
  const ready = new RegExp(`^MyPacer ready: (http://127\\.0\\.0\\.1:${web})$`, "m");
  let code: number | undefined;
  ended.then((value) => code = value);
  while (!ready.test(written.stdout)) {
    if (code !== undefined) throw new Error(`start ended with code ${code}:\n${written.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    siteUrl: `http://127.0.0.1:${web}`,
    apiUrl: `http://127.0.0.1:${api}`,
    simulatorUrl: `http://127.0.0.1:${simulator}`,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    ended,
    pid: child.pid,
    async end(signal) {
      child.kill(signal);
      return await ended;
    },
    async [Symbol.asyncDispose]() {
      if (code === undefined) child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Whether something accepts connections at this URL. */
export async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  try {
    (await Deno.connect({ hostname, port: Number(port) })).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return false;
    throw error;
  }
}
