import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/database/test_database.ts";
import { seasonOf } from "@mypacer/shared/domain/season.ts";
import { onlyMessage, runScript } from "../scraper/testing/run_script.ts";
import { serve } from "../simulator/running_simulator.ts";

/** The check as an operator runs it, against the simulator in each state. */

const now = new Date();
const season = seasonOf(now);

/** A simulated federation of the current season and its address. */
function simulate() {
  return serve({ today: now, firstSeason: season - 2, lastSeason: season, athletes: 4000 });
}

/** Runs the check against a site on this machine. */
async function check(url: string, ...args: string[]) {
  await using database = await createTestDatabase();
  const ended = await runScript("federation_check.ts", {
    args: ["--json", ...args],
    env: { DATABASE_URL: database.url, FEDERATION_URL: url, FEDERATION_RATE: "0" },
  });
  const [json = ""] = ended.stdout.trimEnd().split("\n").slice(-1);
  assert(json.startsWith("{"), ended.stderr);
  return { ...ended, report: JSON.parse(json) };
}

Deno.test("federation:check finds that all is well, in at most 15 requests", async () => {
  await using site = simulate();
  const { code, stdout, report } = await check(site.base);
  assertEquals([code, report.outcome], [0, "well"], stdout);
  const rows = report.pages.map((
    { page, reading }: { page: string; reading: { rows: number } | null },
  ) => [page, reading?.rows ?? null]);
  assertEquals(rows[0], ["club-list", site.simulator.data.standings(season).length]);
  assertEquals(rows[1], ["roster", 250]);
  assertEquals(rows.slice(-2), [["unknown-athlete", 0], ["empty-roster", 0]]);
  assert(report.requests <= 15, `${report.requests} requests`);
  const { kinds } = site.simulator.counts.report();
  assertEquals(kinds.robots, 1);
  assertStringIncludes(stdout, "robots.txt: every kind of page is allowed; no crawl delay\n");
  for (const line of stdout.split("\n").slice(0, 20)) assert(line.length <= 120, line);
});

/** Verdicts by page of those that are not simply well. */
function conspicuous(report: { pages: { page: string; verdict: string }[] }) {
  return Object.fromEntries(
    report.pages.filter(({ verdict }) => verdict !== "well" && verdict !== "skipped")
      .map(({ page, verdict }) => [page, verdict]),
  );
}

Deno.test("federation:check exits 1 when one kind of page was redesigned, and names it", async () => {
  await using site = simulate();
  site.simulator.faults.add({ kind: "redesign", path: "*/records", rate: 1 });
  const { code, stdout, report } = await check(site.base);
  assertEquals([code, report.outcome], [1, "changed"], stdout);
  assertEquals(conspicuous(report).records, "changed");
});

Deno.test("federation:check exits 2 when robots.txt refuses pages, and asks for none of them", async () => {
  await using site = simulate();
  site.simulator.settings.robots = "User-agent: *\nDisallow: /athletes/\nCrawl-delay: 0.01\n";
  const { code, stdout, report } = await check(site.base);
  assertEquals([code, report.outcome], [2, "refused"], stdout);
  assertEquals(report.robots.refused, ["profile", "records", "unknown-athlete"]);
  assertStringIncludes(
    stdout,
    "it refuses: profile, records, unknown athlete; a crawl delay of 0.01 s",
  );
  const { kinds } = site.simulator.counts.report();
  assertEquals([kinds.athlete, kinds.records], [0, 0]);
});

Deno.test("federation:check asks for nothing when robots.txt cannot be read", async () => {
  await using site = simulate();
  site.simulator.faults.add({ kind: "unavailable", path: "/robots.txt", rate: 1 });
  const { code, stdout } = await check(site.base);
  assertEquals(code, 2, stdout);
  const { total, kinds } = site.simulator.counts.report();
  assertEquals(total, kinds.robots);
});

Deno.test("federation:check exits 2 when the site refuses or challenges, and stops at once", async () => {
  await using site = simulate();
  for (const kind of ["forbidden", "challenge"] as const) {
    site.simulator.faults.clear();
    site.simulator.counts.reset();
    site.simulator.faults.add({ kind, path: "/bases/*", rate: 1 });
    const { code, report } = await check(site.base);
    assertEquals([code, report.outcome], [2, "refused"], kind);
    assertEquals(site.simulator.counts.report().total, 2, "robots.txt and one page");
  }
});

Deno.test("federation:check exits 2 when the site is down", async () => {
  const site = simulate();
  site.simulator.faults.add({ kind: "unavailable", path: "/bases/*", rate: 1 });
  const { code, report } = await check(site.base);
  assertEquals([code, report.outcome], [2, "down"]);
  await site[Symbol.asyncDispose]();
  const gone = await check(site.base);
  assertEquals([gone.code, gone.report.outcome, gone.report.requests], [2, "down", 0]);
});

Deno.test("federation:check refuses wrong use with one line and exit code 64", async () => {
  const ended = await runScript("federation_check.ts", { args: ["--jsno"] });
  assertEquals(ended.code, 64);
  assertStringIncludes(onlyMessage(ended), "--jsno");
});
