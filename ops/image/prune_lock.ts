/**
 * Run while an image is built: leaves in the lock file only what the members copied into it name,
 * less the packages given, which only tests use. Deno would fetch all that a lock holds. What stays
 * keeps its integrity hash.
 *
 *   deno run --no-config --no-lock --allow-read=. --allow-write=. prune_lock.ts fast-check
 */

/** What is read of a lock file, version 5. */
export interface Lock {
  version: string;
  specifiers: Record<string, string>;
  npm: Record<string, { dependencies?: string[]; optionalDependencies?: string[] }>;
  workspace?: unknown;
}

/** What is read of a deno.json. */
export interface Manifest {
  name?: string;
  imports?: Record<string, string>;
}

/** Name of the package in `npm:name@range`, `npm:/name@version/` or `name@version`. */
function nameOf(specifier: string): string {
  return specifier.replace(/^npm:\/?/, "").replace(/(?<=.)@.*$/, "");
}

/** The lock with these packages, and what they need, alone. */
export function pruneLock(lock: Lock, names: ReadonlySet<string>): Lock {
  const specifiers = Object.fromEntries(
    Object.entries(lock.specifiers).filter(([specifier]) => names.has(nameOf(specifier))),
  );
  const packages = new Set<string>();
  const keep = (id: string) => {
    const entry = lock.npm[id];
    if (entry === undefined || packages.has(id)) return;
    packages.add(id);
    for (const needed of [...entry.dependencies ?? [], ...entry.optionalDependencies ?? []]) {
      // A dependency stands without its version where the lock knows only one.
      for (const other of Object.keys(lock.npm)) {
        if (other === needed || nameOf(other) === needed) keep(other);
      }
    }
  };
  for (const [specifier, version] of Object.entries(specifiers)) {
    keep(`${nameOf(specifier)}@${version}`);
  }
  const npm = Object.fromEntries(Object.entries(lock.npm).filter(([id]) => packages.has(id)));
  // Deno writes the workspace's part anew, from the members that are there.
  const { workspace: _, ...rest } = lock;
  return { ...rest, specifiers, npm };
}

/** A manifest without these packages, which a lock no longer holds. */
export function pruneManifest(manifest: Manifest, left: ReadonlySet<string>): Manifest {
  if (manifest.imports === undefined) return manifest;
  const imports = Object.fromEntries(
    Object.entries(manifest.imports).filter(([, target]) => !left.has(nameOf(target))),
  );
  return { ...manifest, imports };
}

/** Paths of the manifests in a folder and two below it. */
async function findManifests(folder: string, depth = 2): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
    if (isFile && name === "deno.json") found.push(`${folder}/${name}`);
    if (isDirectory && depth > 0) {
      found.push(...await findManifests(`${folder}/${name}`, depth - 1));
    }
  }
  return found;
}

async function main(left: ReadonlySet<string>): Promise<void> {
  const names = new Set<string>();
  for (const path of await findManifests(".")) {
    const manifest = pruneManifest(JSON.parse(await Deno.readTextFile(path)), left);
    await Deno.writeTextFile(path, JSON.stringify(manifest, null, 2));
    for (const target of Object.values(manifest.imports ?? {})) {
      if (target.startsWith("npm:")) names.add(nameOf(target));
    }
  }
  const lock: Lock = JSON.parse(await Deno.readTextFile("deno.lock"));
  await Deno.writeTextFile("deno.lock", JSON.stringify(pruneLock(lock, names), null, 2));
}

if (import.meta.main) await main(new Set(Deno.args));
