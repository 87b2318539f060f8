import { assert, assertEquals } from "@std/assert";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { findAthletesWithPage } from "../repositories/athlete_with_page.ts";
import type { TestApp } from "../testing/test_app.ts";
import { OPPOSITION_KEY } from "../testing/test_directory.ts";
import { PATH, read, refusal, withAthlete } from "../testing/test_athlete.ts";
import { AthleteMemory } from "./athlete_memory.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const SILENT = createLogger("api", { level: "error", terminal: false, write: () => {} });

async function nameOf(app: TestApp): Promise<string> {
  return (await read(app)).athlete.name;
}

/** Changes the directory as nobody tells. */
async function rename(app: TestApp, name: string): Promise<void> {
  await app.sql`update athlete set name = ${name}`;
}

Deno.test("AthleteMemory answers from memory for some seconds", async () => {
  await using app = await withAthlete({ remember: true });
  await read(app);
  await read(app);
  await rename(app, "AUTRE Nom");
  assertEquals(await nameOf(app), "TESTARD Zélie");
  app.clock.ahead = 10_001;
  assertEquals(await nameOf(app), "AUTRE Nom");
});

Deno.test("AthleteMemory forgets everybody when the database notifies that the directory changed", async () => {
  await using app = await withAthlete({ remember: true });
  await read(app);
  await read(app);
  await rename(app, "AUTRE Nom");
  await app.sql`select announce_directory('import')`;
  await until("the new name", async () => await nameOf(app) === "AUTRE Nom");
});

Deno.test("AthleteMemory forgets who objects, without waiting", async () => {
  await using app = await withAthlete({ remember: true });
  await read(app);
  await read(app);
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  await until("the removal", async () => {
    const response = await app.fetch(PATH);
    await response.body?.cancel();
    return response.status === 404;
  });
  assertEquals(await refusal(app), [404, "/problems/not-found"]);
});

Deno.test("AthleteMemory forgets who was read anew", async () => {
  await using app = await withAthlete({ remember: true, recordsMaxAge: 5 });
  await read(app);
  // Within the ten seconds an athlete is remembered, the records become too old and are read again.
  app.clock.ahead = 6000;
  assert((await read(app)).stale);
  await until("new records", async () => !(await read(app)).stale);
  assertEquals(app.federation.requestedPaths.length, 2);
});

Deno.test("AthleteMemory remembers nobody unless the database is listened to", async () => {
  await using app = await withAthlete();
  const memory = new AthleteMemory({ sql: app.sql, clock: () => new Date(), log: SILENT });
  let questions = 0;
  const find = memory.remembering(async (ffaId) => {
    questions++;
    const { athletes } = await findAthletesWithPage(app.sql, [ffaId]);
    return athletes[0] ?? null;
  });
  const ask = async () => (await find("7000001"))?.athlete.name;
  assertEquals([await ask(), await ask(), questions], ["TESTARD Zélie", "TESTARD Zélie", 2]);
  await memory.start();
  assertEquals([await ask(), await ask(), questions], ["TESTARD Zélie", "TESTARD Zélie", 3]);
  memory.forget("7000001");
  assertEquals([await ask(), questions], ["TESTARD Zélie", 4]);
});
