import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { LANGUAGES } from "../../kit/language/language.ts";
import { readGroup } from "./state.ts";
import { GroupForm } from "./GroupForm.tsx";
import { blocksOf, readSession } from "./group_session.ts";
import { groupsOf } from "./groups.ts";
import { sheetLayout } from "./sheet_layout.ts";
import { GroupSheet } from "./GroupSheet.tsx";

/** Pieces of sessions and of lists, and any text. */
const piece = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    ...["10x", "2x(", ")", "400", "300-200", "30/30", '30"', "1'", " r ", " R 3'", " 105", " 95%"],
    ...[" 100-105 %", "@", "-", " ", "m", "20000", "40%", "160", "footing", ";", "+", "\n"],
    ...["Ana", "Nom", "VMA", "5", "30", "10 km", "42'30", "24h", "\t", ","],
  ),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

Deno.test("whatever a group's form sends, its page can be drawn, in both languages", () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 4 }), (s, runners, groups) => {
      const input = readGroup(new URLSearchParams({ s, runners }), { posted: true });
      const { state: { lines, runners: read }, problems, notes } = input;
      const { boxes } = sheetLayout(blocksOf(lines), { runners: read.length, boxes: true });
      for (const language of LANGUAGES) {
        const form = renderToString(
          <GroupForm language={language} input={input} day="2026-12-01" />,
        );
        const said = form.match(/<li/g)?.length ?? 0;
        const noted = Object.values(notes).reduce((sum, list) => sum + (list?.length ?? 0), 0);
        assertEquals(said, Object.keys(problems).length + noted);
        const sheet = renderToString(
          <GroupSheet
            language={language}
            lines={lines}
            runners={read}
            groups={groups}
            boxes={boxes}
          />,
        );
        assert(!/NaN|Infinity|undefined/.test(sheet), sheet);
        const heads = groups > 1 ? Math.min(groups, read.length) : 0;
        const rows = read.length + heads + (/rowspan/i.test(sheet) ? 2 : 1);
        assertEquals(sheet.match(/<tr/g)?.length, rows);
      }
    }),
    { numRuns: 1000 },
  );
});

Deno.test("groupsOf() splits by VMA into groups of about a size, each in the order of the list", () => {
  const runners = [["Ana", 14], ["Bo", 17], ["Cy", 12], ["Dia", 15.5], ["Eli", 13]].map((
    [name, vma],
  ) => ({ name: String(name), vma: Number(vma), result: null }));
  const names = (count: number) =>
    groupsOf(runners, count).map(({ runners }) => runners.map(({ name }) => name).join(" "));
  assertEquals(names(1), ["Ana Bo Cy Dia Eli"]);
  assertEquals(names(2), ["Ana Bo Dia", "Cy Eli"]);
  assertEquals(names(3), ["Bo Dia", "Ana Eli", "Cy"]);
  assertEquals(groupsOf(runners, 2).map(({ slowest, fastest }) => [slowest, fastest]), [
    [14, 17],
    [12, 13],
  ]);
  assertEquals(groupsOf([], 3), []);
  assertEquals(groupsOf(runners.slice(0, 2), 4).length, 2);
});

Deno.test("sheetLayout() has boxes where there is room, upright rather than lying", () => {
  const layout = (session: string, runners = 12) =>
    sheetLayout(blocksOf(readSession(session).lines), { runners, boxes: true });
  assertEquals(layout("8x400 100"), { paper: "portrait", boxes: true });
  assertEquals(layout("8x400 100", 30), { paper: "portrait", boxes: true });
  assertEquals(layout("10x400 105\n3x2000 90"), { paper: "landscape", boxes: true });
  assertEquals(layout("10x400 105\n3x2000 90", 30), { paper: "portrait", boxes: false });
  assertEquals(layout("2x(15x30/30) 100"), { paper: "portrait", boxes: false });
  // A length that is run up and down has a box for both.
  assertEquals(layout("400-300-400 100"), { paper: "portrait", boxes: true });
});
