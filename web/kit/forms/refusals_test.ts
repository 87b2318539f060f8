/** What fields refuse, what they suggest instead, and how they say what they read. */
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { toolProblemText } from "../tools/tool_problems.ts";
import {
  allFields,
  distanceFields,
  paceFields,
  suggestionsOf,
  timeFields,
} from "../../testing/page_fields.ts";

/** Texts that are nearly values, and any other. */
const NEARLY = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."0123456789,.:'\"hkm -/"), maxLength: 9 }),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.tuple(
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom(",", ".", ":", "'"),
    fc.integer({ min: 0, max: 999 }),
  )
    .map(([whole, sign, rest]) => `${whole}${sign}${rest}`),
  fc.constantFrom(
    "0",
    "1",
    "4,5",
    "4.75",
    "40",
    "430",
    "1,500",
    "42,195",
    "10",
    "105",
    "1,30 h",
    "160,9",
  ),
);

Deno.test("a field takes everything that it suggests, in both languages", () => {
  const fields = [
    ...allFields(),
    ...distanceFields("45:00"),
    ...timeFields("10 km"),
    ...timeFields("marathon"),
  ];
  for (const { name, read } of fields) {
    fc.assert(
      fc.property(NEARLY, (text) => {
        for (const value of suggestionsOf(read(text))) {
          for (const language of ["fr", "en"] as const) {
            const written = writeInput(value, language);
            assertEquals(read(written).problem, undefined, `${name}: ${text} → ${written}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  }
});

Deno.test("a field says how it read whatever the writer may have meant otherwise", () => {
  // A number alone, or minutes taken for hours: never without a word.
  for (const { name, read } of [...timeFields("marathon"), ...timeFields("semi")]) {
    for (const text of ["3:15", "195", "1:45", "105.5", "2.05", "2'05"]) {
      const { problem, note } = read(text);
      assert(problem !== undefined || note !== undefined, `${name}: ${text}`);
    }
  }
  for (const { name, read } of paceFields()) {
    for (let figure = 1; figure < 2000; figure++) {
      const { problem, note } = read(String(figure));
      assert(problem !== undefined || note !== undefined, `${name}: ${figure}`);
    }
  }
});

Deno.test("a refusal is a whole sentence in both languages, whatever was typed", () => {
  for (const { name, read } of allFields()) {
    fc.assert(
      fc.property(NEARLY.map((text) => text.trim()), (text) => {
        const { problem } = read(text);
        for (const language of ["fr", "en"] as const) {
          const said = toolProblemText(problem, language)?.replace(problem?.typed ?? "", "…") ?? "";
          assert(!/ {2}|undefined|NaN|null|\( ?\)/.test(said), `${name}: ${text}: ${said}`);
        }
      }),
      { numRuns: 200 },
    );
  }
});

Deno.test("a text that is refused names what was typed, and no text takes long", () => {
  const long = [
    "1 ".repeat(5000),
    "4'".repeat(5000),
    "9".repeat(20_000),
    "h".repeat(9999),
    "1,".repeat(9999),
  ];
  for (const { name, read } of allFields()) {
    for (const text of [...long, "abc", "<script>", "12 km 45", "--", "1e9", "NaN", "∞"]) {
      const { problem } = read(text);
      assert(problem !== undefined, `${name}: ${text.slice(0, 20)}`);
    }
    assertEquals(read("abc").problem?.typed, "abc", name);
  }
});
