import { assertEquals } from "@std/assert";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { join } from "node:path";
import { type EngineName, ENGINES } from "./catalogue.ts";
import { measureEngine } from "./measure_engine.ts";
import { writePeopleFile } from "./people_file.ts";

/** Invented people: federation id, name, the same plainly, birth year, club, the same plainly. */
const PEOPLE = [
  ["7001", "LOUBARD Victorien", "loubard victorien", "1989", "AC Exemple", "ac exemple"],
  ["7002", "SANSERT Cyrille", "sansert cyrille", "1975", "Stade d'Essai", "stade dessai"],
  ["7003", "MARTINEAU Maëlle", "martineau maelle", "2001", "AC Exemple", "ac exemple"],
  ["7004", "TRÉVOUX Jean-Basile", "trevoux jean basile", "", "", ""],
  ["7005", "TRÉVOUX Anne", "trevoux anne", "1960", "Stade d'Essai", "stade dessai"],
  ["7006", "MARTINEAU Odile", "martineau odile", "1999", "AC Exemple", "ac exemple"],
];

/** What every engine finds, whatever it makes of misspellings: the person, then the query. */
const FOUND_BY_ALL = [
  ["7001", "Loubard Victorien"],
  ["7003", "maelle martineau"],
  ["7004", "Trévoux jean-basile"],
  ["7005", "trevoux anne 1960"],
  ["7001", "loubard exemple"],
  ["7006", "martineau odi"],
];

const query = (text = "") => ({ text, plainText: normalizeName(text) });

for (const name of Object.keys(ENGINES) as EngineName[]) {
  const engine = ENGINES[name];
  const missing = await engine.missing();
  // Some are heavy to install; whoever compares them has them.
  const test = missing === null ? Deno.test : Deno.test.ignore;
  test(`measureEngine() is answered by ${engine.title}`, async () => {
    const folder = await Deno.makeTempDir();
    await using database = name === "pg_trgm" ? await createTestDatabase() : null;
    try {
      const peopleFile = join(folder, "people.tsv");
      await Deno.writeTextFile(
        peopleFile,
        PEOPLE.map((fields) => `${fields.join("\t")}\n`).join(""),
      );
      const engineFolder = join(folder, "engine");
      await Deno.mkdir(engineFolder);
      const run = await measureEngine(engine, {
        peopleFile,
        folder: engineFolder,
        warmUp: [query("sansert cyrille")],
        queries: FOUND_BY_ALL.map(([, text]) => query(text)),
        warmUpSeconds: 20,
        seconds: 60,
        env: database === null ? {} : { DATABASE_URL: database.url },
      });
      assertEquals(run.answers.map(([first]) => first), FOUND_BY_ALL.map(([ffaId]) => ffaId));
      assertEquals(run.milliseconds.length, FOUND_BY_ALL.length);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test("measureEngine() tells when an engine's process ends too early", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const error = await measureEngine({
      title: "Nothing",
      documentation: "",
      command: () => [Deno.execPath(), "eval", ""],
      missing: () => null,
    }, {
      peopleFile: join(folder, "none"),
      folder,
      warmUp: [],
      queries: [],
      warmUpSeconds: 1,
      seconds: 1,
    }).then(() => null, (error: Error) => error.message);
    assertEquals(error, "The process of Nothing ended before it had answered");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("writePeopleFile() writes a line for each athlete, in the order of their ids", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await sql`
    insert into club (id, ffa_number, name, first_season, last_season)
    overriding system value values (1, '075999', 'AC Exemple', 2020, 2026)
  `;
  await sql`
    insert into athlete (ffa_id, name, birth_year, category, club_id, first_season, last_season)
    values ('7003', 'MARTINEAU Maëlle', 2001, 'SE', 1, 2020, 2026),
      ('7004', 'TRÉVOUX Jean-Basile', null, 'SE', null, 2020, 2026)
  `;
  const file = await Deno.makeTempFile();
  try {
    await writePeopleFile(sql, file);
    assertEquals(
      await Deno.readTextFile(file),
      "7003\tMARTINEAU Maëlle\tmartineau maelle\t2001\tAC Exemple\tac exemple\n" +
        "7004\tTRÉVOUX Jean-Basile\ttrevoux jean basile\t\t\t\n",
    );
  } finally {
    await Deno.remove(file);
  }
});
