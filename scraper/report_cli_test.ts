import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { ScriptedFederation } from "./testing/scripted_federation.ts";
import { onlyMessage, runScript } from "./testing/run_script.ts";

const AC = { number: "075999", name: "Ac Exemple" };

async function crawled(): Promise<ScriptedFederation> {
  const federation = await ScriptedFederation.open();
  federation.season(2026, [{
    ...AC,
    athletes: [
      { id: 1, name: "MARTINOT Zoe", category: "ES/F", license: "2999901" },
      { id: 2, name: "QUILLET Max", license: "2999901" },
    ],
  }]);
  federation.season(2025, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  federation.pages.set("clubs 2024 p1", () => new Response("gone", { status: 404 }));
  await federation.crawl({ from: 2024 });
  return federation;
}

Deno.test("report --json has counts, fields, duplicates, seasons, runs and errors", async () => {
  await using federation = await crawled();
  const { code, stdout } = await runScript("report_cli.ts", {
    args: ["--json"],
    env: { DATABASE_URL: federation.databaseUrl },
  });
  assertEquals(code, 0);
  const { directory, duplicates, seasons, runs, errors } = JSON.parse(stdout);
  assertEquals([directory.clubs, directory.athletes, directory.memberships], [1, 2, 3]);
  assertEquals(directory.with.sex, 1);
  assertEquals(directory.with.licenseNumber, 2);
  assertEquals([duplicates.sharedLicenses, duplicates.sharedLicenseAthletes], [1, 2]);
  assertEquals(seasons, [
    { season: 2026, clubs: 1, athletes: 2 },
    { season: 2025, clubs: 1, athletes: 1 },
  ]);
  assertEquals([runs.length, runs[0].state, runs[0].failed], [1, "failed", 2]);
  assertEquals(errors.map(({ kind, pages }: { kind: string; pages: number }) => [kind, pages]), [
    ["clubs", 2],
  ]);
});

Deno.test("report is text for people unless asked otherwise", async () => {
  await using federation = await crawled();
  const { code, stdout } = await runScript("report_cli.ts", {
    env: { DATABASE_URL: federation.databaseUrl },
  });
  assertEquals(code, 0);
  assertMatch(stdout, /^ +2 athletes$/m);
  assertMatch(stdout, /^ +1 {2}50\.0 % {2}sex$/m);
  assertStringIncludes(stdout, "2024–2026: failed");
  assertStringIncludes(stdout, "Errors of the last run");
});

Deno.test("report refuses wrong use with one line and exit code 2", async () => {
  const result = await runScript("report_cli.ts", { args: ["--jsno"] });
  assertEquals(result.code, 2);
  assertStringIncludes(onlyMessage(result), "--jsno");
});
