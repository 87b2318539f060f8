import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { EnvironmentError } from "@mypacer/shared/process/environment.ts";
import { ScriptedFederation } from "../testing/scripted_federation.ts";
import type { CrawlReport } from "./crawl_report.ts";
import type { WrittenMember } from "../../simulator/testing/written_pages.ts";

const AC = { number: "075999", name: "Ac Exemple" };
const US = { number: "001998", name: "Us Inventee", territory: "ARA/001" };
const KEY = "0123456789abcdef0123456789abcdef";

Deno.test("crawl() never replaces what is known by nothing", async () => {
  await using federation = await ScriptedFederation.open();
  const full = { id: 1, name: "MARTINOT Zoe (BEL)", category: "ES/F", license: "2999901" };
  federation.season(2026, [{ ...AC, athletes: [full] }]);
  await federation.crawl();
  federation.season(2026, [{
    ...AC,
    territory: "ailleurs",
    athletes: [{ id: 1, name: "MARTINOT Zoe" }],
  }]);
  await federation.crawl();
  assertEquals(await athlete(federation), {
    name: "MARTINOT Zoe",
    sex: "F",
    nationality: "BEL",
    licenseNumber: "2999901",
    category: "ES",
    birthYear: null,
    birthYearMin: 2004,
    birthYearMax: 2006,
    club: "075999",
    firstSeason: 2026,
    lastSeason: 2026,
  });
  const [club] = await federation.sql`select league, department from club`;
  assertEquals({ ...club }, { league: "I-F", department: "075" });
});

Deno.test("crawl() never replaces a later season's word by an earlier one's", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{
    number: "075999",
    name: "Nouveau Nom",
    athletes: [{ id: 1, name: "MARTINOT-ROC Zoe", category: "SE/F", license: "2999902" }],
  }]);
  federation.season(2025, [
    { number: "075999", name: "Ancien Nom", athletes: [] },
    { ...US, athletes: [{ id: 1, name: "MARTINOT Zoe", category: "ES/F", license: "2999901" }] },
  ]);
  await federation.crawl({ season: 2026 });
  await federation.crawl({ season: 2025 });
  assertEquals(await athlete(federation), {
    name: "MARTINOT-ROC Zoe",
    sex: "F",
    nationality: null,
    licenseNumber: "2999902",
    category: "SE",
    // Senior in 2026: 1992 to 2003; under 23 in 2025: 2003 to 2005.
    birthYear: 2003,
    birthYearMin: 2003,
    birthYearMax: 2003,
    club: "075999",
    firstSeason: 2025,
    lastSeason: 2026,
  });
  const clubs = await federation.sql<{ name: string; firstSeason: number }[]>`
    select name, first_season from club order by ffa_number
  `;
  assertEquals(clubs.map(({ name, firstSeason }) => [name, firstSeason]), [
    ["Us Inventee", 2025],
    ["Nouveau Nom", 2025],
  ]);
});

Deno.test("crawl() keeps a birth year and a nationality from the athlete's own page", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql } = federation;
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada", category: "SE/F" }] }]);
  await federation.crawl();
  await sql`
    update athlete set birth_year = 1999, nationality = 'ITA', profile_read_at = now()
  `;
  federation.season(2026, [{
    ...AC,
    athletes: [{ id: 1, name: "ROC Ada (FRA)", category: "M0/F" }],
  }]);
  await federation.crawl();
  const { birthYear, nationality } = await athlete(federation);
  assertEquals([birthYear, nationality], [1999, "ITA"]);
});

Deno.test("crawl() narrows birth years over seasons, and trusts none that contradict each other", async () => {
  await using federation = await ScriptedFederation.open();
  const listed = (categories: Record<number, string>) => {
    for (const season of [2026, 2025, 2024]) {
      const athletes = Object.entries(categories)
        .map(([id, all]): WrittenMember => {
          const category = all.split(" ")[2026 - season] ?? "";
          return {
            id,
            name: `ROC A${id}`,
            ...(category === "" ? {} : { category: `${category}/F` }),
          };
        });
      federation.season(season, [{ ...AC, athletes }]);
    }
  };
  // By season: 2026 2025 2024.
  listed({ 1: "CA CA MI", 2: "SE ES ES", 3: "ES PO -", 4: "XX XX XX" });
  await federation.crawl({ from: 2024 });
  const rows = await federation.sql`
    select ffa_id, birth_year, birth_year_min, birth_year_max from athlete order by ffa_id
  `;
  assertEquals(rows.map((row) => Object.values(row)), [
    // 2009–2010, 2008–2009, 2009–2010.
    ["1", 2009, 2009, 2009],
    // 1992–2003, 2003–2005, 2002–2004.
    ["2", 2003, 2003, 2003],
    // Under 23 in 2026 and under 12 in 2025 cannot be one person.
    ["3", null, null, null],
    ["4", null, null, null],
  ]);
});

Deno.test("crawl() keeps one membership a club and season", async () => {
  await using federation = await ScriptedFederation.open();
  const ada = { id: 1, name: "ROC Ada" };
  federation.season(2026, [{ ...AC, athletes: [ada] }, { ...US, athletes: [ada] }]);
  federation.season(2025, [{ ...US, athletes: [ada] }]);
  await federation.crawl({ from: 2025 });
  await federation.crawl({ from: 2025 });
  const rows = await federation.sql`
    select ffa_number, season from membership join club on club.id = club_id order by 2, 1
  `;
  assertEquals(rows.map((row) => Object.values(row)), [
    ["001998", 2025],
    ["001998", 2026],
    ["075999", 2026],
  ]);
});

