import { assertEquals } from "@std/assert";
import { bestTries, spanOf, whyNoCurve } from "./tries.ts";

Deno.test("bestTries() keeps the better try over each distance, short to long", () => {
  const tries = [
    { distance: 10_000, time: 2700 },
    { distance: 5000, time: 1260 },
    { distance: 10_000, time: 2520 },
    { distance: 21_097, time: 5900 },
    { distance: 21_097.5, time: 6100 },
  ];
  assertEquals(bestTries(tries), [tries[1], tries[2], tries[3]]);
  assertEquals(bestTries([]), []);
});

Deno.test("whyNoCurve() says why results tell no curve", () => {
  const of = (...distances: number[]) => distances.map((distance) => ({ distance, time: 1200 }));
  const reason = (results: ReturnType<typeof of>, used = bestTries(results)) =>
    whyNoCurve(results, used, "2 to 20 min")?.reason ?? null;
  assertEquals(reason(of()), "too-few-records");
  assertEquals(reason(of(5000)), "too-few-records");
  assertEquals(reason(of(5000, 5000)), "equal-distances");
  assertEquals(reason(of(1500, 1609.344)), "close-distances");
  assertEquals(reason(of(5000, 5500)), "close-distances");
  assertEquals(reason(of(15_000, 21_097.5)), null);
  assertEquals(reason(of(5000, 10_000), of(5000)), "too-few-records");
  assertEquals(spanOf(of(5000, 20_000, 10_000)), 4);
});
