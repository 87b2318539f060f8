import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { clubListPage, rosterPage } from "../../simulator/testing/written_pages.ts";
import { ScriptedFederation } from "../testing/scripted_federation.ts";

const AC = { number: "075999", name: "Ac Exemple" };
const US = { number: "001998", name: "Us Inventee", territory: "ARA/001" };

Deno.test("crawl() reads all pages of the list and of every roster", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql } = federation;
  federation.pages.set("clubs 2026 p1", () => clubListPage([AC], { page: 1, pages: 2 }));
  federation.pages.set("clubs 2026 p2", () => clubListPage([US], { page: 2, pages: 2 }));
  federation.roster("075999", 2026, [
    [{ id: 1, name: "MARTINOT Zoe", category: "ES/F", license: "2999901" }],
    [{ id: 2, name: "QUILLET Max", category: "SE/M", license: "T999001" }],
    [{ id: 3, name: "N'DOUMBA Awa", category: "MI/F" }],
  ]);
  federation.roster("001998", 2026, [[{ id: 4, name: "VANDERLOO Piet (BEL)", category: "M0/M" }]]);

  const report = await federation.crawl();

  assertEquals(report.state, "finished");
  assertEquals(report.stopped, null);
  assertEquals(report.failures, []);
  assertEquals(
    [
      ...await sql`
      select ffa_id, athlete.name, sex, nationality, license_number, category,
        birth_year_min, birth_year_max, ffa_number as club, athlete.last_season
      from athlete join club on club.id = club_id order by ffa_id
    `,
    ].map((row) => Object.values(row).join("|")),
    [
      "1|MARTINOT Zoe|F||2999901|ES|2004|2006|075999|2026",
      "2|QUILLET Max|M||T999001|SE|1992|2003|075999|2026",
      "3|N'DOUMBA Awa|F|||MI|2011|2012|075999|2026",
      "4|VANDERLOO Piet (BEL)|M|BEL||M0|1987|1991|001998|2026",
    ],
  );
  const { requests, pages, clubs, athletes, rows_written, failed_pages } = report.counters;
  // Two pages of clubs, three and one of rosters, and robots.txt.
  assertEquals([requests, pages, clubs, athletes, failed_pages], [7, 6, 2, 4, 0]);
  // Two clubs, four athletes, four memberships.
  assertEquals(rows_written, 10);
});

Deno.test("crawl() stores the run with its counters", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql } = federation;
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  federation.season(2025, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  const { counters } = await federation.crawl({ from: 2025 });
  const runs = await sql`
    select kind, seasons, state, finished_at >= started_at as ended, counters from crawl_run
  `;
  assertEquals(runs.length, 1);
  const { kind, seasons, state, ended } = runs[0] ?? {};
  assertEquals({ kind, seasons, state, ended }, {
    kind: "full",
    seasons: [2026, 2025],
    state: "finished",
    ended: true,
  });
  const [kept] = await sql<{ text: string }[]>`select counters::text from crawl_run`.values();
  assertEquals(JSON.parse(String(kept?.[0])), counters);
});

Deno.test("crawl() writes no row when nothing changed", async () => {
  await using federation = await ScriptedFederation.open();
  const athletes = [{ id: 1, name: "MARTINOT Zoe", category: "ES/F" }, { id: 2, name: "ROC Ada" }];
  federation.season(2026, [{ ...AC, athletes }]);
  assertEquals((await federation.crawl()).counters.rows_written, 5);
  const before = [...await federation.sql`select * from athlete order by id`];
  assertEquals((await federation.crawl()).counters.rows_written, 0);
  assertEquals([...await federation.sql`select * from athlete order by id`], before);
});

Deno.test("crawl() goes on past a page that keeps failing and names it", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [
    { ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] },
    { ...US, athletes: [{ id: 2, name: "QUILLET Max" }] },
    { number: "044996", name: "Club Trois", athletes: [{ id: 3, name: "ROC Ada" }] },
  ]);
  federation.pages.set("roster 075999 2026 p1", () => new Response("down", { status: 500 }));
  federation.pages.set("roster 044996 2026 p1", () => new Response("down", { status: 502 }));

  const report = await federation.crawl();

  assertEquals(report.state, "failed");
  assertEquals(report.stopped, null);
  assertEquals(report.counters.failed_pages, 2);
  assertEquals(await federation.storedIds(), ["2"]);
  const pages = report.failures.map(({ page }) => page).sort();
  assertStringIncludes(pages[0] ?? "", "frmnclub=044996");
  assertStringIncludes(pages[1] ?? "", "frmnclub=075999");
});

Deno.test("crawl() keeps the other pages of a roster of which one is broken", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  federation.roster("075999", 2026, [
    [{ id: 1, name: "MARTINOT Zoe" }],
    [{ id: 2, name: "QUILLET Max" }],
    [{ id: 3, name: "ROC Ada" }],
  ]);
  federation.pages.set("roster 075999 2026 p2", () => "<html><body>maintenance</body></html>");
  const report = await federation.crawl();
  assertEquals(await federation.storedIds(), ["1", "3"]);
  assertEquals(report.state, "failed");
  assertEquals(report.failures.length, 1);
  assertStringIncludes(report.failures[0]?.page ?? "", "frmposition=1");
});

