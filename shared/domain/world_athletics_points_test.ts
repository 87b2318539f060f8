import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { HALF_MARATHON, MARATHON } from "./official_lengths.ts";
import { POINTS_COEFFICIENTS } from "./points_coefficients.ts";
import { type ScoredRun, worldAthleticsPoints } from "./world_athletics_points.ts";

function points(run: ScoredRun): number | string {
  const answer = worldAthleticsPoints(run);
  return answer.valid ? answer.points : answer.reason;
}

Deno.test("worldAthleticsPoints() agrees with worked results, rounded", () => {
  const runs: [ScoredRun, number][] = [
    [{ sex: "M", discipline: "road", distance: 10_000, time: 1920 }, 792],
    [{ sex: "F", discipline: "road", distance: MARATHON, time: 10_800 }, 856],
    [{ sex: "M", discipline: "track", distance: 1500, time: 240 }, 855],
    [{ sex: "F", discipline: "track", distance: 5000, time: 1080 }, 841],
    // 973.96 before rounding.
    [{ sex: "M", discipline: "track", distance: 100, time: 10.71 }, 974],
  ];
  for (const [run, expected] of runs) assertEquals(points(run), expected);
});

Deno.test("worldAthleticsPoints() gives nothing beyond the vertex, where the parabola rises again", () => {
  const runs: ScoredRun[] = [
    { sex: "M", discipline: "road", distance: 10_000, time: 3600 },
    { sex: "M", discipline: "road", distance: MARATHON, time: 18_000 },
    { sex: "M", discipline: "road", distance: 5000, time: 1440 },
    { sex: "M", discipline: "road", distance: HALF_MARATHON, time: 7140 },
    { sex: "F", discipline: "road", distance: MARATHON, time: 23_400 },
    { sex: "F", discipline: "track", distance: 10_000, time: 4500 },
  ];
  assertEquals(runs.map(points), [0, 0, 0, 0, 0, 0]);
});

Deno.test("worldAthleticsPoints() never rises with the time, and stays within the tables", () => {
  const events = (["M", "F"] as const).flatMap((sex) =>
    (["track", "short-track", "road"] as const).flatMap((discipline) =>
      POINTS_COEFFICIENTS[sex][discipline].map(([distance]) => ({ sex, discipline, distance }))
    )
  );
  assertEquals(events.length, 78);
  fc.assert(fc.property(
    fc.constantFrom(...events),
    fc.double({ min: 1, max: 10, noNaN: true }),
    fc.double({ min: 0, max: 500, noNaN: true }),
    (event, speed, more) => {
      const time = event.distance / speed;
      const faster = worldAthleticsPoints({ ...event, time });
      const slower = worldAthleticsPoints({ ...event, time: time + more });
      if (!faster.valid) return assertEquals(faster.reason, "effort-too-short");
      assert(slower.valid && slower.points <= faster.points && faster.points <= 1400);
      assert(Number.isInteger(slower.points) && slower.points >= 0);
    },
  ));
});

Deno.test("worldAthleticsPoints() says why it says nothing", () => {
  const run: ScoredRun = { sex: "M", discipline: "track", distance: 1500, time: 240 };
  assertEquals(points({ ...run, sex: null }), "sex-unknown");
  assertEquals(points({ ...run, distance: 1234 }), "no-figures");
  assertEquals(points({ ...run, discipline: "hurdles" }), "no-figures");
  assertEquals(points({ ...run, time: 100 }), "effort-too-short");
  assertEquals(points({ ...run, discipline: "short-track" }), 895);
  assertThrows(() => worldAthleticsPoints({ ...run, time: 0 }), RangeError);
});
