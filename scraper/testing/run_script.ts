import { fileURLToPath } from "node:url";

/** How a script of the scraper ended. */
export type Ended = { code: number; stdout: string; stderr: string };

/**
 * Starts a script of the scraper as a process of its own, with nothing of this one's environment.
 */
export function startScript(
  script: string,
  { args = [], env = {} }: { args?: readonly string[]; env?: Record<string, string> } = {},
): { ended: Promise<Ended>; kill(signal: Deno.Signal): void } {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--unstable-cron",
      "--allow-net",
      "--allow-env",
      "--allow-read",
      "--allow-sys",
      "--allow-write",
      fileURLToPath(new URL(`../${script}`, import.meta.url)),
      ...args,
    ],
    clearEnv: true,
    env: { HOME: Deno.env.get("HOME") ?? "/", PATH: Deno.env.get("PATH") ?? "", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const ended = child.output().then(({ code, stdout, stderr }) => {
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  });
  return { ended, kill: (signal) => child.kill(signal) };
}

/** Runs a script to its end. */
export function runScript(...how: Parameters<typeof startScript>): Promise<Ended> {
  return startScript(...how).ended;
}

/**
 * The message of the one log line a script wrote. @throws {SyntaxError} If it wrote more, or none.
 */
export function onlyMessage({ stderr }: Ended): string {
  return JSON.parse(stderr).message;
}
