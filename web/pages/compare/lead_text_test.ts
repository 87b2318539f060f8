import { assertEquals } from "@std/assert";
import type { Pair } from "@mypacer/shared/contract/comparison.ts";
import { leadText, standingOf } from "./lead_text.ts";

const NAMES: Record<string, string> = { "1": "ALPHA Ana", "2": "BRAVO Bob" };
const nameOf = (ffaId: string) => NAMES[ffaId] ?? "";

const run = (distance: number, time: number) => ({
  record: { discipline: "road" as const, event: "", distance, time, date: null },
  time,
});

/** A pair by its times over distances, and where its lead changes. */
function pair(
  times: readonly [distance: number, first: number, second: number][],
  ahead: string | null,
  crossovers: number[] = [],
): Pair {
  return {
    first: "1",
    second: "2",
    lines: times.map(([distance, first, second]) => ({
      distance,
      discipline: "road",
      best: true,
      first: run(distance, first),
      second: run(distance, second),
    })),
    lead: {
      valid: true,
      ahead,
      gaps: [],
      crossovers: crossovers.map((distance) => ({
        distance,
        faster_before: "1",
        faster_after: "2",
      })),
    },
  };
}

const french = (one: Pair) => leadText(one, nameOf, "fr").replaceAll(/[\u00a0\u202f]/g, " ");
const english = (one: Pair) => leadText(one, nameOf, "en").replaceAll("\u00a0", " ");
const cells = (one: Pair) =>
  ["1", "2"].map((ffaId) => standingOf(one, ffaId, "fr").text.replaceAll(/[\u00a0\u202f]/g, " "));

Deno.test("leadText() and standingOf() name both, and where the lead turns", () => {
  const once = pair([[5000, 1, 2], [10_000, 2, 1]], "1", [6964]);
  assertEquals(french(once), "ALPHA Ana devance BRAVO Bob jusqu’à 7 km, BRAVO Bob au-delà.");
  assertEquals(english(once), "ALPHA Ana is ahead of BRAVO Bob up to 7 km, BRAVO Bob beyond.");
  assertEquals(cells(once), ["devant jusqu’à 7 km", "devant dès 7 km"]);
  const short = pair([[400, 2, 1], [1500, 1, 2]], "2", [823]);
  assertEquals(french(short), "BRAVO Bob devance ALPHA Ana jusqu’à 820 m, ALPHA Ana au-delà.");
});

Deno.test("leadText() and standingOf() tell of a lead that turns several times", () => {
  const twice = pair([[1500, 1, 2], [5000, 2, 1], [42_195, 1, 2]], "1", [2510, 12_340]);
  assertEquals(
    french(twice),
    "ALPHA Ana devance BRAVO Bob jusqu’à 2 500 m, BRAVO Bob de 2 500 m à 12,3 km, ALPHA Ana au-delà.",
  );
  assertEquals(
    english(twice),
    "ALPHA Ana is ahead of BRAVO Bob up to 2500 m, BRAVO Bob from 2500 m to 12.3 km, ALPHA Ana beyond.",
  );
  assertEquals(cells(twice), [
    "devant jusqu’à 2 500 m et dès 12,3 km",
    "devant de 2 500 m à 12,3 km",
  ]);
});

Deno.test("leadText() and standingOf() tell of a lead that never turns", () => {
  const always = pair([[1500, 2, 1], [21_097.5, 2, 1], [42_195, 2, 1]], "2");
  assertEquals(
    french(always),
    "BRAVO Bob devance ALPHA Ana sur leurs 3 distances communes, du 1 500 m au marathon.",
  );
  assertEquals(
    english(always),
    "BRAVO Bob is ahead of ALPHA Ana over their 3 common distances, from 1500 m to the marathon.",
  );
  assertEquals(cells(always), ["derrière", "devant"]);
  const one = pair([[21_097.5, 1, 2]], "1");
  assertEquals(
    french(one),
    "ALPHA Ana devance BRAVO Bob sur leur seule distance commune, le semi.",
  );
  assertEquals(
    english(one),
    "ALPHA Ana is ahead of BRAVO Bob over their only common distance, the half.",
  );
});

Deno.test("leadText() and standingOf() tell where two are level", () => {
  const mostly = pair([[1500, 1, 2], [5000, 1, 1], [10_000, 1, 2]], "1");
  assertEquals(
    french(mostly),
    "ALPHA Ana devance BRAVO Bob sur leurs 3 distances communes, du 1 500 m au 10 km, sauf égalité sur le 5 km.",
  );
  assertEquals(
    english(mostly),
    "ALPHA Ana is ahead of BRAVO Bob over their 3 common distances, from 1500 m to 10 km, but level over 5 km.",
  );
  const level = pair([[5000, 1, 1], [10_000, 2, 2]], null);
  assertEquals(
    french(level),
    "ALPHA Ana et BRAVO Bob sont à égalité sur leurs 2 distances communes, du 5 km au 10 km.",
  );
  assertEquals(cells(level), ["à égalité", "à égalité"]);
});

Deno.test("leadText() and standingOf() say why there is no lead", () => {
  const nothing = pair([], null);
  assertEquals(french(nothing), "ALPHA Ana et BRAVO Bob n’ont aucune distance en commun.");
  assertEquals(english(nothing), "ALPHA Ana and BRAVO Bob have no distance in common.");
  assertEquals(cells(nothing), ["rien en commun", "rien en commun"]);
  const minor: Pair = {
    ...pair([[5000, 1, 2]], null),
    lead: { valid: false, reason: "minor", detail: "" },
  };
  assertEquals(
    french(minor),
    "Pas de classement entre ALPHA Ana et BRAVO Bob : mineur, ou d’âge inconnu.",
  );
  assertEquals(cells(minor), ["sans classement", "sans classement"]);
});
