import { assertEquals, assertRejects } from "@std/assert";
import { EnvironmentError } from "../process/environment.ts";
import { isOpposed, oppose } from "./opposition.ts";
import { createTestDatabase } from "../testing/test_database.ts";

const KEY = "0123456789abcdef0123456789abcdef";

Deno.test("isOpposed() finds the people of the list and no others", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  assertEquals(await isOpposed(sql, ["7000001", "7000002"], { key: undefined }), new Set());
  await oppose(sql, "7000001", { channel: "email", key: KEY });
  await oppose(sql, "7000001", { channel: "email", key: KEY });
  assertEquals(await isOpposed(sql, ["7000001", "7000002"], { key: KEY }), new Set(["7000001"]));
  const rows = await sql<{ ffaIdHash: string }[]>`select ffa_id_hash from opposition`;
  assertEquals(rows.length, 1);
  assertEquals(rows[0]?.ffaIdHash.includes("7000001"), false);
});

Deno.test("isOpposed() refuses to go on without the key of the list", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await oppose(sql, "7000001", { channel: "email", key: KEY });
  await assertRejects(
    () => isOpposed(sql, ["7000002"], { key: "" }),
    EnvironmentError,
    "OPPOSITION_KEY: nothing was given",
  );
  await assertRejects(
    () => isOpposed(sql, ["7000002"], { key: KEY.toUpperCase() }),
    EnvironmentError,
    "the key that the list of opposed people was made with",
  );
});

Deno.test("oppose() removes what is stored about the person and keeps a dated line", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await sql`
    with c as (
      insert into club (ffa_number, name, first_season, last_season)
      values ('075999', 'Ac Exemple', 2026, 2026) returning id
    ), a as (
      insert into athlete (ffa_id, name, club_id, first_season, last_season)
      select '7000001', 'MARTINOT Zoe', id, 2026, 2026 from c returning id, club_id
    )
    insert into membership (athlete_id, club_id, season) select id, club_id, 2026 from a
  `;
  await oppose(sql, "7000001", { channel: "letter", key: KEY });
  const [left] = await sql`
    select (select count(*) from athlete) as athletes, (select count(*) from membership) as memberships,
      (select count(*) from opposition where channel = 'letter' and created_at is not null) as lines
  `;
  assertEquals({ ...left }, { athletes: 0, memberships: 0, lines: 1 });
});

Deno.test("oppose() adds no line under another key than the list's, which would stop the API", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await oppose(sql, "7000001", { channel: "email", key: KEY });
  await assertRejects(
    () => oppose(sql, "7000002", { channel: "email", key: KEY.toUpperCase() }),
    EnvironmentError,
    "the key that the list of opposed people was made with",
  );
  assertEquals((await sql`select from opposition`).length, 1);
});
