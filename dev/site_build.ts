import { join } from "node:path";
import { pathTo } from "./paths.ts";
import { siteBuildArgs } from "./processes.ts";
import { runToEnd } from "./service.ts";

/** Last file that a build of the site writes. */
const BUILT = pathTo("../web/.output/server/index.mjs");
/** What the site is built from. */
const SOURCES = ["../web", "../shared", "../deno.json", "../deno.lock"].map(pathTo);
/** Folders of sources that hold what was made from them. */
const MADE = new Set(["node_modules", ".output", ".fresh"]);

/** When a file, or the youngest file in a folder, was last changed, ms; 0 when there is none. */
async function changedAt(path: string): Promise<number> {
  const info = await Deno.stat(path);
  if (!info.isDirectory) return info.mtime?.getTime() ?? 0;
  let youngest = 0;
  for await (const { name } of Deno.readDir(path)) {
    if (!MADE.has(name)) youngest = Math.max(youngest, await changedAt(join(path, name)));
  }
  return youngest;
}

/** Whether a file exists and is as young as everything it is made from. */
export async function isUpToDate(made: string, sources: readonly string[]): Promise<boolean> {
  try {
    const madeAt = await changedAt(made);
    return madeAt >= Math.max(...await Promise.all(sources.map(changedAt)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Builds the site, unless it is built from what its sources are now.
 *
 * @param say Tells a person what happens.
 * @throws {ServiceError} When it cannot be built.
 */
export async function buildSite(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  if (await isUpToDate(BUILT, SOURCES)) return;
  say("Building the site");
  const build = { name: "build of the site", args: siteBuildArgs };
  await runToEnd(signal === undefined ? build : { ...build, signal });
}
