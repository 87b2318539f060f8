import { assertEquals } from "@std/assert";
import { UnknownSeries } from "./unknown_series.ts";

/** A series, and how often it began and with whom. */
function watched() {
  const series = new UnknownSeries();
  const begun: string[][] = [];
  series.onBegin((ffaIds) => begun.push(ffaIds));
  return { series, begun };
}

Deno.test("UnknownSeries begins once with the fifth unknown of twenty athletes", () => {
  const { series, begun } = watched();
  for (let id = 1; id <= 15; id++) series.noteNamed(`${id}`);
  const believed = ["a", "b", "c", "d", "e", "f"].map((id) => series.noteUnknown(id));
  assertEquals(believed, [true, true, true, true, false, false]);
  assertEquals(begun, [["a", "b", "c", "d", "e"]]);
});

Deno.test("UnknownSeries takes one unknown of a few for what it is, however often they are asked for", () => {
  const { series, begun } = watched();
  for (let times = 0; times < 10; times++) assertEquals(series.noteUnknown("a"), true);
  for (let id = 0; id < 100; id++) {
    // Every seventh: three of twenty.
    if (id % 7 === 0) assertEquals(series.noteUnknown(`${id}`), true);
    else series.noteNamed(`${id}`);
  }
  assertEquals(begun, []);
});

Deno.test("UnknownSeries ends when the latest are named again, and may begin anew", () => {
  const { series, begun } = watched();
  for (const id of ["a", "b", "c", "d", "e"]) series.noteUnknown(id);
  // The first of them are read well after all, then others: one of twenty is left.
  for (const id of ["a", "b", "c"]) series.noteNamed(id);
  assertEquals(series.isOpen, true);
  for (let id = 1; id <= 16; id++) series.noteNamed(`${id}`);
  assertEquals(series.isOpen, false);
  assertEquals(series.noteUnknown("f"), true);
  for (const id of ["g", "h", "i", "j"]) series.noteUnknown(id);
  assertEquals(begun.length, 2);
});
