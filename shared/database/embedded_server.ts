import process from "node:process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Account } from "./embedded_account.ts";
import { readProcFile } from "../process/proc_file.ts";

/** How a server is started. */
export type Launch = {
  /** Path of the program `postgres`. */
  program: string;
  dataFolder: string;
  /** File for the server's messages; overwritten. */
  logFile: string;
  port: number;
  account: Account | null;
  /** Server settings beside those that keep it on this machine. */
  settings: Record<string, string>;
  /**
   * Process whose end, however it comes, stops the server and removes `folder`; without it, the end
   * of this process stops the server.
   */
  until?: { pid: number; folder: string };
};

/** A started server. */
export type Launched = {
  /** To call once the server has stopped: ends its supervisor. */
  release(): Promise<void>;
};

/** A server, as its `postmaster.pid` describes it. */
export type ServerState = { pid: number; port: number; ready: boolean };

/** Longest time a server may take to start (it may have a crash to recover from) or to stop, ms. */
const START_LIMIT = 60_000;
const STOP_LIMIT = 20_000;

/**
 * Starts a server, prints its process id, and stops it when standard input ends: that is when the
 * process at the other end of the pipe is gone, killed ones included. It asks until the server is
 * gone: one that has only just started misses the first signal. Arguments: log file, folder to
 * remove afterwards or nothing, then the command.
 */
const SUPERVISOR = `
log=$1 remove=$2; shift 2
"$@" </dev/null >/dev/null 2>"$log" &
server=$!
echo "$server"
exec >/dev/null 2>&1
cat
while kill -INT "$server"; do sleep 0.2; done &
wait "$server"
[ -z "$remove" ] || rm -rf "$remove"
`;
/** The supervisor at the end of a pipe that lasts as long as the process named first. */
const OUTLIVING = `
watched=$1; shift
{ while kill -0 "$watched"; do sleep 0.5; done 2>/dev/null; } | sh -c "$@" &
`;

/**
 * Starts a server on 127.0.0.1 and waits until it accepts connections. It runs in a session of its
 * own: Ctrl-C in a terminal reaches the program, which then stops its server in its own order.
 *
 * @throws {Error} With the server's own last messages, if it does not start.
 */
export async function launchServer(launch: Launch): Promise<Launched> {
  const { dataFolder, logFile, account, until } = launch;
  const command = asAccount(account, [launch.program, ...serverArguments(launch)]);
  const supervisor = [SUPERVISOR, "sh", logFile, until?.folder ?? "", ...command];
  const child = new Deno.Command("sh", {
    args: until ? ["-c", OUTLIVING, "sh", String(until.pid), ...supervisor] : ["-c", ...supervisor],
    cwd: dataFolder,
    stdin: until ? "null" : "piped",
    stdout: "piped",
    stderr: "null",
    detached: true,
  }).spawn();
  const release = async () => {
    child.ref();
    if (!until) await child.stdin.close();
    await child.status;
  };
  const pid = Number(await new Response(child.stdout).text());
  if (until) await child.status;
  else child.unref();
  try {
    await untilReady(pid, launch);
  } catch (error) {
    signal(pid, "SIGQUIT");
    await release();
    throw error;
  }
  return { release };
}

async function untilReady(pid: number, { dataFolder, logFile }: Launch): Promise<void> {
  for (const end = Date.now() + START_LIMIT; Date.now() < end; await delay(20)) {
    const state = await readState(dataFolder);
    if (state?.pid === pid && state.ready) return;
    if (!await isRunning(pid)) {
      throw new Error(`PostgreSQL did not start: ${await lastMessages(logFile)}`);
    }
  }
  throw new Error(`PostgreSQL did not start in time: ${await lastMessages(logFile)}`);
}

