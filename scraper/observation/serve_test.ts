import { assert, assertEquals, assertMatch } from "@std/assert";
import { ScriptedFederation } from "../testing/scripted_federation.ts";
import { observe } from "./serve.ts";

const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 1 },
  completed: Promise.resolve(),
} as const;

Deno.test("observe() serves health, the last run and counts of requests to the federation", async () => {
  await using federation = await ScriptedFederation.open();
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
  assertMatch(text, /^mypacer_federation_check_last_seconds 0$/m);
  await sql`
    insert into federation_check (form, checked_at, outcome) values
      ('short', '2026-11-22T02:59:00Z', 'new'), ('full', '2026-11-29T02:59:00Z', 'down')
  `;
  const checked = await (await get("/metrics")).text();
  // 2026-11-22 and 29, 02:59 UTC.
  assertMatch(checked, /^mypacer_federation_check_last_seconds 1795921140$/m);
  assertMatch(checked, /^mypacer_federation_check_last_success_seconds 1795316340$/m);
  assertMatch(checked, /^mypacer_federation_check_result\{result="down"\} 1$/m);
  assertMatch(checked, /^mypacer_federation_check_result\{result="well"\} 0$/m);
  assertMatch(checked, /^mypacer_removal_requests_open 0$/m);
  assertMatch(checked, /^mypacer_removal_requests_oldest_age_seconds 0$/m);
  assertEquals((await get("/")).status, 404);
});

Deno.test("observe() says how many removal requests wait and for how long, and nothing about them", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql, federation: client, log } = federation.tools;
  const handler = observe({ sql, federation: client, log, cron: { finished: 0, failed: 0 } });
  // The site's visitors write them, not the scraper.
  await federation.sql`
    insert into removal_request (reference, kind, name, created_at) values
      ('7KQ2M-0X9TB', 'removal', 'ROC Ada', now() - interval '5 days'),
      ('7KQ2M-0X9TC', 'correction', 'ROC Ada', now())
  `;
  const text = await (await handler(new Request("http://127.0.0.1/metrics"), INFO)).text();
  assertMatch(text, /^mypacer_removal_requests_open 2$/m);
  const age = Number(/^mypacer_removal_requests_oldest_age_seconds (.+)$/m.exec(text)?.[1]);
  // The statement is not much younger than the request.
  assert(age >= 5 * 86_400 && age < 5 * 86_400 + 600, String(age));
  assertEquals(/ROC|7KQ2M/.exec(text), null);
});

Deno.test("observe() answers 503 when the database is down", async () => {
  const federation = await ScriptedFederation.open();
  const { sql, federation: client, log } = federation.tools;
  const handler = observe({ sql, federation: client, log, cron: { finished: 0, failed: 0 } });
  await federation[Symbol.asyncDispose]();
  const health = await handler(new Request("http://127.0.0.1/health"), INFO);
  assertEquals(health.status, 503);
});
