/**
 * What the installed postgres.js needs the pool for (ADR 0007). A test that fails here says that a
 * part of the pool may have become unnecessary.
 */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "../../testing/test_database.ts";

/** What a program in `testdata/` says over a database of its own. */
async function run(program: string): Promise<{ code: number; stdout: string; stderr: string }> {
  await using database = await createTestDatabase();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-net=127.0.0.1",
      "--allow-env",
      fileURLToPath(new URL(`testdata/${program}`, import.meta.url)),
      database.url,
    ],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("postgres.js lets queries of a lost transaction wait for ever, or ends the process", async () => {
  const { code, stdout, stderr } = await run("lost_transaction.ts");
  assertEquals([code, stdout], [1, ""]);
  // Which of them depends on whether the loss has come through before the queries are sent.
  assertMatch(stderr, /Top-level await promise never resolved|of null \(reading 'write'\)/);
});

Deno.test("postgres.js ends the process by a query on a reserved connection that was lost", async () => {
  const { code, stdout, stderr } = await run("lost_reserved.ts");
  assertEquals([code, stdout], [1, ""]);
  assertStringIncludes(stderr, "Cannot read properties of null (reading 'write')");
});
