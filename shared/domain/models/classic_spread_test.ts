import { assert, assertAlmostEquals } from "@std/assert";
import { classicSpread } from "./classic_spread.ts";
import { CLASSIC_SPREADS, SPREAD_MODELS } from "./classic_spread_figures.ts";
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";

Deno.test("classicSpread() gives the quantiles of the sample from half marathon to marathon", () => {
  // 90 % of the sample ran 1.7 % faster to 25.1 % slower than Riegel's formula says of their half.
  const { fastest, slowest } = classicSpread("riegel", HALF_MARATHON, MARATHON);
  assertAlmostEquals(fastest, 0.983, 0.005);
  assertAlmostEquals(slowest, 1.25, 0.015);
});

Deno.test("classicSpread() changes sides towards a much shorter distance", () => {
  // ln 8.439 is far: e^(−2.133/0.2) is nothing.
  const there = classicSpread("cameron", 5000, MARATHON);
  const back = classicSpread("cameron", MARATHON, 5000);
  assertAlmostEquals(there.fastest * back.slowest, 1, 1e-5);
  assertAlmostEquals(there.slowest * back.fastest, 1, 1e-5);
});

Deno.test("classicSpread() does not jump where one distance passes the other", () => {
  for (const model of SPREAD_MODELS) {
    const [just, same] = [
      classicSpread(model, 10_000, 9_999.99),
      classicSpread(model, 10_000, 10_000),
    ];
    assertAlmostEquals(just.fastest, same.fastest, 1e-5);
    assertAlmostEquals(just.slowest, same.slowest, 1e-5);
  }
});

Deno.test("classicSpread() has both ends on their sides, apart by less than 1 to 2", () => {
  for (const model of SPREAD_MODELS) {
    for (const from of [800, 5000, 10_000, HALF_MARATHON, MARATHON, 100_000]) {
      for (const to of [800, 5000, 10_000, HALF_MARATHON, MARATHON, 100_000]) {
        const { fastest, slowest } = classicSpread(model, from, to);
        assert(fastest < 1 && 1 < slowest && slowest < 2 * fastest, `${model} ${from} ${to}`);
      }
    }
  }
});

Deno.test("classicSpread() grows with the way, and leaves little over the same distance", () => {
  for (const model of SPREAD_MODELS) {
    const width = (to: number) => {
      const { fastest, slowest } = classicSpread(model, 10_000, to);
      return Math.log(slowest / fastest);
    };
    const widths = [10_000, 10_500, 15_000, HALF_MARATHON, MARATHON].map(width);
    assert(widths.every((w, at) => at === 0 || w > (widths[at - 1] ?? NaN)), `${model} ${widths}`);
    // 0.35 of what the figures say of no way at all.
    const { below, above } = CLASSIC_SPREADS[model];
    assertAlmostEquals(widths[0] ?? NaN, 0.35 * (above.base - below.base), 1e-9);
  }
});
