import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { LANGUAGES } from "../../kit/language/language.ts";
import { readGroup } from "./state.ts";
import { GroupForm } from "./GroupForm.tsx";
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
    fc.property(text, text, (s, runners) => {
      const input = readGroup(new URLSearchParams({ s, runners }), { posted: true });
      const { state: { lines, runners: read }, problems, notes } = input;
      for (const language of LANGUAGES) {
        const form = renderToString(<GroupForm language={language} input={input} />);
        const said = form.match(/<li/g)?.length ?? 0;
        const noted = Object.values(notes).reduce((sum, list) => sum + (list?.length ?? 0), 0);
        assertEquals(said, Object.keys(problems).length + noted);
        const sheet = renderToString(
          <GroupSheet language={language} lines={lines} runners={read} />,
        );
        assert(!/NaN|Infinity|undefined/.test(sheet), sheet);
        assertEquals(sheet.match(/<tr/g)?.length, read.length + (/rowspan/i.test(sheet) ? 2 : 1));
      }
    }),
    { numRuns: 1000 },
  );
});
