import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type ComparedBy,
  compareRunners,
  type Contender,
  type HeadToHead,
  type Pair,
} from "./head_to_head.ts";
import type { RunRecord } from "../results/run_record.ts";

function run(distance: number, time: number, discipline: RunRecord["discipline"] = "road") {
  return { distance, time, discipline, event: `${discipline} ${distance}`, date: "2025-06-01" };
}

function contender(runs: RunRecord[], facts: Partial<Contender> = {}): Contender {
  return { runs, sex: "M", birthYear: 1995, minor: false, ...facts };
}

function pairOf({ pairs }: HeadToHead, first: number, second: number): Pair {
  const pair = pairs.find((pair) => pair.first === first && pair.second === second);
  assert(pair, `no pair ${first}–${second}`);
  return pair;
}

const linesOf = ({ lines }: Pair) =>
  lines.map(({ distance, discipline, best, first, second }) => [
    distance,
    discipline,
    best,
    first.time,
    second.time,
  ]);

const secondsOf = ({ lead }: Pair) => lead.valid && lead.gaps.map(({ seconds }) => seconds);

/** No distance is common to the three: the first two share 800 m and 5 km, the others one each. */
const THREE = [
  contender([run(800, 128, "track"), run(5000, 1020), run(42_195, 10_080)]),
  contender([run(800, 125, "track"), run(5000, 1060), run(10_000, 2200)]),
  contender([run(10_000, 2150), run(21_097.5, 4800), run(42_195, 10_200)]),
];

Deno.test("compareRunners() compares each pair over its own distances", () => {
  const compared = compareRunners(THREE, "time");
  assertEquals(compared.pairs.map(({ first, second }) => [first, second]), [[0, 1], [0, 2], [
    1,
    2,
  ]]);
  const [one, other, last] = [
    pairOf(compared, 0, 1),
    pairOf(compared, 0, 2),
    pairOf(compared, 1, 2),
  ];
  assertEquals(linesOf(one), [[800, "track", true, 128, 125], [5000, "road", true, 1020, 1060]]);
  assertEquals(linesOf(other), [[42_195, "road", true, 10_080, 10_200]]);
  assertEquals(linesOf(last), [[10_000, "road", true, 2200, 2150]]);
  assertEquals([one, other, last].map(secondsOf), [[3, -40], [-120], [50]]);
  assert(one.lead.valid && other.lead.valid && last.lead.valid);
  assertEquals([one, other, last].map(({ lead }) => lead.valid && lead.ahead), [
    "second",
    "first",
    "second",
  ]);
  const [crossover, ...more] = one.lead.crossovers;
  // ln(128/125) = 0.0237 at 800 m, ln(1020/1060) = −0.0385 at 5 km: 38.1 % of the way, which is
  // 6.25 times as far.
  assertAlmostEquals(crossover?.distance ?? NaN, 1609.3, 0.5);
  assertEquals([crossover?.fasterBefore, more], ["second", []]);
  assertEquals([other.lead.crossovers, last.lead.crossovers], [[], []]);
});

Deno.test("compareRunners() ranks everybody who has run a distance, with the gap", () => {
  const { rankings } = compareRunners(THREE, "time");
  assertEquals(
    rankings.map(({ distance, discipline, runs }) => [
      distance,
      discipline,
      runs.map(({ runner, time, place, behind }) => [runner, time, place, behind]),
    ]),
    [
      [800, "track", [[0, 128, 2, 3], [1, 125, 1, 0]]],
      [5000, "road", [[0, 1020, 1, 0], [1, 1060, 2, 40]]],
      [10_000, "road", [[1, 2200, 2, 50], [2, 2150, 1, 0]]],
      [42_195, "road", [[0, 10_080, 1, 0], [2, 10_200, 2, 120]]],
    ],
  );
});

Deno.test("compareRunners() gives equal times the same place, and nobody the lead", () => {
  const { rankings, pairs } = compareRunners(
    [1020, 1060, 1020].map((time) => contender([run(5000, time)])),
    "time",
  );
  assertEquals(rankings[0]?.runs.map(({ place, behind }) => [place, behind]), [
    [1, 0],
    [3, 40],
    [1, 0],
  ]);
  assertEquals(pairs.map(({ lead }) => lead.valid && lead.ahead), ["first", null, "second"]);
});

Deno.test("compareRunners() looks past a tie for who is ahead", () => {
  const { pairs: [pair] } = compareRunners([
    contender([run(1500, 270), run(5000, 1000), run(10_000, 2100)]),
    contender([run(1500, 270), run(5000, 990), run(10_000, 2100)]),
  ], "time");
  assert(pair?.lead.valid);
  assertEquals([pair.lead.ahead, pair.lead.crossovers, secondsOf(pair)], [
    "second",
    [],
    [0, 10, 0],
  ]);
});

