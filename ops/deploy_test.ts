/** The scripts that bring releases live, run as they are, with processes in place of containers. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathTo } from "../dev/paths.ts";
import { load } from "./testing/load.ts";
import { runInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock");

/** A copy of what `migrate` needs, with one more migration. */
async function rootWithMigration(sql: string): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempDir({ prefix: "mypacer-image-" });
  for (const name of ["deno.json", "deno.lock", "node_modules", "std", "api", "web", "scraper"]) {
    await Deno.symlink(pathTo(`../${name}`), join(path, name));
  }
  for (const name of ["dev", "bench", "ops", "simulator"]) {
    await Deno.symlink(pathTo(`../${name}`), join(path, name));
  }
  const copy = async (from: string, to: string) => {
    await Deno.mkdir(to, { recursive: true });
    for await (const { name, isDirectory } of Deno.readDir(from)) {
      if (isDirectory) await copy(join(from, name), join(to, name));
      else await Deno.copyFile(join(from, name), join(to, name));
    }
  };
  await copy(pathTo("../shared"), join(path, "shared"));
  await Deno.writeTextFile(
    join(path, "shared/database/migrations/20991231_1_of_a_test.sql"),
    `-- What a later release brings.\n${sql}\n`,
  );
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

testWith(
  missing,
  "deploy brings a first release live, and changes nothing when it is live already",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    const first = await installation.run("deploy", "1.0.0-prod");
    assertEquals(first.code, 0, first.stderr);
    assertEquals(await installation.running(), ["api", "web", "scraper"]);
    assertEquals((await installation.nginx.ask("/")).status, 200);
    const live = await installation.record("live");
    assertMatch(live, /^TAG=1\.0\.0-prod\nCOLOR=blue\nAPI_IMAGE_TAG=1\.0\.0-prod@sha256:0+1\n/);
    const processes = await Deno.readTextFile(join(installation.folder, "api.json"));
    const upstreams = await Deno.readTextFile(installation.nginx.upstreamFile);

    const again = await installation.run("deploy", "1.0.0-prod");
    assertEquals(again.code, 0, again.stderr);
    assertStringIncludes(again.stderr, "nothing to do");
    assertEquals(await installation.record("live"), live);
    assertEquals(await Deno.readTextFile(join(installation.folder, "api.json")), processes);
    assertEquals(await Deno.readTextFile(installation.nginx.upstreamFile), upstreams);
  },
);

testWith(
  missing,
  "deploy switches under load without losing a request, and rollback back",
  async () => {
    await using installation = await runInstallation();
    const { nginx } = installation;
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    const first = await installation.run("deploy", "1.0.0-prod");
    assertEquals(first.code, 0, first.stderr);
    const paths = ["/mentions-legales", "/api/pace-table?slowest=300&fastest=240", "/api/status"];
    const through = async (...script: [string, ...string[]]) => {
      const { asked, failed } = await load(nginx.askOnce, {
        paths,
        count: 2000,
        during: async () => {
          const { code, stderr } = await installation.run(...script);
          assertEquals(code, 0, stderr);
        },
      });
      assert(asked >= 2000);
      assertEquals(failed, []);
    };
    await through("deploy", "--no-backup", "1.1.0-prod");
    assertEquals(await installation.running(), ["api-green", "web-green", "scraper"]);
    await through("rollback");
    assertEquals(await installation.running(), ["api", "web", "scraper"]);
    assertMatch(await installation.record("live"), /^TAG=1\.0\.0-prod\nCOLOR=blue\n/);
    assertMatch(await installation.record("previous"), /^TAG=1\.1\.0-prod\nCOLOR=green\n/);
    assertEquals((await installation.record("history.log")).trim().split("\n").length, 3);
  },
);

testWith(
  missing,
  "deploy leaves the old version serving when the new one fails its smoke test",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod", { brokenSite: "pages" });
    assertEquals((await installation.run("deploy", "1.0.0-prod")).code, 0);
    const live = await installation.record("live");
    const { code, stderr } = await installation.run("deploy", "--no-backup", "1.1.0-prod");
    assertEquals(code, 1);
    assertStringIncludes(stderr, "fail the smoke test; blue still serves");
    assertEquals(await installation.record("live"), live);
    assertEquals(await installation.running(), ["api", "web", "scraper"]);
    assertEquals((await installation.nginx.ask("/")).status, 200);
  },
);

