import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { isUpToDate } from "./site_build.ts";

Deno.test("isUpToDate() compares a file with the youngest of what it is made from", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const at = async (path: string, second: number) => {
      await Deno.mkdir(join(folder, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(folder, path), "");
      await Deno.utime(join(folder, path), second, second);
    };
    const made = join(folder, "made");
    const check = () => isUpToDate(made, [join(folder, "web"), join(folder, "deno.json")]);
    await at("web/routes/index.tsx", 100);
    await at("deno.json", 90);
    assertEquals(await check(), false, "nothing was made yet");
    await at("made", 100);
    assertEquals(await check(), true);
    await at("web/islands/Search.tsx", 101);
    assertEquals(await check(), false, "a file in a folder is younger");
    await at("made", 102);
    await at("web/node_modules/x.js", 200);
    assertEquals(await check(), true, "what was made does not count");
    await at("deno.json", 103);
    assertEquals(await check(), false, "a file is younger");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