Deno.test("crawl() tries every page when a list's first page fails", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...US, athletes: [{ id: 2, name: "QUILLET Max" }] }]);
  federation.pages.set("clubs 2026 p1", () => new Response("gone", { status: 404 }));
  federation.pages.set("clubs 2026 p2", () => clubListPage([US], { page: 2, pages: 2 }));
  const report = await federation.crawl();
  assertEquals(await federation.storedIds(), ["2"]);
  assertEquals(report.state, "failed");
});

Deno.test("crawl() leaves out a broken row, stores the rest and names page and row", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  const broken =
    `<tr><td colspan="1"><div class="headers6"><b>SANSLIEN Paul</b>&nbsp;SE/M</div></td></tr>`;
  federation.pages.set(
    "roster 075999 2026 p1",
    () => rosterPage([{ id: 1, name: "MARTINOT Zoe" }], { extraRows: [broken] }),
  );
  const report = await federation.crawl();
  assertEquals(await federation.storedIds(), ["1"]);
  assertEquals(report.state, "finished");
  assertEquals(report.counters.row_problems, 1);
  const line = federation.logged.find(({ message }) => message === "broken row");
  assertEquals(line?.fields.row, 1);
  assertStringIncludes(String(line?.fields.page), "frmnclub=075999");
  assert(!JSON.stringify(line).includes("SANSLIEN"), "a log line holds no name");
});

Deno.test("crawl() stores a name with a character that PostgreSQL cannot hold without it", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{
    ...AC,
    athletes: [{ id: 1, name: "MARTI\u0000NOT Zoe" }, { id: 2, name: "ROC Ada" }],
  }]);
  const report = await federation.crawl();
  assertEquals(report.stopped, null);
  assertEquals(await federation.storedIds(), ["1", "2"]);
});

Deno.test("crawl() goes on past a roster that the database refuses and names it", async () => {
  await using federation = await ScriptedFederation.open();
  const { sql } = federation;
  await sql`alter table athlete add constraint refused check (ffa_id <> '1')`;
  federation.season(2026, [
    { ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] },
    { ...US, athletes: [{ id: 2, name: "QUILLET Max" }] },
  ]);
  const report = await federation.crawl();
  assertEquals(await federation.storedIds(), ["2"]);
  assertEquals([report.state, report.stopped], ["failed", null]);
  assertStringIncludes(report.failures[0]?.page ?? "", "frmnclub=075999");
});

Deno.test("crawl() leaves a site alone that is down, and ends", async () => {
  await using federation = await ScriptedFederation.open();
  const clubs = Array.from({ length: 40 }, (_, index) => ({
    number: String(44100 + index).padStart(6, "0"),
    name: `Club ${index}`,
    athletes: [],
  }));
  federation.season(2026, clubs);
  for (const { number } of clubs) {
    federation.pages.set(`roster ${number} 2026 p1`, () => new Response("down", { status: 503 }));
  }
  const began = federation.site.clock.now();
  const report = await federation.crawl();
  assertStringIncludes(report.stopped ?? "", "the site is down");
  assertEquals(report.counters.failed_pages, 10);
  // Three attempts a page at most, each after a longer rest, but for those that rests cut in two.
  assert(report.counters.requests < 100, `${report.counters.requests} requests`);
  const hours = (federation.site.clock.now() - began) / 3_600_000;
  assert(hours < 12, `${hours} hours`);
});

Deno.test("crawl() stops where the site refuses, and keeps what is stored", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  federation.season(2025, [{ ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] }]);
  federation.pages.set("clubs 2025 p1", () => new Response("no", { status: 403 }));
  const report = await federation.crawl({ from: 2024 });
  assertEquals(report.state, "failed");
  assertStringIncludes(report.stopped ?? "", "frmsaison=2025");
  assertEquals(await federation.storedIds(), ["1"]);
  assert(!federation.requests.includes("clubs 2024 p1"));
});

Deno.test("crawl() takes a maintenance page and a firewall's for an outage, whatever was asked for", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [
    { ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] },
    { ...US, athletes: [{ id: 2, name: "QUILLET Max" }] },
  ]);
  const filling = "<p>Revenez nous voir.</p>".repeat(80);
  federation.pages.set(
    "roster 075999 2026 p1",
    () => `<html><body><h1>Site en maintenance</h1>${filling}</body></html>`,
  );
  federation.pages.set(
    "roster 001998 2026 p1",
    (count) =>
      count === 1
        ? `<html><head><title>Just a moment...</title></head><body>${filling}</body></html>`
        : rosterPage([{ id: 2, name: "QUILLET Max" }]),
  );
  const report = await federation.crawl();
  assertEquals([report.state, report.stopped], ["failed", null]);
  assertEquals(report.failures.length, 1);
  assertStringIncludes(
    report.failures[0]?.reason ?? "",
    "came damaged: the site says that it is not",
  );
  assertEquals(await federation.storedIds(), ["2"]);
});

