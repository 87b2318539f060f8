import { assertEquals } from "@std/assert";
import type { ComparedAthlete } from "@mypacer/shared/contract/comparison.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "../../testing/sample_people.ts";
import { divideCompared } from "./compared_runs.ts";
import { athleteWithRecords, type ShownAthlete } from "../../kit/athletes/shown_athlete.ts";

const RUN: ComparedAthlete["runs"][number] = {
  record: { discipline: "road", event: "10 Km Route", distance: 10_000, time: 200_000, date: null },
  time: 200_000,
};

/** Records of 12 May 2024, unless others are given. */
function shown(at: number, changes: Partial<ShownAthlete> = {}): ShownAthlete {
  const [athlete] = SAMPLE_ATHLETES.slice(at);
  if (athlete === undefined) throw new RangeError(`No sample athlete ${at}`);
  return {
    ...athleteWithRecords({
      athlete,
      source: "live",
      fetched_at: "2026-11-20T08:30:00Z",
      age_seconds: 0,
      stale: false,
      stale_reason: null,
      season_bests: [],
      records: sampleRecords(athlete.ffa_id),
    }),
    ...changes,
  };
}

function compared(at: number, changes: Partial<ComparedAthlete> = {}): ComparedAthlete[] {
  return SAMPLE_ATHLETES.slice(at, at + 1).map((athlete) => ({
    athlete,
    minor: false,
    origin: null,
    missing: null,
    runs: [],
    ...changes,
  }));
}

const whyNot = (athlete: ShownAthlete, found: ComparedAthlete[], maxAge: number | null = null) => [
  ...divideCompared([athlete], { max_age: maxAge, athletes: found }, "2026-11-20").without.keys(),
];

Deno.test("divideCompared() keeps the place of who has runs, and says why others have none", () => {
  const { ranked, without } = divideCompared(
    [shown(0, { missing: "unknown", name: null, records: [] }), shown(1)],
    { max_age: null, athletes: compared(1, { runs: [RUN] }) },
    "2026-11-20",
  );
  assertEquals(ranked.map(({ slot, athlete, minor }) => [slot, athlete.ffaId, minor]), [
    [1, "1002", false],
  ]);
  assertEquals([...without].map(([why, some]) => [why, some.map(({ ffaId }) => ffaId)]), [
    ["unknown", ["1001"]],
  ]);
});

Deno.test("divideCompared() tells apart the reasons why there is nothing to compare", () => {
  assertEquals(whyNot(shown(0, { missing: "gone", records: [] }), []), ["gone"]);
  assertEquals(whyNot(shown(0, { missing: "unavailable", records: [] }), []), ["unread"]);
  assertEquals(whyNot(shown(0), compared(0, { missing: "budget-spent" })), ["unread"]);
  assertEquals(whyNot(shown(0, { records: [] }), compared(0)), ["none"]);
  assertEquals(whyNot(shown(0), compared(0), 2), ["tooOld"]);
  assertEquals(whyNot(shown(0), compared(0), 3), ["notGraded"]);
  assertEquals(whyNot(shown(0), compared(0, { minor: true })), ["minorByAge"]);
  // Who is still being read has nothing wrong.
  assertEquals(whyNot(shown(0, { missing: "loading", records: [] }), []), []);
});
