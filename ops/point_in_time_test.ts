/**
 * Restores to a moment, with a real PostgreSQL that archives its WAL into two repositories on this
 * machine.
 */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import { isOpposed, oppose } from "@mypacer/shared/directory/opposition.ts";
import { saveRemovalRequest } from "@mypacer/shared/database/removal_request.ts";
import { fillDirectory, OPPOSITION_KEY } from "../api/testing/test_directory.ts";
import {
  type ArchivedServer,
  findPgbackrest,
  PGBACKREST_MISSING,
  startArchivedServer,
} from "./testing/archived_server.ts";
import { CLIENT_MISSING, findPostgresqlClient } from "./testing/postgresql_client.ts";
import { runInstallation, type RunningInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock") ??
  (findPostgresqlClient() === null ? CLIENT_MISSING : null) ??
  (findPgbackrest() === null ? PGBACKREST_MISSING : null);

/** An installation over an archived server, its archive begun. */
async function installArchived(server: ArchivedServer): Promise<RunningInstallation> {
  const installation = await runInstallation({ POINT_IN_TIME: "offsite" }, server);
  await installation.publish("latest-prod");
  return installation;
}

async function succeed(installation: RunningInstallation, script: string, ...args: string[]) {
  const result = await installation.run(script, ...args);
  assertEquals(result.code, 0, `${script} ${args.join(" ")}: ${result.stdout}${result.stderr}`);
  return result;
}

/** Adds a person, and tells when, by the database's clock, that was there to stay. */
async function add(installation: RunningInstallation, ffaId: string): Promise<string> {
  await installation.query((sql) =>
    fillDirectory(sql, { athletes: [{ ffaId, name: "TESTARD Yann" }] })
  );
  const [row] = await installation.query((sql) => sql`select clock_timestamp()::text as now`);
  return row?.["now"];
}

const idsOf = async (installation: RunningInstallation) =>
  (await installation.query((sql) => sql`select ffa_id from athlete order by ffa_id`))
    .map(({ ffaId }) => ffaId);

/** Files of WAL segments in a repository. */
async function segmentsOf(repository: string): Promise<string[]> {
  const found: string[] = [];
  const archive = join(repository, "archive/mypacer");
  for await (const { name, isDirectory } of Deno.readDir(archive)) {
    if (!isDirectory) continue;
    const folder = join(archive, name, "0000000100000000");
    for await (const file of Deno.readDir(folder)) found.push(join(folder, file.name));
  }
  return found.filter((path) => /\/[0-9A-F]{24}-.*\.zst$/.test(path)).sort();
}

/**
 * Ends a segment. Something is written first: PostgreSQL wakes its archiver for a new one, else
 * once a minute.
 */
const switchWal = (installation: RunningInstallation) =>
  installation.query(async (sql) => {
    await sql`select pg_logical_emit_message(false, 'test', '')`;
    await sql`select pg_switch_wal()`;
  });

testWith(missing, "any moment is restored from an archive of WAL", async (t) => {
  await using server = await startArchivedServer();
  await using installation = await installArchived(server);
  await add(installation, "7000001");
  const settings = await Deno.readTextFile(server.offsiteSettings);
  const example = settings.replace(/^(repo2-cipher-pass)=.*$/m, "$1=change-me");
  await Deno.writeTextFile(server.offsiteSettings, example);
  const refused = await installation.run("archive", "start");
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "still says change-me");
  await Deno.writeTextFile(server.offsiteSettings, settings);
  await succeed(installation, "archive", "start");
  // pgBackRest counts in seconds: what is restored must lie a whole one behind a backup's end.
  const backupEnded = Math.ceil(Date.now() / 1000);
  await until("the second after the backup", () => Date.now() / 1000 > backupEnded + 1);

  let before = "";
  await t.step("what was written before it is there, and the objections of now", async () => {
    const moments: string[] = [];
    for (const ffaId of ["7000002", "7000003", "7000004", "7000005"]) {
      moments.push(await add(installation, ffaId));
    }
    // After it: somebody objects, somebody asks, and the directory is lost.
    const reference = await installation.query(async (sql) => {
      await oppose(sql, "7000002", { channel: "email", key: OPPOSITION_KEY });
      await sql`delete from membership`;
      await sql`delete from athlete`;
      return await saveRemovalRequest(
        sql,
        RemovalRequest.parse({ kind: "removal", ffa_id: "7000001" }),
      );
    });
    before = moments[2] ?? "";
    await succeed(installation, "restore_to", before);
    assertEquals(await idsOf(installation), ["7000001", "7000003", "7000004"]);
    const [request] = await installation.query((sql) => sql`select reference from removal_request`);
    assertEquals(request, { reference });
    assertEquals(
      await Array.fromAsync(Deno.readDir(join(installation.folder, "backups"))),
      [],
    );
  });

  await t.step("WAL that cannot be archived is told, and its end too", async () => {
    const well = await succeed(installation, "archive", "check");
    assertMatch(well.stdout, /^archived {3}WAL until 20/m);
    await Deno.rename(server.offsite, `${server.offsite}.away`);
    await add(installation, "7000006");
    await switchWal(installation);
    const waiting = join(server.data, "pg_wal/archive_status");
    // As if it waited for two minutes.
    for await (const { name } of Deno.readDir(waiting)) {
      const past = Date.now() / 1000 - 120;
      if (name.endsWith(".ready")) await Deno.utime(join(waiting, name), past, past);
    }
    const told = await installation.run("archive", "check");
    assertEquals(told.code, 1);
    assertMatch(told.stdout, /^! \d WAL segments wait, the oldest since 1\d\d s/m);
    assertMatch((await installation.run("status")).stdout, /^! \d WAL segments wait/m);
    const metrics = await Deno.readTextFile(join(installation.folder, "metrics/archive_prod.prom"));
    assertMatch(metrics, /^mypacer_archive_waiting_seconds 1\d\d$/m);
    assertMatch(metrics, /^mypacer_archive_base_backup_seconds\{repository="1"\} \d{10}$/m);

    await Deno.rename(`${server.offsite}.away`, server.offsite);
    await until("the WAL that waited", async () => {
      await switchWal(installation);
      return (await installation.run("archive", "check")).code === 0;
    });
    await succeed(installation, "archive", "gaps");
  });

  await t.step("a lost machine comes back from the off-site repository", async () => {
    await add(installation, "7000007");
    const [row] = await installation.query((sql) =>
      sql`select pg_walfile_name(pg_switch_wal()) as name`
    );
    await until(
      "the last segment",
      async () => (await segmentsOf(server.offsite)).some((path) => path.includes(row?.["name"])),
    );
    await server.kill();
    await Deno.remove(server.data, { recursive: true });
    await Deno.remove(server.repository, { recursive: true });

    await using another = await startArchivedServer({ offsite: server.offsite });
    await using anew = await installArchived(another);
    await succeed(anew, "restore_to", "--database-lost", "latest");
    const people = ["7000001", "7000003", "7000004", "7000006", "7000007"];
    assertEquals(await idsOf(anew), people);
    const opposed = await anew.query((sql) =>
      isOpposed(sql, ["7000001", "7000002"], { key: OPPOSITION_KEY })
    );
    assertEquals([...opposed], ["7000002"]);
    await succeed(anew, "archive", "start");
    // A moment of the lost database stays within reach.
    const drill = await succeed(anew, "restore_to", "--check", before);
    assertMatch(drill.stderr, /^public\.athlete 4$/m);
    await forbidGaps(another, anew);
  });
});

