/** What a collector of errors on loopback gets from the real API and the built site. */
import { assert, assertEquals } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { replaceUnknownWords } from "@mypacer/shared/process/errors/words.ts";
import { freePort } from "../shared/process/free_ports.ts";
import { brokenBuild, startBuiltSite } from "../web/testing/built_site.ts";
import { pathTo } from "../dev/paths.ts";
import { apiArgs } from "../dev/processes.ts";
import { startService } from "../dev/service.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

function startCollector() {
  const arrived: string[] = [];
  const server = serveLocally(async (request) => {
    arrived.push(`${JSON.stringify([...request.headers])}\n${await request.text()}`);
    return Response.json({});
  });
  const { host } = server;
  return {
    arrived,
    host,
    dsn: `http://abc123@${host}/7`,
    event: async () => {
      const text = await until("an error", () => arrived.shift());
      return { text, event: JSON.parse(text.split("\n")[3] ?? "") };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

Deno.test("the API reports what failed and where, and nothing of who was searched or who asked", async () => {
  await using collector = startCollector();
  await using database = await createTestDatabase();
  await database.sql`alter table club rename to club_that_is_gone`;
  const port = freePort();
  const apiUrl = `http://127.0.0.1:${port}`;
  const [run = "", ...args] = apiArgs({
    databaseUrl: database.url,
    federationUrl: "http://127.0.0.1:9",
    apiUrl,
    watch: false,
  });
  const api = await startService({
    name: "api",
    // As docker-compose.prod.yml names the collector's host.
    args: [run, `--allow-net=${collector.host}`, ...args],
    environment: {
      DATABASE_URL: database.url,
      FEDERATION_URL: "http://127.0.0.1:9",
      FEDERATION_RATE: "0",
      API_PORT: String(port),
      API_THREADS: "1",
      LOG_LEVEL: "error",
      SENTRY_DSN: collector.dsn,
    },
    readyUrl: `${apiUrl}/health`,
  });
  try {
    const answer = await fetch(`${apiUrl}/clubs?q=testard-lefebvre`, {
      headers: { "x-forwarded-for": "203.0.113.7", "x-request-id": "visitor-4711" },
    });
    assertEquals(answer.status, 500);
    await answer.body?.cancel();
    const { text, event } = await collector.event();
    assertEquals(event.transaction, "/clubs");
    assertEquals(event.tags.code, "42P01");
    assertEquals(event.exception.values.map(({ type }: { type: string }) => type), [
      "PostgresError",
    ]);
    assertEquals(event.exception.values[0].value, "relation … does not exist");
    assert(
      event.exception.values[0].stacktrace.frames.some(({ in_app }: { in_app: boolean }) => in_app),
    );
    assertEquals(
      /testard|lefebvre|203\.0|4711|select|127\.0\.0\.1:5|mypacer:/i.exec(
        text.replace(collector.host, ""),
      )?.[0],
      undefined,
    );
  } finally {
    await api.stop();
  }
});

Deno.test("the site reports a page that failed, without its address", async () => {
  await using collector = startCollector();
  await using build = await brokenBuild("legal_page-");
  await using site = await startBuiltSite("http://127.0.0.1:9", {
    build,
    environment: { SENTRY_DSN: collector.dsn },
  });
  assertEquals((await site.page("/mentions-legales?q=testard")).response.status, 500);
  const { text, event } = await collector.event();
  assertEquals([event.logger, event.logentry.formatted], ["web", "a page failed"]);
  assertEquals(event.exception.values.at(-1).type, "TypeError");
  assertEquals(/testard|mentions/i.exec(text)?.[0], undefined);
});

Deno.test("what the processes say of an error is reported in full: its words are known", async () => {
  const said: string[] = [];
  for (
    const folder of ["api", "scraper", "shared", "web/routes", "web/edge", "web/pages", "web/kit"]
  ) {
    const search = async (path: string) => {
      for await (const { name, isDirectory } of Deno.readDir(pathTo(`../${path}`))) {
        if (isDirectory) await search(`${path}/${name}`);
        else if (/(?<!_test)\.tsx?$/.test(name)) {
          const text = await Deno.readTextFile(pathTo(`../${path}/${name}`));
          said.push(
            ...Array.from(text.matchAll(/log\.error\(\s*"([^"]+)"/g), ([, line = ""]) => line),
          );
        }
      }
    };
    await search(folder);
  }
  assert(said.length > 15);
  assertEquals(said.filter((line) => replaceUnknownWords(line) !== line), []);
});
