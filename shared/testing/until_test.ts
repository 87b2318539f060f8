import { assertEquals, AssertionError, assertRejects } from "@std/assert";
import { until, untilEquals } from "./until.ts";

Deno.test("until() gives what is there at last, 0 and the empty text too", async () => {
  const answers = [null, undefined, false, "there"];
  assertEquals(await until("an answer", () => answers.shift()), "there");
  assertEquals(await until("a number", () => Promise.resolve(0)), 0);
  assertEquals(await until("a text", () => ""), "");
});

Deno.test("until() says what it waited for in vain", async () => {
  await assertRejects(
    () => until("a request to the site", () => false, { timeout: 20 }),
    Error,
    "a request to the site: not within 0.02 s",
  );
});

Deno.test("untilEquals() waits for a value, and says what it read last", async () => {
  const read = [3, 2, 1];
  await untilEquals(() => read.shift() ?? 0, 1);
  assertEquals(read, []);
  await assertRejects(
    () => untilEquals(() => Promise.resolve("before"), "after", { timeout: 20 }),
    AssertionError,
    "before",
  );
});
