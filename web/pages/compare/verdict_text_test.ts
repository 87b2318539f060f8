import { assertEquals } from "@std/assert";
import type { Comparison, Pair } from "@mypacer/shared/contract/comparison.ts";
import { butterflyRows } from "./Butterfly.tsx";
import { basisText, scoreOf, verdictText } from "./verdict_text.ts";

const run = (distance: number, time: number) => ({
  record: { discipline: "road" as const, event: "", distance, time, date: null },
  time,
});

/** A pair by its times, hundredths, over distances, m. */
function pair(
  times: readonly [distance: number, first: number, second: number, best?: boolean][],
  turns: number[] = [],
): Pair {
  return {
    first: "1",
    second: "2",
    lines: times.map(([distance, first, second, best = true]) => ({
      distance,
      discipline: "road",
      best,
      first: run(distance, first),
      second: run(distance, second),
    })),
    lead: {
      valid: true,
      ahead: "1",
      gaps: times.map(([distance, first, second]) => ({
        seconds: (first - second) / 100,
        seconds_per_km: (first - second) * 10 / distance,
        percent: 200 * (first - second) / (first + second),
      })),
      crossovers: turns.map((distance) => ({ distance, faster_before: "1", faster_after: "2" })),
    },
  };
}
const unranked: Pair = {
  ...pair([[5000, 1, 2]]),
  lead: { valid: false, reason: "minor", detail: "" },
};

Deno.test("scoreOf() counts the distances, each once", () => {
  assertEquals(
    scoreOf(pair([[800, 1, 2], [1500, 2, 1], [1500, 2, 1, false], [5000, 3, 3], [10_000, 1, 2]])),
    { first: 2, second: 1, level: 1 },
  );
  assertEquals(scoreOf(pair([])), null);
  assertEquals(scoreOf(unranked), null);
});

Deno.test("butterflyRows() puts the turn between the distances around it", () => {
  const kinds = (one: Pair) =>
    butterflyRows(one).map((row) => "turn" in row ? `turn ${row.turn}` : row.line.distance);
  assertEquals(
    kinds(pair([[800, 1, 2], [1500, 2, 1], [1500, 3, 2, false], [5000, 1, 2]], [1000, 2000])),
    [800, "turn 1000", 1500, "turn 2000", 5000],
  );
  // A tie is the turn itself.
  assertEquals(kinds(pair([[800, 1, 2], [1500, 2, 2], [5000, 2, 1]], [1500])), [
    800,
    "turn 1500",
    1500,
    5000,
  ]);
  assertEquals(kinds(unranked), []);
});

/** Everybody's places over a distance: `"1": 1` is first. */
const ranking = (distance: number, places: Record<string, number | null>) => ({
  distance,
  discipline: "road" as const,
  best: true,
  runs: Object.entries(places).map(([ffa_id, place]) => ({
    ...run(distance, 100),
    ffa_id,
    place,
    behind: null,
  })),
});

Deno.test("verdictText() names who leads most often of three, and who share that", () => {
  const nameOf = (ffaId: string) => ({ "1": "ALPHA", "2": "BRAVO", "3": "CESAR" })[ffaId] ?? "";
  const pairs = [pair([]), pair([]), pair([])];
  const say = (rankings: Comparison["rankings"], language: "fr" | "en" = "fr") =>
    verdictText({ pairs, rankings }, nameOf, language);
  const two = [ranking(800, { "1": 1, "2": 2 }), ranking(1500, { "1": 1, "3": 2 })];
  const third = ranking(5000, { "2": 2, "3": 1 });
  assertEquals(say([...two, third]), "ALPHA est en tête sur 2 distances sur 3.");
  assertEquals(say([...two, third], "en"), "ALPHA leads on 2 of 3 distances.");
  const shared = [ranking(800, { "1": 1, "2": 1 }), third, ranking(10_000, { "1": null })];
  assertEquals(say(shared), "ALPHA, BRAVO et CESAR sont en tête sur 1 distance sur 2 chacun.");
  assertEquals(say(shared, "en"), "ALPHA, BRAVO and CESAR lead on 1 of 2 distances each.");
  assertEquals(
    say([ranking(800, { "1": null, "2": null })]),
    "Aucune distance n’a été courue par deux adultes de la liste.",
  );
});

Deno.test("basisText() says which records count", () => {
  assertEquals(
    basisText({ by: "age_grade", maxAge: 3, language: "fr" }),
    "D’après le meilleur record officiel de chacun sur chaque distance, de 3\u00a0ans au plus, à âge corrigé.",
  );
  assertEquals(
    basisText({ by: "time", maxAge: 1, language: "en" }),
    "By the best official PB of each over each distance, a year old at most.",
  );
});
