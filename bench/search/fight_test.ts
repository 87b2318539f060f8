import { assertEquals } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import type { EngineEntry } from "./engines/catalogue.ts";
import { fight } from "./fight.ts";

const entry = (changes: Partial<EngineEntry>): EngineEntry => ({
  title: "Invented",
  documentation: "",
  command: () => [Deno.execPath(), "eval", ""],
  missing: () => null,
  ...changes,
});

Deno.test("fight() leaves out whom it cannot measure, and tells why", async () => {
  await using database = await createTestDatabase();
  await using parts = new AsyncDisposableStack();
  const result = await fight(parts, {
    sql: database.sql,
    databaseUrl: database.url,
    engines: {
      absent: entry({ missing: () => "on Debian: apt-get install absent" }),
      broken: entry({ title: "Broken" }),
    },
    questions: [],
    warmUp: [],
    seconds: 1,
    bestOf: () => ({}),
  });
  assertEquals(result, {
    figures: {},
    leftOut: {
      absent: "not installed; on Debian: apt-get install absent",
      broken: "The process of Broken ended before it had answered",
    },
  });
});
