import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { onlyMessage, runScript, startScript } from "./testing/run_script.ts";
import { ScriptedFederation } from "./testing/scripted_federation.ts";

const AC = { number: "075999", name: "Ac Exemple" };

/** The variables that lead a process to a scripted federation. */
function environment({ databaseUrl, site }: ScriptedFederation) {
  return {
    DATABASE_URL: databaseUrl,
    FEDERATION_URL: site.base.href,
    FEDERATION_RATE: "0",
    LOG_LEVEL: "error",
  };
}

Deno.test("cli --help shows the options", async () => {
  const { code, stdout, stderr } = await runScript("cli.ts", { args: ["--help"] });
  assertEquals([code, stderr], [0, ""]);
  for (const option of ["--season", "--from", "--club", "--budget", "--dry-run"]) {
    assertStringIncludes(stdout, option);
  }
});

Deno.test("cli refuses wrong use with one line and exit code 2", async (test) => {
  const wrong: [args: string[], says: string][] = [
    [["--sesaon", "2026"], "--sesaon"],
    [["2026"], "2026"],
    [["--season", "soon"], '--season: "soon" was given'],
    [["--season", "1999"], "Cannot crawl season 1999: the federation has 2004 to"],
    [["--season", "2025", "--from", "2024"], "--season or --from"],
    [["--club", "75999"], 'Cannot crawl club "75999": its number has 6 digits, or is like 02A135'],
    [["--budget", "0"], '--budget: "0" was given; accepted: a whole number from 1'],
    [["--season", "2025"], "FEDERATION_CONTACT: nothing was given"],
  ];
  await Promise.all(wrong.map(([args, says]) =>
    test.step({
      name: args.join(" "),
      sanitizeOps: false,
      sanitizeResources: false,
      sanitizeExit: false,
      fn: async () => {
        const result = await runScript("cli.ts", { args });
        assertEquals([result.code, result.stdout], [2, ""]);
        assertStringIncludes(onlyMessage(result), says);
      },
    })
  ));
});

Deno.test("cli crawls a season, prints the report as JSON and exits 0", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  const { code, stdout, stderr } = await runScript("cli.ts", {
    args: ["--season", "2026", "--no-check"],
    env: environment(federation),
  });
  assertEquals([code, stderr], [0, ""]);
  assertEquals(federation.requests, ["clubs 2026 p1", "roster 075999 2026 p1"]);
  const { state, counters } = JSON.parse(stdout);
  assertEquals([state, counters.athletes], ["finished", 1]);
  assertEquals(await count(federation, "athlete"), 1);
});

Deno.test("cli looks first whether the pages are understood, and exits 4 when one is not", async () => {
  await using federation = await ScriptedFederation.open();
  federation.answersChecks = true;
  const season = seasonOf(new Date());
  federation.season(season, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  const crawl = () =>
    runScript("cli.ts", { args: ["--season", String(season)], env: environment(federation) });
  assertEquals((await crawl()).code, 0);
  assertEquals(await count(federation, "crawl_run"), 1);
  federation.pages.set(
    "athlete 1",
    () => new Response(`<html><h1>ROC Ada</h1>${"<p>x</p>".repeat(200)}</html>`),
  );
  const result = await crawl();
  assertEquals([result.code, result.stdout], [4, ""]);
  assertStringIncludes(onlyMessage(result), "the crawl does not begin");
  assertEquals(await count(federation, "crawl_run"), 1);
  const outcomes = await federation.sql`select outcome from federation_check order by id`;
  assertEquals(outcomes.map(({ outcome }) => outcome), ["well", "changed"]);
});

Deno.test("cli exits 1 when a page failed, and names it", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  federation.pages.set("roster 075999 2026 p1", () => new Response("gone", { status: 404 }));
  const { code, stdout } = await runScript("cli.ts", {
    args: ["--season", "2026", "--no-check"],
    env: environment(federation),
  });
  assertEquals(code, 1);
  assertStringIncludes(JSON.parse(stdout).failures[0].page, "frmnclub=075999");
});

