import { assertEquals } from "@std/assert";
import { en } from "./en.ts";
import {
  formatCount,
  formatDate,
  formatDecimal,
  formatMoment,
  formatWind,
} from "../language/format.ts";
import { fr } from "./fr.ts";

Deno.test("formatDecimal() and formatWind() write the language's decimal mark", () => {
  assertEquals([formatDecimal(13.333, 2, "fr"), formatDecimal(13.333, 2, "en")], [
    "13,33",
    "13.33",
  ]);
  assertEquals([formatWind(1.2, "fr"), formatWind(-2, "en"), formatWind(0, "fr")], [
    "+1,2",
    "−2.0",
    "0,0",
  ]);
});

Deno.test("formatCount() parts thousands", () => {
  assertEquals(formatCount(940_868, "fr").replaceAll(/\s/g, " "), "940 868");
  assertEquals(formatCount(940_868, "en"), "940,868");
});

Deno.test("formatDate() and formatMoment() give the day as it is in mainland France", () => {
  assertEquals([formatDate("2024-05-12", "fr"), formatDate("2024-05-02", "en")], [
    "12/05/2024",
    "2 May 2024",
  ]);
  assertEquals(formatMoment("2026-11-20T23:30:00Z", "fr"), "21/11/2026 à 00:30");
  assertEquals(formatMoment("2026-07-20T23:30:00Z", "en"), "21 Jul 2026, 01:30");
});

Deno.test("both languages say as much: no text is empty or left in the other language", () => {
  const said = (texts: object): string[] =>
    Object.entries(texts).flatMap(([key, value]) => {
      if (typeof value === "object") return said(value).map((rest) => `${key}.${rest}`);
      const text = typeof value === "function" ? value([], [], [], [], []) : value;
      return [`${key}=${text}`];
    });
  const french = said(fr);
  const english = said(en);
  const keys = (lines: string[]) => lines.map((line) => line.slice(0, line.indexOf("="))).sort();
  assertEquals(keys(english), keys(french));
  for (const line of [...french, ...english]) assertEquals(/=\s*$/.test(line), false, line);
});
