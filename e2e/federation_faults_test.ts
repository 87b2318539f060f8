/**
 * What crawl and API make of each way in which the federation's site may fail: a page that is not
 * the site's is never an athlete who does not exist nor a club without members, nothing of it is
 * stored, and all is there again once the site is well.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { EVERY_FAULT } from "../simulator/faults/every_fault.ts";
import type { FaultRule } from "../simulator/faults/faults.ts";
import { hasRecords } from "../simulator/results/records.ts";
import { yearResults } from "../simulator/results/results.ts";
import { idsOf, SEASON, TroubledFederation } from "./testing/troubled_federation.ts";

const HOUR = 3_600_000;
/** The club whose roster fails, and one whose athletes are looked at. */
const STRUCK = 1;
const OTHER = 0;

type Fault = Pick<FaultRule, "kind"> & Partial<FaultRule>;

/** Faults that cost the page, and the problem by which the API tells them. */
const COSTLY: readonly [Fault, string][] = [
  [{ kind: "maintenance" }, "federation-unavailable"],
  [{ kind: "maintenance", status: 503 }, "federation-unavailable"],
  [{ kind: "challenge", status: 200 }, "federation-unavailable"],
  [{ kind: "challenge", status: 503 }, "federation-unavailable"],
  [{ kind: "asp-net-error" }, "federation-unavailable"],
  [{ kind: "asp-net-error", status: 500 }, "federation-unavailable"],
  [{ kind: "error-page" }, "federation-unavailable"],
  [{ kind: "error-page", status: 500 }, "federation-unavailable"],
  [{ kind: "processing-error" }, "federation-unavailable"],
  [{ kind: "short-body" }, "federation-unavailable"],
  [{ kind: "truncated" }, "federation-unavailable"],
  [{ kind: "reset" }, "federation-unavailable"],
  [{ kind: "redesign" }, "federation-page-changed"],
  [{ kind: "former-site" }, "federation-page-changed"],
];

for (const [fault, problem] of COSTLY) {
  const name = fault.status === undefined ? fault.kind : `${fault.kind} with ${fault.status}`;
  Deno.test(`${name}: a failed page, ${problem}, and nothing stored until it is over`, async () => {
    await using trouble = await TroubledFederation.open();
    const { app, simulator } = trouble;
    const struck = simulator.data.people.clubs.at(STRUCK).number;
    trouble.strike({ ...fault, path: `*frmmode=2*frmnclub=${struck}*` });
    const report = await trouble.crawl();
    const rosters = simulator.data.standings(SEASON).length;
    assertEquals([report.state, report.stopped], ["failed", null]);
    assertEquals(
      [report.counters.pages, report.counters.failed_pages, report.failures.length],
      // The list of clubs, and every roster but one.
      [rosters, 1, 1],
    );
    const inOthers = simulator.data.standings(SEASON).filter(({ club }) => club !== STRUCK)
      .flatMap(({ club }) => trouble.members(club));
    assertEquals([...(await trouble.stored()).keys()].sort(), idsOf(inOthers));

    const [person] = trouble.members(OTHER).filter(({ index }) =>
      hasRecords(simulator.data.people, index)
    );
    assert(person !== undefined);
    trouble.strike({ ...fault, path: "/athletes/*" });
    const refused = await trouble.records(person.ffaId);
    assertEquals([refused.status, refused.body.type], [503, `/problems/${problem}`]);
    assertEquals((await app.sql`select 1 from record_page`).length, 0);

    trouble.heal();
    app.clock.ahead = HOUR;
    const read = await trouble.records(person.ffaId);
    assertEquals([read.status, read.body.source], [200, "live"]);
    assertEquals((await trouble.crawl()).counters.failed_pages, 0);
    assertEquals([...(await trouble.stored()).keys()].sort(), idsOf(trouble.members()));
  });
}

