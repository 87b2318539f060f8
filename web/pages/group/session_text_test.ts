import { assertEquals } from "@std/assert";
import { parseSessionLine } from "@mypacer/shared/domain/table/training_session_line.ts";
import { sessionLineCode } from "@mypacer/shared/domain/table/training_session.ts";
import fc from "fast-check";
import { lineText, sessionFieldText } from "./session_text.ts";
import { withPlainSpaces } from "../../testing/read_page.ts";

const lineOf = (text: string) => parseSessionLine(text).line;

Deno.test("sessionFieldText() writes a session ready to be typed again", () => {
  const forms: [text: string, french: string, english: string][] = [
    ["10x400 100-105 % r 1'15", `10x400 m 100-105 % r 1'15"`, "10x400 m 100-105% r 1:15"],
    ["2x(10x30/30) 100% R 3'", `2x(10x30") 100 % r 30" R 3'00"`, "2x(10x0:30) 100% r 0:30 R 3:00"],
    ["4x(400-300) 105%", "4x(400 m - 300 m) 105 %", "4x(400 m - 300 m) 105%"],
    [
      "4x(400-300 r 1') 105%",
      `4x(400 m 105 % r 1'00" - 300 m 105 % r 1'00")`,
      "4x(400 m 105% r 1:00 - 300 m 105% r 1:00)",
    ],
    [
      "1000 95% r 200 m - 500 100%",
      "1000 m 95 % r 200 m - 500 m 100 %",
      "1000 m 95% r 200 m - 500 m 100%",
    ],
    ["échauffement 20’", "échauffement 20’", "échauffement 20’"],
  ];
  for (const [text, french, english] of forms) {
    assertEquals(sessionFieldText([lineOf(text)], "fr"), french);
    assertEquals(sessionFieldText([lineOf(text)], "en"), english);
  }
});

Deno.test("lineText() says what is run, how hard and with which recoveries", () => {
  const plain = (text: string) => withPlainSpaces(lineText(lineOf(text), "fr"));
  assertEquals(plain("10x400 100-105 % r 200 m"), "10 × 400 m, 100–105 % VMA, récup 200 m");
  assertEquals(
    plain("2x(10x30/30) 100% R 3'"),
    `2 × (10 × 30"), 100 % VMA, récup 30", entre séries 3'00"`,
  );
  assertEquals(
    plain("1000 95% r 2' - 500 100%"),
    `1 000 m 95 % VMA, récup 2'00" – 500 m 100 % VMA`,
  );
});

const part = fc.constantFrom(
  "400",
  "30/30",
  "1000 95%",
  "3'",
  '200 r 30"',
  "500 m 102,5 % r 100 m",
);
const session = fc.tuple(
  fc.constantFrom("", "2x(", "4x("),
  fc.array(fc.tuple(fc.constantFrom("", "2x", "10x"), part), { minLength: 1, maxLength: 4 }),
  fc.constantFrom("", " 100-105 %", " 90% r 1'"),
  fc.constantFrom("", " R 3'"),
).map(([sets, parts, share, recovery]) =>
  sets + parts.map(([count, part]) => count + part).join(" - ") + (sets === "" ? "" : ")") + share +
  (sets === "" ? "" : recovery)
);

Deno.test("what sessionFieldText() shows is read as the same session, in both languages", () => {
  let read = 0;
  fc.assert(
    fc.property(session, fc.constantFrom("fr", "en"), (text, language) => {
      let line;
      try {
        line = lineOf(text);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return;
      }
      read++;
      const shown = parseSessionLine(sessionFieldText([line], language));
      assertEquals(shown.readings, []);
      assertEquals(sessionLineCode(shown.line), sessionLineCode(line));
    }),
    { numRuns: 500 },
  );
  assertEquals(read > 50, true, `only ${read} of these sessions were read`);
});
