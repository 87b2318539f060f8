/**
 * What the site needs otherwise than this alpha of Fresh does it: one patch a file in this folder,
 * each with a test that fails on the day Fresh does it itself. A patch stops the build when what it
 * changes is gone, so that a new version of Fresh is looked at instead of trusted.
 */
import type { Plugin } from "vite";

/**
 * Changes a module of Fresh.
 *
 * @param file Its folder and name, e.g. `server/render.js`.
 * @returns The changed code; null for a module that this patch leaves alone.
 * @throws {Error} If the module does not hold what is to be changed.
 */
export type FreshPatch = (file: string, code: string) => string | null;

/** What stands in a module of Fresh, and what is put in its place. */
type Change = readonly [from: string | RegExp, to: string];

/** Makes the changes that a patch has for a module. */
export function changeModule(
  { file, code }: { file: string; code: string },
  changes: Readonly<Record<string, readonly Change[]>>,
): string | null {
  return changes[file]?.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`Fresh's ${file} changed: it has no ${from}`);
    return after;
  }, code) ?? null;
}

/** The plugin of the build that makes a patch's changes. */
export function patchFresh(patch: FreshPatch): Plugin {
  return {
    name: patch.name,
    transform: {
      filter: { id: /@frsh.+\/dist\/(?:client|server)\/\w+\.js(?:\?|$)/ },
      handler(code, id) {
        const file = id.replace(/\?.*/, "").split("/").slice(-2).join("/");
        const changed = patch(file, code);
        return changed === null ? null : { code: changed, map: null };
      },
    },
  };
}
