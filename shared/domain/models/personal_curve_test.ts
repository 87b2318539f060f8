import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { fitPersonalCurve, predictOnCurve, residualOf } from "./personal_curve.ts";

/** A runner whose odd one out is the 5 km. */
const RUNNER = [
  { distance: 1500, time: 270 },
  { distance: 5000, time: 1020 },
  { distance: 10_000, time: 2130 },
  { distance: 21_097.5, time: 4710 },
  { distance: 42_195, time: 10_080 },
];

function fit(records: Parameters<typeof fitPersonalCurve>[0]) {
  const curve = fitPersonalCurve(records);
  assert(curve.valid, JSON.stringify(curve));
  return curve;
}

Deno.test("fitPersonalCurve() agrees with the worked result", () => {
  const curve = fit([{ distance: 5000, time: 1320 }, { distance: 21_097.5, time: 6120 }]);
  assertAlmostEquals(curve.exponent, 1.065439, 5e-7);
  assertEquals([curve.count, curve.span, curve.rSquared], [2, 4.2195, 1]);
  assertEquals(curve.warnings, ["two-records"]);
  const prediction = predictOnCurve(curve, 10_000);
  assert(prediction.valid);
  // Two records leave no residual: the ends are those that runners showed.
  assert(prediction.fastest < prediction.time && prediction.time < prediction.slowest);
});

Deno.test("fitPersonalCurve() recovers the exponent of made-up records", () => {
  fc.assert(fc.property(
    fc.double({ min: 1.01, max: 1.2, noNaN: true }),
    fc.double({ min: 0.18, max: 0.3, noNaN: true }),
    fc.uniqueArray(fc.integer({ min: 2000, max: 18_000 }), { maxLength: 10 })
      .map((distances) => [1500, ...distances, 20_000]),
    (exponent, pace, distances) => {
      const records = distances.map((distance) => ({
        distance,
        time: pace * 1500 * (distance / 1500) ** exponent,
      }));
      const curve = fit(records);
      assertAlmostEquals(curve.exponent, exponent, 1e-6);
      assertAlmostEquals(curve.rSquared, 1, 1e-6);
      for (const record of records) {
        const answer = residualOf(curve, record);
        assert(answer.valid);
        assertAlmostEquals(answer.residual, 0, 1e-7);
      }
    },
  ));
});

Deno.test("predictOnCurve() grows with the distance, and its interval holds it", () => {
  fc.assert(fc.property(
    fc.uniqueArray(
      fc.record({
        distance: fc.integer({ min: 1500, max: 30_000 }),
        slower: fc.double({ min: 0.97, max: 1.03, noNaN: true }),
      }),
      { minLength: 3, maxLength: 10, selector: ({ distance }) => distance },
    ),
    fc.double({ min: 1000, max: 40_000, noNaN: true }),
    (runs, distance) => {
      const records = runs.map(({ distance, slower }) => ({
        distance,
        time: 240 * (distance / 1000) ** 1.07 * slower,
      }));
      const curve = fitPersonalCurve(records);
      if (!curve.valid) return;
      const near = predictOnCurve(curve, distance);
      const far = predictOnCurve(curve, distance * 1.01);
      if (!near.valid || !far.valid) return;
      assert(far.time > near.time);
      assert(near.fastest !== null && near.slowest !== null);
      assert(near.fastest <= near.time && near.time <= near.slowest);
    },
  ));
});

Deno.test("predictOnCurve() takes the interval of the residuals where it is the wider one", () => {
  // ln T = 0.01, −0.02, 0.01 about a line of slope 1.06: s² = 0.0006/1, and t of one degree of
  // freedom is 6.314.
  const records = [-1, 0, 1].map((x) => ({
    distance: 5000 * Math.exp(x / 2),
    time: 1200 * Math.exp(1.06 * x / 2 + (x === 0 ? -0.02 : 0.01)),
  }));
  const prediction = predictOnCurve(fit(records), 5000);
  assert(prediction.valid);
  assertAlmostEquals(prediction.time, 1200, 1e-6);
  const margin = 6.314 * Math.sqrt(0.0006) * Math.sqrt(1 + 1 / 3);
  assertAlmostEquals(Math.log(prediction.slowest / prediction.time), margin, 1e-9);
  assertAlmostEquals(Math.log(prediction.time / prediction.fastest), margin, 1e-9);
});

