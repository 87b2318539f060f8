import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fitQuantile, pinballLoss, solve } from "./quantile_fit.ts";

const constantFit = (values: readonly number[], quantile: number) =>
  fitQuantile({
    quantile,
    tolerance: 1e-7,
    observed: Float64Array.from(values),
    evaluate: ([constant = 0]) => new Float64Array(values.length).fill(constant),
  }, [0])[0] ?? NaN;

Deno.test("fitQuantile() finds the median, which an outlier does not move", () => {
  assertAlmostEquals(constantFit([1, 2, 3, 4, 1000], 0.5), 3, 1e-3);
});

Deno.test("fitQuantile() finds other quantiles", () => {
  // Of 0, 1 … 1000, one in ten lies below 100, and one in twenty above 950.
  const values = Array.from({ length: 1001 }, (_, at) => at);
  assertAlmostEquals(constantFit(values, 0.1), 100, 2);
  assertAlmostEquals(constantFit(values, 0.95), 950, 2);
});

Deno.test("fitQuantile() finds the line through most points", () => {
  // y = 2x + 1 but for two of the points.
  const xs = [0, 1, 2, 3, 4, 5, 6, 7];
  const ys = xs.map((x) => x === 2 ? 50 : x === 6 ? -40 : 2 * x + 1);
  const [slope = NaN, intercept = NaN] = fitQuantile({
    quantile: 0.5,
    tolerance: 1e-7,
    observed: Float64Array.from(ys),
    evaluate: ([slope = 0, intercept = 0]) => Float64Array.from(xs, (x) => slope * x + intercept),
  }, [0, 0]);
  assertAlmostEquals(slope, 2, 1e-2);
  assertAlmostEquals(intercept, 1, 2e-2);
});

Deno.test("pinballLoss() counts what lies above by q and what lies below by 1 − q", () => {
  const problem = {
    quantile: 0.9,
    observed: Float64Array.of(3, -1),
    evaluate: () => Float64Array.of(1, 1),
  };
  // (0.9·2 + 0.1·2)/2.
  assertAlmostEquals(pinballLoss(problem, []), 1, 1e-12);
});

Deno.test("solve() solves a system that needs its lines exchanged", () => {
  // y = 3, x + y = 5.
  assertEquals(solve([[0, 1], [1, 1]], [3, 5]), [2, 3]);
});

Deno.test("fitQuantile() gives the same figures each time", () => {
  const values = [5, 3, 8, 1, 9, 2];
  assert(Object.is(constantFit(values, 0.3), constantFit(values, 0.3)));
});