Deno.test("cli --dry-run shows plan and cost, asks nothing and writes nothing", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  await federation.crawl();
  const [asked, current] = [federation.site.visits.length, seasonOf(new Date())];
  const { code, stdout } = await runScript("cli.ts", {
    args: ["--from", "2025", "--dry-run"],
    env: environment(federation),
  });
  assertEquals(code, 0);
  assertStringIncludes(stdout, "season 2026: 1 clubs\n");
  assertStringIncludes(stdout, "season 2025: about 2600 clubs (never read)");
  // 11 pages of clubs and 2,990 rosters a season never read, 1 and 2 of the season read,
  // robots.txt.
  const unread = current - 2025;
  assertStringIncludes(
    stdout,
    `about ${unread * (11 + 2990) + 3 + 1} requests to http://127.0.0.1`,
  );
  assertEquals(federation.site.visits.length, asked);
  assertEquals(await count(federation, "crawl_run"), 1);
});

Deno.test("cli --dry-run counts what was read already, results for birth years, and the budget", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [
    { ...AC, athletes: [] },
    {
      number: "001998",
      name: "Us Inventee",
      athletes: [{ id: 1, name: "ROC Ada", category: "SE/F" }],
    },
  ]);
  // robots.txt, the list and one roster of two.
  await federation.crawl({}, { budget: 3 });
  const dry = async (...args: string[]) => {
    const { code, stdout } = await runScript("cli.ts", {
      args: ["--season", "2026", "--dry-run", ...args],
      env: { ...environment(federation), FEDERATION_RATE: "1" },
    });
    assertEquals(code, 0);
    return stdout;
  };
  const resumed = await dry();
  assertStringIncludes(resumed, "2 pages are read already");
  assertStringIncludes(resumed, "about 2 requests");
  // One of the two clubs is not known yet to have members.
  assertStringIncludes(await dry("--no-resume"), "season 2026: 1 clubs\nabout 4 requests");
  const wanted = await dry("--birth-years", "--budget", "5");
  assertStringIncludes(wanted, "about 4 pages of results, for birth years");
  assertStringIncludes(wanted, "about 8 requests");
  assertStringIncludes(wanted, "of which the budget allows 5");
});

Deno.test("cli --dry-run leaves a database without a schema as it is", async () => {
  await using federation = await ScriptedFederation.open();
  await federation.sql`drop schema public cascade`;
  const { code, stdout } = await runScript("cli.ts", {
    args: ["--season", "2026", "--dry-run"],
    env: environment(federation),
  });
  assertEquals(code, 0);
  assertMatch(stdout, /about 3002 requests/);
  const schemas = await federation.sql`select from pg_namespace where nspname = 'public'`;
  assertEquals(schemas.length, 0);
});

Deno.test("cli exits 3 while another process fills the directory", async () => {
  await using federation = await ScriptedFederation.open();
  const holder = await federation.sql.reserve();
  await holder`select pg_advisory_lock(427120752492)`;
  const result = await runScript("cli.ts", {
    args: ["--season", "2026", "--no-check"],
    env: environment(federation),
  });
  holder.release();
  assertEquals(result.code, 3);
  assertStringIncludes(onlyMessage(result), "under way");
});

Deno.test("cli ends on SIGTERM with its run closed and what it read kept", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  federation.roster("075999", 2026, [[{ id: 1, name: "ROC Ada" }], [{ id: 2, name: "ROC Eve" }]]);
  let letGo = (_: Response) => {};
  federation.pages.set(
    "roster 075999 2026 p2",
    () => new Promise<Response>((resolve) => letGo = resolve),
  );
  const script = startScript("cli.ts", {
    args: ["--season", "2026", "--no-check"],
    env: environment(federation),
  });
  await federation.site.until(() => federation.requests.includes("roster 075999 2026 p2"));
  script.kill("SIGTERM");
  const { code, stdout } = await script.result;
  letGo(new Response("too late"));
  assertEquals(code, 130);
  assertEquals(JSON.parse(stdout).stopped, "it was interrupted");
  assertEquals(await count(federation, "athlete"), 1);
  const [run] = await federation.sql`select state, finished_at is not null as ended from crawl_run`;
  assertEquals({ ...run }, { state: "failed", ended: true });
  const [held] = await federation.sql`
    select count(*) from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())
  `;
  assert(held?.count === 0, "the lock is free");
});

async function count({ sql }: ScriptedFederation, table: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from ${sql(table)}`;
  return row?.count ?? -1;
}
