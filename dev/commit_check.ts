/** Checks the messages of commits, or of the one that is being made. */
import {
  exitCodeOf,
  HELP_OPTION,
  printText,
  readCommandLine,
  say,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { findMessageProblems, readMessageFile } from "./commit_rules.ts";

const HELP =
  `Checks that the subjects of commits are conventional, and that refactor and perf have a body.

Usage: deno task commits [RANGE] [--message FILE]

  RANGE           what \`git log\` takes, e.g. main..HEAD; usually origin/main..HEAD, or the last
                  commit where there is no origin/main
  --message FILE  check the message in FILE instead, as git's commit-msg hook does

Merges are left out. Exit codes: 0 well written, 1 not, 2 wrong use.
`;
/** What stands between two commits, and between a commit's hash and its message. */
const [END, GAP] = ["\x1e", "\x1f"];

interface Commit {
  /** Short hash. */
  hash: string;
  message: string;
}

async function git(...args: string[]): Promise<{ ok: boolean; out: string; error: string }> {
  const { success, stdout, stderr } = await new Deno.Command("git", { args }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { ok: success, out: text(stdout), error: text(stderr) };
}

async function usualRange(): Promise<string[]> {
  const { ok } = await git("rev-parse", "--quiet", "--verify", "origin/main");
  return ok ? ["origin/main..HEAD"] : ["-1", "HEAD"];
}

async function readCommits(range: readonly string[]): Promise<Commit[]> {
  const format = `--format=%h${GAP}%B${END}`;
  const { ok, out, error } = await git("log", "--no-merges", format, ...range, "--");
  if (!ok) throw new UsageError(error.trim());
  return out.split(END).filter((entry) => entry.trim() !== "").map((entry) => {
    const [hash = "", message = ""] = entry.trimStart().split(GAP);
    return { hash, message };
  });
}

async function readMessage(file: string): Promise<Commit[]> {
  const text = await Deno.readTextFile(file).catch((cause) => {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new UsageError(cause.message, { cause });
  });
  const message = readMessageFile(text);
  return message === null ? [] : [{ hash: "this commit", message }];
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readCommandLine({
    args,
    allowPositionals: true,
    options: { message: { type: "string" }, help: HELP_OPTION },
  });
  if (values.help) {
    printText(HELP);
    return 0;
  }
  const [range, ...others] = positionals;
  if (others.length > 0 || range?.startsWith("-")) throw new UsageError("Give one range");
  const commits = values.message === undefined
    ? await readCommits(range === undefined ? await usualRange() : [range])
    : await readMessage(values.message);
  const wrong = commits.flatMap(({ hash, message }) =>
    findMessageProblems(message).map((problem) => `${hash}: ${problem}`)
  );
  for (const line of wrong) say(line);
  if (wrong.length > 0) say("CONTRIBUTING.md says how a commit is written");
  else if (values.message === undefined) say(`Well written: ${commits.length}`);
  return wrong.length > 0 ? 1 : 0;
}

if (import.meta.main) Deno.exit(await exitCodeOf(() => main(Deno.args)));
