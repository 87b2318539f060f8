import { assertEquals } from "@std/assert";
import { french, frenchSpaces } from "./french_spaces.ts";

Deno.test("frenchSpaces() holds double marks and units to what they belong to", () => {
  for (
    const [text, spaced] of [
      ["Lu : « 10 km » ; vrai ?", "Lu\u00a0: «\u00a010\u00a0km\u00a0»\u202f; vrai\u202f?"],
      ["à 105 % en 2 min, 12,5 km/h", "à 105\u00a0% en 2\u00a0min, 12,5\u00a0km/h"],
      ["Athlète n° 12, 40 ans !", "Athlète n°\u00a012, 40\u00a0ans\u202f!"],
      // Two numbers, words that begin as a unit does, a time and an address.
      ["10x400 300 r 1'", "10x400 300 r 1'"],
      ["3 marathons, 2 heures, 5 minutes", "3 marathons, 2 heures, 5 minutes"],
      ["4:30, https://a.fr/?q=b:c", "4:30, https://a.fr/?q=b:c"],
    ] as const
  ) assertEquals(frenchSpaces(text), spaced);
});

Deno.test("french() spaces what functions give, at any depth", () => {
  const texts = french({
    plain: "Lu :",
    deep: { list: ["a ?", (n: number) => `${n} km`], parts: (of: string) => [`« ${of} »`, "b"] },
    none: null,
  });
  assertEquals(texts.plain, "Lu\u00a0:");
  assertEquals(texts.deep.list[0], "a\u202f?");
  assertEquals((texts.deep.list[1] as (n: number) => string)(5), "5\u00a0km");
  assertEquals(texts.deep.parts("x"), ["«\u00a0x\u00a0»", "b"]);
  assertEquals(texts.none, null);
});
