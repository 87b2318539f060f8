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

/** A test in a folder of its own, on machines that the package brings a Chromium for. */
function testInFolder(name: string, run: (folder: string) => Promise<void>): void {
  const fn = async () => {
    const folder = await Deno.makeTempDir({ prefix: "mypacer-chromium-" });
    try {
      await run(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  };
  Deno.test({ name, ignore: !IS_PACKAGED, fn });
}

testInFolder(
  "packagedChromium() unpacks once, also for two who ask at the same time",
  async (folder) => {
    const data = join(folder, "data");
    const [first, second] = await Promise.all([packagedChromium(data), packagedChromium(data)]);
    assertEquals(first, second);
    assertStringIncludes(await versionOf(first), "Chromium ");
    assertEquals(await namesIn(data), [basename(dirname(first.path))]);

    const { mtime } = await Deno.stat(first.path);
    assertEquals(await packagedChromium(data), first);
    assertEquals((await Deno.stat(first.path)).mtime, mtime);
  },
);

testInFolder("packagedChromium() leaves nothing behind where it cannot unpack", async (data) => {
  const { path } = await packagedChromium(data);
  const folder = dirname(path);
  await Deno.remove(folder, { recursive: true });
  await Deno.writeTextFile(folder, "something else");
  await assertRejects(() => packagedChromium(data), Error, "os error");
  assertEquals(await namesIn(data), [basename(folder)]);
});
