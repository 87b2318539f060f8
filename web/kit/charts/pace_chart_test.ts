import { assertEquals } from "@std/assert";
import { CHART_SIZES, layChart } from "./pace_chart.ts";

Deno.test("a picture for a phone names 10 km and the marathon rather than what lies beside them", () => {
  const runs = [100, 800, 1500, 5000, 10_000, 21_097.5, 42_195, 50_000]
    .map((distance) => ({ distance, time: distance / 4 }));
  assertEquals(layChart(runs, CHART_SIZES.narrow)?.distances, [100, 400, 1500, 10_000, 42_195]);
  // Where there is room, all of them.
  assertEquals(layChart(runs, CHART_SIZES.wide)?.distances.includes(21_097.5), true);
});
