/**
 * Backups and restores that are ended at random moments while people object and ask. `KILLS` says
 * how many of each (2), `KILL_SEED` repeats a run.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed, oppose } from "@mypacer/shared/directory/opposition.ts";
import { saveRemovalRequest } from "@mypacer/shared/database/removal_request.ts";
import { OPPOSITION_KEY } from "../api/testing/test_directory.ts";
import {
  assertAgreement,
  ENDINGS,
  interrupt,
  readInterruptions,
  tell,
} from "./testing/interruptions.ts";
import { CLIENT_MISSING, findPostgresqlClient } from "./testing/postgresql_client.ts";
import { runInstallation, type RunningInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock") ??
  (findPostgresqlClient() === null ? CLIENT_MISSING : null);

/**
 * Somebody objects and somebody asks, over and over; what was answered must be there in the end.
 */
function objectAndAsk(installation: RunningInstallation) {
  const objected: string[] = [];
  const references: string[] = [];
  let over = false;
  const repeat = async (write: (sql: Sql, count: number) => Promise<void>) => {
    const sql = connect({ url: installation.databaseUrl, applicationName: "mypacer test", max: 1 });
    for (let count = 0; !over; count++) {
      // While the databases change places nothing is answered: who was not must come back, though
      // not at once. Each time is a new connection, and some hundred of them at once take all that
      // the server has.
      const isAnswered = await write(sql, count).then(() => true, () => false);
      await new Promise((done) => setTimeout(done, isAnswered ? 40 : 400));
    }
    await sql.end();
  };
  const request = RemovalRequest.parse({ kind: "removal", ffa_id: "7000002" });
  const people = [
    repeat(async (sql, count) => {
      const ffaId = String(8_000_000 + count);
      await oppose(sql, ffaId, { channel: "email", key: OPPOSITION_KEY });
      objected.push(ffaId);
    }),
    repeat(async (sql) => void references.push(await saveRemovalRequest(sql, request))),
  ];
  return {
    objected,
    references,
    async leave() {
      over = true;
      await Promise.all(people);
    },
  };
}

testWith(
  missing,
  "backup and restore ended at any moment leave one whole database, and lose no objection",
  async () => {
    const { kills, seed, random } = readInterruptions();
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    const succeed = async (script: string, ...args: string[]) => {
      const { code, stderr } = await installation.run(script, ...args);
      assertEquals(code, 0, stderr);
    };
    await succeed("deploy", "--no-backup", "1.0.0-prod");
    const began = Date.now();
    await succeed("backup");
    const between = Date.now();
    await succeed("restore", "--latest");
    const lasts = { backup: between - began, restore: Date.now() - between };
    const people = objectAndAsk(installation);
    const ends: Record<string, number> = {};
    for (let round = 0; round < kills * 2; round++) {
      const script = round % 2 === 0 ? "backup" : "restore";
      const args = script === "restore" ? ["--latest"] : [];
      const ending = random.pick(ENDINGS);
      // The swap is short: two of three restores are ended from there on.
      const step = script === "backup" ? null : random.pick([null, "swapping", "following"]);
      const after = Math.round(random.next() * (step === null ? lasts[script] : 300));
      const reached = await interrupt(installation, { script, args, ending, step, after });
      const next = random.pick(["again", "status", "deploy", "reopen"]);
      const what = `${script}: ${ending} while ${reached}, then ${next}`;
      ends[reached] = (ends[reached] ?? 0) + 1;
      try {
        if (next === "again") await succeed(script, ...args);
        if (next === "status") await installation.run("status");
        if (next === "deploy") await succeed("deploy", "--no-backup", "1.1.0-prod");
        if (next === "reopen") await succeed("restore", "--reopen");
        await assertWhole(installation);
        await assertNothingLost(installation, people);
      } catch (error) {
        throw new Error(`KILL_SEED=${seed}, round ${round}, ${what}`, { cause: error });
      }
      if (kills > 3) tell(`${round}: ${what}`);
    }
    await people.leave();
    await assertNothingLost(installation, people);
    const { objected: { length: objected }, references: { length: asked } } = people;
    tell(
      `${kills * 2} interruptions, ${objected} objections, ${asked} requests, ` +
        `ended in ${JSON.stringify(ends)}`,
    );
    assert(objected > kills * 20 && asked > kills);
  },
);

/**
 * One database that is open and whole, no other half of one, no half of a backup; all parts agree.
 */
async function assertWhole(installation: RunningInstallation): Promise<void> {
  assertEquals(await installation.record("restore"), "");
  const databases = await installation.query((sql) =>
    sql`select datname from pg_database where datname like current_database() || '\\_restored\\_%'`
  );
  assertEquals([...databases], []);
  const [rows] = await installation.query((sql) =>
    sql`select (select count(*) from athlete) as athletes, (select count(*) from club) as clubs`
  );
  assertEquals({ ...rows }, { athletes: 2, clubs: 1 });
  await assertAgreement(installation);
  for await (const { name } of Deno.readDir(join(installation.folder, "backups"))) {
    if (name.endsWith(".part")) continue;
    const dump = join(installation.folder, "backups", name.replace(/\.sha256$/, ""));
    await Deno.stat(dump);
    await Deno.stat(`${dump}.sha256`);
  }
}

/** Every objection and every request that was answered is in the database that serves. */
async function assertNothingLost(
  installation: RunningInstallation,
  { objected, references }: { objected: string[]; references: string[] },
): Promise<void> {
  const answered = { objected: [...objected], references: [...references] };
  await installation.query(async (sql) => {
    const opposed = await isOpposed(sql, answered.objected, { key: OPPOSITION_KEY });
    assertEquals(answered.objected.filter((id) => !opposed.has(id)), []);
    const rows = await sql<{ reference: string }[]>`select reference from removal_request`;
    const stored = new Set(rows.map(({ reference }) => reference));
    assertEquals(answered.references.filter((reference) => !stored.has(reference)), []);
  });
}
