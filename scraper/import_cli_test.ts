import { assertEquals, assertStringIncludes } from "@std/assert";
import { gzipSync } from "node:zlib";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createTestDatabase, type TestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { onlyMessage, runScript } from "./testing/run_script.ts";

const HEADER = "ffa_id,license_id,name,birth_year,sexe,nationality,club_id,club_name";
const KEY = "0123456789abcdef0123456789abcdef";
const LINES = [
  `1,2999901,MARTINOT Zoe,2004,F,FRA,075999,Ac Exemple`,
  `2,T999001,"DE L'ISLE, Jean ""Jo""",1989,M,BEL,001998,"Us, Inventee"`,
  `3,,BACK\\SLASH Eve,,,,,`,
  `4,-,N'DOUMBA Awa,-,F,-,075999,Ac Exemple`,
];

/** Writes a file and loads it. */
async function load(
  { urlAs }: TestDatabase,
  lines: readonly string[],
  { gzip = true, args = [] as string[] } = {},
) {
  const file = await Deno.makeTempFile({ suffix: gzip ? ".csv.gz" : ".csv" });
  const text = `${lines.join("\n")}\n`;
  await Deno.writeFile(file, gzip ? gzipSync(text) : new TextEncoder().encode(text));
  try {
    const env = { DATABASE_URL: urlAs("mypacer_scraper"), OPPOSITION_KEY: KEY };
    return await runScript("import_cli.ts", { args: [file, "--season", "2026", ...args], env });
  } finally {
    await Deno.remove(file);
  }
}

async function directory({ sql }: TestDatabase): Promise<string[]> {
  const rows = await sql`
    select ffa_id, license_number, athlete.name, birth_year, birth_year_min, sex, nationality,
      ffa_number, club.name as club, athlete.last_season
    from athlete left join club on club.id = club_id order by ffa_id
  `;
  return rows.map((row) => Object.values(row).join("|"));
}

const DIRECTORY = [
  "1|2999901|MARTINOT Zoe|2004|2004|F|FRA|075999|Ac Exemple|2026",
  `2|T999001|DE L'ISLE, Jean "Jo"|1989|1989|M|BEL|001998|Us, Inventee|2026`,
  "3||BACK\\SLASH Eve|||||||2026",
  "4||N'DOUMBA Awa|||F||075999|Ac Exemple|2026",
];

Deno.test("import tells the search that the directory changed, once it has", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const notification = Promise.withResolvers<{ reason: string; athletes: number }>();
  const listening = await sql.listen("directory_changed", async (reason) => {
    const [row] = await sql<{ athletes: number }[]>`select count(*) as athletes from athlete`;
    notification.resolve({ reason, athletes: row?.athletes ?? 0 });
  });
  assertEquals((await load(database, [HEADER, ...LINES])).code, 0);
  assertEquals(await notification.promise, { reason: "import", athletes: 4 });
  await listening.unlisten();
});

for (const gzip of [true, false]) {
  Deno.test(`import loads a ${gzip ? "gzipped" : "plain"} file, with its indexes in place`, async () => {
    await using database = await createTestDatabase();
    const { code, stdout } = await load(database, [HEADER, ...LINES], { gzip });
    assertEquals(code, 0);
    const { seconds: _, ...report } = JSON.parse(stdout);
    assertEquals(report, {
      clubs: 2,
      athletes: 4,
      memberships: 3,
      repeated: 0,
      lines: 4,
      leftOut: 0,
      refused: [],
      opposed: 0,
    });
    assertEquals(await directory(database), DIRECTORY);
    const indexes = await database.sql`
      select indexname from pg_indexes where tablename in ('athlete', 'membership') order by 1
    `;
    assertEquals(indexes.map(({ indexname }) => indexname), [
      "athlete_club",
      "athlete_ffa_id_key",
      "athlete_normalized_name_trgm",
      "athlete_pkey",
      "membership_club_season",
      "membership_pkey",
    ]);
  });
}

Deno.test("import takes columns in any order, further ones, a BOM and Windows line ends", async () => {
  await using database = await createTestDatabase();
  const { code } = await load(database, [
    "\ufeffname,extra,club_name,club_id,sexe,nationality,birth_year,license_id,ffa_id\r",
    "MARTINOT Zoe,x,Ac Exemple,075999,F,FRA,2004,2999901,1\r",
  ]);
  assertEquals(code, 0);
  assertEquals(await directory(database), DIRECTORY.slice(0, 1));
});

Deno.test("import reports lines and fields it does not understand, and loads the rest", async () => {
  await using database = await createTestDatabase();
  const { code, stdout, stderr } = await load(database, [
    HEADER,
    ...LINES,
    "5,2999905,MARTINOT Ange,1990,M,FRA,02A135,Ac Corse Inventee",
    "6,29-99/906,ROC Ada,89,X,France,75999,Ac Inconnu",
    "x9,,ROC Eve,,,,,",
    ",,ROC Luc,,,,,",
    "7,,,,,,,",
    "8,,ROC Ada",
    '9,,ROC "Ada,,f,fra,,',
    "10,,ROC\u0000Ada,,,,,",
    "11,,QUILLET 0livier,,,,,",
    "12,,***,,,,,",
    "13,,QUILLET Aur\u201alien/Jean_Paul -,,,,,",
  ]);
  assertEquals(code, 0);
  const { lines, leftOut, athletes, refused } = JSON.parse(stdout);
  assertEquals([lines, leftOut, athletes], [15, 4, 11]);
  const reported = (refused as Record<string, unknown>[])
    .map((refusal) => Object.values(refusal).join("|")).sort();
  assertEquals(reported, [
    "birth_year|false|1|7",
    "birth_year|true|1|11",
    "club_id|false|1|7",
    "ffa_id|true|2|8,9",
    "license_id|false|1|7",
    "name|true|1|10",
    "nationality|false|1|7",
    "sexe|false|1|7",
  ]);
  assertStringIncludes(stderr, "ffa_id of line 8, 9: not understood; left out, 2 in all");
  assertEquals(/ROC|29-99|x9/.test(stderr), false);
  assertEquals(await directory(database), [
    "1|2999901|MARTINOT Zoe|2004|2004|F|FRA|075999|Ac Exemple|2026",
    "10||ROC Ada|||||||2026",
    "11||QUILLET 0livier|||||||2026",
    "12||***|||||||2026",
    "13||QUILLET Aur‚lien/Jean_Paul -|||||||2026",
    ...DIRECTORY.slice(1),
    "5|2999905|MARTINOT Ange|1990|1990|M|FRA|02A135|Ac Corse Inventee|2026",
    "6||ROC Ada|||||||2026",
    '9||ROC "Ada|||F|FRA|||2026',
  ]);
});

