import { assertEquals } from "@std/assert";
import { createTestDatabase } from "../testing/test_database.ts";
import { addMissingClubs, type ClubFacts, recordClubs } from "./clubs.ts";

type Told = Omit<ClubFacts, "number">;

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

const FACTS: readonly Told[] = [
  {
    source: "club-list",
    season: 2026,
    readAt: at(9),
    name: "Nouveau Nom",
    league: null,
    department: "075",
  },
  {
    source: "club-list",
    season: 2024,
    readAt: at(8),
    name: "Ancien Nom",
    league: "CEN",
    department: "028",
  },
  {
    source: "club-list",
    season: 2025,
    readAt: at(7),
    name: "Ancien Nom",
    league: "I-F",
    department: "092",
  },
  // A file that leaves the name out.
  { source: "file", season: 2026, readAt: at(6), name: null, league: null, department: null },
];

/** All orders of a few things. */
function* permutations<T>(things: readonly T[]): Generator<T[]> {
  if (things.length === 0) yield [];
  for (const [index, first] of things.entries()) {
    for (const rest of permutations(things.toSpliced(index, 1))) yield [first, ...rest];
  }
}

Deno.test("recordClubs() comes to the same in any order, season by season and field by field", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const orders = [...permutations(FACTS)];
  const numbers = orders.map((_, index) => String(100_001 + index));
  for (let step = 0; step < FACTS.length; step++) {
    await recordClubs(
      sql,
      orders.flatMap((order, index) => {
        const [fact, number] = [order[step], numbers[index]];
        return fact === undefined || number === undefined ? [] : [{ ...fact, number }];
      }),
    );
  }
  const rows = await sql`select name, league, department, first_season, last_season from club`;
  assertEquals(rows.length, 24);
  for (const row of rows) {
    // The league of 2025: 2026 does not tell it.
    assertEquals({ ...row }, {
      name: "Nouveau Nom",
      league: "I-F",
      department: "075",
      firstSeason: 2024,
      lastSeason: 2026,
    });
  }
  for (const fact of FACTS) {
    assertEquals(await recordClubs(sql, numbers.map((number) => ({ ...fact, number }))), 0);
  }
});

Deno.test("recordClubs() names a club by its number until somebody names it", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const nameOf = async () => (await sql`select name from club`)[0]?.["name"];
  const [, older, , file] = FACTS;
  if (older === undefined || file === undefined) throw new TypeError("The facts are four");
  await recordClubs(sql, [{ ...file, number: "075999" }]);
  assertEquals(await nameOf(), "075999");
  await recordClubs(sql, [{ ...older, number: "075999" }]);
  assertEquals(await nameOf(), "Ancien Nom");
});

Deno.test("addMissingClubs() leaves a club as it is", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const [newer, older] = FACTS;
  if (older === undefined || newer === undefined) throw new TypeError("The facts are four");
  const counts = [];
  for (const fact of [older, newer]) {
    counts.push(await addMissingClubs(sql, [{ ...fact, number: "075999" }]));
  }
  const [row] = await sql`select name from club`;
  assertEquals([counts, row?.["name"]], [[1, 0], "Ancien Nom"]);
});
