import { assertEquals, assertThrows } from "@std/assert";
import { COLUMNS, FIELD, RawRow, RowParser } from "./row_parser.ts";
import { copyRow } from "./testing/made_index.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Rows as texts, as they are read from pieces of some length. */
function parsed(text: string, pieces = 1000): string[][] {
  const rows: string[][] = [];
  const parser = new RowParser({
    addRow: ({ bytes, starts }) =>
      void rows.push(
        COLUMNS.map((_, at) =>
          decoder.decode(bytes.subarray(starts[at], (starts[at + 1] ?? 0) - 1))
        ),
      ),
  });
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += pieces) parser.push(bytes.subarray(at, at + pieces));
  parser.end();
  return rows;
}

const ROW = [1, "0070001", "LEFÈVRE Zoé", "lefevre zoe", 1990, null, null, "F", "FRA", "SE", 11]
  .concat([2019, 2026]);

Deno.test("RowParser reads the fields of each row, however the bytes are cut", () => {
  const second = ROW.with(0, 2);
  const expected = [ROW, second].map((row) => row.map((field) => String(field ?? "\\N")));
  for (const pieces of [1, 2, 3, 7, 50, 1000]) {
    assertEquals(parsed(copyRow(ROW) + copyRow(second), pieces), expected, `${pieces} bytes`);
  }
});

Deno.test("RowParser reads signs that PostgreSQL escapes, and empty fields", () => {
  const [row] = parsed(copyRow(ROW.with(2, "A\\tB\\\\C\\nD\\x").with(3, "")));
  assertEquals(row?.slice(1, 6), ["0070001", "A\tB\\C\nDx", "", "1990", "\\N"]);
});

Deno.test("RowParser refuses a row of another number of columns, and one that is cut off", () => {
  const count = COLUMNS.length;
  assertThrows(() => parsed(copyRow(ROW.slice(1))), SyntaxError, `has ${count - 1} columns`);
  assertThrows(() => parsed(copyRow(ROW).slice(0, -1)), SyntaxError, "cut off");
});

Deno.test("FIELD names the columns in the order of their places", () => {
  assertEquals(Object.values(FIELD), COLUMNS.map((_, place) => place));
});

Deno.test("RawRow reads numbers and codes, 0 and null where there is no value", () => {
  const row = new RawRow();
  row.bytes = encoder.encode("12\t0070001\t\\N\n");
  row.starts.set([0, 3, 11, 14]);
  assertEquals([row.number(FIELD.id), row.number(FIELD.ffa_id), row.number(FIELD.name)], [
    12,
    70001,
    0,
  ]);
  assertEquals([row.code(FIELD.ffa_id), row.code(FIELD.name)], ["0070001", null]);
  assertEquals([row.length(FIELD.ffa_id), row.isNull(FIELD.id), row.isNull(FIELD.name)], [
    7,
    false,
    true,
  ]);
});