Deno.test("predictOnCurve() gives no figures where the records contradict each other", () => {
  const contradictions = [
    [[10_000, 2400], [15_000, 4200], [20_000, 5100]],
    [[5000, 1020], [7500, 1900], [10_000, 2100]],
  ] as const;
  for (const records of contradictions) {
    const curve = fitPersonalCurve(records.map(([distance, time]) => ({ distance, time })));
    if (!curve.valid) continue;
    const answer = predictOnCurve(curve, 42_195);
    assertEquals(answer.valid || answer.reason, "contradictory", JSON.stringify(records));
  }
});

Deno.test("residualOf() tells the odd one out", () => {
  const curve = fit(RUNNER);
  const residuals = RUNNER.map((record) => {
    const answer = residualOf(curve, record);
    assert(answer.valid);
    return answer.residual;
  });
  assertEquals(residuals.indexOf(Math.max(...residuals)), 1);
  assertAlmostEquals(residuals[1] ?? NaN, 0.016957, 5e-7);
  assertEquals(residualOf(curve, { distance: 800, time: 120 }).valid, false);
});

Deno.test("fitPersonalCurve() leaves out what is too short or too long", () => {
  const usual = fit(RUNNER);
  const more = fit([...RUNNER, { distance: 100, time: 11 }, { distance: 100_000, time: 40_000 }]);
  assertEquals(more, usual);
});

Deno.test("fitPersonalCurve() says why it says nothing", () => {
  const reasons = [
    [],
    [{ distance: 5000, time: 1200 }],
    [{ distance: 400, time: 60 }, { distance: 800, time: 130 }],
    [{ distance: 5000, time: 1200 }, { distance: 5000, time: 1210 }],
    [{ distance: 5000, time: 1200 }, { distance: 10_000, time: 1700 }],
    [{ distance: 5000, time: 1500 }, { distance: 10_000, time: 2400 }],
    [{ distance: 5000, time: 1200 }, { distance: 10_000, time: 2340 }],
    [{ distance: 5000, time: 1200 }, { distance: 10_000, time: 3300 }],
    [{ distance: 5000, time: 1200 }, { distance: 5500, time: 1350 }],
    [{ distance: 5000, time: 1200 }, { distance: 10_000, time: 1200 }],
  ].map((records) => {
    const curve = fitPersonalCurve(records);
    return curve.valid || curve.reason;
  });
  assertEquals(reasons, [
    "too-few-records",
    "too-few-records",
    "too-few-records",
    "equal-distances",
    "not-plausible",
    "not-plausible",
    "not-plausible",
    "not-plausible",
    "close-distances",
    "too-few-records",
  ]);
});

Deno.test("fitPersonalCurve() warns of a strange exponent and of a narrow span", () => {
  const steep = fit([{ distance: 5000, time: 1000 }, { distance: 10_000, time: 2400 }]);
  assertEquals(steep.warnings, ["unusual-exponent", "two-records"]);
  const narrow = fit([
    { distance: 5000, time: 1200 },
    { distance: 8000, time: 2000 },
    { distance: 9000, time: 2255 },
  ]);
  assertEquals(narrow.warnings, ["narrow-span"]);
});

Deno.test("fitPersonalCurve() counts the better of two tries over a distance", () => {
  const curve = fit([
    { distance: 5000, time: 1200 },
    { distance: 21_097.5, time: 5700 },
    { distance: 5000, time: 1320 },
    { distance: 21_097, time: 6120 },
  ]);
  assertEquals(curve.restsOn, [
    { distance: 5000, time: 1200 },
    { distance: 21_097.5, time: 5700 },
  ]);
});

Deno.test("fitPersonalCurve() rests on long runs where there are no others", () => {
  const curve = fit([{ distance: 21_097.5, time: 9000 }, { distance: 42_195, time: 19_800 }]);
  assertEquals(curve.extended, "effort-too-long");
  const ten = predictOnCurve(curve, 10_000);
  assertEquals(ten.valid && ten.extended, "effort-too-long");
});

Deno.test("predictOnCurve() is carried beyond 3.5 to 230 min, to what a human can run", () => {
  const curve = fit(RUNNER);
  const far = predictOnCurve(curve, 100_000);
  assertEquals(far.valid && far.extended, "effort-too-long");
  const short = predictOnCurve(curve, 1000);
  assertEquals(short.valid && short.extended, "effort-too-short");
  const sprint = predictOnCurve(curve, 400);
  assertEquals(sprint.valid || sprint.reason, "effort-too-short");
  assertThrows(() => predictOnCurve(curve, NaN), RangeError);
  assertThrows(() => fitPersonalCurve([{ distance: 0, time: 1 }]), RangeError);
});
