/** What each tool writes into the address, it reads back; and no address breaks it. */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { AGE } from "../../pages/age/state.ts";
import { GROUP } from "../../pages/group/state.ts";
import { MODELS } from "../../pages/models/state.ts";
import { PREDICTOR } from "../../pages/predictor/state.ts";
import { ZONES } from "../../pages/zones/state.ts";

/** Texts that forms are likely to get, and any other. */
const TEXT = fc.oneof(
  fc.string(),
  fc.constantFrom("10 km", "semi", "42'30", "1h35", "3:30", "16,5", "-1", "0", "5000@20:30", "mi"),
  fc.constantFrom(
    "10x400 105",
    "3x2000@90r120;6x200@110",
    "2x(10x30/30);10' rac",
    "M",
    "300",
    "result",
    "half-cooper",
    "vameval",
    "fastest",
    "1",
  ),
);
const TOOLS = [
  ZONES,
  AGE,
  PREDICTOR,
  MODELS,
  GROUP,
] as unknown as readonly {
  read(parameters: URLSearchParams): { state: unknown };
  search(state: unknown): string;
}[];
const NAMES = "on by vma m6 m12 stage held d t unit r rows add without sex age s order runners"
  .split(
    " ",
  );

Deno.test("a tool's address is a fixed point: it leads to itself, whatever was asked", () => {
  const given = fc.array(fc.tuple(fc.constantFrom(...NAMES), TEXT), { maxLength: 8 });
  for (const { read, search } of TOOLS) {
    fc.assert(fc.property(given, (pairs) => {
      const { state } = read(new URLSearchParams(pairs));
      const address = search(state);
      assertEquals(new URL(`http://site.invalid/${address}`).search, address);
      const again = read(new URLSearchParams(address)).state;
      assertEquals(again, state);
      assertEquals(search(again), address);
    }));
  }
});
