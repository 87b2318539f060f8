import { assertEquals, assertStringIncludes } from "@std/assert";
import { createFederationClient } from "@mypacer/shared/federation/client.ts";
import { checkFederation } from "../scraper/federation_check/check.ts";
import { formatCheckReport, toJson } from "../scraper/federation_check/report_text.ts";
import { EXIT_CODES, type Outcome } from "../scraper/federation_check/verdict.ts";
import { type FaultKind, FaultRule } from "../simulator/faults/faults.ts";
import { startSimulator } from "../simulator/testing/running_simulator.ts";

/** What the check says of the simulator in each of its states, within one process. */

const now = new Date("2026-11-23T12:00:00Z");
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** Checks a simulator with one fault on; names other than 127.0.0.1 lead to it as well. */
async function checkWith(rule: Partial<FaultRule> & { kind: FaultKind }, baseUrl?: string) {
  await using site = startSimulator({ athletes: 4000 });
  site.simulator.faults.add(FaultRule.parse(rule));
  // Long enough for a busy machine, but where it is what is waited for.
  const timeout = rule.kind === "timeout" ? 300 : 20_000;
  const federation = createFederationClient({
    baseUrl: baseUrl ?? site.base,
    contact: null,
    rate: 0,
    version: "0",
    log,
    timeouts: { interactive: timeout, crawl: timeout },
    ...baseUrl === undefined
      ? {}
      : { fetch: (input, init) => site.simulator.handler(new Request(input, init)) },
  });
  const { signal } = new AbortController();
  try {
    return await checkFederation("full", {
      federation,
      baseUrl: baseUrl ?? site.base,
      signal,
      now,
    });
  } finally {
    federation.close();
  }
}

const LISTS = "/bases/*";
const ATHLETES = "/athletes/*";
const STATES: readonly [Outcome, ...(Partial<FaultRule> & { kind: FaultKind })[]][] = [
  [
    "well",
    { kind: "slow", path: LISTS, seconds: 0.1, times: 2 },
    { kind: "data-section" },
    { kind: "tbody" },
    { kind: "no-tbody" },
    { kind: "json-fragment" },
    { kind: "nameless-athlete" },
    { kind: "unbalanced" },
  ],
  [
    "new",
    { kind: "missing-section", path: ATHLETES },
    // One of 17 rows of the club list, more than one in twenty.
    { kind: "broken-row", path: LISTS },
  ],
  [
    "changed",
    { kind: "redesign", path: LISTS },
    { kind: "redesign", path: "/ajax/autocompletion*" },
    { kind: "redesign", path: "*/records" },
    { kind: "other-columns" },
    { kind: "wrong-page", path: LISTS },
    { kind: "wrong-page", path: ATHLETES },
    // Everybody is unknown.
    { kind: "generic-athlete" },
  ],
  [
    "down",
    { kind: "unavailable", path: LISTS },
    { kind: "timeout", path: ATHLETES, seconds: 2 },
    { kind: "truncated", path: LISTS },
    { kind: "short-body", path: ATHLETES },
    { kind: "too-many-requests", path: LISTS, seconds: 1 },
    { kind: "processing-error", path: ATHLETES },
    { kind: "error-page", path: LISTS },
    { kind: "maintenance", path: "*/records" },
    { kind: "maintenance", path: LISTS, status: 503 },
    { kind: "challenge", path: LISTS, status: 200 },
    { kind: "asp-net-error", path: "/ajax/*" },
  ],
  ["refused", { kind: "forbidden", path: ATHLETES }, { kind: "challenge", path: LISTS }],
];

for (const [outcome, ...rules] of STATES) {
  for (const rule of rules) {
    const { kind, path = "everything", status = "" } = rule;
    Deno.test(`checkFederation() finds ${kind} ${status} of ${path} ${outcome}`, async () => {
      const report = await checkWith(rule);
      assertEquals(report.outcome, outcome, formatCheckReport(report));
    });
  }
}

Deno.test("an outcome has the exit code that is promised: 0 well, 1 new, 2 not allowed or down", () => {
  assertEquals(EXIT_CODES, { well: 0, new: 1, changed: 1, down: 2, refused: 2 });
});

Deno.test("checkFederation() tells that the site redirects to its other name, and goes on there", async () => {
  const report = await checkWith({ kind: "apex-redirect" }, "http://www.athle.localhost:8090");
  assertEquals([report.outcome, report.redirectedTo], ["well", "http://athle.localhost:8090"]);
  // One more request than without it: the others go to the new name.
  assertEquals(report.requests <= 15, true);
  assertStringIncludes(formatCheckReport(report), "set FEDERATION_URL to it");
});

Deno.test("a report names nobody of whom the pages tell", async () => {
  const report = await checkWith({ kind: "broken-row", path: LISTS });
  await using site = startSimulator({ athletes: 4000 });
  const { people } = site.simulator.data;
  const told = `${formatCheckReport(report)}${JSON.stringify(toJson(report))}`;
  for (let index = 0; index < people.length; index++) {
    const { name, ffaId, licenseNumber } = people.at(index);
    for (const part of [name, ffaId, licenseNumber ?? name]) {
      assertEquals(told.includes(part), false, part);
    }
  }
});
