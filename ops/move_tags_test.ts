/** Tags that move, in a registry on this machine. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { pathTo } from "../dev/paths.ts";
import { startRegistry } from "./testing/registry.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const IMAGES = ["api", "scraper", "web"];

testWith(
  missingTools("docker-registry", "skopeo"),
  "move_tags lets tags name a release in all three images, or in none",
  async () => {
    await using registry = await startRegistry();
    const nameOf = (image: string) => `zoe/mypacer_${image}`;
    const tagged = (tag: string) =>
      Promise.all(IMAGES.map((image) => registry.digestOf(nameOf(image), tag)));
    const move = async (...args: string[]) => {
      const { code, stderr } = await new Deno.Command("sh", {
        args: [pathTo("../ops/move_tags.sh"), `${registry.host}/zoe/mypacer_`, ...args],
        stdin: "null",
      }).output();
      return { code, stderr: new TextDecoder().decode(stderr) };
    };
    for (const image of IMAGES) {
      await registry.publish(nameOf(image), "1.0.0-prod", `${image} 1.0.0`);
      if (image !== "web") await registry.publish(nameOf(image), "1.1.0-prod", `${image} 1.1.0`);
    }
    assertEquals((await move("1.0.0-prod", "1.0", "latest-prod")).code, 0);
    const first = await tagged("1.0.0-prod");
    assertEquals(await tagged("latest-prod"), first);
    assertEquals(await tagged("1.0"), first);

    const missing = await move("1.1.0-prod", "1.1", "latest-prod");
    assertEquals(missing.code, 1);
    assertStringIncludes(missing.stderr, "mypacer_web:1.1.0-prod; no tag was moved");
    assertEquals([await tagged("latest-prod"), await tagged("1.1")], [first, [null, null, null]]);

    await registry.publish(nameOf("web"), "1.1.0-prod", "web 1.1.0");
    assertEquals((await move("1.1.0-prod", "1.1", "latest-prod")).code, 0);
    assertEquals(await tagged("latest-prod"), await tagged("1.1.0-prod"));
    assertEquals((await move("1.1.0-prod", "latest;id")).code, 2);
  },
);