/** Faults that cost nothing. */
const HARMLESS: readonly Fault[] = [
  { kind: "slow", seconds: 0.2 },
  { kind: "unbalanced" },
  { kind: "data-section" },
  { kind: "tbody" },
  { kind: "no-tbody" },
];

for (const fault of HARMLESS) {
  Deno.test(`${fault.kind}: everybody is stored, and the records are those of any day`, async () => {
    await using trouble = await TroubledFederation.open();
    const { data } = trouble.simulator;
    trouble.strike(fault);
    const { state, counters } = await trouble.crawl();
    assertEquals([state, counters.failed_pages, counters.row_problems], ["finished", 0, 0]);
    assertEquals([...(await trouble.stored()).keys()].sort(), idsOf(trouble.members()));
    const { ffaId } = data.people.at(0);
    const struck = await trouble.records(ffaId);
    assertEquals([struck.status, struck.body.source], [200, "live"]);
    trouble.heal();
    trouble.app.clock.ahead = HOUR;
    const well = await trouble.records(ffaId);
    assert(well.body.records.length > 5);
    assertEquals(struck.body.records, well.body.records);
  });
}

Deno.test("a crawl comes to its end with every fault on at once, and leaves nothing wrong behind", async () => {
  await using trouble = await TroubledFederation.open({ clubs: 80, athletes: 4000 });
  // As --faults does, but for the waiting.
  trouble.strike(...EVERY_FAULT.map((rule) => ({ ...rule, seconds: 0.01 })));
  const { people } = trouble.simulator.data;
  const names = new Map(
    [...people].filter(({ index }) => people.memberships.of(index).length > 0)
      .map(({ ffaId, name }) => [ffaId, name]),
  );
  const seasons = { from: SEASON - 1 };
  assertEquals((await trouble.crawl(seasons)).stopped, null);
  const struck = trouble.simulator.faults.list().filter(({ struck }) => struck > 0);
  assert(struck.length >= 8, struck.map(({ kind }) => kind).join());
  const wrong = async () =>
    [...await trouble.stored()].filter(([id, name]) => names.get(id) !== name);
  assertEquals(await wrong(), []);
  trouble.heal();
  assertEquals((await trouble.crawl(seasons)).state, "finished");
  assertEquals((await trouble.stored()).size, names.size);
});

Deno.test("a list of clubs that is not the site's stores nothing, and the run says that it failed", async () => {
  for (const kind of ["maintenance", "redesign", "asp-net-error"] as const) {
    await using trouble = await TroubledFederation.open();
    trouble.strike({ kind, path: "*frmmode=1*" });
    const { state, counters } = await trouble.crawl();
    assertEquals([state, counters.pages], ["failed", 0]);
    assert(counters.failed_pages > 0);
    assertEquals((await trouble.stored()).size, 0);
  }
});

Deno.test("redirects to the other host name are followed by crawl and API", async () => {
  for (
    const [host, kind] of [
      ["athle.localhost", "www-redirect"],
      ["www.athle.localhost", "apex-redirect"],
    ] as const
  ) {
    await using trouble = await TroubledFederation.open({ host });
    trouble.strike({ kind });
    const { state, counters } = await trouble.crawl();
    assertEquals([state, counters.failed_pages], ["finished", 0], kind);
    assertEquals([...(await trouble.stored()).keys()].sort(), idsOf(trouble.members()));
    const { status, body } = await trouble.records(trouble.simulator.data.people.at(0).ffaId);
    assertEquals([status, body.source], [200, "live"], kind);
    // Each page came by a redirect.
    const { statuses } = trouble.simulator.counts.report();
    assertEquals(statuses["301"], statuses["200"]);
  }
});

Deno.test("challenge with 403: the crawl ends at once, the API says unavailable", async () => {
  await using trouble = await TroubledFederation.open();
  trouble.strike({ kind: "challenge", path: "*frmmode=2*" });
  const report = await trouble.crawl();
  assertEquals(report.state, "failed");
  assertStringIncludes(report.stopped ?? "", "403");
  assertEquals((await trouble.stored()).size, 0);
  trouble.heal();
  await trouble.crawl();
  const { ffaId } = trouble.simulator.data.people.at(0);
  trouble.strike({ kind: "challenge" });
  const { status, body } = await trouble.records(ffaId);
  assertEquals([status, body.type], [503, "/problems/federation-unavailable"]);
});