Deno.test("crawl() says so where a season has no clubs, and goes on past rosters without members", async () => {
  await using federation = await ScriptedFederation.open();
  const frame = `<html><head><title>Clubs | Athlé</title></head><body>
<nav><a href="/athletes/">Athlètes</a> <a href="/bases/liste.aspx">Bases</a></nav>
<div class="bg-background-grey">Aucun résultat</div></body></html>`;
  const clubs = Array.from({ length: 30 }, (_, index) => ({
    number: String(44100 + index).padStart(6, "0"),
    name: `Club ${index}`,
    athletes: [],
  }));
  federation.season(2026, clubs);
  for (const { number } of clubs) federation.pages.set(`roster ${number} 2026 p1`, () => frame);
  federation.pages.set("clubs 2025 p1", () => frame);
  const report = await federation.crawl({ from: 2025 });
  assertEquals(report.stopped, null);
  assertEquals(report.failures.map(({ reason }) => reason), [
    "Cannot read club-list page: it is the first page of season 2025 and empty",
    "/bases/liste.aspx?frmbase=cclubs&frmmode=1&frmsaison=2025&frmposition=1 was answered with status 404",
  ]);
});

/**
 * A page of a site in another form: long enough for one, and without anything of the present frame.
 */
const NEW_LOOK = `<html><body><h1>new look</h1>${"<p>club card</p>".repeat(100)}</body></html>`;

Deno.test("crawl() takes the site to have changed when no page is understood any more", async () => {
  await using federation = await ScriptedFederation.open();
  const clubs = Array.from({ length: 40 }, (_, index) => ({
    number: String(44100 + index).padStart(6, "0"),
    name: `Club ${index}`,
    athletes: [],
  }));
  federation.season(2026, clubs);
  for (const { number } of clubs) {
    federation.pages.set(`roster ${number} 2026 p1`, () => NEW_LOOK);
  }
  const report = await federation.crawl();
  assertStringIncludes(report.stopped ?? "", "the site has changed");
  assert(report.counters.failed_pages < 40);
});

Deno.test("crawl() reads one club only, from the list when it is not known yet", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [
    { ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] },
    { ...US, athletes: [{ id: 2, name: "QUILLET Max" }] },
  ]);
  const report = await federation.crawl({ club: "001998" });
  assertEquals(report.plan.kind, "club");
  assertEquals(await federation.storedIds(), ["2"]);
  await federation.crawl({ club: "001998" });
  // The second time the club is known: no list is read.
  assertEquals(federation.requests, [
    "clubs 2026 p1",
    "roster 001998 2026 p1",
    "roster 001998 2026 p1",
  ]);
});

Deno.test("crawl() reads clubs of Corsica, and goes on past a number of another form", async () => {
  await using federation = await ScriptedFederation.open();
  const corsican = { number: "02A135", name: "Ac Corse", territory: "COR/02A" };
  federation.season(2026, [
    { ...corsican, athletes: [{ id: 1, name: "MARTINOT Jean/Michel" }, { id: 2, name: "***" }] },
    { number: "ABCDEF", name: "Ac Etrange", athletes: [] },
    { ...US, athletes: [{ id: 3, name: "QUILLET 0livier" }] },
  ]);
  const report = await federation.crawl();
  assertEquals([report.state, report.counters.clubs, report.counters.row_problems], [
    "finished",
    2,
    1,
  ]);
  assertEquals(await federation.storedIds(), ["1", "2", "3"]);
  const odd = federation.logged.filter(({ message }) => message.startsWith("odd values"));
  assertEquals(odd.map(({ fields }) => fields.rows).sort(), [1, 2]);
  const again = await federation.crawl({ club: "02a135" });
  assertEquals([again.state, again.plan.clubNumber], ["finished", "02A135"]);
});

Deno.test("crawl() reports a club that does not exist as missing", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  const report = await federation.crawl({ club: "099999" });
  assertEquals(report.state, "failed");
  assertEquals(report.failures, [
    { page: "club 099999", reason: "no club list of 2026 holds it" },
  ]);
});

Deno.test("crawl() reads a list again that changes while it is read", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  const people = Array.from({ length: 5 }, (_, id) => ({ id: id + 1, name: `ROC A${id}` }));
  // The first person leaves once the first page was read: the third moves up to it.
  federation.pages.set(
    "roster 075999 2026 p1",
    (count) =>
      count === 1
        ? rosterPage(people.slice(0, 2), { page: 1, pages: 2, total: 5 })
        : rosterPage(people.slice(1, 3), { page: 1, pages: 2, total: 4 }),
  );
  federation.pages.set(
    "roster 075999 2026 p2",
    () => rosterPage(people.slice(3), { page: 2, pages: 2, total: 4 }),
  );
  const report = await federation.crawl();
  assertEquals(report.state, "finished");
  assertEquals(await federation.storedIds(), ["1", "2", "3", "4", "5"]);
});
