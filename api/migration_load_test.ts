/**
 * Reads and writes of every kind while migrations are applied one after the other, beside
 * transactions that hold their tables for seconds. `MIGRATIONS` says how many (8).
 */
import { assertEquals } from "@std/assert";
import { pathToFileURL } from "node:url";
import { connect } from "@mypacer/shared/database/connect.ts";
import { migrate, MIGRATIONS } from "@mypacer/shared/database/migrate.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { OPPOSITION_KEY } from "./testing/test_directory.ts";
import { PATH, withAthlete } from "./testing/test_athlete.ts";

/** What later releases may do to the tables that are read most. */
const CHANGES = [
  (n: number) => `alter table athlete add column later_${n} text;`,
  (n: number) => `create index athlete_later_${n} on athlete (last_season, name);`,
  (n: number) => `alter table record_page add column later_${n} int not null default 0;`,
  (n: number) =>
    `alter table club add column later_${n} text, add check (length(name) < ${n + 900});`,
  (n: number) => `alter table opposition add column later_${n} text;`,
  (n: number) => `alter table removal_request add column later_${n} boolean;`,
];
/** The statement's limit of the API in service, ms: what waits longer is an error. */
const STATEMENT_TIMEOUT_MS = 5000;

/**
 * How long transactions hold their tables, s: longer than a reader behind a migration could wait.
 */
const HELD = [0.2, STATEMENT_TIMEOUT_MS / 1000 + 1.5, 1];

/** Paths that are read meanwhile, by a client each line. */
const READ = [
  ["/athletes?q=testard", "/clubs?q=exemple", "/get_athletes?name=testard"],
  [PATH, "/athletes/7000001", "/clubs/075999/athletes"],
  ["/status", "/health/ready", "/database_status"],
];

Deno.test("migrations under load lose no read and no write", async () => {
  const wanted = Number(Deno.env.get("MIGRATIONS") ?? 8);
  await using app = await withAthlete({ recordsMaxAge: 1, statementTimeout: STATEMENT_TIMEOUT_MS });
  const path = await Deno.makeTempDir({ prefix: "mypacer-migrations-" });
  for await (const { name } of Deno.readDir(MIGRATIONS)) {
    await Deno.copyFile(new URL(name, MIGRATIONS), `${path}/${name}`);
  }
  const folder = pathToFileURL(`${path}/`);
  const others = (max: number, limited = false) =>
    connect({
      url: app.database.url,
      applicationName: "mypacer test",
      max,
      statementTimeout: limited ? STATEMENT_TIMEOUT_MS : 0,
    });
  const [migrating, holding, writing] = [others(1), others(1), others(2, true)];
  const failed: string[] = [];
  const applied: string[] = [];
  let held = 0;
  /** Until the migrations are through, beside a transaction of each length and many reads. */
  const goesOn = () =>
    applied.length < wanted || held < HELD.length || waits.length < 20 * READ.length;
  const waits: number[] = [];

  const reading = async (paths: string[]) => {
    for (let count = 0; goesOn(); count++) {
      const path = paths[count % paths.length] ?? "/status";
      const began = performance.now();
      const answer = await app.fetch(path);
      waits.push(performance.now() - began);
      if (answer.status !== 200) failed.push(`${path}: ${answer.status} ${await answer.text()}`);
      else await answer.body?.cancel();
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  let written = 0;
  const write = async () => {
    for (; goesOn(); written++) {
      await oppose(writing, `${8_000_000 + written}`, { channel: "email", key: OPPOSITION_KEY });
      await writing`update athlete set updated_at = now()`;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const hold = async () => {
    for (; goesOn(); held++) {
      await holding.begin(async (transaction) => {
        await transaction`select count(*) from athlete, club, record_page`;
        await transaction`select pg_sleep(${HELD[held % HELD.length] ?? 0})`;
      });
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  const migrateOn = async () => {
    for (let n = 1; goesOn(); n++) {
      const change = CHANGES[n % CHANGES.length]?.(n) ?? "";
      await Deno.writeTextFile(`${path}/20991231_${n}_of_a_test.sql`, `-- Of a test.\n${change}\n`);
      applied.push(...(await migrate(migrating, { folder })).applied);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  await Promise.all([
    ...READ.map(reading),
    write(),
    hold(),
    migrateOn(),
  ]);
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.floor(waits.length * share)] ?? 0);
  const told =
    `${applied.length} migrations, ${held} long readers, ${waits.length} requests, ${written} writes; ` +
    `waits p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(0.999999)} ms`;
  Deno.stderr.writeSync(new TextEncoder().encode(`${told}\n`));
  assertEquals(failed, []);
  const [row] = await app.sql`
    select (select count(*) from opposition) as objections, (select count(*) from migration
      where name like '20991231%') as migrations
  `;
  assertEquals({ ...row }, { objections: written, migrations: applied.length });
  await Promise.all([migrating.end(), holding.end(), writing.end()]);
  await Deno.remove(path, { recursive: true });
});
