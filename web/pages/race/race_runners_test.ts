import { assertEquals } from "@std/assert";
import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { listedAthlete } from "../../kit/athletes/shown_athlete.ts";
import { SAMPLE_ATHLETES } from "../../testing/sample_people.ts";
import { outcomeText } from "./outcome_text.ts";
import { raceOf, usualDistance } from "./race_runners.ts";

type Compared = Comparison["athletes"][number];

/** An athlete by times in seconds over distances in meters. */
function compared(
  id: string,
  times: Record<number, number>,
  { minor = false, missing = null }: Partial<Pick<Compared, "minor" | "missing">> = {},
): Compared {
  const athlete = SAMPLE_ATHLETES.find(({ ffa_id }) => ffa_id === id);
  if (athlete === undefined) throw new Error(`Nobody is called ${id}`);
  return {
    athlete,
    minor,
    origin: null,
    missing,
    runs: Object.entries(times).map(([distance, seconds]) => ({
      record: {
        discipline: "road",
        event: "",
        distance: Number(distance),
        time: seconds * 100,
        date: null,
      },
      time: seconds * 100,
    })),
  };
}

/** The race of some over a distance. */
function race(athletes: Compared[], distance: number) {
  return raceOf(
    athletes.map(({ athlete }) => listedAthlete(athlete, "loading")),
    { athletes },
    { distance, analyses: new Map() },
  );
}
const french = (athletes: Compared[], distance: number) =>
  outcomeText(race(athletes, distance), "fr")?.replaceAll(/[\u00a0\u202f]/g, " ");

Deno.test("raceOf() lets adults run who have a record, and names the others with the reason", () => {
  const { runners, aside } = race([
    compared("1001", { 5000: 1000, 10_000: 2180 }),
    compared("1002", { 10_000: 2142 }),
    compared("1003", { 10_000: 1900 }, { minor: true }),
    compared("1004", { 5000: 1000 }),
    compared("1006", {}, { missing: "federation-unavailable" }),
  ], 10_000);
  assertEquals(runners.map(({ slot, place, gap }) => [slot, place, Math.round(gap)]), [
    [0, 2, 174],
    [1, 1, 0],
  ]);
  assertEquals([...aside].map(([why, some]) => [why, some.map(({ ffaId }) => ffaId)]), [
    ["minor", ["1003"]],
    ["noRecord", ["1004"]],
    ["unread", ["1006"]],
  ]);
});

Deno.test("usualDistance() is the one that most have run, and no minor counts", () => {
  assertEquals(usualDistance({ athletes: [] }), 10_000);
  assertEquals(
    usualDistance({
      athletes: [
        compared("1001", { 800: 120, 10_000: 2180 }),
        compared("1002", { 800: 121 }),
        compared("1003", { 10_000: 2100 }, { minor: true }),
      ],
    }),
    800,
  );
  // The half by the length that the original service wrote.
  assertEquals(
    usualDistance({
      athletes: [compared("1001", { 21_097: 4000 }), compared("1002", { 21_097.5: 4100 })],
    }),
    21_097.5,
  );
});

Deno.test("outcomeText() names the nearest, and who arrives together", () => {
  const four = [
    compared("1001", { 800: 120 }),
    compared("1002", { 800: 125 }),
    compared("1003", { 800: 128 }),
    compared("1006", { 800: 160 }),
  ];
  assertEquals(
    french(four.slice(0, 2), 800),
    "Quand LEFEVRE Jean-Baptiste passe la ligne, N'DIAYE Awa est à 32 m.",
  );
  assertEquals(
    french(four, 800),
    "Quand LEFEVRE Jean-Baptiste passe la ligne, N'DIAYE Awa est à 32 m, DUPONT Marie à 50 m et LY Awa à 200 m.",
  );
  assertEquals(
    french([...four, compared("1004", { 800: 130 })], 800),
    "Quand LEFEVRE Jean-Baptiste passe la ligne, N'DIAYE Awa est à 32 m, DUPONT Marie à 50 m et les autres plus loin.",
  );
  assertEquals(
    french([compared("1001", { 800: 120 }), compared("1006", { 800: 120 })], 800),
    "LEFEVRE Jean-Baptiste et LY Awa passent la ligne ensemble.",
  );
  assertEquals(
    outcomeText(race(four.slice(0, 2), 800), "en"),
    "When LEFEVRE Jean-Baptiste crosses the line, N'DIAYE Awa has 32\u00a0m to go.",
  );
  assertEquals(french(four.slice(0, 1), 800), undefined);
});
