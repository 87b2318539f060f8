import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { MAX_BLOCKS, MAX_COLUMNS, MAX_LINES } from "./group_limits.ts";
import { blocksOf, columnsOf, readSession, sessionCode } from "./group_session.ts";

/** A block of a line that is one. */
function blockOf(text: string) {
  const [block] = blocksOf(readSession(text).lines);
  assert(block, text);
  return block;
}

Deno.test("readSession() keeps blocks and what is between them in their order", () => {
  const { lines, notes, problems } = readSession(
    "échauffement 20 min\n\n10x400 105 r 1'; récup 3' ;5x200 110\nretour au calme 10'",
  );
  assertEquals(
    sessionCode(lines),
    "échauffement 20 min;10x400@105r60;récup 3';5x200@110;retour au calme 10'",
  );
  assertEquals([notes, problems], [{}, {}]);
});

Deno.test("readSession() parts blocks at plus signs, but not the lengths of a set", () => {
  assertEquals(
    sessionCode(readSession("20' footing + 2x(400+200) 105% + rac 10'").lines),
    "20' footing;2x(1x400@105_1x200@105);rac 10'",
  );
  assertEquals(
    sessionCode(readSession("échauffement 20 min puis 10x400 105% puis 5x200 110 %").lines),
    "échauffement 20 min;10x400@105;5x200@110",
  );
  // A share that is written once is that of all.
  assertEquals(
    sessionCode(readSession("3' + 2' + 1' 95%").lines),
    "1x180s@95_1x120s@95_1x60s@95",
  );
});

Deno.test("readSession() names a wrong line as it was typed, and reads the others", () => {
  const { lines, problems, notes } = readSession(
    "gammes\n\n70x100 105; 10x400 105 r 200\n10x400 105 r 20 m",
  );
  assertEquals(sessionCode(lines), "gammes;10x400@105r200m");
  assertEquals(Object.keys(problems), ["s3", "s4"]);
  assertEquals(problems.s4, {
    code: "session",
    part: "recovery",
    written: "20 m",
    reason: "ambiguous",
    suggestions: [`10x400 105 r 20"`, "10x400 105 r 20'", "10x400 105 r 200 m"],
  });
  assertEquals(notes, {
    "s3.2": [{ kind: "session", reading: "recovery-meters", written: "r 200" }],
  });
});

Deno.test("readSession() takes what fits a sheet, and says what does not", () => {
  const many = readSession(Array(MAX_BLOCKS + 1).fill("10x400 105").join("\n"));
  assertEquals([many.lines.length, many.problems.s?.code], [MAX_BLOCKS, "blocks"]);
  const pyramid = "2x(400-300-200) 105";
  const wide = readSession([pyramid, pyramid, pyramid, pyramid].join("\n"));
  assertEquals([wide.lines.length, wide.problems.s], [3, { code: "columns", typed: "12" }]);
  const long = readSession(Array(MAX_LINES + 1).fill("gammes").join("\n") + "\n10x400 105");
  assertEquals([long.lines.length, long.problems.s?.code], [MAX_LINES, "lines"]);
  assertEquals(readSession("footing 20'").problems.s?.code, "no-block");
});

Deno.test("columnsOf() gives one column to lengths that are run several times at one share", () => {
  const distances = (text: string) => columnsOf(blockOf(text)).map(({ distance }) => distance);
  assertEquals(distances("200-400-600-400-200 95"), [200, 400, 600]);
  assertEquals(distances("200 95% - 400 95% - 200 100%"), [200, 400, 200]);
});

Deno.test("readSession() answers any text with what fits a sheet, and reads back its own short form", () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      "10x400 105",
      "2x(10x30/30)",
      "footing 20'",
      "400-300-200",
      "r 200",
      ";",
      "+",
      "\n",
    ),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const { lines } = readSession(pieces.join(" "));
    const blocks = blocksOf(lines);
    assert(lines.length <= MAX_LINES && blocks.length <= MAX_BLOCKS);
    assert(blocks.flatMap(columnsOf).length <= MAX_COLUMNS);
    const again = readSession(sessionCode(lines));
    assertEquals(again.lines, lines);
  }));
});
