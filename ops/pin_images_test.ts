/** Digests of images, from a registry on this machine. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { pathTo } from "../dev/paths.ts";
import { startRegistry } from "./testing/registry.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const decoder = new TextDecoder();
/** A copy of the files that name images. */
async function copyFiles() {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-pinned-" });
  const { stdout } = await new Deno.Command("git", {
    args: ["ls-files", "*Dockerfile", "*.yml", "ops/pin_images.sh"],
    cwd: pathTo("../"),
  }).output();
  const files = decoder.decode(stdout).trim().split("\n");
  for (const file of files) {
    await Deno.mkdir(join(folder, dirname(file)), { recursive: true });
    await Deno.copyFile(pathTo(`../${file}`), join(folder, file));
  }
  const pin = async (...args: string[]) => {
    const { code, stdout, stderr } = await new Deno.Command("sh", {
      args: [join(folder, "ops/pin_images.sh"), ...args],
      env: { XDG_RUNTIME_DIR: folder },
    }).output();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  };
  const text = (file: string) => Deno.readTextFile(join(folder, file));
  return {
    files,
    pin,
    text,
    write: (file: string, text: string) => Deno.writeTextFile(join(folder, file), text),
    all: async () => (await Promise.all(files.map(text))).join("\n"),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const UNPINNED = /^ {2}(\S+)$/gm;
const DIGEST = /@sha256:[0-9a-f]{64}/g;

testWith(
  missingTools("docker-registry", "skopeo", "git"),
  "pin_images writes the digests of all images from a registry, or of none",
  async () => {
    await using registry = await startRegistry();
    await using copy = await copyFiles();
    // As they are without digests, whatever the repository holds today.
    for (const file of copy.files) {
      await copy.write(file, (await copy.text(file)).replaceAll(DIGEST, ""));
    }
    const checked = await copy.pin("--check");
    assertEquals(checked.code, 1);
    const images = Array.from(checked.stdout.matchAll(UNPINNED), ([, image = ""]) => image);
    for (const image of ["postgres:16-bookworm", "docker/dockerfile:1", "prom/prometheus:"]) {
      assertStringIncludes(checked.stdout, image);
    }
    assertMatch(checked.stdout, /docker\.io\/denoland\/deno:debian-\d/);
    const digests = new Map<string, string>();
    const publish = async (image: string, content: string) => {
      const [name = "", tag = ""] = image.replace(/^docker\.io\//, "").split(":");
      digests.set(
        image,
        await registry.publish(name.includes("/") ? name : `library/${name}`, tag, content),
      );
    };
    for (const image of images.slice(1)) await publish(image, image);
    const before = await copy.all();
    const partly = await copy.pin("--mirror", registry.host);
    assertEquals(partly.code, 1);
    assertStringIncludes(
      partly.stderr,
      `${images[0]} has no digest to be had; nothing was written`,
    );
    assertEquals(await copy.all(), before);

    await publish(images[0] ?? "", "the last one");
    const { code, stderr } = await copy.pin("--mirror", registry.host);
    assertEquals([code, stderr], [0, ""]);
    assertEquals((await copy.pin("--check")).code, 0);
    for (const file of ["api/Dockerfile", "scraper/Dockerfile", "web/Dockerfile"]) {
      assertMatch(
        await copy.text(file),
        /^ARG DENO_IMAGE=docker\.io\/denoland\/deno:debian-[\d.]+@sha256:[0-9a-f]{64}$/m,
      );
    }
    const pinned = `    image: postgres:16-bookworm@${digests.get("postgres:16-bookworm")}\n`;
    for (const file of ["docker-compose.prod.yml", "docker-compose.staging.yml"]) {
      assertStringIncludes(await copy.text(file), pinned);
    }
    assertEquals((await copy.all()).replaceAll(DIGEST, ""), before);
    // The tag names another image now: the digest follows.
    await publish("postgres:16-bookworm", "of next month");
    assertEquals((await copy.pin("--mirror", registry.host)).code, 0);
    assertStringIncludes(
      await copy.text("docker-compose.prod.yml"),
      `    image: postgres:16-bookworm@${digests.get("postgres:16-bookworm")}\n`,
    );
    assertEquals((await copy.all()).replaceAll(DIGEST, ""), before);
  },
);
