import type { FreshPatch } from "../scripts/fresh/patch.ts";

const DIST = new URL("../", import.meta.resolve("fresh"));
/** What a line imports, or exports from another module. */
const SPECIFIER = /(?<=^(?:import|export) (?:[^"]* from )?")[^"]+(?=";$)/gm;

/**
 * Runs a module of the installed Fresh.
 *
 * @param file Its folder and name, e.g. `server/render.js`.
 * @param options.patch Changes it first, and what it imports; without one it is as installed.
 * @param options.standIns Addresses of modules to use in place of packages.
 */
export async function runFresh<Module>(
  file: string,
  { patch = () => null, standIns = {} }: {
    patch?: FreshPatch;
    standIns?: Readonly<Record<string, string>>;
  } = {},
): Promise<Module> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-fresh-" });
  /** Writes a module with what its imports are found by; the address. */
  const write = async (file: string): Promise<string> => {
    const code = await Deno.readTextFile(new URL(file, DIST));
    let written = patch(file, code) ?? code;
    for (const [specifier] of new Set(written.match(SPECIFIER)).entries()) {
      const address = await find(specifier, file);
      written = written.replaceAll(`"${specifier}";`, `"${address}";`);
    }
    const path = `${folder}/${file.replaceAll("/", "_")}`;
    await Deno.writeTextFile(path, written);
    return `file://${path}`;
  };
  const find = async (specifier: string, from: string): Promise<string> => {
    if (!specifier.startsWith(".")) return standIns[specifier] ?? import.meta.resolve(specifier);
    const { href } = new URL(specifier, new URL(from, DIST));
    const file = href.slice(DIST.href.length);
    const isPatched = patch(file, await Deno.readTextFile(new URL(href))) !== null;
    return isPatched ? await write(file) : href;
  };
  try {
    return await import(await write(file));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
