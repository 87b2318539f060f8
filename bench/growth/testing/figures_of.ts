import type { SizeFigures } from "../measure_size.ts";

/** Figures of a size as they might be; what a test says nothing of is 1. */
export function figuresOf(
  { athletes, rssMb, readyCpu, cpuMs, p95 }: {
    athletes: number;
    rssMb: number;
    readyCpu: number;
    cpuMs: number;
    p95: number;
  },
): SizeFigures {
  return {
    athletes,
    clubs: 1,
    index: { words: 1, nameBytes: 1, entries: 1, indexMb: 1, buildCpu: 1, peakMb: 1 },
    search: {
      readySeconds: 1,
      readyCpu,
      rssMb,
      p50: 1,
      p95,
      p99: 1,
      rps: 1,
      errors: 0,
      cpuMs,
      cpuMsByKind: { exact: cpuMs, typo_both: 2 * cpuMs },
    },
    databaseMb: athletes < 5_000_000 ? 500 : null,
  };
}
