/**
 * The API before a federation in trouble: the simulator's faults, one after the other, over real
 * HTTP. Whatever happens there, no wrong record is shown, old ones are marked, and the rest of the
 * API stays up.
 */
import { assert, assertEquals } from "@std/assert";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { createTestApp, type TestApp } from "../api/testing/test_app.ts";
import { fillDirectory } from "../api/testing/test_directory.ts";
import type { FaultRule } from "../simulator/faults/faults.ts";
import { createSimulator } from "../simulator/site/create_simulator.ts";
import { OPTIONS } from "../simulator/testing/running_simulator.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const HOUR = 3_600_000;
/** People of the simulated federation who are in the directory. */
const PEOPLE = 12;

interface Trouble extends AsyncDisposable {
  app: TestApp;
  /** Where the records of the athletes are. */
  paths: string[];
  /** Requests for records that reached the federation. */
  readonly asked: number;
  /** Makes every request for records fail in one way. */
  strike(rule: Pick<FaultRule, "kind"> & Partial<FaultRule>): void;
  heal(): void;
}

/** A simulated federation and an API that reads it; its records are fresh for a minute. */
async function start(
  { latency = 0, ...options }: {
    latency?: number;
    cooldown?: number;
    timeout?: number;
    visitorTimeoutMs?: number;
  } = {},
): Promise<Trouble> {
  const simulator = createSimulator({ ...OPTIONS, latency: { min: latency, max: latency } });
  const server = serveLocally(simulator.handler);
  const app = await createTestApp({
    // Its people are of all ages.
    youngestListed: "BB",
    ...options,
    recordsMaxAge: 60,
    federationUrl: server.url,
  });
  // The first is the simulator's known person, who has records.
  const people = Array.from({ length: PEOPLE }, (_, at) => simulator.data.people.at(at).ffaId);
  await fillDirectory(app.sql, {
    athletes: people.map((ffaId, at) => ({ ffaId, name: `EXEMPLE Personne${at}` })),
  });
  return {
    app,
    paths: people.map((ffaId) => `/athletes/${ffaId}/records`),
    get asked() {
      return simulator.counts.report().kinds.records;
    },
    strike(rule) {
      simulator.faults.clear();
      simulator.faults.add({ path: "/athletes/*", rate: 1, ...rule });
    },
    heal: () => simulator.faults.clear(),
    async [Symbol.asyncDispose]() {
      simulator.stop();
      await app[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function read(app: TestApp, path: string | undefined): Promise<AthleteRecords> {
  const response = await app.fetch(path ?? "");
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return AthleteRecords.parse(body);
}

async function refusal(app: TestApp, path: string | undefined): Promise<[number, string, number]> {
  const response = await app.fetch(path ?? "");
  const { type } = await response.json();
  return [response.status, type, Number(response.headers.get("retry-after"))];
}

/** Faults of the federation, and what the API calls them. */
const FAULTS: readonly [FaultRule["kind"], AthleteRecords["stale_reason"], string][] = [
  ["timeout", "federation-unavailable", "federation-unavailable"],
  ["unavailable", "federation-unavailable", "federation-unavailable"],
  ["too-many-requests", "federation-unavailable", "federation-unavailable"],
  ["truncated", "federation-unavailable", "federation-unavailable"],
  ["short-body", "federation-unavailable", "federation-unavailable"],
  ["processing-error", "federation-unavailable", "federation-unavailable"],
  ["other-columns", "page-changed", "federation-page-changed"],
  ["wrong-page", "page-changed", "federation-page-changed"],
];

for (const [kind, reason, problem] of FAULTS) {
  Deno.test(`${kind}: the last known records are shown as old, and nothing is made up`, async () => {
    await using trouble = await start({ timeout: 1000 });
    const { app, paths: [known, other] } = trouble;
    const before = await read(app, known);
    assert(before.records.length > 0);
    trouble.strike({ kind, seconds: 20 });
    app.clock.ahead = HOUR;
    const stale = await read(app, known);
    assertEquals(
      [stale.source, stale.stale, stale.stale_reason, stale.fetched_at],
      ["cache", true, reason, before.fetched_at],
    );
    assert(stale.age_seconds >= HOUR / 1000);
    assertEquals(stale.records, before.records);
    const [status, type, retryAfter] = await refusal(app, other);
    assertEquals([status, type], [503, `/problems/${problem}`]);
    assert(retryAfter > 0);
    // Nothing that failed was kept.
    const kept = await app.sql`select status from record_page`;
    assertEquals(kept.map(({ status }) => status), [200]);

    trouble.heal();
    app.clock.ahead = 2 * HOUR;
    const fresh = await read(app, known);
    assertEquals([fresh.source, fresh.stale, fresh.records], ["live", false, before.records]);
  });
}

Deno.test("missing-section: records do not vanish because a page lost them", async () => {
  await using trouble = await start();
  const { app, paths: [known] } = trouble;
  const before = await read(app, known);
  trouble.strike({ kind: "missing-section" });
  app.clock.ahead = HOUR;
  const stale = await read(app, known);
  assertEquals([stale.stale_reason, stale.records], ["page-changed", before.records]);
});

Deno.test("data-section, tbody, no-tbody and a broken row: the same records, but for the broken row", async () => {
  await using trouble = await start();
  const { app, paths: [known] } = trouble;
  const before = await read(app, known);
  for (const kind of ["data-section", "tbody", "no-tbody", "broken-row"] as const) {
    trouble.strike({ kind });
    app.clock.ahead += HOUR;
    const { source, records } = await read(app, known);
    assertEquals(source, "live");
    if (kind !== "broken-row") assertEquals(records, before.records, kind);
    else {
      assertEquals(records.length, before.records.length - 1);
      // Which is the best may change with a row less; what the rows say does not.
      const texts = new Set(before.records.map(({ event, text }) => `${event} ${text}`));
      assert(records.every(({ event, text }) => texts.has(`${event} ${text}`)));
    }
  }
});

Deno.test("a storm of 503 opens the circuit; one request tries; the site stays up and comes back", async () => {
  await using trouble = await start({ cooldown: 60_000 });
  const { app, paths } = trouble;
  trouble.strike({ kind: "unavailable" });
  for (const path of paths) assertEquals((await refusal(app, path)).slice(0, 2), DOWN);
  // Five failures in a row; twelve visitors would have caused twenty-four.
  assertEquals(trouble.asked, 5);
  for (const path of ["/status", "/health/ready", paths[0]?.replace("/records", "") ?? ""]) {
    const response = await app.fetch(path);
    await response.body?.cancel();
    assertEquals(response.status, 200, path);
  }

  // Half-open: one request goes, fails, and the circuit opens for twice as long.
  app.clock.ahead = 61_000;
  for (const path of paths) assertEquals((await refusal(app, path)).slice(0, 2), DOWN);
  assertEquals(trouble.asked, 6);
  app.clock.ahead = 122_000;
  assertEquals((await refusal(app, paths[1])).slice(0, 2), DOWN);
  assertEquals(trouble.asked, 6);

  trouble.heal();
  app.clock.ahead = 200_000;
  assertEquals((await read(app, paths[0])).source, "live");
  const answers = await Promise.all(paths.slice(1).map((path) => app.fetch(path)));
  for (const answer of answers) {
    await answer.body?.cancel();
    assertEquals(answer.status, 200);
  }
});

const DOWN = [503, "/problems/federation-unavailable"];

Deno.test("pages that come damaged open the circuit as well", async () => {
  await using trouble = await start({ cooldown: 60_000 });
  const { app, paths } = trouble;
  trouble.strike({ kind: "truncated" });
  for (const path of paths) assertEquals((await refusal(app, path)).slice(0, 2), DOWN);
  assertEquals(trouble.asked, 5);
});

Deno.test("500 first visitors of one athlete at once make one request to the federation", async () => {
  await using trouble = await start({ latency: 100 });
  const { app, paths: [known] } = trouble;
  await using server = serveLocally((request) => app.fetch(new URL(request.url).pathname));
  const url = server.url + known;
  const answers = await Promise.all(Array.from({ length: 500 }, async () => {
    const response = await fetch(url);
    return { status: response.status, records: (await response.json()).records?.length };
  }));
  const [first] = answers;
  assert(first !== undefined && first.records > 0);
  for (const answer of answers) assertEquals(answer, { status: 200, records: first.records });
  assertEquals(trouble.asked, 1);
});
