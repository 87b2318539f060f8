/** Secrets as files and a role for each program, on an installation that has data. */
import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathTo } from "../dev/paths.ts";
import { fillDirectory } from "../api/testing/test_directory.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import {
  clusterUrl,
  ensureDatabase,
  openCluster,
  startCluster,
} from "@mypacer/shared/database/embedded_cluster.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { CLIENT_MISSING, findPostgresqlClient } from "./testing/postgresql_client.ts";
import { runInstallation } from "./testing/running_installation.ts";
import { PERSON } from "./testing/running_services.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock") ??
  (findPostgresqlClient() === null ? CLIENT_MISSING : null);

/** A server of its own: roles and their passwords are the whole server's. */
async function startServer() {
  const parts = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "mypacer-secrets-" });
  parts.defer(() => Deno.remove(folder, { recursive: true }));
  const cluster = await openCluster(join(folder, "cluster"));
  const { port, stop } = await startCluster(cluster, { port: 0, settings: { fsync: "off" } });
  parts.defer(stop);
  await ensureDatabase(cluster, port, "mypacer");
  const url = clusterUrl(cluster, port, "mypacer");
  const sql = connect({ url, applicationName: "mypacer test", max: 1 });
  await migrate(sql);
  await fillDirectory(sql, { athletes: [PERSON] });
  await sql.end();
  return { url, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

testWith(
  missing,
  "secrets move from .env to files, and programs from the superuser to roles, and back",
  async () => {
    await using server = await startServer();
    const secrets = await Deno.makeTempDir({ prefix: "mypacer-secrets-" });
    const folder = join(secrets, "of-production");
    await using installation = await runInstallation({}, server);
    const { password } = new URL(server.url);
    await installation.setVariable("POSTGRES_PASSWORD", password);
    await installation.setVariable("SECRETS_FOLDER", "");
    await installation.setVariable("SMTP_PASSWORD", `it's "of the mail" \\ server`);
    for (const tag of ["1.0.0-prod", "1.1.0-prod"]) await installation.publish(tag);
    const succeed = async (script: string, ...args: string[]) => {
      const { code, stderr } = await installation.run(script, ...args);
      assertEquals(code, 0, `${script} ${args}: ${stderr}`);
      return stderr;
    };
    const variables = () => Deno.readTextFile(join(installation.folder, "env"));
    const secret = async (name: string) => (await Deno.readTextFile(join(folder, name))).trim();
    const loginAs = async (role: string, password: string) => {
      const url = new URL(server.url);
      url.username = `mypacer_${role}`;
      url.password = password;
      const sql = connect({ url: url.href, applicationName: "mypacer test", max: 1 });
      try {
        return (await sql`select from athlete`).length;
      } finally {
        await sql.end();
      }
    };
    const usersOf = async (application: string) => {
      const rows = await installation.query((sql) =>
        sql<{ user: string }[]>`
          select distinct usename as user from pg_stat_activity where application_name = ${application}
        `
      );
      return rows.map(({ user }) => user);
    };
    const searched = async () => (await installation.nginx.ask("/api/athletes?q=testard")).text;

    await succeed("deploy", "1.0.0-prod");
    assertEquals(await usersOf("mypacer_api"), ["mypacer"]);
    const before = await variables();

    await installation.setVariable("SECRETS_FOLDER", folder);
    const unready = await installation.run("status");
    assertEquals(unready.code, 1);
    assertStringIncludes(unready.stderr, "opposition_key is missing");
    assertStringIncludes(await succeed("secrets"), `${folder}, mode 700`);
    const after = await variables();
    assertMatch(after, /^POSTGRES_PASSWORD=$/m);
    assertMatch(after, /^OPPOSITION_KEY=$/m);
    assertEquals(after.includes(password) || after.includes("of the mail"), false);
    assertEquals(await secret("smtp_password"), `it's "of the mail" \\ server`);
    assertEquals(((await Deno.stat(folder)).mode ?? 0) & 0o777, 0o700);
    assertEquals(await secret("database_administrator"), password);
    const [{ owner } = { owner: "" }] = await installation.query((sql) =>
      sql<{ owner: string }[]>`
        select relowner::regrole::text as owner from pg_class where oid = 'athlete'::regclass
      `
    );
    assertEquals(owner, "mypacer_owner");
    assertEquals(await loginAs("api", await secret("database_api")), 1);
    assertEquals(
      (await installation.record("last.log")).includes(await secret("database_api")),
      false,
    );

    const kept = await secret("database_api");
    await succeed("secrets");
    assertEquals(await secret("database_api"), kept);

    // The next release, its migration and the backup before it, as the roles.
    await succeed("deploy", "1.1.0-prod");
    assertEquals(await usersOf("mypacer_api"), ["mypacer_api"]);
    assertStringIncludes(await searched(), PERSON.ffaId);
    await succeed("restore", "--latest");
    assertEquals(await usersOf("mypacer_api"), ["mypacer_api"]);
    assertStringIncludes(await searched(), PERSON.ffaId);
    assertEquals(await loginAs("scraper", await secret("database_scraper")), 1);

    await succeed("secrets", "--renew", "scraper");
    await assertRejects(() => loginAs("scraper", "of-before"), Error, "password authentication");
    assertEquals(await loginAs("scraper", await secret("database_scraper")), 1);
    assertEquals((await installation.run("secrets", "--renew", "everybody")).code, 2);

    // Back, for a release that knows no files.
    await succeed("secrets", "--plain");
    const sorted = (text: string) =>
      text.split("\n").filter((line) => !["", "SECRETS_FOLDER="].includes(line)).sort();
    assertEquals(sorted(await variables()), sorted(before));
    await Deno.remove(secrets, { recursive: true });
  },
);

testWith(missing, "secrets makes no new key where people objected under another one", async () => {
  await using server = await startServer();
  const folder = await Deno.makeTempDir({ prefix: "mypacer-secrets-" });
  await using installation = await runInstallation({}, server);
  await installation.publish("latest-prod");
  await installation.query((sql) =>
    sql`insert into opposition (ffa_id_hash, key_check, channel) values ('x', 'x', 'email')`
  );
  await installation.setVariable("OPPOSITION_KEY", "");
  await installation.setVariable("SECRETS_FOLDER", folder);
  const refused = await installation.run("secrets");
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "people objected under a key that is not here");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("the image of PostgreSQL runs what makes the roles as a program of its own", async () => {
  // It would read a file that is not executable into its own shell.
  const { mode } = await Deno.stat(pathTo("../ops/secrets/make_roles.sh"));
  assertEquals((mode ?? 0) & 0o111, 0o111);
});
