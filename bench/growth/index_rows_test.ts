import { assertEquals } from "@std/assert";
import { FULL_SIZE, InventedDirectory } from "../search/directory.ts";
import { indexRows } from "./index_rows.ts";

Deno.test("indexRows() writes a line of COPY for each person", () => {
  const directory = new InventedDirectory({ ...FULL_SIZE, athletes: 3, clubs: 2 });
  const text = [...indexRows(directory)].map((rows) => new TextDecoder().decode(rows)).join("");
  const lines = text.trimEnd().split("\n").map((line) => line.split("\t"));
  assertEquals(lines.map((fields) => fields.length), [13, 13, 13]);
  // Person 0 is known to documents and tests, and in the first club ever since.
  const [id, , name, normalized, , , , sex, , , club, first, last] = lines[0] ?? [];
  assertEquals({ id, name, normalized, sex, club, first, last }, {
    id: "1",
    name: "LEFEVRE Jean-Baptiste",
    normalized: "lefevre jean baptiste",
    sex: "M",
    club: "1",
    first: "2005",
    last: "2026",
  });
});