function serverArguments({ dataFolder, port, account, settings }: Launch): string[] {
  const all = {
    log_destination: "stderr",
    ...settings,
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    lc_messages: "C",
  };
  return [
    "-D",
    folderArgument(dataFolder, account),
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/**
 * How another account names the folder it works in: its path may lead through folders that only
 * root can enter, but a process may always use the folder root started it in.
 */
export function folderArgument(folder: string, account: Account | null): string {
  return account ? "/proc/self/cwd" : folder;
}

/** A command as it is run by an account; `setpriv` comes with every Linux that has util-linux. */
export function asAccount(account: Account | null, command: string[]): string[] {
  if (!account) return command;
  const { uid, gid } = account;
  return ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--", ...command];
}

/**
 * Runs a command to its end.
 *
 * @throws {Error} With what it wrote, if it fails or cannot be found.
 */
export async function run(
  program: string,
  args: string[],
  { cwd }: { cwd: string },
): Promise<{ stdout: string }> {
  const output = await new Deno.Command(program, {
    args,
    cwd,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    detached: true,
  }).output();
  const decoder = new TextDecoder();
  const stdout = decoder.decode(output.stdout);
  if (output.success) return { stdout };
  const said = `${decoder.decode(output.stderr)}${stdout}`.trim();
  throw new Error(`${program} failed with code ${output.code}: ${said}`);
}

/** The server that a data folder names; null when it names none. */
export async function readState(dataFolder: string): Promise<ServerState | null> {
  try {
    const lines = (await Deno.readTextFile(join(dataFolder, "postmaster.pid"))).split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isSafeInteger(pid) || pid <= 0) return null;
    return { pid, port, ready: lines[7]?.trim() === "ready" };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * Stops the server that works in a data folder, if there is one: at once (`fast`), its clients
 * disconnected, its data written.
 *
 * @throws {Error} If it does not stop in time.
 */
export async function stopServer(dataFolder: string): Promise<void> {
  const state = await readState(dataFolder);
  if (!state) return;
  if (!await worksIn(state.pid, dataFolder)) {
    // The number now belongs to another program: the server was killed, or the machine restarted.
    await Deno.remove(join(dataFolder, "postmaster.pid")).catch(ignoreMissing);
    return;
  }
  for (const name of ["SIGINT", "SIGQUIT"] as const) {
    signal(state.pid, name);
    for (const end = Date.now() + STOP_LIMIT; Date.now() < end; await delay(20)) {
      if (!await isRunning(state.pid)) return;
    }
  }
  throw new Error(`PostgreSQL (process ${state.pid}) in ${dataFolder} does not stop: kill it`);
}

/** Whether a process is running and its working folder is this one. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (!await isRunning(pid)) return false;
  if (Deno.build.os !== "linux") {
    const { stdout } = await run("ps", ["-o", "command=", "-p", String(pid)], { cwd: folder });
    return stdout.includes(folder);
  }
  // Deno itself looks there only where it may do anything at all, and tests may not.
  const { success } = await new Deno.Command("sh", {
    args: ["-c", '[ "/proc/$1/cwd" -ef "$2" ]', "sh", String(pid), folder],
    stdin: "null",
    stdout: "null",
    stderr: "null",
    detached: true,
  }).output();
  return success;
}

/** Whether a process exists and has not ended; one that ended may wait to be collected. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    // Not ours to signal, but there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
  if (Deno.build.os !== "linux") return true;
  const stat = await readProcFile(`/proc/${pid}/stat`);
  return stat !== null && !/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
  try {
    Deno.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/** What a server's log says of its end, in one line. */
/** A server's last messages in one line: those that say why it ended, if there are any. */
export async function lastMessages(logFile: string): Promise<string> {
  const lines = (await Deno.readTextFile(logFile)).trim().split("\n");
  const telling = lines.filter((line) => /FATAL|PANIC|could not|not found|denied/.test(line));
  return (telling.length > 0 ? telling : lines).slice(-3)
    .map((line) => line.replace(/^\d.*?\[\d+\] [A-Z]+: +/, "")).join("; ") || "it said nothing";
}
