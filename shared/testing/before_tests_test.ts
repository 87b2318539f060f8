import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";

Deno.test("what could not be started is what the tests end with, and what was is ended", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-before-" });
  try {
    await Deno.writeTextFile(
      `${folder}/some_test.ts`,
      `import { beforeTests } from ${JSON.stringify(import.meta.resolve("./before_tests.ts"))};
       let second: { close(): void };
       beforeTests(async (parts) => {
         parts.defer(() => Deno.writeTextFile("ended", "the first"));
         second = parts.adopt(await Promise.reject(new Error("no second here")), () => second.close());
       });
       Deno.test("uses it", () => second.close());`,
    );
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "test",
        "--no-config",
        "--no-check",
        "--quiet",
        "--no-lock",
        "--allow-write=ended",
        "some_test.ts",
      ],
      cwd: folder,
      stderr: "null",
    }).output();
    const told = new TextDecoder().decode(stdout);
    assertEquals(code, 1);
    assertStringIncludes(told, "Error: no second here");
    assertNotMatch(told, /TypeError|undefined/);
    assertEquals(await Deno.readTextFile(`${folder}/ended`), "the first");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
