import { assertEquals } from "@std/assert";
import { clubListPage, rosterPage } from "../../simulator/testing/written_pages.ts";
import { ScriptedFederation } from "../testing/scripted_federation.ts";

const AC = { number: "075999", name: "Ac Exemple" };
const US = { number: "001998", name: "Us Inventee", territory: "ARA/001" };
const ZOE = { id: 1, name: "MARTINOT Zoe", category: "ES/F" };
const MAX = { id: 2, name: "QUILLET Max", category: "SE/M" };

/** Sets a page with a version, which is not sent again to who has it. */
function setVersion(federation: ScriptedFederation, name: string, html: string, version: string) {
  federation.pages.set(
    name,
    (_, { headers }) =>
      headers.get("if-none-match") === `"${version}"`
        ? new Response(null, { status: 304 })
        : new Response(html, { headers: { "content-type": "text/html", etag: `"${version}"` } }),
  );
}

async function stored({ sql }: ScriptedFederation): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`select name from athlete order by ffa_id`;
  return rows.map(({ name }) => name);
}

Deno.test("crawl() asks for a page that it knows only if it changed", async () => {
  await using federation = await ScriptedFederation.open();
  setVersion(federation, "clubs 2026 p1", clubListPage([AC, US]), "c1");
  setVersion(federation, "roster 075999 2026 p1", rosterPage([ZOE]), "a1");
  setVersion(federation, "roster 001998 2026 p1", rosterPage([MAX]), "u1");
  const first = await federation.crawl();
  const again = await federation.crawl();
  const { pages, unchanged_pages, clubs, athletes, rows_written } = again.counters;
  assertEquals([pages, unchanged_pages, clubs, athletes, rows_written], [3, 3, 2, 2, 0]);
  assertEquals(first.counters.unchanged_pages, 0);
  const tags = federation.site.pages.map(({ headers }) => headers.get("if-none-match"));
  assertEquals(tags.slice(0, 3), [null, null, null]);
  assertEquals(tags.slice(3).sort(), ['"a1"', '"c1"', '"u1"']);

  setVersion(
    federation,
    "roster 001998 2026 p1",
    rosterPage([{ ...MAX, name: "QUILLET Leo" }]),
    "u2",
  );
  const changed = await federation.crawl();
  assertEquals(changed.counters.unchanged_pages, 2);
  assertEquals(await stored(federation), ["MARTINOT Zoe", "QUILLET Leo"]);
});

Deno.test("crawl() skips a page that comes as before, where the site sends no versions", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  federation.roster("075999", 2026, [[ZOE], [MAX]]);
  await federation.crawl();
  const again = await federation.crawl();
  const { pages, unchanged_pages, athletes, rows_written } = again.counters;
  assertEquals([pages, unchanged_pages, athletes, rows_written], [3, 3, 2, 0]);
  // A page of which only what is not stored changed is read, and writes nothing.
  federation.pages.set(
    "roster 075999 2026 p2",
    () => rosterPage([MAX], { page: 2, pages: 2, extraRows: ["<tr><td>Pub</td></tr>"] }),
  );
  const changed = await federation.crawl();
  assertEquals([changed.counters.unchanged_pages, changed.counters.rows_written], [2, 0]);
});

Deno.test("crawl() fills an empty directory, although the pages have not changed", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [ZOE] }]);
  await federation.crawl();
  await federation.sql`delete from athlete`;
  assertEquals((await federation.crawl()).counters.unchanged_pages, 0);
  assertEquals(await stored(federation), ["MARTINOT Zoe"]);
});

Deno.test("crawl() of one club does not count the list of all clubs as known", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [ZOE] }, { ...US, athletes: [MAX] }]);
  await federation.crawl({ club: AC.number });
  assertEquals(await stored(federation), ["MARTINOT Zoe"]);
  assertEquals((await federation.crawl()).counters.clubs, 2);
  assertEquals(await stored(federation), ["MARTINOT Zoe", "QUILLET Max"]);
});

Deno.test("crawl() reports a broken row in every run", async () => {
  await using federation = await ScriptedFederation.open();
  federation.season(2026, [{ ...AC, athletes: [] }]);
  const broken =
    `<tr><td colspan="1"><div class="headers6"><b>SANSLIEN Paul</b>&nbsp;SE/M</div></td></tr>`;
  const page = rosterPage([ZOE], { extraRows: [broken] });
  setVersion(federation, "roster 075999 2026 p1", page, "a1");
  for (let time = 0; time < 2; time++) {
    assertEquals((await federation.crawl()).counters.row_problems, 1);
  }
});
