import { assertEquals } from "@std/assert";
import { gapText, withSign } from "./gap_text.ts";

const FRENCH = { language: "fr", notation: "french", unit: "km" } as const;
const ENGLISH = { language: "en", notation: "english", unit: "km" } as const;

Deno.test("gapText() counts in seconds below a minute, whole ones without decimals", () => {
  assertEquals(gapText(0, "time", FRENCH), "0\u00a0s");
  assertEquals(gapText(40, "time", FRENCH), "40\u00a0s");
  assertEquals(gapText(3.2, "time", FRENCH), "3,20\u00a0s");
  assertEquals(gapText(3.2, "time", ENGLISH), "3.20\u00a0s");
  assertEquals(gapText(59.99, "time", ENGLISH), "59.99\u00a0s");
  assertEquals(gapText(60, "time", FRENCH), "1'00\"");
  assertEquals(gapText(75.5, "time", ENGLISH), "1:15.50");
});

Deno.test("gapText() of computed times rounds to what they can say", () => {
  assertEquals(gapText(0.44, "age_grade", FRENCH), "0,4\u00a0s");
  assertEquals(gapText(12.94, "age_grade", FRENCH), "13\u00a0s");
  assertEquals(gapText(59.6, "age_grade", ENGLISH), "1:00");
});

Deno.test("withSign() gives 0 no sign", () => {
  assertEquals([1, -1, 0].map((value) => withSign(value, "x")), ["+x", "−x", "x"]);
});
