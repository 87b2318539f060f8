import { assertEquals } from "@std/assert";
import { backoff } from "./backoff.ts";

Deno.test("backoff() doubles, leaves the upper half to chance, and ends at the longest", () => {
  const at = (failures: number, chance: number) =>
    backoff(failures, { first: 1000, longest: 60_000, random: () => chance });
  assertEquals([at(0, 0), at(0, 0.5), at(1, 0), at(3, 0)], [500, 750, 1000, 4000]);
  assertEquals([at(20, 0), at(2000, 0.5)], [30_000, 45_000]);
});

Deno.test("backoff() without chance is exact", () => {
  const at = (failures: number) => backoff(failures, { first: 100, longest: 5000 });
  assertEquals([0, 1, 5, 6, 600].map(at), [100, 200, 3200, 5000, 5000]);
});