Deno.test("compareRunners() keeps track and road apart, and says where it could not", () => {
  const compared = compareRunners([
    contender([run(5000, 1100, "track"), run(5000, 1150), run(1500, 270, "track")]),
    contender([run(5000, 1120, "track"), run(5000, 1170), run(1500, 275, "short-track")]),
    contender([run(5000, 1160)]),
  ], "time");
  assertEquals(linesOf(pairOf(compared, 0, 1)), [
    [1500, null, true, 270, 275],
    [5000, "track", true, 1100, 1120],
    [5000, "road", false, 1150, 1170],
  ]);
  // Bests of different disciplines stand beside each other first, then like beside like.
  assertEquals(linesOf(pairOf(compared, 0, 2)), [
    [5000, null, true, 1100, 1160],
    [5000, "road", false, 1150, 1160],
  ]);
  assertEquals(
    compared.rankings.map(({ distance, discipline, best, runs }) => [
      distance,
      discipline,
      best,
      runs.map(({ runner, place }) => [runner, place]),
    ]),
    [
      [1500, null, true, [[0, 1], [1, 2]]],
      [5000, null, true, [[0, 1], [1, 2], [2, 3]]],
      [5000, "track", false, [[0, 1], [1, 2]]],
      [5000, "road", false, [[0, 1], [1, 3], [2, 2]]],
    ],
  );
});

Deno.test("compareRunners() lets the lead go by the bests, whatever they were run on", () => {
  const { pairs: [pair] } = compareRunners([
    contender([run(1500, 240, "track"), run(1500, 250, "short-track")]),
    contender([run(1500, 245, "short-track")]),
  ], "time");
  assert(pair?.lead.valid);
  assertEquals([pair.lead.ahead, secondsOf(pair)], ["first", [-5, 5]]);
});

Deno.test("compareRunners() takes lengths that mean the same distance for one", () => {
  const { rankings } = compareRunners([
    contender([run(21_097, 4800)]),
    contender([run(21_097.5, 4900)]),
  ], "time");
  assertEquals(rankings.map(({ distance, runs }) => [distance, runs.length]), [[21_097.5, 2]]);
});

Deno.test("compareRunners() compares the others where one has no records", () => {
  const compared = compareRunners([
    contender([run(5000, 1020)]),
    contender([]),
    contender([run(5000, 1060)]),
  ], "time");
  assertEquals([pairOf(compared, 0, 1), pairOf(compared, 1, 2)].map(({ lines }) => lines), [
    [],
    [],
  ]);
  assertEquals(secondsOf(pairOf(compared, 0, 2)), [-40]);
  const none = pairOf(compared, 0, 1).lead;
  assert(none.valid);
  assertEquals(none, { valid: true, ahead: null, gaps: [], crossovers: [] });
});

Deno.test("compareRunners() of one runner, or none, has nothing but the runs", () => {
  const alone = compareRunners([contender([run(5000, 1020)])], "time");
  assertEquals([alone.pairs, alone.rankings], [[], []]);
  assertEquals(alone.runs.map((runs) => runs.map(({ time }) => time)), [[1020]]);
  assertEquals(compareRunners([], "time"), { runs: [], pairs: [], rankings: [] });
});

Deno.test("compareRunners() by age grade compares what the times are worth in the open class", () => {
  const by = (by: ComparedBy) =>
    compareRunners([
      contender([run(10_000, 2280)], { birthYear: 1980 }),
      contender([run(10_000, 2250)], { birthYear: 1999 }),
    ], by);
  // A man of 45: 38'00" by 0.9261 is 2111.508 s; one of 26 is graded by 1.
  assertEquals(by("age_grade").runs.map((runs) => runs.map(({ time }) => time)), [
    [2111.51],
    [2250],
  ]);
  assertEquals(
    (["time", "age_grade"] as const).map((kind) => {
      const { pairs: [pair] } = by(kind);
      return pair?.lead.valid && pair.lead.ahead;
    }),
    ["second", "first"],
  );
});

Deno.test("compareRunners() by age grade leaves out what cannot be graded, and minors", () => {
  const compared = compareRunners([
    contender([run(10_000, 2280)], { birthYear: null }),
    contender([run(10_000, 2250), { ...run(5000, 1000), date: null }]),
    contender([run(10_000, 2250)], { birthYear: 2009, minor: true }),
    contender([run(10_000, 2260)], { sex: null }),
  ], "age_grade");
  assertEquals(compared.runs.map((runs) => runs.map(({ run }) => run.distance)), [
    [],
    [10_000],
    [],
    [],
  ]);
  assertEquals([compared.rankings, pairOf(compared, 0, 1).lines], [[], []]);
});

