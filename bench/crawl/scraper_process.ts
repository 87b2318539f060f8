import { fileURLToPath } from "node:url";
import { programArgs } from "../dev/processes.ts";
import { readProcFile } from "@mypacer/shared/process/proc_file.ts";

/** A crawl that was run as a process of its own. */
export interface Crawled {
  seconds: number;
  /** Highest resident memory, MB. */
  rssMb: number;
  report: { state: string; counters: Record<string, number> };
}

/** How often a process's memory is looked at, ms. */
const LOOK_EVERY = 200;

/**
 * Runs the scraper's command line to its end.
 *
 * @param signal Ends it before.
 * @throws {SyntaxError} If it ends without a report.
 * @throws What the signal was aborted with, once the process has ended.
 */
export async function runCrawl(
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Crawled> {
  const began = performance.now();
  const process = new Deno.Command(Deno.execPath(), {
    args: programArgs(["scraper/cli.ts", "--no-check", ...args]),
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: { LOG_LEVEL: "warn", ...env },
    signal,
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let rssMb = 0;
  const looking = setInterval(async () => {
    rssMb = Math.max(rssMb, await peakMemory(process.pid));
  }, LOOK_EVERY);
  try {
    const { stdout } = await process.output();
    signal.throwIfAborted();
    const seconds = (performance.now() - began) / 1000;
    return { seconds, rssMb, report: JSON.parse(new TextDecoder().decode(stdout)) };
  } finally {
    clearInterval(looking);
  }
}

/** Highest resident memory of a process so far, MB; 0 where the system does not tell. */
async function peakMemory(pid: number): Promise<number> {
  // None where it ended meanwhile.
  const status = await readProcFile(`/proc/${pid}/status`) ?? "";
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
