/** Which statements are slow, by a real PostgreSQL with the configuration of production. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { pathTo } from "../dev/paths.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { startEmbedded } from "@mypacer/shared/database/embedded.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const decoder = new TextDecoder();

/** `docker compose … exec -T db PROGRAM …` on this machine. */
const DOCKER = `#!/bin/sh
while [ "$1" != exec ]; do shift; done
shift 3
exec "$@"
`;

testWith(
  missingTools("psql"),
  "slow_queries.sh tells statements without values, what runs, and figures; the server's log tells neither",
  async (t) => {
    const folder = await Deno.makeTempDir({ prefix: "mypacer-slow-" });
    await using parts = new AsyncDisposableStack();
    parts.defer(() => Deno.remove(folder, { recursive: true }));
    await Deno.writeTextFile(`${folder}/docker`, DOCKER, { mode: 0o755 });
    // Where the server's account can read it.
    await Deno.chmod(folder, 0o755);
    await Deno.copyFile(pathTo("../ops/postgresql/postgresql.conf"), `${folder}/postgresql.conf`);
    const embedded = await startEmbedded({
      folder: `${folder}/server`,
      // Of memory a test needs less.
      settings: { config_file: `${folder}/postgresql.conf`, shared_buffers: "16MB" },
    });
    parts.defer(() => embedded.stop());
    const url = new URL(embedded.url);
    await Deno.writeTextFile(
      `${folder}/env`,
      [
        "COMPOSE_PROJECT_NAME=mypacer-test",
        "GHCR_OWNER=example",
        "POSTGRES_PASSWORD=not-used-here",
        `POSTGRES_USER=${url.username}`,
        "SITE_URL=https://mypacer.fr",
        "FEDERATION_CONTACT=nobody@example.org",
        "OPPOSITION_KEY=not-used-here-not-used-here-not-used-here",
        `RELEASES_FOLDER=${folder}/releases`,
        `METRICS_FOLDER=${folder}/metrics`,
      ].join("\n"),
    );
    const run = async (...args: string[]) => {
      const { code, stdout, stderr } = await new Deno.Command(pathTo("../ops/slow_queries.sh"), {
        args,
        env: {
          PATH: `${folder}:${Deno.env.get("PATH")}`,
          ENV_FILE: `${folder}/env`,
          PGHOST: url.hostname,
          PGPORT: url.port,
          PGPASSWORD: decodeURIComponent(url.password),
        },
        stdin: "null",
      }).output();
      return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
    };
    const sql = connect({ url: embedded.url, applicationName: "mypacer_api", max: 2 });
    parts.defer(() => sql.end());

    await t.step("statements, with neither parameters nor what stood in their text", async () => {
      assertEquals((await run("--reset")).code, 0);
      await sql`create table runner (name text)`;
      await sql`insert into runner values (${"TESTARD Zélie"})`;
      await sql.unsafe("select count(*) from runner where name = 'LEFEBVRE Anne'");
      await sql.unsafe("select pg_sleep(0.2) from runner where name <> 'DURAND Paul'");
      for (const by of ["total", "mean", "calls"]) {
        const { code, stdout, stderr } = await run("--by", by, "--limit", "40");
        assertEquals(code, 0, stderr);
        assertStringIncludes(stdout, "insert into runner values ($1)");
        assertMatch(stdout, /select count\(\*\) from runner where name = \$1/);
        assertEquals(/TESTARD|LEFEBVRE|DURAND/.exec(stdout), null);
      }
      const [, slowest] = (await run("--by", "mean")).stdout.split("\n");
      assertMatch(slowest ?? "", /pg_sleep/);
    });

    await t.step("what runs now, without its text", async () => {
      const sleeping = sql.unsafe("select pg_sleep(60), 'TESTARD Zélie'").execute();
      sleeping.catch(() => {});
      const line = await until("a statement that runs", async () => {
        const { stdout } = await run("--running");
        assert(!stdout.includes("TESTARD"));
        return /^ *(\d+) +[\d.]+ +mypacer_api +active +Timeout: PgSleep$/m.exec(stdout);
      });
      const { code, stderr } = await run("--metrics");
      assertEquals(code, 0, stderr);
      await sql`select pg_cancel_backend(${Number(line[1])})`;
      const text = await Deno.readTextFile(`${folder}/metrics/database_prod.prom`);
      const figure = (name: string) =>
        Number(
          new RegExp(`^mypacer_database_${name}\\{installation="prod"\\} ([\\d.]+)$`, "m").exec(
            text,
          )?.[1],
        );
      assert(figure("longest_statement_seconds") > 0);
      assertEquals(figure("longest_idle_transaction_seconds"), 0);
      assertEquals(figure("max_connections"), 50);
      assert(figure("connections") >= 1 && figure("connections") <= 2);
      assert(figure("statement_seconds_total") > 0.2);
    });

    await t.step("the log holds no statement and no value, of what failed either", async () => {
      await sql`insert into runner values (${"TESTARD Zélie"}::int::text)`.catch(() => {});
      await sql.unsafe("select * from nobody where name = 'LEFEBVRE Anne'").catch(() => {});
      const log = await until("the error", async () => {
        const text = await Deno.readTextFile(`${folder}/server/log`);
        return text.includes('relation "nobody" does not exist') && text;
      });
      assertEquals(/LEFEBVRE|DURAND|insert into|select \*|pg_sleep/i.exec(log), null);
    });
  },
);

testWith(
  missingTools("psql"),
  "slow_queries.sh says what to do where the server does not count",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "mypacer-slow-" });
    await Deno.writeTextFile(
      `${folder}/docker`,
      `#!/bin/sh\ncase "$*" in *pg_stat_statements*) exit 3 ;; esac\n`,
      { mode: 0o755 },
    );
    const { code, stderr } = await new Deno.Command(pathTo("../ops/slow_queries.sh"), {
      env: {
        PATH: `${folder}:${Deno.env.get("PATH")}`,
        ENV_FILE: pathTo("../.env.example"),
        ...Object.fromEntries(
          ["POSTGRES_PASSWORD", "FEDERATION_CONTACT", "OPPOSITION_KEY"].map((name) => [name, "x"]),
        ),
        RELEASES_FOLDER: `${folder}/releases`,
      },
      stdin: "null",
    }).output();
    assertEquals(code, 1);
    assertStringIncludes(decoder.decode(stderr), "ops/compose.sh restart db");
    await Deno.remove(folder, { recursive: true });
  },
);
