import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { formatPace, speedToPace } from "../measure/pace.ts";
import { TRAINING_ZONES, trainingZones } from "./training_zones.ts";

Deno.test("trainingZones() tells speeds and paces of a VMA of 16 km/h", () => {
  const answer = trainingZones(16, [
    { key: "a", labels: { fr: "a", en: "a" }, from: 65, to: 85 },
    { key: "b", labels: { fr: "b", en: "b" }, from: 105, to: null },
  ]);
  assert(answer.valid);
  const [first, second] = answer.zones;
  assertAlmostEquals(first?.slowestSpeed ?? NaN, 10.4, 1e-9);
  assertAlmostEquals(first?.fastestSpeed ?? NaN, 13.6, 1e-9);
  assertAlmostEquals(second?.slowestSpeed ?? NaN, 16.8, 1e-9);
  assertEquals(
    [first?.slowestPace, first?.fastestPace, second?.slowestPace].map((pace) =>
      formatPace(pace ?? NaN)
    ),
    [`5'46"`, `4'25"`, `3'34"`],
  );
  assertAlmostEquals((second?.slowestPace ?? NaN) * 0.4, 85.7, 0.05);
  assertEquals([second?.fastestSpeed, second?.fastestPace], [null, null]);
});

Deno.test("trainingZones() gives the seven usual zones, slow to fast", () => {
  const answer = trainingZones(16);
  assert(answer.valid);
  assertEquals(
    answer.zones.map(({ key, from, to }) => [key, from, to]),
    [
      ["easy", 60, 75],
      ["marathon", 75, 82],
      ["threshold60", 80, 87],
      ["threshold30", 87, 92],
      ["longVma", 92, 100],
      ["shortVma", 100, 110],
      ["speed", 110, null],
    ],
  );
  for (const { slowestPace, slowestSpeed } of answer.zones) {
    assertEquals(slowestPace, speedToPace(slowestSpeed));
  }
});

Deno.test("trainingZones() gives no zones for a VMA nobody has, and refuses zones that are none", () => {
  for (const vma of [4.9, 31]) {
    const answer = trainingZones(vma);
    assertEquals(answer.valid || answer.reason, "not-plausible");
  }
  assertThrows(() => trainingZones(NaN), RangeError, "VMA");
  const [zone] = TRAINING_ZONES;
  assert(zone !== undefined);
  assertThrows(() => trainingZones(16, [{ ...zone, to: 50 }]), RangeError, "zone easy");
});