Deno.test("crawl() leaves out who objected, and counts them", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{
    ...AC,
    athletes: [{ id: 1, name: "MARTINOT Zoe" }, { id: 2, name: "QUILLET Max" }],
  }]);
  await federation.crawl();
  await oppose(federation.sql, "1", { channel: "email", key: KEY });
  const report = await federation.crawl({}, { tools: { oppositionKey: KEY } });
  assertEquals(report.counters.opposed, 1);
  const rows = await federation.sql`select ffa_id from athlete`;
  assertEquals(rows.map((row) => row.ffaId), ["2"]);
});

Deno.test("crawl() leaves out who objects while their page is stored, and lists again who withdraws it", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql } = federation;
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  const tools = { oppositionKey: KEY };
  const crawls: Promise<CrawlReport>[] = [];
  await sql.begin(async (objecting) => {
    await oppose({ begin: (work: (sql: unknown) => unknown) => work(objecting) } as Sql, "1", {
      channel: "email",
      key: KEY,
    });
    const crawling = federation.crawl({}, { tools });
    for (let waiting = 0; waiting === 0;) {
      const [row] = await sql<{ count: number }[]>`
        select count(*) from pg_locks where relation = 'opposition'::regclass and not granted
      `;
      waiting = row?.count ?? 0;
    }
    crawls.push(crawling);
  });
  assertEquals((await Promise.all(crawls)).map(({ state }) => state), ["finished"]);
  assertEquals((await sql`select from athlete`).count, 0);
  await sql`delete from opposition`;
  await federation.crawl({}, { tools });
  assertEquals((await sql`select from athlete`).count, 1);
});

Deno.test("crawl() stores nobody when the list of opposed people cannot be read", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  await oppose(federation.sql, "1", { channel: "email", key: KEY });
  const tools = { oppositionKey: KEY.replaceAll("0", "f") };
  await assertRejects(() => federation.crawl({}, { tools }), EnvironmentError, "OPPOSITION_KEY");
  const [row] = await federation.sql`
    select (select count(*) from athlete) as athletes, (select state from crawl_run) as state
  `;
  assertEquals({ ...row }, { athletes: 0, state: "failed" });
});

Deno.test("crawl() stores and reports a license that two athletes carry", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{
    ...AC,
    athletes: [
      { id: 1, name: "MARTINOT Zoe", license: "2999901" },
      { id: 2, name: "QUILLET Max", license: "2999901" },
      { id: 3, name: "ROC Ada", license: "2999903" },
    ],
  }]);
  const report = await federation.crawl();
  assertEquals([report.state, report.counters.shared_licenses], ["finished", 1]);
  const rows = await federation.sql`select from athlete where license_number = '2999901'`;
  assertEquals(rows.length, 2);
});

Deno.test("crawl() stops when its budget is spent, keeps what it read and says so", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }, { ...US, athletes: [] }]);
  federation.roster("075999", 2026, [[{ id: 1, name: "ROC Ada" }], [{ id: 2, name: "ROC Eve" }]]);
  federation.roster("001998", 2026, [[{ id: 3, name: "ROC Max" }], [{ id: 4, name: "ROC Zoe" }]]);
  // The list, robots.txt and one page of each roster.
  const report = await federation.crawl({}, { budget: 4 });
  assertEquals([report.state, report.stopped], ["failed", "the budget of 4 requests is spent"]);
  assertEquals(report.counters.requests, 4);
  assertEquals(federation.site.visits.length, 4);
  const rows = await federation.sql`select ffa_id from athlete order by 1`;
  assertEquals(rows.map((row) => row.ffaId), ["1", "3"]);
  assertEquals(await runStates(federation), ["failed"]);
});

Deno.test("crawl() ends when interrupted, with its run closed and what it read kept", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  federation.roster("075999", 2026, [[{ id: 1, name: "ROC Ada" }], [{ id: 2, name: "ROC Eve" }]]);
  let letGo = (_: Response) => {};
  federation.pages.set(
    "roster 075999 2026 p2",
    () => new Promise<Response>((resolve) => letGo = resolve),
  );
  const running = federation.crawl();
  await federation.site.until(() => federation.requests.includes("roster 075999 2026 p2"));
  federation.stop.abort(new Error("stopped by the test"));
  const report = await running;
  letGo(new Response("too late"));
  assertEquals([report.state, report.stopped], ["failed", "it was interrupted"]);
  const rows = await federation.sql`select ffa_id from athlete`;
  assertEquals(rows.map((row) => row.ffaId), ["1"]);
  assertEquals(await runStates(federation), ["failed"]);
});

Deno.test("crawl() marks a run as failed whose process is gone", async () => {
  await using federation = await ScriptedFederation.open();
  await federation.sql`insert into crawl_run (kind, seasons) values ('season', '{2026}')`;
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  await federation.crawl();
  assertEquals(await runStates(federation), ["failed", "finished"]);
  const open = await federation.sql`select from crawl_run where finished_at is null`;
  assert(open.length === 0);
});

async function athlete({ sql }: ScriptedFederation) {
  const [row] = await sql`
    select athlete.name, sex, nationality, license_number, category, birth_year, birth_year_min,
      birth_year_max, ffa_number as club, athlete.first_season, athlete.last_season
    from athlete left join club on club.id = club_id where ffa_id = '1'
  `;
  return { ...row };
}

async function runStates({ sql }: ScriptedFederation): Promise<string[]> {
  const rows = await sql<{ state: string }[]>`select state from crawl_run order by id`;
  return rows.map(({ state }) => state);
}
