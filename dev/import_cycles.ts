/** Files that import each other, directly or by way of others, types included. */

/** Which files each file imports, by path from the root. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** What an import statement, or an `import()`, names. */
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)["']([^"'\n]+)["']/g;
/** Examples in comments import what they show. */
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** Files that a source names, of those given. */
export function importedFiles(
  file: string,
  { source, files }: { source: string; files: ReadonlySet<string> },
): Set<string> {
  const found = new Set<string>();
  for (const [, specifier = ""] of source.replaceAll(COMMENT, "").matchAll(IMPORT)) {
    const path = specifier.startsWith("@mypacer/")
      ? specifier.slice("@mypacer/".length)
      : specifier.startsWith(".")
      ? new URL(specifier, `file:///${file}`).pathname.slice(1)
      : null;
    if (path !== null && files.has(path)) found.add(path);
  }
  return found;
}

/**
 * Finds groups of files of which each reaches all others of its group. Tarjan's algorithm: one walk
 * through the graph.
 *
 * @returns Groups of two files or more, each sorted; `[]` when imports run one way.
 */
export function findCycles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    let low = order.size;
    order.set(file, low);
    stack.push(file);
    onStack.add(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (onStack.has(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === order.get(file)) {
      const group = stack.splice(stack.indexOf(file));
      for (const each of group) onStack.delete(each);
      if (group.length > 1) cycles.push(group.sort());
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
