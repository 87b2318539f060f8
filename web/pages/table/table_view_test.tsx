import { paceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { findAll, findFirst, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { TableView } from "./TableView.tsx";
import "../../kit/texts/provide_all.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { DEFAULT_STATE, type TableState } from "../../kit/table_state/table_state.ts";
import { layRecords } from "../../kit/athletes/overlay.ts";
import { tableOf } from "../../kit/table_state/table_cells.ts";
import { type ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { textOf } from "../../testing/read_page.ts";
import { shown } from "../../testing/shown_sample.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

function view(state: TableState, language: "fr" | "en", athletes: ShownAthlete[] = []) {
  const distances = [400, 10_000];
  const table = paceTable({ ...state, distances });
  return draw(
    <TableView {...{ language, state, table, overlay: layRecords(table, athletes, state) }} />,
  );
}

Deno.test("TableView writes paces, speeds and times as the language does", () => {
  const state = { ...DEFAULT_STATE, slowest: 275, fastest: 270 };
  const cells = (language: "fr" | "en") =>
    findAll(view(state, language), "tbody tr:first-child > *").map(text);
  // 275 s/km: 3600 / 275 = 13.09 km/h; 400 m in 110 s; 10 km in 2,750 s.
  assertEquals(cells("fr"), ["4'35\"", "13,09", "1'50\"00", "45'50\""]);
  assertEquals(cells("en"), ["4:35", "13.09", "1:50.00", "45:50"]);
});

Deno.test("TableView converts to miles exactly and adds the share of VMA", () => {
  const state = { ...DEFAULT_STATE, slowest: 240, fastest: 240, vma: 18, unit: "mi" as const };
  // 240 s/km is 386.24 s/mi and 9.32 mi/h; 15 km/h of 18 is 83 %.
  assertEquals(findAll(view(state, "en"), "tbody tr > *").map(text), [
    "6:26",
    "9.32",
    "83",
    "Threshold 60",
    "1:36.00",
    "40:00",
  ]);
  assertEquals(findAll(view(state, "fr"), "thead th .unit").map(text), ["/mi", "mi/h"]);
});

Deno.test("TableView makes the rows of a table in miles by whole seconds and speeds of that unit", () => {
  const rows = (search: string, language: "fr" | "en") => {
    const { state } = readParameters(new URLSearchParams(search));
    const table = tableOf(state);
    const overlay = layRecords(table, [], state);
    const document = draw(<TableView {...{ language, state, table, overlay }} />);
    return findAll(document, "tbody tr").slice(0, 3).map((row) => findAll(row, "th, td").map(text));
  };
  // 60 / 10.5 mph; 10'20 over 5 km is 620 / 1.609344 × 5 = 1926.2 s, 10'10 3.79 s/km less each.
  assertEquals(rows("unit=mi&cols=1609.344,5000", "fr"), [
    [`10'30"`, "5,71", `10'30"`, `32'37"`],
    [`10'20"`, "5,81", `10'20"`, `32'06"`],
    [`10'10"`, "5,90", `10'10"`, `31'35"`],
  ]);
  // 3600 / 6 = 10'00 per mile, 3600 / 6.5 = 553.8 s, 3600 / 7 = 514.3 s.
  assertEquals(rows("unit=mi&by=speed&slow=6&cols=16093.44", "en"), [
    ["6", "10:00", "1:40:00"],
    ["6.5", "9:14", "1:32:18"],
    ["7", "8:34", "1:25:43"],
  ]);
});

Deno.test("TableView gives every record of a cell its letter, its name and its own details", () => {
  const state = { ...DEFAULT_STATE, slowest: 230, fastest: 200, step: 30 };
  const document = view(state, "en", [shown(0), shown(1), shown(2)]);
  const cell = findFirst(document, "td.marked-3");
  assert(cell);
  assertEquals(findAll(cell, ".mark-button > .badge").map(text), ["A", "B", "C"]);
  assertStringIncludes(text(cell), "B: PB of N'DIAYE Awa");
  const ids = findAll(document, "[role=tooltip]").map((tip) => tip.attribs.id);
  assertEquals(new Set(ids).size, ids.length);
  const described = findAll(document, ".mark-button").map((b) => b.attribs["aria-describedby"]);
  assertEquals(described, ids);
});

Deno.test("TableView shows in a marked cell the record itself, and below it the time of the row", () => {
  const [record] = shown(0).records;
  assert(record);
  const marathon = { ...record, event: "Marathon", distance: 42_195, mark: 916_900, wind: null };
  const manual = { ...record, distance: 10_000, mark: 215_080, handTimed: true };
  const state = { ...DEFAULT_STATE, slowest: 220, fastest: 210 };
  const table = paceTable({ ...state, distances: [10_000, 42_195] });
  const seen = (language: "fr" | "en", notation: "french" | "english" | null) => {
    const overlay = layRecords(table, [shown(0, { records: [manual, marathon] })], state);
    const own = { ...state, notation };
    const document = draw(<TableView {...{ language, state: own, table, overlay }} />);
    return findAll(document, "td.marked").map((cell) =>
      [".badge", ".mark-time", ".time[aria-hidden=true]"].map((part) => textOf(cell, part))
    );
  };
  // 2h32'49" is 217.3 s/km, nearest to 3'35", over which a marathon takes 9071.9 s. By hand, tenths
  // are official.
  assertEquals(seen("fr", null), [["A", `35'50"8`, `35'50"`], ["A", `2h32'49"`, `2h31'12"`]]);
  assertEquals(seen("fr", "english"), [["A", "35:50.8", "35:50"], ["A", "2:32:49", "2:31:12"]]);
  assertEquals(seen("en", null), [["A", "35:50.8", "35:50"], ["A", "2:32:49", "2:31:12"]]);
});
