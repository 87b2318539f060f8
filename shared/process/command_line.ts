/** What the programs of the command line have in common. */
import { parseArgs, type ParseArgsConfig } from "node:util";

/** What whoever called can put right: told in one line, without a stack. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The option that every program has. */
export const HELP_OPTION = { type: "boolean", short: "h" } as const;

/**
 * Reads a command line, as `parseArgs` of `node:util` does.
 *
 * @throws {UsageError} If an option is unknown or lacks its value.
 */
export function readCommandLine<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Reads an option's value as a whole number.
 *
 * @param name The option, without its dashes.
 * @param limits The least and the greatest number accepted; from 1 unless given.
 * @throws {UsageError} If it is none, or not within the limits.
 */
export function wholeNumber(
  name: string,
  text: string,
  { from = 1, to = 999_999_999 }: { from?: number; to?: number } = {},
): number {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
  if (value >= from && value <= to) return value;
  throw wrongValue(name, { text, accepted: `a whole number from ${from} to ${to}` });
}

/** The error of an option whose value is not understood: what was given, and what is accepted. */
export function wrongValue(
  name: string,
  { text, accepted }: { text: string; accepted: string },
): UsageError {
  return new UsageError(`--${name}: "${text.slice(0, 60)}" was given; accepted: ${accepted}`);
}

/**
 * Runs a program; wrong use is told in one line.
 *
 * @param main Its exit code may be left out where it is 0.
 * @returns Its exit code, 2 for wrong use.
 */
export async function exitCodeOf(main: () => Promise<number | void>): Promise<number> {
  try {
    return await main() ?? 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    return 2;
  }
}

/** Writes a line to stdout. */
export function print(line: string): void {
  write(Deno.stdout, `${line}\n`);
}

/** Writes a text to stdout that ends its last line itself. */
export function printText(text: string): void {
  write(Deno.stdout, text);
}

/** Tells whoever called a line: on stderr, so that what is printed can be passed on. */
export function say(line: string): void {
  write(Deno.stderr, `${line}\n`);
}

function write(stream: { writeSync(bytes: Uint8Array): number }, text: string): void {
  let bytes = new TextEncoder().encode(text);
  // A pipe may take less than all at once.
  while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
}

/**
 * A signal that is aborted by SIGINT or SIGTERM; a second one ends the process at once, with 130.
 *
 * @param what What is interrupted, e.g. "The crawl".
 */
export function abortOnSignals(what: string): AbortSignal {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(name, () => {
      if (interruption.signal.aborted) Deno.exit(130);
      interruption.abort(new Error(`${what} was interrupted by ${name}`));
    });
  }
  return interruption.signal;
}
