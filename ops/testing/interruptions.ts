/**
 * Scripts that are ended at random moments under load, and what must hold after the next command.
 */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { RunningInstallation } from "./running_installation.ts";
import { findTool } from "./tools.ts";
import { printedSeed, Random } from "@mypacer/shared/testing/random.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

/** Longest that a script takes on a busy machine, ms: it starts and checks new containers. */
const SCRIPT_TIMEOUT_MS = 600_000;

/** Ways in which a script ends before its time. */
const SIGNALS = {
  "TERM": "SIGTERM",
  "TERM to all": "SIGTERM",
  "lost connection": "SIGHUP",
  "closed pipe": null,
  "KILL": "SIGKILL",
  "KILL to all": "SIGKILL",
} as const;
export type Ending = keyof typeof SIGNALS;
export const ENDINGS: readonly Ending[] = [
  "TERM",
  "TERM to all",
  "lost connection",
  "closed pipe",
  "KILL",
  "KILL to all",
];

/** Step that a change of release, or a restore, has reached. */
const stepOf = async (installation: RunningInstallation, script: string): Promise<string> => {
  const record = script === "restore" ? "restore" : "change";
  return /^STEP=(.*)$/m.exec(await installation.record(record))?.[1] ?? "settled";
};

/**
 * Runs a script and ends it, if it has not ended by then.
 *
 * @param step Step to wait for first; null to count from the beginning.
 * @param after Milliseconds from there.
 * @returns Step in which it was ended; "through" when it had ended by itself.
 */
export async function interrupt(
  installation: RunningInstallation,
  { script, args, ending, step, after }: {
    script: string;
    args: readonly string[];
    ending: Ending;
    step: string | null;
    after: number;
  },
): Promise<string> {
  const child = installation.begin(script, ...args);
  const messages = child.stderr.getReader();
  const ended = child.status;
  let through = false;
  void ended.then(() => through = true);
  if (step !== null) {
    const isThere = async () => through || await stepOf(installation, script) === step;
    await until(`the step "${step}" of ${script}, or its end`, isThere, {
      timeout: SCRIPT_TIMEOUT_MS,
    });
  }
  await Promise.race([ended, new Promise((done) => setTimeout(done, after))]);
  if (through) {
    while (!(await messages.read()).done);
    return "through";
  }
  const reached = await stepOf(installation, script);
  // What nobody reads any more is what a lost connection is to the script; a terminal adds a
  // signal.
  if (ending === "lost connection" || ending === "closed pipe") await messages.cancel();
  const signal = SIGNALS[ending];
  if (signal !== null) {
    // The script leads its group: a terminal's signal reaches what it started as well.
    const alone = ending === "KILL" || ending === "TERM";
    try {
      Deno.kill(alone ? child.pid : -child.pid, signal);
    } catch (error) {
      // It ended by itself just now.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  while (!(await messages.read()).done);
  await ended;
  return reached;
}

/**
 * Color that nginx names, the notes say and the containers are of. @throws {AssertionError} Where
 * they differ.
 */
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
  const others = /^! (no crawl|no backup|the disk)/;
  const troubles = async () => {
    const { stdout } = await installation.run("status");
    return stdout.split("\n").filter((line) => line.startsWith("!") && !others.test(line));
  };
  // On a machine that is busy with other tests an answer may come late; what is broken stays so.
  await untilEquals(troubles, []);
  return color;
}

/** How many interruptions a test makes, and what repeats it. */
export interface Interruptions {
  /** Of each script: KILLS, or 2. */
  kills: number;
  /** KILL_SEED, or another one each time. */
  seed: number;
  random: Random;
}

/** Reads how long a test goes on and what repeats it, and prints the seed. */
export function readInterruptions(): Interruptions {
  const seed = printedSeed("KILL_SEED");
  return { kills: Number(Deno.env.get("KILLS") ?? 2), seed, random: new Random(seed) };
}

/** Prints what repeats a run, or what came of it. */
export function tell(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}
