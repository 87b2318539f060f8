/** Restores to a moment, with a real PostgreSQL that archives its WAL into two repositories on this machine. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import { oppose } from "@mypacer/shared/database/opposition.ts";
import { saveRemovalRequest } from "@mypacer/shared/database/removal_request.ts";
import { fillDirectory, OPPOSITION_KEY } from "../api/test_app.ts";
import {
  type ArchivedServer,
  findPgbackrest,
  PGBACKREST_MISSING,
  startArchivedServer,
} from "./testing/archived_server.ts";
import { CLIENT_MISSING, findPostgresqlClient } from "./testing/postgresql_client.ts";
import { runInstallation, type RunningInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";

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

async function segmentsOf(repository: string): Promise<string[]> {
  const found: string[] = [];
  const folder = join(repository, "archive/mypacer/16-1/0000000100000000");
  for await (const { name } of Deno.readDir(folder)) found.push(join(folder, name));
  return found.filter((path) => /\/[0-9A-F]{24}-/.test(path)).sort();
}

testWith(
  missing,
  "a restore to a moment keeps what was written before it, and the objections of now",
  async () => {
    await using server = await startArchivedServer();
    await using installation = await installArchived(server);
    await add(installation, "7000001");
    await succeed(installation, "archive", "start");
    assertStringIncludes((await succeed(installation, "archive", "list")).stdout, "aes-256-cbc");
    const moments: string[] = [];
    for (const ffaId of ["7000002", "7000003", "7000004", "7000005"]) {
      moments.push(await add(installation, ffaId));
    }
    const [, , moment = ""] = moments;
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

    const drill = await succeed(installation, "restore_to", "--check", moment);
    assertStringIncludes(drill.stderr, "can be restored");
    assertEquals(await idsOf(installation), []);
    await succeed(installation, "restore_to", moment);
    assertEquals(await idsOf(installation), ["7000001", "7000003", "7000004"]);
    const [request] = await installation.query((sql) => sql`select reference from removal_request`);
    assertEquals(request, { reference });
    const left = await Array.fromAsync(Deno.readDir(join(installation.folder, "backups")));
    assertEquals(left, []);
  },
);

testWith(missing, "a gap in the archive is told, and nothing is restored across it", async () => {
  await using server = await startArchivedServer();
  await using installation = await installArchived(server);
  await succeed(installation, "archive", "start");
  await succeed(installation, "archive", "gaps");
  const moments: string[] = [];
  const before = (await segmentsOf(server.offsite)).length;
  for (const ffaId of ["7000001", "7000002", "7000003", "7000004"]) {
    moments.push(await add(installation, ffaId));
    await installation.query((sql) => sql`select pg_switch_wal()`);
  }
  for (const end = Date.now() + 20_000; (await segmentsOf(server.offsite)).length < before + 4;) {
    assert(Date.now() < end, "the segments do not arrive");
    await new Promise((done) => setTimeout(done, 50));
  }
  // One repository stands in for the other.
  const name = (await segmentsOf(server.offsite)).at(-2)?.replace(/^.*\/(\w{24})-.*$/, "$1") ?? "";
  const gone = async (repository: string) => {
    const path = (await segmentsOf(repository)).find((segment) => segment.includes(name));
    await Deno.remove(path ?? "");
  };
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
  assertEquals((await idsOf(installation)).length, 4);
  await succeed(installation, "restore_to", "--check", moments[0] ?? "");
});
