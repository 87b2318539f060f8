import { assertEquals, assertMatch } from "@std/assert";
import { PlayedFederation } from "../testing/played_federation.ts";
import { observe } from "./serve.ts";

const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 1 },
  completed: Promise.resolve(),
} as const;

Deno.test("observe() tells health, the last run and what was asked of the federation", async () => {
  await using federation = await PlayedFederation.open();
  federation.season(2026, [{
    number: "075999",
    name: "Ac Exemple",
    athletes: [{ id: 1, name: "ROC Ada" }],
  }]);
  await federation.crawl();
  const { sql, federation: client, log } = federation.tools;
  const handler = observe({ sql, federation: client, log, cron: { finished: 2, failed: 1 } });
  const get = (path: string) => handler(new Request(`http://127.0.0.1${path}`), INFO);
  const health = await get("/health");
  assertEquals([health.status, (await health.json()).status], [200, "healthy"]);
  const text = await (await get("/metrics")).text();
  assertMatch(text, /^mypacer_crawls_total\{outcome="failed"\} 1$/m);
  assertMatch(text, /^mypacer_crawl_running 0$/m);
  assertMatch(text, /^mypacer_crawl_run\{counter="athletes"\} 1$/m);
  assertMatch(text, /^mypacer_federation_requests_total 3$/m);
  assertEquals((await get("/")).status, 404);
});

Deno.test("observe() answers 503 when the database is gone", async () => {
  const federation = await PlayedFederation.open();
  const { sql, federation: client, log } = federation.tools;
  const handler = observe({ sql, federation: client, log, cron: { finished: 0, failed: 0 } });
  await federation[Symbol.asyncDispose]();
  const health = await handler(new Request("http://127.0.0.1/health"), INFO);
  assertEquals(health.status, 503);
});
