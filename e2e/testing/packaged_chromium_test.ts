import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { basename, dirname, join } from "node:path";
import { packagedChromium } from "./packaged_chromium.ts";

const IS_PACKAGED = Deno.build.os === "linux" && Deno.build.arch === "x86_64";

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
}

/** A Chromium that says its version, started with what it needs. */
async function versionOf({ path, env }: { path: string; env: Record<string, string> }) {
  const { stdout } = await new Deno.Command(path, { args: ["--version"], env }).output();
  return new TextDecoder().decode(stdout);
}

Deno.test({
  name: "packagedChromium() unpacks once, also for two who ask at the same time",
  ignore: !IS_PACKAGED,
  fn: async () => {
    const parent = await Deno.makeTempDir({ prefix: "mypacer-chromium-" });
    try {
      const data = join(parent, "data");
      const [first, second] = await Promise.all([
        packagedChromium(data),
        packagedChromium(data),
      ]);
      assertEquals(first, second);
      assertStringIncludes(await versionOf(first), "Chromium ");
      assertEquals(await namesIn(data), [basename(dirname(first.path))]);

      const { mtime } = await Deno.stat(first.path);
      assertEquals(await packagedChromium(data), first);
      assertEquals((await Deno.stat(first.path)).mtime, mtime);
    } finally {
      await Deno.remove(parent, { recursive: true });
    }
  },
});

Deno.test({
  name: "packagedChromium() leaves nothing behind where it cannot unpack",
  ignore: !IS_PACKAGED,
  fn: async () => {
    const parent = await Deno.makeTempDir({ prefix: "mypacer-chromium-" });
    try {
      const { path } = await packagedChromium(parent);
      const folder = dirname(path);
      await Deno.remove(folder, { recursive: true });
      await Deno.writeTextFile(folder, "something else");
      await assertRejects(() => packagedChromium(parent), Error, "os error");
      assertEquals(await namesIn(parent), [basename(folder)]);
    } finally {
      await Deno.remove(parent, { recursive: true });
    }
  },
});
