import { assertEquals, assertRejects } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import { clubListPage } from "../../simulator/testing/written_pages.ts";
import { ScriptedFederation } from "../testing/scripted_federation.ts";
import { CrawlBusy } from "../repositories/crawl_locks.ts";

const AC = { number: "075999", name: "Ac Exemple" };
const US = { number: "001998", name: "Us Inventee", territory: "ARA/001" };

/** Holds the answer to a page back until told. */
function holdBack(federation: ScriptedFederation, page: string, html: string) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => letGo = resolve);
  federation.pages.set(page, async () => {
    await held;
    return new Response(html, { headers: { "content-type": "text/html" } });
  });
  return () => letGo();
}

Deno.test("crawl() refuses to run beside one of another plan, and runs once that one has ended", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  const letGo = holdBack(federation, "clubs 2026 p1", clubListPage([AC]));
  const first = federation.crawl();
  await federation.site.until(() => federation.requests.length === 1);
  await assertRejects(() => federation.crawl({ club: AC.number }), CrawlBusy, "of another plan");
  letGo();
  assertEquals((await first).state, "finished");
  assertEquals((await federation.crawl({ club: AC.number })).state, "finished");
});

Deno.test("crawl() shares the run of the same plan that is under way: every page once", async () => {
  await using federation = await ScriptedFederation.open();
  const clubs = Array.from({ length: 12 }, (_, index) => ({
    number: String(44100 + index).padStart(6, "0"),
    name: `Club ${index}`,
    athletes: [{ id: index + 1, name: `ROC A${index}` }],
  }));
  federation.season(2026, clubs);
  const letGo = holdBack(federation, "clubs 2026 p1", clubListPage(clubs));
  const first = federation.crawl();
  await federation.site.until(() => federation.requests.length === 1);
  const other = connect({ url: federation.databaseUrl, applicationName: "other", max: 5 });
  const second = federation.crawl({}, { tools: { sql: other } });
  await federation.site.until(() =>
    federation.logged.some(({ message }) => message === "joined a run")
  );
  letGo();
  const reports = await Promise.all([first, second]);
  await other.end();
  assertEquals(reports.map(({ state }) => state), ["finished", "finished"]);
  assertEquals(new Set(federation.requests).size, federation.requests.length, "no page twice");
  assertEquals((await federation.storedIds()).length, 12);
  const [runs] = await federation.sql`
    select count(*), max((counters ->> 'athletes')::integer) as athletes from crawl_run
  `;
  assertEquals({ ...runs }, { count: 1, athletes: 12 });
});

Deno.test("crawl() resumes an interrupted run: what was read is not asked for again", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [
    { ...AC, athletes: [{ id: 1, name: "MARTINOT Zoe" }] },
    { ...US, athletes: [{ id: 2, name: "QUILLET Max" }] },
  ]);
  // The list, robots.txt and one roster.
  const first = await federation.crawl({}, { budget: 3 });
  assertEquals([first.state, first.counters.athletes], ["failed", 1]);
  const second = await federation.crawl();
  assertEquals([second.state, second.counters.athletes], ["finished", 2]);
  assertEquals(new Set(federation.requests).size, federation.requests.length, "no page twice");
  assertEquals(await federation.storedIds(), ["1", "2"]);
  assertEquals((await federation.sql`select from crawl_run`).length, 1);
});

Deno.test("crawl() starts over when it is asked to", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }, { ...US, athletes: [] }]);
  await federation.crawl({}, { budget: 3 });
  assertEquals((await federation.crawl({}, { resume: false })).state, "finished");
  const states = await federation.sql`select state from crawl_run order by id`;
  assertEquals(states.map(({ state }) => state), ["failed", "finished"]);
});
