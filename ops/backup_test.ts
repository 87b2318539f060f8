/** Backup and restore, run as they are, against the embedded PostgreSQL. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { isOpposed, oppose } from "@mypacer/shared/directory/opposition.ts";
import { saveRemovalRequest } from "@mypacer/shared/database/removal_request.ts";
import { fillDirectory, OPPOSITION_KEY } from "../api/testing/test_directory.ts";
import { CLIENT_MISSING, findPostgresqlClient } from "./testing/postgresql_client.ts";
import { runInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock") ??
  (findPostgresqlClient() === null ? CLIENT_MISSING : null);

const names = async (folder: string) => {
  const found: string[] = [];
  for await (const { name } of Deno.readDir(folder)) found.push(name);
  return found.sort();
};

testWith(
  missing,
  "backup writes a dump for its owner alone, drops what is old and tells Prometheus",
  async () => {
    await using parts = new AsyncDisposableStack();
    const offsite = await Deno.makeTempDir({ prefix: "mypacer-offsite-" });
    parts.defer(() => Deno.remove(offsite, { recursive: true }));
    const installation = parts.use(
      await runInstallation({ BACKUP_OFFSITE_COMMAND: 'cp "$1" "$OFFSITE/"', OFFSITE: offsite }),
    );
    const folder = join(installation.folder, "backups");
    await installation.publish("1.0.0-prod");
    await Deno.mkdir(folder);
    const old = join(folder, "mypacer-prod-20200101T000000Z.dump");
    for (const path of [old, `${old}.sha256`, join(folder, "of-somebody-else.dump")]) {
      await Deno.writeTextFile(path, "");
      await Deno.utime(path, 0, 0);
    }
    const { code, stdout, stderr } = await installation.run("backup");
    assertEquals(code, 0, stderr);
    const file = stdout.trim();
    assertMatch(file, /\/backups\/mypacer-prod-\d{8}T\d{6}Z\.dump$/);
    const made = file.replace(/^.*\//, "");
    assertEquals(await names(folder), [made, `${made}.sha256`, "of-somebody-else.dump"]);
    assertEquals(await names(offsite), [made, `${made}.sha256`]);
    assertEquals(((await Deno.stat(file)).mode ?? 0) & 0o777, 0o600);
    const metrics = await Deno.readTextFile(join(installation.folder, "metrics/backup_prod.prom"));
    assertMatch(metrics, /^mypacer_backup_last_success_seconds\{installation="prod"\} \d{10}$/m);
    assertMatch(metrics, /^mypacer_backup_bytes\{installation="prod"\} \d{4,}$/m);
  },
);

testWith(missing, "backup says what to do about a folder that it may not write", async () => {
  // Nobody may, not even root: as below a path that systemd made read-only.
  await using installation = await runInstallation({ BACKUP_FOLDER: "/proc/backups" });
  const { code, stderr } = await installation.run("backup");
  assertEquals(code, 1);
  assertStringIncludes(stderr, "/proc/backups cannot be written");
  assertStringIncludes(
    stderr,
    "systemctl edit mypacer-backup, [Service], ReadWritePaths=/proc/backups",
  );
});

testWith(missing, "backup that fails leaves no file and no success behind", async () => {
  await using installation = await runInstallation({ POSTGRES_DB: "no_such_database" });
  const { code, stderr } = await installation.run("backup");
  assertEquals(code, 1);
  assertStringIncludes(stderr, "pg_dump failed");
  assertEquals(await names(join(installation.folder, "backups")), []);
  assertEquals(await installation.record("history.log"), "");
});

testWith(
  missing,
  "restore brings back every row, and nobody who asked since to be left out",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    const deployed = await installation.run("deploy", "1.0.0-prod");
    assertEquals(deployed.code, 0, deployed.stderr);
    const rows = () =>
      installation.query((sql) =>
        sql`select (select count(*) from athlete) as athletes, (select count(*) from club) as clubs,
        (select count(*) from membership) as memberships, (select count(*) from migration) as migrations`
      );
    const before = await rows();
    assertEquals((await installation.run("backup")).code, 0);
    // After the backup: two people objected, one of whom it holds; somebody asks, somebody is
    // added.
    const requested = await installation.query(async (sql) => {
      for (const ffaId of ["7000001", "7000009"]) {
        await oppose(sql, ffaId, { channel: "email", key: OPPOSITION_KEY });
      }
      await fillDirectory(sql, { athletes: [{ ffaId: "7000008", name: "TESTARD Nouvelle" }] });
      await sql`delete from membership`;
      const request = RemovalRequest.parse({ kind: "removal", ffa_id: "7000002" });
      return await saveRemovalRequest(sql, request);
    });

    const drill = await installation.run("restore", "--check", "--latest");
    assertEquals(drill.code, 0, drill.stderr);
    assertStringIncludes(drill.stderr, "1 person was removed");
    assertStringIncludes(drill.stderr, "can be restored");
    assertMatch(drill.stderr, /^public\.athlete 2$/m);
    assertEquals((await rows())[0]?.["athletes"], 2);

    const restored = await installation.run("restore", "--latest");
    assertEquals(restored.code, 0, restored.stderr);
    assertEquals([...await rows()], [{ ...before[0], athletes: 1, memberships: 1 }]);
    const [opposed, requests] = await installation.query((sql) =>
      Promise.all([
        isOpposed(sql, ["7000001", "7000002", "7000009"], { key: OPPOSITION_KEY }),
        sql`select reference from removal_request`,
      ])
    );
    assertEquals([...opposed].sort(), ["7000001", "7000009"]);
    assertEquals([...requests], [{ reference: requested }]);
    // The API that ran all the while finds what is there now.
    await until("the API to find who was restored", async () => {
      const answer = await installation.nginx.ask("/api/athletes?q=testard+yann");
      return answer.status === 200 && answer.text.includes("7000002");
    });
    const [kept] = await installation.query((sql) =>
      sql`select datname from pg_database where datname like current_database() || '_before_%'`
    );
    assert(kept !== undefined, "the database before is gone");
    const [left] = await installation.query((sql) =>
      sql`select datname from pg_database where datname like current_database() || '_restored_%'`
    );
    assertEquals(left, undefined);
  },
);

testWith(
  missing,
  "restore does not happen when the objections cannot be read, and leaves what serves open",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("latest-prod");
    assertEquals((await installation.run("backup")).code, 0);
    const restoredDatabases = () =>
      installation.query((sql) =>
        sql`select datname from pg_database where datname like current_database() || '\\_%'`
      );
    await installation.query((sql) => sql`alter table opposition rename to opposition_away`);
    for (const args of [["--latest"], ["--check", "--latest"]]) {
      const refused = await installation.run("restore", ...args);
      assertEquals(refused.code, 1);
      assertStringIncludes(refused.stderr, "cannot be read: if it is lost for good");
    }
    assertEquals([...await restoredDatabases()], []);
    await installation.query((sql) => sql`alter table opposition_away rename to opposition`);

    await installation.breakSwap(true);
    const failed = await installation.run("restore", "--latest");
    assertEquals(failed.code, 1);
    assertStringIncludes(failed.stderr, "the database that served is open again");
    const [row] = await installation.query((sql) => sql`select count(*) as athletes from athlete`);
    assertEquals(row?.["athletes"], 2);
    assertEquals([...await restoredDatabases()], []);
    await installation.breakSwap(false);
  },
);

testWith(
  missing,
  "restore --reopen lets connections in again after a swap that was killed",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    const database = new URL(installation.databaseUrl).pathname.slice(1);
    const server = connect({
      url: new URL("/postgres", installation.databaseUrl).href,
      applicationName: "mypacer test",
      max: 1,
    });
    const isOpen = async () => {
      const [row] = await server`select datallowconn from pg_database where datname = ${database}`;
      return row?.["datallowconn"];
    };
    await server.unsafe(`alter database "${database}" allow_connections false`);
    assertEquals(await isOpen(), false);
    const status = await installation.run("status");
    assertEquals(status.code, 1);
    assertMatch(status.stdout, /^! the database takes no connections: ops\/restore\.sh --reopen$/m);
    const reopened = await installation.run("restore", "--reopen");
    assertEquals(reopened.code, 0, reopened.stderr);
    assertEquals(await isOpen(), true);
    await server.end();
  },
);

testWith(missing, "restore refuses a dump that was changed, and one that is cut off", async () => {
  await using installation = await runInstallation();
  await installation.publish("1.0.0-prod");
  const { stdout } = await installation.run("backup");
  const file = stdout.trim();
  const bytes = await Deno.readFile(file);
  await Deno.writeFile(file, bytes.subarray(0, bytes.length - 500));
  const changed = await installation.run("restore", file);
  assertEquals(changed.code, 1);
  assertStringIncludes(changed.stderr, "is not what was backed up");
  await Deno.remove(`${file}.sha256`);
  const cut = await installation.run("restore", file);
  assertEquals(cut.code, 1);
  const [count] = await installation.query((sql) => sql`select count(*) as athletes from athlete`);
  assertEquals(count?.["athletes"], 2);
  const [left] = await installation.query((sql) =>
    sql`select datname from pg_database where datname like current_database() || '_restored_%'`
  );
  assertEquals(left, undefined);
});

testWith(missing, "status says what needs a look", async () => {
  await using installation = await runInstallation();
  await installation.publish("1.0.0-prod");
  const nothing = await installation.run("status");
  assertEquals(nothing.code, 1);
  assertMatch(nothing.stdout, /^! nothing is live/m);
  assertEquals((await installation.run("deploy", "1.0.0-prod")).code, 0);
  const bare = await installation.run("status");
  assertEquals(bare.code, 1);
  assertMatch(bare.stdout, /^live {7}1\.0\.0-prod, blue, since 20/m);
  assertMatch(bare.stdout, /^directory {2}2 athletes, 1 clubs/m);
  assertMatch(bare.stdout, /^! no crawl finished within 8 days$/m);
  assertMatch(bare.stdout, /^! no backup is younger than 24 hours$/m);
  await installation.query((sql) =>
    sql`insert into crawl_run (kind, seasons, state, finished_at) values ('season', '{2026}', 'finished', now())`
  );
  assertEquals((await installation.run("backup")).code, 0);
  const well = await installation.run("status");
  // How full this machine's disk is, is not of this test.
  assertEquals(well.stdout.split("\n").filter((line) => /^! (?!the disk)/.test(line)), []);
});
