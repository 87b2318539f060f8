import { assert, assertEquals } from "@std/assert";
import { PUBLIC_RECORDS } from "./public_records.ts";
import { RECORD_LISTS } from "./public_record.ts";

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);

Deno.test("every public record says who, where and when, which page says so and up to when", () => {
  for (const list of RECORD_LISTS) {
    const records = PUBLIC_RECORDS[list];
    assert(records.length > 0, list);
    for (const { distance, discipline, mark, holder, place, date, sources, asOf } of records) {
      const row = `${list}, ${distance} m ${discipline}`;
      assert(Number.isInteger(mark) && mark > 0, row);
      assert(/^\p{Lu}\p{L}+.* \p{L}+/u.test(holder), `${row}: no holder`);
      assert(/^\p{Lu}\p{L}+/u.test(place), `${row}: no place`);
      assert(isDay(date) && isDay(asOf) && date <= asOf, `${row}: no date`);
      assert(sources.length > 0, `${row}: no source`);
      for (const source of sources) {
        assertEquals(new URL(source).protocol, "https:", `${row}: ${source} is no page`);
      }
    }
    const distances = records.map(({ distance }) => distance);
    assertEquals(distances, distances.toSorted((a, b) => a - b));
    const events = records.map(({ distance, discipline }) => `${distance} ${discipline}`);
    assertEquals(events, [...new Set(events)], list);
  }
});

Deno.test("no record of France or of women is faster than that of the world, or of men", () => {
  const marks = (list: typeof RECORD_LISTS[number]) =>
    new Map(
      PUBLIC_RECORDS[list].map(({ distance, discipline, mark }) =>
        [`${distance} m ${discipline}`, mark] as const
      ),
    );
  const pairs = [["france-m", "world-m"], ["france-f", "world-f"], ["world-f", "world-m"]] as const;
  for (const [slower, faster] of pairs) {
    for (const [event, mark] of marks(slower)) {
      const best = marks(faster).get(event);
      if (best !== undefined) assert(mark >= best, `${slower}, ${event}`);
    }
  }
});
