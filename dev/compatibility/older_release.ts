/**
 * Runs the tests of an older release on this release's schema: what serves while a migration is
 * applied, and after a rollback, is older code over a newer schema.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  exitCodeOf,
  HELP_OPTION,
  printText,
  readCommandLine,
  say,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { pathTo } from "../paths.ts";
import { MEMBERS_WITH_STATEMENTS } from "./record_needs.ts";

const HELP = `Runs the tests of an older release on this release's schema.

Usage: deno task db:compatibility [REF]

  REF  tag, branch or commit; by default the latest tag vX.Y.Z, and before the first one the commit before the newest
       day of migrations

Takes the release's files out of git, puts this release's migrations in place of its own, and runs its tests of
everything that reads or writes the database. Exit codes: 0 they pass, 1 one fails, 2 wrong use, 3 there is no older
release in this clone (a shallow one: git fetch --unshallow --tags).
`;

const MIGRATIONS = "shared/database/migrations";
const decoder = new TextDecoder();

/** What git answers, or null where it refuses. */
async function git(...args: string[]): Promise<string | null> {
  const { success, stdout } = await new Deno.Command("git", {
    args,
    cwd: pathTo("../"),
    stderr: "null",
  }).output();
  const text = decoder.decode(stdout).trim();
  return success && text !== "" ? text : null;
}

/** The commit of an older release, or null where this clone does not hold it. */
async function findOlderRelease(): Promise<string | null> {
  const tag = await git("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", "HEAD^");
  if (tag !== null) return tag;
  const names: string[] = [];
  for await (const { name } of Deno.readDir(pathTo(`../${MIGRATIONS}`))) names.push(name);
  const newestDay = names.sort().at(-1)?.slice(0, 8) ?? "";
  const added = await git(
    "log",
    "--diff-filter=A",
    "--format=%H",
    "--reverse",
    "--",
    `${MIGRATIONS}/${newestDay}_*`,
  );
  const [first] = added?.split("\n") ?? [];
  return first === undefined ? null : await git("rev-parse", `${first}^`);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile) await Deno.copyFile(join(from, name), join(to, name));
  }
}

/** Runs a program to its end; its messages are this process's. */
const run = async (program: string, args: string[], cwd: string): Promise<boolean> =>
  (await new Deno.Command(program, { args, cwd }).spawn().status).success;

async function main(args: string[]): Promise<number> {
  const { values, positionals: [tag, ...more] } = readCommandLine({
    args,
    options: { help: HELP_OPTION },
    allowPositionals: true,
  });
  if (values.help) {
    printText(HELP);
    return 0;
  }
  if (more.length > 0) throw new UsageError("One REF at most; see --help");
  const ref = tag ?? await findOlderRelease();
  if (ref === null) {
    say("There is no older release in this clone; git fetch --unshallow --tags brings one");
    return 3;
  }
  const commit = await git("rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`);
  if (commit === null) throw new UsageError(`${ref} is no commit of this clone`);
  say(`Tests of ${await git("log", "-1", "--format=%h (%cs, %s)", commit)} on this schema`);
  const folder = await Deno.makeTempDir({ prefix: "mypacer-older-release-" });
  try {
    const archive = join(folder, "release.tar");
    const release = join(folder, "release");
    await Deno.mkdir(release);
    if (
      !await run("git", ["archive", `--output=${archive}`, commit], pathTo("../")) ||
      !await run("tar", ["--extract", "--file", archive], release)
    ) return 1;
    await Deno.remove(join(release, MIGRATIONS), { recursive: true });
    await copyFolder(pathTo(`../${MIGRATIONS}`), join(release, MIGRATIONS));
    if (!await run(Deno.execPath(), ["install", "--quiet"], release)) return 1;
    const tests = ["test", "-A", "--no-check", "--parallel", "--reporter=dot"];
    // A release may be older than one of the folders.
    const folders = MEMBERS_WITH_STATEMENTS.filter((folder) => existsSync(join(release, folder)));
    return await run(Deno.execPath(), [...tests, ...folders], release) ? 0 : 1;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) Deno.exit(await exitCodeOf(() => main(Deno.args)));
