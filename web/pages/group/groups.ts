/** Runners of a sheet in groups of about the same speed. */
import type { GroupRunner } from "./group_runners.ts";

/** A group: its runners in the order of the list, and its slowest and fastest VMA, km/h. */
export interface RunnerGroup {
  runners: GroupRunner[];
  slowest: number;
  fastest: number;
}

/**
 * Splits runners into groups by VMA, fastest first. Sizes differ by one at most; the faster groups
 * are the larger ones. There are no more groups than runners.
 */
export function groupsOf(runners: readonly GroupRunner[], count: number): RunnerGroup[] {
  const sorted = runners.toSorted((a, b) => b.vma - a.vma);
  const groups: RunnerGroup[] = [];
  for (let left = Math.min(count, sorted.length), at = 0; left > 0; left--) {
    const size = Math.ceil((sorted.length - at) / left);
    const members = new Set(sorted.slice(at, at + size));
    const speeds = [...members].map(({ vma }) => vma);
    groups.push({
      runners: runners.filter((runner) => members.has(runner)),
      slowest: Math.min(...speeds),
      fastest: Math.max(...speeds),
    });
    at += size;
  }
  return groups;
}
