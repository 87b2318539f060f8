import { assert, assertStringIncludes, assertThrows } from "@std/assert";
import { growthChart } from "./growth_chart.ts";
import { figuresOf } from "./testing/figures_of.ts";

Deno.test("growthChart() tells in words what its lines show", () => {
  const svg = growthChart([
    figuresOf({ athletes: 1_000_000, rssMb: 200, readyCpu: 0.5, cpuMs: 0.4, p95: 2 }),
    figuresOf({ athletes: 10_000_000, rssMb: 1700, readyCpu: 2, cpuMs: 0.6, p95: 3 }),
  ]);
  assertStringIncludes(
    svg,
    "From 1 M to 10 M people, 10 × as many: API, memory 8.5 ×, CPU until ready 4 ×, " +
      "CPU of a search 1.5 ×, p95, 8 clients 1.5 ×.",
  );
  assertStringIncludes(svg, '<title id="title">');
  assertStringIncludes(svg, "prefers-color-scheme: dark");
});

Deno.test("growthChart() keeps names apart that belong to lines of one height", () => {
  const svg = growthChart([
    figuresOf({ athletes: 1_000_000, rssMb: 1, readyCpu: 1, cpuMs: 1, p95: 1 }),
    figuresOf({ athletes: 10_000_000, rssMb: 2, readyCpu: 2, cpuMs: 2, p95: 2 }),
  ]);
  const heights = [...svg.matchAll(/class="n\d" x="530" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  assert(heights.length === 4, `${heights}`);
  const sorted = heights.toSorted((a, b) => a - b);
  for (const [at, height] of sorted.entries()) {
    const former = sorted[at - 1];
    assert(former === undefined || height - former >= 18, `${sorted}`);
  }
});

Deno.test("growthChart() refuses a single size", () => {
  const one = figuresOf({ athletes: 1000, rssMb: 1, readyCpu: 1, cpuMs: 1, p95: 1 });
  assertThrows(() => growthChart([one]), RangeError, "fewer than two sizes");
});
