import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { EngineEntry } from "./catalogue.ts";
import type { Query } from "./engine.ts";

/**
 * Measures an engine in a process of its own, on one core. What passes between the two, in lines:
 *
 * - the process tells `built PID` once it has read the file of people and made its index; PID is
 *   the process that does the work;
 * - it is asked by `SECONDS COUNT` and COUNT lines of a query as typed and in plain letters, parted
 *   by a tab;
 * - it takes one query after the other, until all are answered or the time is over, and only then
 *   writes a line for each, `MICROSECONDS`, a tab, and federation ids parted by spaces; at the end
 *   `done`.
 *
 * So neither this process nor the pipe is part of what is measured.
 */

/** Ticks of the system's clock of processor time a second: always this many on Linux. */
const TICKS = 100;
const KILOBYTES = 1024;

/** How an engine was measured. */
export interface EngineRun {
  /** Time of building, s: by the clock and of the processor. */
  buildSeconds: number;
  buildCpuSeconds: number | null;
  /** Queries that were answered within the time, and for each the federation ids found. */
  answers: string[][];
  /** Time of each answer, ms. */
  milliseconds: number[];
  /** Time of the processor for all answers, s. */
  cpuSeconds: number | null;
  /** Memory behind the last answer, and the most there was, MB. */
  rssMegabytes: number | null;
  peakMegabytes: number | null;
}

/** What an engine is asked, and how long at most. */
export interface Trial {
  peopleFile: string;
  /** An empty folder for what the engine writes. */
  folder: string;
  /** Asked before anything is measured, so that just-in-time compilers are done. */
  warmUp: readonly Query[];
  queries: readonly Query[];
  /** Longest times, s. */
  warmUpSeconds: number;
  seconds: number;
  env?: Record<string, string>;
}

/** A file that Linux has of a process; null elsewhere, and for a test, which may not read it. */
async function readProcessFile(pid: number, file: string): Promise<string | null> {
  if (Deno.build.os !== "linux") return null;
  try {
    return await Deno.readTextFile(`/proc/${pid}/${file}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return null;
    throw error;
  }
}

/** Time that a process took of processors, s. */
async function cpuSecondsOf(pid: number): Promise<number | null> {
  const stat = await readProcessFile(pid, "stat");
  if (stat === null) return null;
  // The name in parentheses may hold spaces. Fields 14 and 15 of proc(5): user and system.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Memory of a process as the system counts it, MB. */
async function megabytesOf(pid: number, field: "VmRSS" | "VmHWM"): Promise<number | null> {
  const status = await readProcessFile(pid, "status");
  const match = status?.match(new RegExp(`^${field}:\\s+(\\d+) kB`, "m"));
  return match ? Math.round(Number(match[1]) / KILOBYTES) : null;
}

/** The last of the cores that this process may use; null where that cannot be told. */
async function chooseCore(): Promise<string | null> {
  const status = await readProcessFile(Deno.pid, "status");
  return status?.match(/^Cpus_allowed_list:.*?(\d+)$/m)?.[1] ?? null;
}

/** A command that runs on one core only, where the system has a program for it. */
async function onOneCore(command: readonly string[]): Promise<string[]> {
  const core = await chooseCore();
  return core === null ? [...command] : ["taskset", "--cpu-list", core, ...command];
}

/** Puts a process that runs already on the core of the others. */
async function moveToOneCore(pid: number): Promise<void> {
  const core = await chooseCore();
  if (core === null) return;
  await new Deno.Command("taskset", {
    args: ["--cpu-list", "--pid", core, String(pid)],
    stdout: "null",
  }).output();
}

/** @throws {Error} If the engine's process ends before it has answered. */
export async function measureEngine(engine: EngineEntry, trial: Trial): Promise<EngineRun> {
  const { peopleFile, folder, warmUp, queries, warmUpSeconds, seconds, env = {} } = trial;
  const [program = "", ...args] = await onOneCore(engine.command({ peopleFile, folder }));
  const began = performance.now();
  const child = new Deno.Command(program, { args, env, stdin: "piped", stdout: "piped" }).spawn();
  const writer = child.stdin.getWriter();
  try {
    const lines = createInterface({ input: Readable.from(child.stdout) })[Symbol.asyncIterator]();
    const nextLine = async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The process of ${engine.title} ended before it had answered`);
      return value;
    };
    const ask = async (asked: readonly Query[], longest: number) => {
      const rows = asked.map(({ text, plainText }) => `${text}\t${plainText}\n`).join("");
      await writer.write(new TextEncoder().encode(`${longest} ${asked.length}\n${rows}`));
      const answers: string[] = [];
      for (;;) {
        const line = await nextLine();
        if (line === "done") return answers.map((answer) => answer.split("\t"));
        answers.push(line);
      }
    };
    const pid = Number((await nextLine()).replace("built ", ""));
    const buildSeconds = (performance.now() - began) / 1000;
    const buildCpuSeconds = await cpuSecondsOf(pid);
    if (pid !== child.pid) await moveToOneCore(pid);
    await ask(warmUp, warmUpSeconds);
    const before = await cpuSecondsOf(pid);
    const answers = await ask(queries, seconds);
    const after = await cpuSecondsOf(pid);
    return {
      buildSeconds,
      buildCpuSeconds,
      answers: answers.map(([, ids = ""]) => ids.split(" ").filter((id) => id !== "")),
      milliseconds: answers.map(([micros]) => Number(micros) / 1000),
      cpuSeconds: before === null || after === null ? null : after - before,
      rssMegabytes: await megabytesOf(pid, "VmRSS"),
      peakMegabytes: await megabytesOf(pid, "VmHWM"),
    };
  } finally {
    // At the end of what it reads it ends by itself; it may have done so before.
    await writer.close().catch(() => {});
    await child.status;
  }
}