/** A gap is told, and nothing is restored across it. */
async function forbidGaps(server: ArchivedServer, installation: RunningInstallation) {
  const moments: string[] = [];
  const before = (await segmentsOf(server.offsite)).length;
  for (const ffaId of ["7000011", "7000012", "7000013", "7000014"]) {
    moments.push(await add(installation, ffaId));
    await switchWal(installation);
  }
  await until(
    "four more segments",
    async () => (await segmentsOf(server.offsite)).length >= before + 4,
  );
  const name = (await segmentsOf(server.repository)).at(-2)?.replace(/^.*\/(\w{24})-.*$/, "$1") ??
    "";
  const gone = async (repository: string) => {
    // Those of the lost database may have the same name; this one's folder sorts last.
    const path = (await segmentsOf(repository)).findLast((segment) => segment.includes(name));
    await Deno.remove(path ?? "");
  };
  // One repository stands in for the other.
  await gone(server.repository);
  const one = await installation.run("archive", "gaps");
  assertEquals(one.code, 1);
  assertMatch(one.stdout, /^! repository 1 lacks 1 WAL segments between 0\w{23} and 0\w{23}:/m);
  await succeed(installation, "restore_to", "--check", moments[3] ?? "");
  await gone(server.offsite);
  const refused = await installation.run("restore_to", moments[3] ?? "");
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "lacks a WAL segment");
  assertStringIncludes(refused.stderr, "nothing was changed");
  assertEquals((await idsOf(installation)).length, 9);
}
