import { assertEquals } from "@std/assert";
import { createTestDatabase } from "./test_database.ts";

Deno.test("createTestDatabase() gives databases that do not see one another", async () => {
  await using first = await createTestDatabase();
  await using second = await createTestDatabase();
  await first.sql`insert into club (ffa_number, name, first_season, last_season)
    values ('075999', 'Ac Exemple', 2025, 2026)`;
  const counts = await Promise.all(
    [first, second].map(({ sql }) => sql<{ count: number }[]>`select count(*) from club`),
  );
  assertEquals(counts.map(([row]) => row?.count), [1, 0]);
});