Deno.test("compareRunners() ranks no minors, and goes on with the others", () => {
  const compared = compareRunners([
    contender([run(5000, 1100), run(1500, 250)], { minor: true }),
    contender([run(5000, 1150), run(1500, 260)]),
    contender([run(5000, 1170)]),
  ], "time");
  for (const second of [1, 2]) {
    const { lead, lines } = pairOf(compared, 0, second);
    assertEquals([lead.valid || lead.reason, lines.length], ["minor", 3 - second]);
  }
  assertEquals(secondsOf(pairOf(compared, 1, 2)), [-20]);
  assertEquals(
    compared.rankings.map(({ distance, runs }) => [
      distance,
      runs.map(({ place, behind }) => [place, behind]),
    ]),
    [
      // One adult alone has no place either.
      [1500, [[null, null], [null, null]]],
      [5000, [[null, null], [1, 0], [2, 20]]],
    ],
  );
});

const runs = fc.uniqueArray(
  fc.record({
    distance: fc.constantFrom(800, 1500, 3000, 5000, 10_000, 21_097.5, 42_195),
    discipline: fc.constantFrom("track" as const, "road" as const),
    time: fc.integer({ min: 10_000, max: 1_500_000 }).map((hundredths) => hundredths / 100),
  }).map(({ distance, time, discipline }) => run(distance, time, discipline)),
  { maxLength: 12, selector: ({ distance, discipline }) => `${distance} ${discipline}` },
);
const contenders = fc.array(
  fc.record({
    runs,
    sex: fc.constantFrom("M" as const, "F" as const, null),
    birthYear: fc.constantFrom(1960, 1985, 1995, null),
    minor: fc.boolean(),
  }),
  { minLength: 3, maxLength: 6 },
);
const by = fc.constantFrom("time" as const, "age_grade" as const);

const OTHER = { first: "second", second: "first" } as const;

/** A pair with its runners the other way round. */
function reversed({ first, second, lines, lead }: Pair): Pair {
  return {
    first: second,
    second: first,
    lines: lines.map(({ first, second, ...line }) => ({ ...line, first: second, second: first })),
    lead: !lead.valid ? lead : {
      valid: true,
      ahead: lead.ahead && OTHER[lead.ahead],
      // 0 − 0 is a plain 0, which −0 is not.
      gaps: lead.gaps.map(({ seconds, secondsPerKilometer, percent }) => ({
        seconds: 0 - seconds,
        secondsPerKilometer: 0 - secondsPerKilometer,
        percent: 0 - percent,
      })),
      crossovers: lead.crossovers.map(({ distance, fasterBefore }) => ({
        distance,
        fasterBefore: OTHER[fasterBefore],
      })),
    },
  };
}

/** To the micrometer: the logarithm of a ratio is not quite that of its inverse. */
function rounded({ lead, ...pair }: Pair) {
  const crossovers = lead.valid ? lead.crossovers : [];
  return {
    ...pair,
    lead: {
      ...lead,
      crossovers: crossovers.map((crossover) => ({
        ...crossover,
        distance: Math.round(crossover.distance * 1e6),
      })),
    },
  };
}

Deno.test("compareRunners() changes nothing but the order when the runners come in another", () => {
  const mixedUp = contenders.chain((runners) =>
    fc.record({
      runners: fc.constant(runners),
      order: fc.shuffledSubarray([...runners.keys()], { minLength: runners.length }),
    })
  );
  fc.assert(fc.property(mixedUp, by, ({ runners, order }, by) => {
    const compared = compareRunners(runners, by);
    const mixed = compareRunners(order.flatMap((at) => runners[at] ?? []), by);
    const was = (runner: number) => order[runner] ?? -1;
    assertEquals(mixed.pairs.length, compared.pairs.length);
    for (const pair of mixed.pairs) {
      const there = { ...pair, first: was(pair.first), second: was(pair.second) };
      const same = there.first < there.second ? there : reversed(there);
      assertEquals(rounded(same), rounded(pairOf(compared, same.first, same.second)));
    }
    assertEquals(
      mixed.rankings.map(({ runs, ...line }) => ({
        ...line,
        runs: runs.map((placed) => ({ ...placed, runner: was(placed.runner) }))
          .sort((a, b) => a.runner - b.runner),
      })),
      compared.rankings,
    );
  }));
});

Deno.test("compareRunners() says the same of two runners, whoever else is compared", () => {
  fc.assert(fc.property(contenders, by, (runners, by) => {
    const { pairs: [alone] } = compareRunners(runners.slice(0, 2), by);
    assertEquals(pairOf(compareRunners(runners, by), 0, 1), alone);
  }));
});
