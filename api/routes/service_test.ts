import { assert, assertEquals, assertMatch } from "@std/assert";
import { Status } from "@mypacer/shared/contract/status.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createTestApp } from "../testing/test_app.ts";
import { fillDirectory } from "../testing/test_directory.ts";

Deno.test("GET /status tells what the directory holds, the runs and where records come from", async () => {
  await using app = await createTestApp();
  const empty = Status.parse(await (await app.fetch("/status")).json());
  assertEquals(empty, {
    version: "0.0.0",
    clubs: 0,
    athletes: 0,
    updated_at: null,
    last_run: null,
    running: null,
    last_check: null,
    pages_understood_at: null,
    search_engine: "sql",
    federation: { url: app.federation.url, simulated: true },
  });
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
    athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }],
  });
  await app.sql`
    insert into crawl_run (kind, seasons, started_at, finished_at, state, counters) values
      ('full', '{2025,2026}', '2026-11-15T03:00:00Z', '2026-11-15T04:00:00Z', 'finished', '{"pages":7}'),
      ('club', '{2026}', '2026-11-16T03:00:00Z', '2026-11-16T03:01:00Z', 'failed',
        '{"rows_written":12,"unchanged_pages":3}'),
      ('season', '{2026}', '2026-11-22T03:00:00Z', null, 'running', '{}')
  `;
  await app.sql`
    insert into federation_check (form, checked_at, outcome) values
      ('full', '2026-11-15T02:59:00Z', 'well'),
      ('short', '2026-11-22T02:59:00Z', 'new'),
      ('short', '2026-11-29T02:59:00Z', 'changed')
  `;
  app.clock.ahead = 1500;
  const status = Status.parse(await (await app.fetch("/status")).json());
  assertEquals([status.clubs, status.athletes], [1, 1]);
  assertEquals(status.updated_at, "2026-11-15T04:00:00.000Z");
  assertEquals([status.last_run?.kind, status.last_run?.state], ["club", "failed"]);
  assertEquals(status.last_run?.counters, { rows_written: 12, unchanged_pages: 3 });
  assertEquals(status.last_check, { checked_at: "2026-11-29T02:59:00.000Z", outcome: "changed" });
  assertEquals(status.pages_understood_at, "2026-11-22T02:59:00.000Z");
  assertEquals([status.running?.kind, status.running?.finished_at], ["season", null]);
});

Deno.test("GET /health/ready is not ready with a key that is not the directory's", async () => {
  await using app = await createTestApp();
  const ready = await app.fetch("/health/ready");
  await ready.body?.cancel();
  assertEquals(ready.status, 200);
  await oppose(app.sql, "7000001", { channel: "email", key: "another key of 32 characters ...." });
  const refused = await app.fetch("/health/ready");
  assertEquals(refused.status, 503);
  assertEquals(await refused.json(), {
    detail: "A setting does not fit the directory; the log says which",
  });
});

Deno.test("GET /metrics counts answers by route, not by path", async () => {
  await using app = await createTestApp();
  for (const path of ["/athletes/1", "/athletes/2", "/nothing", "/health"]) {
    await (await app.fetch(path)).body?.cancel();
  }
  await (await app.fetch("/health", { method: "PROPFIND" })).body?.cancel();
  const response = await app.fetch("/metrics");
  const text = await response.text();
  assertMatch(response.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
  for (
    const line of [
      'mypacer_http_requests_total{method="GET",route="/athletes/:ffaId",status="404"} 2',
      'mypacer_http_requests_total{method="GET",route="none",status="404"} 1',
      'mypacer_http_requests_total{method="GET",route="/health",status="200"} 1',
      'mypacer_http_requests_total{method="other",route="/health",status="405"} 1',
      'mypacer_http_request_duration_seconds_bucket{method="GET",route="/athletes/:ffaId",le="+Inf"} 2',
      'mypacer_http_request_duration_seconds_count{method="GET",route="/athletes/:ffaId"} 2',
    ]
  ) assert(text.split("\n").includes(line), `${line}\nis not in\n${text}`);
  for (const line of text.trimEnd().split("\n")) {
    assertMatch(line, /^# (HELP|TYPE) \w+ .+$|^\w+(\{[^}]*\})? [-+.\deInf]+$/);
  }
});

Deno.test("GET /clubs finds clubs by name and by number, misspelt as well", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    clubs: [
      { ffaNumber: "075999", name: "AC EXEMPLE" },
      { ffaNumber: "031001", name: "US ESSAI" },
      { ffaNumber: "031002", name: "EXEMPLAIRE AC" },
    ],
    athletes: [{ ffaId: "7000001", name: "TESTARD Zélie", club: "031001", lastSeason: 2025 }],
  });
  const numbers = async (query: string) =>
    (await (await app.fetch(`/clubs?${query}`)).json()).items.map(
      ({ ffa_number: number }: { ffa_number: string }) => number,
    );
  assertEquals((await numbers("q=Exempl%C3%A9"))[0], "075999");
  assertEquals((await numbers("q=exmple"))[0], "075999");
  assertEquals(await numbers("q=031"), ["031001", "031002"]);
  assertEquals(await numbers("q=031&limit=1&offset=1"), ["031002"]);
  const members = async (query: string) =>
    (await (await app.fetch(`/clubs/031001/athletes${query}`)).json()).items.length;
  assertEquals([await members(""), await members("?season=2025"), await members("?season=2024")], [
    1,
    1,
    0,
  ]);
  const club = await (await app.fetch("/clubs/031001")).json();
  assertEquals(club, {
    ffa_number: "031001",
    name: "US ESSAI",
    league: "I-F",
    department: "031",
    first_season: 2004,
    last_season: 2026,
    seasons: [{ season: 2025, athletes: 1 }],
  });
});
