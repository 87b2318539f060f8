/**
 * The youngest are found in no way; nobody who may be under 16 is shown with a year of birth,
 * whichever way they are found.
 */
import { assert, assertEquals } from "@std/assert";
import { createTestApp } from "../testing/test_app.ts";
import { fillDirectory } from "../testing/test_directory.ts";

const year = new Date().getUTCFullYear();
const PATHS = [
  "/athletes?q=testard",
  "/athletes/7000001",
  "/athletes/7000002",
  "/clubs/075999/athletes",
  "/get_athletes?name=testard",
  "/get_athletes_from_db?name=testard",
];

for (const inMemory of [true, false]) {
  const by = inMemory ? "the index" : "SQL";
  Deno.test(`a year of birth under 16 leaves no route, with ${by}`, async () => {
    await using app = await createTestApp({ inMemory });
    await fillDirectory(app.sql, {
      clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
      athletes: [
        { ffaId: "7000001", name: "TESTARD Zélie", birthYear: year - 16, club: "075999" },
        { ffaId: "7000002", name: "TESTARD Yann", club: "075999" },
        { ffaId: "7000003", name: "TESTARD Adèle", birthYear: year - 17, club: "075999" },
        { ffaId: "7000004", name: "TESTARD Bébé", birthYear: year - 9, club: "075999" },
      ],
    });
    await app.sql`
      update athlete set birth_year_min = ${year - 20}, birth_year_max = ${year - 15}
      where ffa_id = '7000002'
    `;
    await app.keeper?.refresh();
    let shown = 0;
    for (const path of PATHS) {
      const answer = await app.fetch(path);
      const body = await answer.json();
      assertEquals(answer.status, 200, JSON.stringify(body));
      for (const athlete of Array.isArray(body) ? body : body.items ?? [body]) {
        const years = [
          athlete.birth_year,
          athlete.birth_year_min,
          athlete.birth_year_max,
          athlete.birth_date,
        ].filter((value) => value !== null && value !== undefined);
        assert(athlete.ffa_id !== "7000004", path);
        if (athlete.ffa_id === "7000003") {
          assertEquals(years.map(Number).slice(0, 1), [year - 17], path);
          shown++;
        } else assertEquals(years, [], `${path}: ${athlete.ffa_id}`);
      }
    }
    assert(shown >= 4);
  });
}
