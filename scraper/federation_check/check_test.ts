import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ScriptedFederation } from "../testing/scripted_federation.ts";
import { checkFederation } from "./check.ts";
import { formatCheckReport } from "./report_text.ts";
import type { CheckForm } from "./tour.ts";

const AC = { number: "075999", name: "Ac Exemple" };
const ATHLETES = [
  { id: 1, name: "ROC Ada", category: "ES/F", license: "2999901" },
  { id: 2, name: "LE GOFF Zoe", category: "SE/F", license: "2999902" },
];
const NOW = new Date("2026-03-01T03:00:00Z");

async function openFederation(athletes: typeof ATHLETES = ATHLETES) {
  const federation = await ScriptedFederation.open();
  federation.answersChecks = true;
  federation.season(2026, [{ ...AC, athletes }]);
  return federation;
}

function check({ site, tools, stop }: ScriptedFederation, form: CheckForm = "short") {
  return site.drive(checkFederation(form, {
    federation: tools.federation,
    baseUrl: site.base.href,
    signal: stop.signal,
    now: NOW,
  }));
}

Deno.test("checkFederation() takes five requests for its short form, and notes that there is no robots.txt", async () => {
  await using federation = await openFederation();
  const report = await check(federation);
  assertEquals([report.outcome, report.requests], ["well", 5]);
  assertEquals(report.robots, { isMissing: true, crawlDelay: null, refused: [], fault: null });
  assertStringIncludes(formatCheckReport(report), "there is none, so everything is allowed");
});

Deno.test("checkFederation() takes one page without a name for that athlete's, and two for a change", async () => {
  await using federation = await openFederation();
  federation.pages.set("athlete 1", () => new Response("", { status: 404 }));
  const one = await check(federation);
  assertEquals(one.outcome, "new");
  assertEquals(one.visits.map(({ step, verdict }) => [step.name, verdict]), [
    ["club-list", "well"],
    ["roster", "well"],
    ["profile", "new"],
    ["profile", "well"],
    ["records", "well"],
    ["search-surname", "skipped"],
  ]);
  federation.pages.set("athlete 2", () => new Response("", { status: 404 }));
  assertEquals((await check(federation)).outcome, "changed");
});

Deno.test("checkFederation() goes back a season where the new one has no club yet", async () => {
  await using federation = await openFederation();
  const [of2026] = [federation.pages.get("clubs 2026 p1")];
  assert(of2026 !== undefined);
  federation.season(2027, []);
  const report = await federation.site.drive(checkFederation("short", {
    federation: federation.tools.federation,
    baseUrl: federation.site.base.href,
    signal: federation.stop.signal,
    now: new Date("2026-09-01T03:00:00Z"),
  }));
  assertEquals(federation.requests.slice(0, 3), [
    "clubs 2027 p1",
    "clubs 2026 p1",
    "roster 075999 2026 p1",
  ]);
  assertEquals([report.outcome, report.requests], ["well", 5]);
});

Deno.test("checkFederation() names words and codes never seen before, and fields that no row has", async () => {
  await using federation = await openFederation(
    Array.from({ length: 4 }, (_, id) => ({
      id,
      name: `ROC Ada${"abcd"[id]}`,
      category: "ZZ/F",
      license: "-",
    })),
  );
  const report = await check(federation);
  assertEquals(report.outcome, "new");
  const text = formatCheckReport(report);
  assertStringIncludes(text, "roster:\n  no row has: licenseNumber, updated\n");
  assertStringIncludes(text, '  never seen before: category "ZZ" (4)\n');
  assert(!text.includes("Ada"));
});

Deno.test("checkFederation() does not take another club's or season's list for the one it asked for", async () => {
  await using federation = await openFederation();
  const roster = await (await fetch(federation.site.urls.roster("075999", 2026))).text();
  const heading = '<span class="text-small"></span></div>';
  assert(roster.includes(heading));
  for (
    const [other, fault] of [
      ['<span class="text-small">Saison : 2025</span></div>', "it shows season 2025"],
      [
        '</div><div class="headers"><a href="?frmnclub=031001">Us Essai</a></div>',
        "it is another club's",
      ],
    ] as const
  ) {
    federation.pages.set("roster 075999 2026 p1", () => roster.replace(heading, other));
    const report = await check(federation);
    assertEquals([report.outcome, report.visits[1]?.note], ["changed", fault]);
  }
});