Deno.test("generic page: nobody for an id that does not exist, and no end of records that were read", async () => {
  await using trouble = await TroubledFederation.open();
  const { app, simulator } = trouble;
  await trouble.crawl();
  const { ffaId } = simulator.data.people.at(0);
  const before = await trouble.records(ffaId);
  assert(before.body.records.length > 5);
  // One is answered 404, the other with the page that everybody gets.
  for (const unknown of ["79999988", "79999987"]) {
    assertEquals(simulator.data.people.find(unknown), null);
    await app.sql`
      insert into athlete (ffa_id, name, first_season, last_season)
      values (${unknown}, 'NERVAL Odilon', 2026, 2026)
    `;
    const { status, body } = await trouble.records(unknown);
    assertEquals([status, body.type], [404, "/problems/unknown-athlete"], unknown);
  }
  trouble.strike({ kind: "generic-athlete" });
  app.clock.ahead = HOUR;
  const { status, body } = await trouble.records(ffaId);
  assertEquals([status, body.stale, body.stale_reason], [200, true, "page-changed"]);
  assertEquals(body.records, before.body.records);
});

Deno.test("generic pages of athletes whom rosters hold: a site that changed, to the API and to a crawl", async () => {
  await using trouble = await TroubledFederation.open();
  const { app } = trouble;
  await trouble.crawl();
  const ids = idsOf(trouble.members()).slice(0, 8);
  trouble.strike({ kind: "generic-athlete" });
  const kinds: string[] = [];
  for (const ffaId of ids) kinds.push((await trouble.records(ffaId)).body.type);
  assertEquals(kinds, [
    ...Array(4).fill("/problems/unknown-athlete"),
    ...Array(4).fill("/problems/federation-page-changed"),
  ]);
  const report = await trouble.crawl({ season: SEASON, birthYears: "some" });
  assertEquals(report.counters.profiles, 0);
  assertStringIncludes(report.stopped ?? "", "the site has changed");

  // Nothing of it is believed once the site is well.
  trouble.heal();
  app.clock.ahead = 60_000;
  for (const ffaId of ids) assertEquals((await trouble.records(ffaId)).status, 200);
});

Deno.test("results of a year and searches: a fault is never a year without results, nor nobody", async () => {
  await using trouble = await TroubledFederation.open({
    federationSearches: { burst: 1000, perSecond: 1000 },
  });
  const { app, simulator: { data } } = trouble;
  await trouble.crawl();
  const ids = idsOf(
    trouble.members().filter(({ index }) =>
      yearResults(data.people, index, { year: 2025, today: data.today }).length > 1
    ),
  );
  const ask = async (path: string) => {
    const response = await app.fetch(path);
    const { type = null } = await response.json();
    return [response.status, type];
  };
  for (const [at, [fault, problem]] of COSTLY.entries()) {
    // The search of before September 2025 is not known.
    const isSearchKnown = fault.kind !== "former-site";
    trouble.strike(fault);
    const expected = [503, `/problems/${problem}`];
    const name = JSON.stringify(fault);
    assertEquals(await ask(`/athletes/${ids[at]}/results?year=2025`), expected, name);
    if (isSearchKnown) {
      const text = `nerval ${String.fromCharCode(97 + at).repeat(3)}`;
      assertEquals(await ask(`/federation/athletes?q=${text}`), expected, name);
    }
    app.clock.ahead += HOUR;
  }
  trouble.heal();
  assertEquals(await ask(`/athletes/${ids[0]}/results?year=2025`), [200, null]);
  assertEquals(await ask("/federation/athletes?q=lefevre"), [200, null]);
});
