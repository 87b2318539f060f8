/** Scripts that are ended at random moments under load, and what must hold after the next command. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { RunningInstallation } from "./running_installation.ts";
import { findTool } from "./tools.ts";

/** Ways in which a script ends before its time. */
export const ENDINGS = [
  "TERM",
  "TERM to all",
  "lost connection",
  "KILL",
  "KILL to all",
] as const;
export type Ending = typeof ENDINGS[number];

/** Numbers from 0 to 1 that a seed repeats. Source: mulberry32, T. Ettinger, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs a script and ends it after `after` milliseconds, if it has not ended by then. */
export async function interrupt(
  installation: RunningInstallation,
  { script, args, ending, after }: {
    script: string;
    args: readonly string[];
    ending: Ending;
    after: number;
  },
): Promise<void> {
  const child = installation.begin(script, ...args);
  let through = false;
  const errors = child.stderr.getReader();
  const ended = child.status.then(() => through = true);
  await Promise.race([ended, new Promise((done) => setTimeout(done, after))]);
  if (!through) {
    // The script leads its group: a terminal's signal reaches what it started as well.
    const group = -child.pid;
    // What nobody reads any more is what a lost connection is to the script.
    if (ending === "lost connection") await errors.cancel();
    const signal = ending === "lost connection"
      ? "SIGHUP"
      : ending.startsWith("KILL")
      ? "SIGKILL"
      : "SIGTERM";
    try {
      Deno.kill(ending === "KILL" || ending === "TERM" ? child.pid : group, signal);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  if (ending !== "lost connection" || through) { while (!(await errors.read()).done); }
  await ended;
}

/** Color that nginx names, the notes say and the containers are of. @throws {AssertionError} Where they differ. */
export async function assertAgreement(installation: RunningInstallation): Promise<string> {
  const live = await installation.record("live");
  const color = /^COLOR=(\w+)$/m.exec(live)?.[1] ?? "nothing";
  const upstreams = await Deno.readTextFile(installation.nginx.upstreamFile);
  const green = color === "green" ? "-green" : "";
  assertEquals(
    Array.from(upstreams.matchAll(/127\.0\.0\.1:(\d+);/g), ([, port]) => Number(port)),
    [installation.ports[`api${green}`], installation.ports[`web${green}`]],
    `nginx names another color than ${color}`,
  );
  const running = await installation.running();
  assertEquals(running.toSorted(), [`api${green}`, "scraper", `web${green}`]);
  assertEquals(await installation.record("change"), "");
  const lock = await new Deno.Command(findTool("flock") ?? "flock", {
    args: ["-n", join(installation.folder, "releases/lock"), "true"],
  }).output();
  assertEquals(lock.code, 0, "the lock is held");
  const status = await installation.run("status");
  const others = /^! (no crawl|no backup|the disk)/;
  assertEquals(
    status.stdout.split("\n").filter((line) => line.startsWith("!") && !others.test(line)),
    [],
  );
  return color;
}
