import { paceTable } from "@mypacer/shared/domain/pace_table.ts";
import { assertEquals } from "@std/assert";
import { DEFAULT_STATE } from "./board_state.ts";
import { cellKey, layRecords, slotLetter } from "./overlay.ts";
import { type ShownAthlete, type ShownRecord, unnamedAthlete } from "./shown_athlete.ts";
import { widened } from "./widen.ts";

const distances = [1000, 10_000, 21_097.5];
const table = paceTable({ slowest: 300, fastest: 200, step: 10, distances });

function record(distance: number, seconds: number): ShownRecord {
  return {
    discipline: "road",
    event: `${distance} m`,
    distance,
    mark: seconds * 100,
    handTimed: false,
    wind: null,
    chipTime: null,
    date: null,
    place: null,
    best: true,
  };
}

function athlete(ffaId: string, ...records: ShownRecord[]): ShownAthlete {
  return { ...unnamedAthlete(ffaId, "loading"), missing: null, records };
}

Deno.test("layRecords() puts a record in the row nearest to its time", () => {
  // 36'00 over 10 km is 216 s/km: nearer to 220 (row 8) than to 210.
  const { cells, outside } = layRecords(table, distances, [athlete("1", record(10_000, 2160))]);
  assertEquals([...cells.keys()], [cellKey(8, 1)]);
  assertEquals(outside, []);
});

Deno.test("layRecords() takes the short half marathon for the half marathon", () => {
  const { cells } = layRecords(table, distances, [athlete("1", record(21_097, 21_097 * 0.25))]);
  assertEquals([...cells.keys()], [cellKey(5, 2)]);
});

Deno.test("layRecords() keeps every record: several in a cell, in the order of the athletes", () => {
  const { cells } = layRecords(table, distances, [
    athlete("1", record(1000, 240), record(1000, 241)),
    athlete("2", record(1000, 239)),
  ]);
  assertEquals(cells.get(cellKey(6, 0))?.map(({ slot, record: { mark } }) => [slot, mark]), [
    [0, 24_000],
    [0, 24_100],
    [1, 23_900],
  ]);
});

Deno.test("layRecords() says why a record has no cell, and widened() takes those in that it can", () => {
  const { cells, outside } = layRecords(table, distances, [
    athlete("1", record(1000, 170), record(10_000, 3350), record(5000, 1000)),
  ]);
  assertEquals(cells.size, 0);
  assertEquals(outside.map(({ reason }) => reason), ["faster", "slower", "no-column"]);
  const state = { ...DEFAULT_STATE, slowest: 300, fastest: 200, step: 10 };
  const wide = widened(state, outside);
  // 170 s/km and 335 s/km, by whole steps of 10.
  assertEquals([wide?.slowest, wide?.fastest, wide?.step], [340, 170, 10]);
  assertEquals(widened(state, outside.filter(({ reason }) => reason === "no-column")), null);
});

Deno.test("slotLetter() goes from A to H", () => {
  assertEquals([0, 1, 7].map(slotLetter).join(""), "ABH");
});
