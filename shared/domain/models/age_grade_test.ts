import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ageGrade, ageInYearOf, type GradedRun, timeOfGrade } from "./age_grade.ts";
import { HALF_MARATHON, MARATHON, MILE } from "../measure/official_lengths.ts";

function grade(run: Partial<GradedRun> & { distance: number; time: number }) {
  const answer = ageGrade({ discipline: "road", sex: "M", age: 30, ...run });
  assert(answer.valid, JSON.stringify(answer));
  return answer;
}

for (
  const [sex, age, distance, time, factor, standard, percent] of [
    ["M", 45, 10_000, 2280, 0.9261, 1710.4, 75.02],
    ["F", 55, HALF_MARATHON, 6300, 0.8235, 4580.4, 72.71],
    ["M", 65, MARATHON, 13_500, 0.7733, 9356.0, 69.30],
    ["F", 42, 5000, 1200, 0.9346, 892.4, 74.36],
  ] as const
) {
  Deno.test(`ageGrade() of ${sex}${age} over ${distance} m on the road`, () => {
    const answer = grade({ sex, age, distance, time });
    assertAlmostEquals(answer.factor, factor, 1e-9);
    assertAlmostEquals(answer.standard, standard, 0.05);
    assertAlmostEquals(answer.percent, percent, 0.005);
    assertEquals([answer.edition, answer.age], ["2025", age]);
    assertAlmostEquals(answer.openTime, time * factor, 1e-6);
  });
}

Deno.test("ageGrade() reads the track's own factors, for the short track as well", () => {
  const track = grade({ discipline: "track", age: 39, distance: 800, time: 130 });
  assertEquals([track.edition, track.factor], ["2023", 0.9656]);
  assertAlmostEquals(track.percent, 100 * 100.91 / 0.9656 / 130, 1e-9);
  assertEquals(
    grade({ discipline: "short-track", age: 39, distance: 800, time: 130 }),
    track,
  );
  const mile = grade({ discipline: "track", age: 35, distance: MILE, time: 300 });
  assertAlmostEquals(mile.standard, 223.13 / 0.9816, 0.005);
});

Deno.test("ageGrade() interpolates factors in the logarithm of the distance", () => {
  assertAlmostEquals(grade({ age: 40, distance: 6000, time: 1500 }).factor, 0.9517, 1e-9);
  // Halfway in ln(distance) between 5 and 6 km: 0.9505 and 0.9517.
  const between = grade({ age: 40, distance: Math.sqrt(5000 * 6000), time: 1500 });
  const five = grade({ age: 40, distance: 5000, time: 1500 });
  const six = grade({ age: 40, distance: 6000, time: 1500 });
  assertAlmostEquals(between.factor, (five.factor + six.factor) / 2, 1e-9);
  assertAlmostEquals(
    between.standard * between.factor,
    Math.sqrt(five.standard * five.factor * six.standard * six.factor),
    1e-6,
  );
});

Deno.test("ageGrade() says why it says nothing", () => {
  const run: GradedRun = { discipline: "road", distance: 10_000, time: 2400, sex: "M", age: 40 };
  const reasons = [
    { ...run, sex: null },
    { ...run, age: null },
    { ...run, age: 4 },
    { ...run, age: 101 },
    { ...run, discipline: "track" as const, age: 111 },
    { ...run, distance: 1500 },
    { ...run, distance: 200_001 },
    { ...run, discipline: "track" as const, distance: 20_000 },
    { ...run, discipline: "hurdles" as const, distance: 3000 },
    { ...run, discipline: "walk" as const },
  ].map((run) => {
    const answer = ageGrade(run);
    return answer.valid || answer.reason;
  });
  assertEquals(reasons, [
    "sex-unknown",
    "age-unknown",
    "age-out-of-range",
    "age-out-of-range",
    "age-out-of-range",
    "distance-out-of-range",
    "distance-out-of-range",
    "distance-out-of-range",
    "no-figures",
    "no-figures",
  ]);
  assertThrows(() => ageGrade({ ...run, age: 40.5 }), RangeError, "age 40.5");
  assertThrows(() => ageGrade({ ...run, time: NaN }), RangeError);
});

Deno.test("ageGrade() gives no figure where the open class would hold nobody's time", () => {
  // A marathon in three hours at a hundred: the factor makes minutes of it.
  const answer = ageGrade({
    discipline: "road",
    distance: 42_195,
    time: 10_800,
    sex: "F",
    age: 100,
  });
  assertEquals(answer.valid || answer.reason, "not-plausible");
});

Deno.test("ageGrade() has a factor above 0 and up to 1 for every age and distance it takes", () => {
  fc.assert(fc.property(
    fc.constantFrom("road" as const, "track" as const),
    fc.constantFrom("M" as const, "F" as const),
    fc.integer({ min: 5, max: 110 }),
    fc.double({ min: 50, max: 200_000, noNaN: true }),
    (discipline, sex, age, distance) => {
      const answer = ageGrade({ discipline, sex, age, distance, time: distance / 3 });
      if (answer.valid) assert(answer.factor > 0 && answer.factor <= 1, JSON.stringify(answer));
    },
  ));
});

Deno.test("ageInYearOf() is the age reached in the year of the race", () => {
  assertEquals(ageInYearOf("2026-01-01", 1980), 46);
  assertEquals(ageInYearOf(null, 1980), null);
  assertEquals(ageInYearOf("2026-01-01", null), null);
  assertEquals(ageInYearOf("1979-01-01", 1980), null);
});

Deno.test("timeOfGrade() is the time that has the grade at another age", () => {
  const event = { discipline: "road", distance: 10_000, sex: "M" } as const;
  const graded = grade({ ...event, age: 45, time: 2280 });
  for (const age of [20, 45, 60, 75]) {
    const answer = timeOfGrade(graded.percent, { ...event, age });
    assert(answer.valid);
    assertAlmostEquals(grade({ ...event, age, time: answer.time }).percent, graded.percent, 1e-9);
  }
  // At 25 the factor is 1: the standard is the open one.
  const young = timeOfGrade(graded.percent, { ...event, age: 25 });
  assertAlmostEquals(young.valid ? young.time : NaN, graded.openTime, 1e-6);
  const none = timeOfGrade(graded.percent, { ...event, age: 101 });
  assertEquals(none.valid || none.reason, "age-out-of-range");
  // Twice as fast as the best of the world.
  const nobody = timeOfGrade(200, { ...event, age: 25 });
  assertEquals(nobody.valid || nobody.reason, "not-plausible");
  assertThrows(() => timeOfGrade(0, { ...event, age: 25 }), RangeError, "age grade");
});
