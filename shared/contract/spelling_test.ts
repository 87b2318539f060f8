import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { CrawlRun } from "./status.ts";
import { camelKeys, snakeKeys } from "./spelling.ts";

/** Fails to compile unless both types are the same. */
function assertSame<A, B>(_same: [A] extends [B] ? [B] extends [A] ? true : false : false): void {}

Deno.test("snakeKeys() fits the types of the contract", () => {
  const run = snakeKeys({
    kind: "full",
    seasons: [2026],
    startedAt: new Date("2026-11-22T03:00:00Z"),
    finishedAt: null,
    state: "running",
    counters: { rows_written: 3 },
  });
  const onWire: CrawlRun = run;
  assertEquals(onWire.started_at, "2026-11-22T03:00:00.000Z");
  assertEquals(onWire.counters, { rows_written: 3 });
  assertSame<keyof typeof run & `${string}_${string}`, "started_at" | "finished_at">(true);
});

Deno.test("camelKeys() and snakeKeys() undo one another, at any depth", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
  // A word after the first begins with a letter: `r2` and `r_2` would be one in camelCase.
  const key = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join("_"));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.integer(),
      fc.string(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(fc.property(value, (value) => {
    assertEquals(snakeKeys(camelKeys(value)), value);
  }));
});
