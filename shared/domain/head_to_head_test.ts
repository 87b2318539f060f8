import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { compareRunners, type Contender, findCrossovers, gapBetween } from "./head_to_head.ts";
import type { RunRecord } from "./run_record.ts";

function run(distance: number, time: number, discipline: RunRecord["discipline"] = "road") {
  return { distance, time, discipline, event: `${discipline} ${distance}`, date: "2025-06-01" };
}

function contender(runs: RunRecord[], facts: Partial<Contender> = {}): Contender {
  return { runs, sex: "M", birthYear: 1995, minor: false, ...facts };
}

Deno.test("compareRunners() takes the distances that all have run, short to long", () => {
  const { common } = compareRunners([
    contender([run(10_000, 2400), run(5000, 1150), run(42_195, 11_000)]),
    contender([run(1500, 280, "track"), run(5000, 1170), run(10_000, 2380)]),
    contender([run(5000, 1100), run(10_000, 2300)]),
  ], "time");
  assertEquals(
    common.map(({ distance, discipline, marks }) => [
      distance,
      discipline,
      ...marks.map(({ time }) => time),
    ]),
    [[5000, "road", 1150, 1170, 1100], [10_000, "road", 2400, 2380, 2300]],
  );
});

Deno.test("compareRunners() keeps track and road apart, and says where it could not", () => {
  const { common } = compareRunners([
    contender([run(5000, 1100, "track"), run(5000, 1150), run(1500, 270, "track")]),
    contender([run(5000, 1120, "track"), run(5000, 1170), run(1500, 275, "short-track")]),
  ], "time");
  assertEquals(
    common.map(({ distance, discipline, marks }) => [
      distance,
      discipline,
      ...marks.map(({ time }) => time),
    ]),
    [[1500, null, 270, 275], [5000, "track", 1100, 1120], [5000, "road", 1150, 1170]],
  );
});

Deno.test("gapBetween() is what one loses in all, a kilometer, and in per cent", () => {
  assertEquals(gapBetween(2020, 1980, 10_000), { seconds: 40, secondsPerKilometer: 4, percent: 2 });
});

Deno.test("findCrossovers() finds the distance where two power laws cross", () => {
  const cross = 7000;
  const times = [1500, 5000, 10_000, 21_097.5].map((distance) => ({
    distance,
    first: 1500 * (distance / cross) ** 1.1,
    second: 1500 * (distance / cross) ** 1.05,
  }));
  const [crossover, ...others] = findCrossovers(times);
  assertAlmostEquals(crossover?.distance ?? NaN, cross, 1e-6);
  assertEquals([crossover?.fasterBefore, others], ["first", []]);
});

Deno.test("findCrossovers() takes a tie for the place itself, and a tie without a change for none", () => {
  const times = (seconds: [number, number, number]) =>
    [1500, 5000, 10_000].map((distance, at) => ({
      distance,
      first: seconds[at] ?? NaN,
      second: 100,
    }));
  assertEquals(findCrossovers(times([101, 100, 99])), [{ distance: 5000, fasterBefore: "second" }]);
  assertEquals(findCrossovers(times([101, 100, 102])), []);
  assertEquals(findCrossovers(times([100, 100, 100])), []);
});

const runs = fc.uniqueArray(
  fc.record({
    distance: fc.constantFrom(800, 1500, 3000, 5000, 10_000, 21_097.5, 42_195),
    discipline: fc.constantFrom("track" as const, "road" as const),
    time: fc.integer({ min: 10_000, max: 1_500_000 }).map((hundredths) => hundredths / 100),
  }).map(({ distance, time, discipline }) => run(distance, time, discipline)),
  { maxLength: 12, selector: ({ distance, discipline }) => `${distance} ${discipline}` },
);

Deno.test("compareRunners() is antisymmetric", () => {
  fc.assert(fc.property(runs, runs, fc.constantFrom("time", "age_grade"), (a, b, by) => {
    const [one, other] = [contender(a), contender(b, { sex: "F", birthYear: 1970 })];
    const there = compareRunners([one, other], by);
    const back = compareRunners([other, one], by);
    assert(there.pairs.valid && back.pairs.valid);
    const [forth] = there.pairs.pairs;
    const [reverse] = back.pairs.pairs;
    assert(forth !== undefined && reverse !== undefined);
    const byLine = (common: typeof there.common, gaps: typeof forth.gaps, sign: 1 | -1) =>
      new Map(common.map(({ distance, discipline }, at) => {
        const { seconds = NaN, secondsPerKilometer = NaN, percent = NaN } = gaps[at] ?? {};
        // Adding 0 makes a plain 0 of a negative one.
        const values = [seconds, secondsPerKilometer, percent].map((value) => sign * value + 0);
        return [`${distance} ${discipline}`, values];
      }));
    assertEquals(
      byLine(there.common, forth.gaps, 1),
      byLine(back.common, reverse.gaps, -1),
    );
    assertEquals(forth.crossovers.length, reverse.crossovers.length);
    forth.crossovers.forEach(({ distance, fasterBefore }, at) => {
      assertAlmostEquals(reverse.crossovers[at]?.distance ?? NaN, distance, 1e-6);
      assert(reverse.crossovers[at]?.fasterBefore !== fasterBefore);
    });
  }));
});

Deno.test("compareRunners() by age grade compares what the times are worth in the open class", () => {
  const by = (by: "time" | "age_grade") =>
    compareRunners([
      contender([run(10_000, 2280)], { birthYear: 1980 }),
      contender([run(10_000, 2250)], { birthYear: 1999 }),
    ], by);
  const [graded] = by("age_grade").common;
  // A man of 45: 38'00" by 0.9261.
  assertAlmostEquals(graded?.marks[0]?.time ?? NaN, 2280 * 0.9261, 1e-6);
  const leads = (["time", "age_grade"] as const).map((kind) => {
    const { pairs } = by(kind);
    return pairs.valid && Math.sign(pairs.pairs[0]?.gaps[0]?.seconds ?? NaN);
  });
  assertEquals(leads, [1, -1]);
});

Deno.test("compareRunners() by age grade leaves out what cannot be graded", () => {
  const { common } = compareRunners([
    contender([run(10_000, 2280)], { birthYear: null }),
    contender([run(10_000, 2250)]),
  ], "age_grade");
  assertEquals(common, []);
});

Deno.test("compareRunners() ranks no minors", () => {
  const { common, pairs } = compareRunners([
    contender([run(5000, 1100)], { minor: true }),
    contender([run(5000, 1150)]),
  ], "time");
  assertEquals(common.length, 1);
  assertEquals(pairs.valid || pairs.reason, "minor");
});

Deno.test("compareRunners() pairs everybody once, and nobody with himself", () => {
  const three = [1100, 1150, 1200].map((time) => contender([run(5000, time)]));
  const { pairs } = compareRunners(three, "time");
  assert(pairs.valid);
  assertEquals(
    pairs.pairs.map(({ first, second, gaps }) => [first, second, gaps[0]?.seconds]),
    [[0, 1, -50], [0, 2, -100], [1, 2, -50]],
  );
  assertThrows(() => compareRunners(three.slice(1, 2), "time"), RangeError, "at least 2");
});
