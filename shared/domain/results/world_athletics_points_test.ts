import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { HALF_MARATHON, MARATHON, MILE } from "../measure/official_lengths.ts";
import { POINTS_COEFFICIENTS } from "./points_coefficients.ts";
import { PUBLISHED_SCORES } from "./testdata/published_scores.ts";
import { type ScoredRun, worldAthleticsPoints } from "./world_athletics_points.ts";

function points(run: ScoredRun): number | string {
  const answer = worldAthleticsPoints(run);
  return answer.valid ? answer.points : answer.reason;
}

/** The published scores of one kind of course: the run, and the points published for it. */
function published(isWanted: (run: ScoredRun) => boolean): [ScoredRun, number][] {
  return PUBLISHED_SCORES.flatMap(({ scores, ...event }) =>
    scores.trim().split(/\s+/).map((pair): [ScoredRun, number] => {
      const [time, score] = pair.split("=").map(Number);
      assert(time !== undefined && score !== undefined);
      return [{ ...event, time }, score];
    })
  ).filter(([run]) => isWanted(run));
}

/** Races whose lists round times up to whole seconds, while their scores come from the tenths. */
const isShortRoad = ({ discipline, distance }: ScoredRun) =>
  discipline === "road" && distance < HALF_MARATHON;

Deno.test("worldAthleticsPoints() gives the scores that World Athletics published", () => {
  const scores = published((run) => !isShortRoad(run));
  assertEquals(scores.length, 16 * 24);
  assertEquals(scores.filter(([run, score]) => points(run) !== score), []);
});

Deno.test("worldAthleticsPoints() agrees with the published scores of 5 and 10 km within the second", () => {
  const scores = published(isShortRoad);
  assertEquals(scores.length, 4 * 24);
  for (const [run, score] of scores) {
    const [least, most] = [run.time, run.time - 1].map((time) => Number(points({ ...run, time })));
    assert(least !== undefined && most !== undefined);
    assert(least <= score && score <= most, `${score} for ${JSON.stringify(run)}`);
  }
  const equal = scores.filter(([run, score]) => points(run) === score);
  assert(equal.length >= 0.8 * scores.length, `${equal.length} of ${scores.length}`);
});

Deno.test("worldAthleticsPoints() gives the published scores of the best", () => {
  const runs: [ScoredRun, number][] = [
    [{ sex: "M", discipline: "track", distance: 5000, time: 757.35 }, 1294],
    [{ sex: "M", discipline: "track", distance: 10_000, time: 1577.53 }, 1295],
    [{ sex: "M", discipline: "track", distance: 1500, time: 206 }, 1302],
    [{ sex: "F", discipline: "track", distance: 10_000, time: 1757.45 }, 1287],
    [{ sex: "M", discipline: "road", distance: HALF_MARATHON, time: 3481 }, 1267],
    [{ sex: "M", discipline: "track", distance: 400, time: 43.29 }, 1301],
    // 0.335 · 60² is 1206 exactly.
    [{ sex: "F", discipline: "track", distance: 400, time: 50 }, 1206],
  ];
  for (const [run, expected] of runs) assertEquals(points(run), expected);
});

Deno.test("worldAthleticsPoints() gives a line of the tables its points, and fewer a hundredth later", () => {
  // Slowest marks of a point, for events that no published score confirms and that did not change
  // between the editions of 2022 and 2025. Source: the tests of GlaivePro/IaafPoints (MIT).
  const lines: [ScoredRun, number][] = [
    [{ sex: "M", discipline: "short-track", distance: 800, time: 118.68 }, 842],
    [{ sex: "M", discipline: "short-track", distance: 1500, time: 244.41 }, 842],
    [{ sex: "M", discipline: "short-track", distance: 3000, time: 521.91 }, 842],
    [{ sex: "F", discipline: "short-track", distance: 400, time: 60.89 }, 842],
    [{ sex: "F", discipline: "short-track", distance: MILE, time: 315.38 }, 842],
    [{ sex: "F", discipline: "short-track", distance: 5000, time: 1089.74 }, 842],
    [{ sex: "M", discipline: "track", distance: 1000, time: 150.91 }, 842],
    [{ sex: "F", discipline: "track", distance: 2000, time: 397.23 }, 842],
    [{ sex: "M", discipline: "track", distance: 100, time: 11.15 }, 842],
    [{ sex: "M", discipline: "track", distance: 200, time: 22.62 }, 842],
    // In the shortest sprints a hundredth is worth more than a point, and the tables leave some
    // points out.
    [{ sex: "F", discipline: "track", distance: 100, time: 12.78 }, 843],
    [{ sex: "M", discipline: "short-track", distance: 60, time: 7.19 }, 845],
  ];
  for (const [run, line] of lines) {
    assertEquals(points(run), line);
    assert(Number(points({ ...run, time: run.time + 0.01 })) < line);
  }
});

Deno.test("worldAthleticsPoints() says which events no published score confirms", () => {
  const confirmed = (run: Omit<ScoredRun, "sex">) => {
    const answers = (["M", "F"] as const).map((sex) => worldAthleticsPoints({ ...run, sex }));
    return answers.map((answer) => answer.valid && answer.confirmed);
  };
  for (const { discipline, distance } of PUBLISHED_SCORES) {
    assertEquals(confirmed({ discipline, distance, time: distance / 5 }), [true, true]);
  }
  const others: Omit<ScoredRun, "sex">[] = [
    { discipline: "track", distance: 100, time: 12 },
    { discipline: "track", distance: 200, time: 25 },
    { discipline: "track", distance: 1000, time: 180 },
    { discipline: "short-track", distance: 1500, time: 300 },
    { discipline: "road", distance: 15_000, time: 3600 },
    { discipline: "road", distance: MARATHON, time: 10_800 },
  ];
  for (const run of others) assertEquals(confirmed(run), [false, false]);
});

Deno.test("worldAthleticsPoints() ends with nothing at the zero of the event, and at 1,400 points", () => {
  const zeros: ScoredRun[] = [
    { sex: "M", discipline: "road", distance: 10_000, time: 3150 },
    { sex: "M", discipline: "road", distance: MARATHON, time: 15_300 },
    { sex: "M", discipline: "road", distance: 5000, time: 1440 },
    { sex: "M", discipline: "road", distance: HALF_MARATHON, time: 7140 },
    { sex: "F", discipline: "road", distance: MARATHON, time: 23_400 },
    { sex: "F", discipline: "track", distance: 10_000, time: 4500 },
  ];
  for (const run of zeros) {
    assertEquals([points(run), points({ ...run, time: 2 * run.time })], [0, 0]);
  }
  // 0.335 · (110 − t)² is 1,400 at 45.3551 s, and 1,401 at 45.3320 s.
  const run: ScoredRun = { sex: "F", discipline: "track", distance: 400, time: 46 };
  assertEquals([45.36, 45.35, 45.34, 45.33].map((time) => points({ ...run, time })), [
    1399,
    1400,
    1400,
    "effort-too-short",
  ]);
});

Deno.test("worldAthleticsPoints() never rises with the time, and stays within the tables", () => {
  const events = (["M", "F"] as const).flatMap((sex) =>
    (["track", "short-track", "road"] as const).flatMap((discipline) =>
      POINTS_COEFFICIENTS[sex][discipline].map(([distance]) => ({ sex, discipline, distance }))
    )
  );
  assertEquals(events.length, 80);
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
  assertThrows(() => worldAthleticsPoints({ ...run, time: 0 }), RangeError);
});
