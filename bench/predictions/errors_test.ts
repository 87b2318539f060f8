import { assertEquals } from "@std/assert";
import { errorsOf, quantileOf, thirdsOf } from "./errors.ts";

Deno.test("errorsOf() gives errors in per cent of the time that was run", () => {
  const predicted = (time: number) => ({ time, fastest: time - 15, slowest: time + 15 });
  const errors = errorsOf([
    { actual: 100, predicted: predicted(90) },
    { actual: 100, predicted: predicted(98) },
    { actual: 200, predicted: predicted(208) },
    { actual: 100, predicted: null },
    { actual: 100, predicted: predicted(120) },
  ]);
  // −10, −2, +4, +20 %; the last one lies outside of its interval.
  assertEquals(errors, {
    n: 5,
    none: 1,
    bias: 1,
    mae: 9,
    median_abs: 7,
    within_90: 17,
    coverage: 75,
  });
});

Deno.test("errorsOf() has no figures without an answer, and no coverage without an interval", () => {
  assertEquals(errorsOf([{ actual: 100, predicted: null }]), {
    n: 1,
    none: 1,
    bias: null,
    mae: null,
    median_abs: null,
    within_90: null,
    coverage: null,
  });
  const stated = errorsOf([{ actual: 100, predicted: { time: 99, fastest: null, slowest: null } }]);
  assertEquals([stated.bias, stated.coverage], [-1, null]);
});

Deno.test("quantileOf() runs straight between neighbors", () => {
  assertEquals(quantileOf([0, 10, 20, 40], 0.5), 15);
  assertEquals(quantileOf([], 0.5), null);
});

Deno.test("thirdsOf() deals out by time", () => {
  assertEquals(thirdsOf([300, 100, 200, 600, 500, 400]), [
    "middle",
    "fast",
    "fast",
    "slow",
    "slow",
    "middle",
  ]);
});
