import { paceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { assertEquals } from "@std/assert";
import { DEFAULT_STATE, SURFACES, withRows } from "../table_state/table_state.ts";
import { cellKey, type LaidRecords, layRecords, slotLetter } from "./overlay.ts";
import { type ShownAthlete, type ShownRecord, unnamedAthlete } from "./shown_athlete.ts";
import { widened } from "../../pages/table/widen.ts";

const distances = [1000, 10_000, 21_097.5];
const table = paceTable({ slowest: 300, fastest: 200, step: 10, distances });

const ALL: LaidRecords = { hidden: [], surfaces: SURFACES };

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
  const { cells, outside } = layRecords(table, [athlete("1", record(10_000, 2160))], ALL);
  assertEquals([...cells.keys()], [cellKey(8, 1)]);
  assertEquals(outside, []);
});

Deno.test("layRecords() takes the short half marathon for the half marathon", () => {
  const { cells } = layRecords(table, [athlete("1", record(21_097, 21_097 * 0.25))], ALL);
  assertEquals([...cells.keys()], [cellKey(5, 2)]);
});

Deno.test("layRecords() keeps every record: several in a cell, in the order of the athletes", () => {
  const { cells } = layRecords(table, [
    athlete("1", record(1000, 240), record(1000, 241)),
    athlete("2", record(1000, 239)),
  ], ALL);
  assertEquals(cells.get(cellKey(6, 0))?.map(({ slot, record: { mark } }) => [slot, mark]), [
    [0, 24_000],
    [0, 24_100],
    [1, 23_900],
  ]);
});

Deno.test("layRecords() says why a record has no cell, and widened() takes those in that it can", () => {
  const { cells, outside } = layRecords(table, [
    athlete("1", record(1000, 170), record(10_000, 3350), record(5000, 1000)),
  ], ALL);
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

Deno.test("layRecords() leaves out who is hidden and where it was not asked for, and keeps the letters", () => {
  const indoors = { ...record(1000, 240), discipline: "short-track" } as const;
  const people = [athlete("1", record(1000, 240)), athlete("2", record(1000, 230), indoors)];
  const laid = (options: Partial<LaidRecords>) =>
    [...layRecords(table, people, { ...ALL, ...options }).cells.values()].flat()
      .map(({ slot, record: { discipline } }) => [slot, discipline]);
  assertEquals(laid({ hidden: ["1"] }), [[1, "road"], [1, "short-track"]]);
  assertEquals(laid({ surfaces: ["short-track"] }), [[1, "short-track"]]);
});

Deno.test("widened() widens rows by speed and by time too", () => {
  const outside = (distance: number, seconds: number) =>
    [{
      slot: 0,
      athlete: athlete("1"),
      record: record(distance, seconds),
      reason: "faster",
    }] as const;
  const speed = widened(withRows(DEFAULT_STATE, "speed", 0), outside(1000, 150));
  assertEquals([speed?.slowest, speed?.fastest], [8, 24]);
  const time = widened(withRows(DEFAULT_STATE, "time", 10_000), outside(10_000, 1650));
  assertEquals(time !== null && time.fastest <= 1650, true);
});
