import { assertEquals } from "@std/assert";
import { SLOT_COLORS } from "./slot_colors.ts";

Deno.test("pictures draw athletes in the colors of the site", async () => {
  const tokens = await Deno.readTextFile(new URL("../styles/tokens.css", import.meta.url));
  const light = tokens.matchAll(
    /--slot: (?:light-dark\()?(#\w+)[^;]*;[^}]*?--on-slot: (?:light-dark\()?(#\w+)/g,
  );
  assertEquals([...light].map(([, fill = "", letter = ""]) => ({ fill, letter })), [
    ...SLOT_COLORS,
  ]);
});
