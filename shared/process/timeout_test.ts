import { assertEquals, assertRejects } from "@std/assert";
import { withTimeout } from "./timeout.ts";

const never = new Promise<string>(() => {});

Deno.test("withTimeout() gives what the work gives, and fails as it fails", async () => {
  assertEquals(await withTimeout(Promise.resolve("done"), { timeoutMs: 60_000 }), "done");
  const failing = Promise.reject(new RangeError("no"));
  await assertRejects(() => withTimeout(failing, { timeoutMs: 60_000 }), RangeError, "no");
});

Deno.test("withTimeout() fails by a TimeoutError when the work takes too long", async () => {
  const error = await assertRejects(() => withTimeout(never, { timeoutMs: 1 }), DOMException);
  assertEquals([error.name, error.message], ["TimeoutError", "No answer within 1 ms"]);
});

Deno.test("withTimeout() gives or throws what onTimeout says in place of that", async () => {
  const late = (timeoutMs: number) => `late after ${timeoutMs} ms`;
  assertEquals(await withTimeout(never, { timeoutMs: 1, onTimeout: late }), "late after 1 ms");
  const onTimeout = () => {
    throw new RangeError("too late");
  };
  await assertRejects(() => withTimeout(never, { timeoutMs: 1, onTimeout }), RangeError);
});
