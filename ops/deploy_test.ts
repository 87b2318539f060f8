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
  for (const name of ["dev", "e2e", "bench", "ops", "simulator"]) {
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
    // The schema is newer than the release that comes back by its tag, which lives with it; then
    // forward again.
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
  "deploy --dry-run tells each step and what would stop it, and changes nothing",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    assertEquals((await installation.run("deploy", "1.0.0-prod")).code, 0);
    await using later = await rootWithMigration("alter table club add column color text;");
    await installation.publish("1.1.0-prod", { root: later.path });
    const state = async () => [
      await installation.running(),
      await installation.record("live"),
      await installation.record("change"),
      await installation.record("last.log"),
      await installation.record("history.log"),
      await Deno.readTextFile(installation.nginx.upstreamFile),
    ];
    const before = await state();

    const plan = await installation.run("deploy", "--dry-run", "1.1.0-prod");
    assertEquals([plan.code, plan.stderr], [0, ""]);
    assertMatch(plan.stdout, /^live {7}1\.0\.0-prod, blue\nwanted {5}1\.1\.0-prod$/m);
    assertMatch(plan.stdout, /^api {8}1\.1\.0-prod, in the registry$/m);
    assertMatch(plan.stdout, /^migrations are known once the image is on this host$/m);
    assertMatch(plan.stdout, /^ {2}point nginx at green, try https:\/\/mypacer\.fr:\d+$/m);
    const back = await installation.run("rollback", "--dry-run");
    assertEquals(back.code, 1);
    assertMatch(back.stdout, /^! refused: there is no recorded release 'previous'$/m);
    const unknown = await installation.run("deploy", "--dry-run", "9.9.9-prod");
    assertEquals(unknown.code, 1);
    assertMatch(
      unknown.stdout,
      /^! refused: mypacer_web of 9\.9\.9-prod is neither on this host nor in the registry$/m,
    );
    assertEquals(await state(), before);

    assertEquals((await installation.run("deploy", "1.1.0-prod")).code, 0);
    await using latest = await rootWithMigration("alter table club drop column color;");
    await Deno.rename(
      join(latest.path, "shared/database/migrations/20991231_1_of_a_test.sql"),
      join(latest.path, "shared/database/migrations/20991231_2_of_a_test.sql"),
    );
    await installation.publish("1.2.0-prod", { root: latest.path });
    for (const name of ["api", "scraper", "web"]) await installation.pull(name, "1.2.0-prod");
    const gap = await installation.run("deploy", "--dry-run", "1.2.0-prod");
    assertEquals(gap.code, 1);
    assertMatch(gap.stdout, /^! refused: the migrations do not fit: .*20991231_1_of_a_test/m);
    const again = await installation.run("rollback", "--dry-run");
    assertEquals([again.code, again.stderr], [0, ""]);
    assertMatch(again.stdout, /^wanted {5}1\.0\.0-prod$/m);
    assertMatch(again.stdout, /^migrations none: the schema stays as it is$/m);
    await installation.setVariable("API_IMAGE_TAG", "1.0.0-prod");
    const frozen = await installation.run("deploy", "--dry-run", "1.2.0-prod");
    assertEquals(frozen.code, 1);
    assertMatch(frozen.stdout, /^! refused: .* freezes 1\.0\.0-prod/m);
  },
);

testWith(
  missing,
  "deploy --only replaces one image and leaves the other two as they are live",
  async () => {
    await using installation = await runInstallation();
    for (const tag of ["1.0.0-prod", "1.1.0-prod", "1.2.0-prod"]) await installation.publish(tag);
    await installation.publish("1.3.0-prod", { brokenScraper: true });
    const early = await installation.run("deploy", "--only", "web", "1.1.0-prod");
    assertEquals(early.code, 1);
    assertStringIncludes(early.stderr, "nothing is live yet");
    for (const args of [["--only", "web"], ["--only", "db", "1.1.0-prod"]]) {
      assertEquals((await installation.run("deploy", ...args)).code, 2);
    }
    const live = async () =>
      Array.from(
        (await installation.record("live")).matchAll(/^(?:TAG|COLOR|\w+_IMAGE_TAG)=([^@\n]*)/gm),
        ([, value]) => value,
      );
    assertEquals((await installation.run("deploy", "1.0.0-prod")).code, 0);
    const web = await installation.run("deploy", "--only", "web", "1.1.0-prod");
    assertEquals(web.code, 0, web.stderr);
    assert(!web.stderr.includes("migrating"));
    assertEquals(await live(), [
      "1.0.0-prod+1.0.0-prod+1.1.0-prod",
      "green",
      "1.0.0-prod",
      "1.0.0-prod",
      "1.1.0-prod",
    ]);
    const running = await Deno.readTextFile(join(installation.folder, "api-green.json"));
    const scraper = await installation.run("deploy", "--only", "scraper", "1.2.0-prod");
    assertEquals(scraper.code, 0, scraper.stderr);
    assertEquals(
      (await live()).slice(1),
      ["green", "1.0.0-prod", "1.2.0-prod", "1.1.0-prod"],
    );
    // What visitors use was not touched.
    assertEquals(await Deno.readTextFile(join(installation.folder, "api-green.json")), running);
    const before = await live();
    const broken = await installation.run("deploy", "--only", "scraper", "1.3.0-prod");
    assertEquals(broken.code, 1);
    assertStringIncludes(broken.stderr, "the new scraper is not healthy; the one before is back");
    assertEquals(await live(), before);
    const status = await installation.run("status");
    assert(!/^! .*scraper/m.test(status.stdout), status.stdout);
    const api = await installation.run("deploy", "--only", "api", "1.2.0-prod");
    assertEquals(api.code, 0, api.stderr);
    assertStringIncludes(api.stderr, "migrating");
    assertEquals((await live()).slice(1), ["blue", "1.2.0-prod", "1.2.0-prod", "1.1.0-prod"]);
    const rollback = await installation.run("rollback");
    assertEquals(rollback.code, 0, rollback.stderr);
    assertEquals((await live()).slice(1), before.slice(1));
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