testWith(
  missing,
  "deploy switches back when the site fails from outside after the switch",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    assertEquals((await installation.run("deploy", "1.0.0-prod")).code, 0);
    const upstreams = await Deno.readTextFile(installation.nginx.upstreamFile);
    // Maintenance begins meanwhile: the containers are well, visitors see nothing of it.
    const flag = join(installation.nginx.folder, "etc/mypacer/prod_maintenance");
    await Deno.writeTextFile(flag, "");
    const { code, stderr } = await installation.run("deploy", "--no-backup", "1.1.0-prod");
    await Deno.remove(flag);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "failed after the switch; blue still serves");
    assertEquals(await Deno.readTextFile(installation.nginx.upstreamFile), upstreams);
    assertEquals(await installation.running(), ["api", "web", "scraper"]);
    assertEquals((await installation.nginx.ask("/")).status, 200);
    assertMatch(await installation.record("history.log"), /deploy 1\.1\.0-prod green failed/);
  },
);

testWith(
  missing,
  "deploy leaves the old version serving when a migration fails, and migrates when it does not",
  async () => {
    await using installation = await runInstallation();
    await using failing = await rootWithMigration("create table athlete ();");
    await using working = await rootWithMigration("alter table club add column color text;");
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod", { root: failing.path });
    await installation.publish("1.2.0-prod", { root: working.path });
    assertEquals((await installation.run("deploy", "1.0.0-prod")).code, 0);
    const failed = await installation.run("deploy", "--no-backup", "1.1.0-prod");
    assertEquals(failed.code, 1);
    assertStringIncludes(failed.stderr, 'relation \\"athlete\\" already exists');
    assertStringIncludes(failed.stderr, "the migration failed; blue still serves");
    assertEquals(await installation.running(), ["api", "web", "scraper"]);
    assertEquals((await installation.nginx.ask("/api/health/ready")).status, 200);

    const passed = await installation.run("deploy", "--no-backup", "1.2.0-prod");
    assertEquals(passed.code, 0, passed.stderr);
    const columns = await installation.query((sql) =>
      sql`select 1 from information_schema.columns where table_name = 'club' and column_name = 'color'`
    );
    assertEquals(columns.length, 1);
    // The schema is newer than the release that comes back by its tag, which lives with it; then forward again.
    const older = await installation.run("deploy", "--no-backup", "1.0.0-prod");
    assertEquals(older.code, 0, older.stderr);
    assertEquals((await installation.nginx.ask("/api/athletes?q=testard")).status, 200);
    const forward = await installation.run("rollback");
    assertEquals(forward.code, 0, forward.stderr);
    const back = await installation.run("rollback");
    assertEquals(back.code, 0, back.stderr);
    assertEquals((await installation.nginx.ask("/api/health/ready")).status, 200);
  },
);

testWith(
  missing,
  "deploy --staging brings staging live beside production, without a scraper",
  async () => {
    await using installation = await runInstallation(({ folder, port }) => ({
      NGINX_UPSTREAM_FILE: join(folder, "etc/mypacer/staging_upstreams.conf"),
      SMOKE_URL: `https://stage.mypacer.fr:${port}`,
    }));
    await installation.publish("sha-0123456");
    const production = await Deno.readTextFile(installation.nginx.upstreamFile);
    const { code, stderr } = await installation.run("deploy", "--staging", "sha-0123456");
    assertEquals(code, 0, stderr);
    assertEquals(await installation.running(), ["api", "web"]);
    assertEquals(await Deno.readTextFile(installation.nginx.upstreamFile), production);
    const page = await installation.nginx.ask("/", { host: "stage.mypacer.fr" });
    assertEquals(page.status, 200);
  },
);

testWith(
  missing,
  "deploy refuses a tag that is none, an unknown one and an unfinished .env",
  async () => {
    await using installation = await runInstallation({ POSTGRES_PASSWORD: "change-me" });
    await installation.publish("1.0.0-prod");
    const unfinished = await installation.run("deploy", "1.0.0-prod");
    assertEquals(unfinished.code, 1);
    assertStringIncludes(unfinished.stderr, "POSTGRES_PASSWORD in");
    assertEquals((await installation.run("deploy", "1.0;reboot")).code, 2);
    await using other = await runInstallation();
    assertEquals((await other.run("deploy")).code, 2);
    const unknown = await other.run("deploy", "9.9.9-prod");
    assertEquals(unknown.code, 1);
    assertStringIncludes(unknown.stderr, "the images of 9.9.9-prod cannot be pulled");
    assertEquals(await other.running(), []);
  },
);
