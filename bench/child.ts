import { fileURLToPath } from "node:url";

/** Longest wait until a process answers, ms. */
const READY_WITHIN = 60_000;
const POLL_EVERY = 10;

/** A process of the platform that is measured. */
export interface Child extends AsyncDisposable {
  /** Seconds from its start to its first answer. */
  readyAfter: number;
  /** Its process id. */
  pid: number;
}

/**
 * Starts a program of this repository and waits until an address of it answers.
 *
 * @param program Path from the root and arguments, e.g. `["api/main.ts"]`.
 * @throws {Error} When it ends before, or does not answer within a minute.
 */
export async function startChild(
  program: readonly string[],
  { readyUrl, env = {}, allow = [] }: {
    readyUrl: string;
    env?: Record<string, string>;
    /** Further permissions, e.g. `--allow-write=/tmp/folder`. */
    allow?: readonly string[];
  },
): Promise<Child> {
  const began = performance.now();
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      "--allow-env",
      "--allow-read",
      ...allow,
      ...program,
    ],
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    // A benchmark reads all of the directory, and from one address.
    env: {
      LOG_LEVEL: "warn",
      DIRECTORY_SHARE_PER_DAY: "0",
      YOUNGEST_LISTED: "BB",
      ...env,
    },
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  let ended = false;
  const status = process.status.then(() => ended = true);
  const stop = async () => {
    if (!ended) process.kill("SIGTERM");
    await status;
  };
  try {
    await answers(readyUrl, () => ended);
  } catch (error) {
    await stop();
    throw error;
  }
  const readyAfter = (performance.now() - began) / 1000;
  return { readyAfter, pid: process.pid, [Symbol.asyncDispose]: stop };
}

async function answers(url: string, ended: () => boolean): Promise<void> {
  for (const end = Date.now() + READY_WITHIN; Date.now() < end;) {
    if (ended()) throw new Error(`What should answer at ${url} ended instead`);
    try {
      const response = await fetch(url);
      await response.body?.cancel();
      if (response.ok) return;
    } catch (error) {
      // Not listening yet is what this loop waits out.
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
  throw new Error(`Nothing answers at ${url} within ${READY_WITHIN / 1000} s`);
}
