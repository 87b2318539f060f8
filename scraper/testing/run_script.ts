import { fileURLToPath } from "node:url";

/** How a script of the scraper ended. */
export type ScriptResult = { code: number; stdout: string; stderr: string };

/**
 * Starts a script of the scraper as a process of its own, with nothing of this one's environment.
 */
export function startScript(
  script: string,
  { args = [], env = {} }: { args?: readonly string[]; env?: Record<string, string> } = {},
): { result: Promise<ScriptResult>; kill(signal: Deno.Signal): void } {
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
  const result = child.output().then(({ code, stdout, stderr }) => {
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  });
  return { result, kill: (signal) => child.kill(signal) };
}

/** Runs a script to its end. */
export function runScript(...options: Parameters<typeof startScript>): Promise<ScriptResult> {
  return startScript(...options).result;
}

/**
 * The message of the one log line a script wrote. @throws {SyntaxError} If it wrote more, or none.
 */
export function onlyMessage({ stderr }: ScriptResult): string {
  return JSON.parse(stderr).message;
}
