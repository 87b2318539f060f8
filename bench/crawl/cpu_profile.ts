/** A node of a CPU profile: a function as one caller reached it. */
export interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string };
  children?: number[] | undefined;
}

/** A CPU profile as V8's inspector makes it (Chrome DevTools Protocol, domain Profiler). */
export interface CpuProfile {
  nodes: ProfileNode[];
  /** Ids of the nodes that were at work, one a sample. */
  samples?: number[] | undefined;
  /** Time before each sample, µs. */
  timeDeltas?: number[] | undefined;
}

/** What a function is part of, by its address; null = part of whatever called it. */
export type PartOf = (url: string) => string | null;

/** V8's own names for what is no function of the program. */
const NO_FUNCTION: Record<string, string> = {
  "(idle)": "idle",
  "(garbage collector)": "garbage",
  "(program)": "native",
};

/**
 * Adds up how long the main thread worked for each part of a program: a sample counts for the
 * innermost function that is part of one.
 *
 * @returns Seconds by part; `idle`, `garbage`, `native` (outside any function) and `other` besides.
 */
export function secondsByPart(profile: CpuProfile, partOf: PartOf): Record<string, number> {
  const parts = nameParts(profile.nodes, partOf);
  const seconds: Record<string, number> = {};
  profile.samples?.forEach((node, at) => {
    const part = parts.get(node) ?? "other";
    seconds[part] = (seconds[part] ?? 0) + (profile.timeDeltas?.[at] ?? 0) / 1_000_000;
  });
  return seconds;
}

/** The part of each node. Parents come before their children. */
function nameParts(nodes: readonly ProfileNode[], partOf: PartOf): Map<number, string> {
  const parts = new Map<number, string>();
  const inherited = new Map<number, string>();
  for (const { id, callFrame: { functionName, url }, children = [] } of nodes) {
    const part = NO_FUNCTION[functionName] ?? partOf(url) ?? inherited.get(id);
    if (part === undefined) continue;
    parts.set(id, part);
    for (const child of children) inherited.set(child, part);
  }
  return parts;
}
