import { assert, assertEquals } from "@std/assert";
import { subsetFont } from "./subset_font.ts";

/** What the face may weigh, bytes: a first visit has 95 kB for all it loads. */
const HEAVIEST = 34_000;

Deno.test("subsetFont() gives the face that the site holds", async () => {
  const held = await Deno.readFile(
    new URL("../kit/styles/archivo/archivo.woff2", import.meta.url),
  );
  assertEquals(held, new Uint8Array(await subsetFont()));
  assert(held.length <= HEAVIEST, `the face weighs ${held.length} bytes`);
});