Deno.test("import loads nothing of what is no such file", async (test) => {
  await using database = await createTestDatabase();
  const many = Array.from({ length: 30 }, (_, id) => `${id + 1},,ROC Ada,,,,75999,`);
  const wrong: [name: string, lines: string[], says: string][] = [
    ["header", ["id,name", "1,ROC Ada"], "line 1: columns missing: ffa_id, license_id"],
    ["empty", [], "the file is empty"],
    ["ids", [HEADER, "x9,,ROC Ada,,,,,"], "ffa_id of line 2: not understood"],
    ["clubs", [HEADER, ...many], "club_id of line 2, 3, 4, 5, 6 …: not understood"],
    ["quote", [HEADER, `1,,"${"ROC Ada".repeat(4000)},,,,,`], "a quote may be left open"],
  ];
  for (const [name, lines, says] of wrong) {
    await test.step(name, async () => {
      const result = await load(database, lines);
      assertEquals([result.code, result.stdout], [1, ""]);
      assertStringIncludes(onlyMessage(result), says);
    });
  }
  assertEquals(await directory(database), []);
});

Deno.test("import refuses a file that is cut short or missing", async () => {
  await using database = await createTestDatabase();
  const file = await Deno.makeTempFile({ suffix: ".csv.gz" });
  const packed = gzipSync(`${[HEADER, ...LINES].join("\n")}\n`);
  await Deno.writeFile(file, packed.subarray(0, packed.length - 20));
  const env = { DATABASE_URL: database.url };
  const cut = await runScript("import_cli.ts", { args: [file], env });
  assertEquals(cut.code, 1);
  assertStringIncludes(onlyMessage(cut), "the file is no whole gzip file");
  await Deno.remove(file);
  const missing = await runScript("import_cli.ts", { args: [file], env });
  assertEquals(missing.code, 1);
  assertStringIncludes(onlyMessage(missing), "there is no such file");
  assertEquals(await directory(database), []);
});

Deno.test("import twice changes nothing, and never replaces better by worse", async () => {
  await using database = await createTestDatabase();
  await load(database, [HEADER, ...LINES]);
  const again = await load(database, [HEADER, ...LINES]);
  const { clubs, athletes, memberships } = JSON.parse(again.stdout);
  assertEquals([clubs, athletes, memberships], [0, 0, 0]);
  await load(database, [HEADER, "1,,MARTINOT Zoe,,,,,", "2,,ROC Jo,,,,001998,"]);
  assertEquals(await directory(database), [
    DIRECTORY[0],
    "2|T999001|ROC Jo|1989|1989|M|BEL|001998|Us, Inventee|2026",
    ...DIRECTORY.slice(2),
  ]);
});

Deno.test("import counts lines with one id, of which the last holds", async () => {
  await using database = await createTestDatabase();
  const { stdout } = await load(database, [
    HEADER,
    "1,,ROC Ada,,,,075999,Ac Exemple",
    "1,,ROC Eve,,,,001998,Us Inventee",
  ]);
  const { lines, repeated, athletes, memberships } = JSON.parse(stdout);
  assertEquals([lines, repeated, athletes, memberships], [2, 1, 1, 2]);
  assertEquals(await directory(database), ["1||ROC Eve|||||001998|Us Inventee|2026"]);
});

Deno.test("import leaves out who objected", async () => {
  await using database = await createTestDatabase();
  await oppose(database.sql, "2", { channel: "email", key: KEY });
  const { stdout } = await load(database, [HEADER, ...LINES]);
  const { lines, opposed, athletes } = JSON.parse(stdout);
  assertEquals([lines, opposed, athletes], [4, 1, 3]);
});

Deno.test("import refuses wrong use with one line and exit code 2", async () => {
  for (
    const [args, says] of [
      [[], "One FILE.csv.gz is needed"],
      [["a.csv", "b.csv"], "One FILE.csv.gz is needed"],
      [["a.csv", "--season", "1999"], '--season: "1999" was given; accepted: 2004 to'],
      [["a.csv", "--nope"], "--nope"],
      [["a.csv"], "DATABASE_URL: nothing was given"],
    ] as const
  ) {
    const result = await runScript("import_cli.ts", { args });
    assertEquals(result.code, 2);
    assertStringIncludes(onlyMessage(result), says);
  }
});

Deno.test("import --help shows the columns", async () => {
  const { code, stdout, stderr } = await runScript("import_cli.ts", { args: ["--help"] });
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, HEADER);
});
