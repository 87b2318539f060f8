import { assert, assertEquals } from "@std/assert";
import { ScriptedFederation } from "../testing/scripted_federation.ts";
import { clubListPage, type WrittenMember } from "../../simulator/testing/written_pages.ts";
import { startScript } from "../testing/run_script.ts";
import { printedSeed, Random } from "@mypacer/shared/testing/random.ts";

const SEASONS = [2026, 2025, 2024];
const CLUBS = Array.from({ length: 14 }, (_, index) => ({
  number: String(44100 + index).padStart(6, "0"),
  name: `Club ${index}`,
}));
const CATEGORIES = ["CA", "JU", "ES", "SE", "M0"];

/** Members of a club: some stay over the seasons, some move to the next club, some leave. */
function members(club: number, season: number): WrittenMember[] {
  const athletes: WrittenMember[] = [];
  for (let index = 0; index < 30; index++) {
    const home = index % 7 === 0 && season === 2026 ? (club + 13) % 14 : club;
    if ((index + season) % 11 === 0) continue;
    const id = 1000 + home * 100 + index;
    athletes.push({
      id,
      name: `ROC A${id}`,
      category: `${CATEGORIES[id % 5]}/${id % 2 === 0 ? "F" : "M"}`,
      license: String(200_000 + id),
    });
  }
  return athletes;
}

/** A federation of three seasons; every fourth club has a roster of three pages. */
async function openFederation(): Promise<ScriptedFederation> {
  const federation = await ScriptedFederation.open();
  for (const season of SEASONS) {
    federation.pages.set(`clubs ${season} p1`, () => clubListPage(CLUBS.slice(0, 8), { pages: 2 }));
    federation.pages.set(
      `clubs ${season} p2`,
      () => clubListPage(CLUBS.slice(8), { page: 2, pages: 2 }),
    );
    CLUBS.forEach(({ number }, club) => {
      const all = members(club, season);
      const pages = club % 4 === 0 ? [all.slice(0, 10), all.slice(10, 20), all.slice(20)] : [all];
      federation.roster(number, season, pages);
    });
  }
  // The first pages of rosters take a moment, so that a process is reading some when it is killed.
  for (const [name, answer] of [...federation.pages]) {
    federation.pages.set(name, async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 8));
      const html = await answer(...asked);
      return html instanceof Response
        ? html
        : new Response(html, { headers: { "content-type": "text/html" } });
    });
  }
  return federation;
}

/** Starts a crawl of a season as a process of its own. */
function start(federation: ScriptedFederation, season: number) {
  return startScript("cli.ts", {
    args: ["--season", String(season), "--no-check"],
    env: {
      DATABASE_URL: federation.databaseUrl,
      FEDERATION_URL: federation.site.base.href,
      FEDERATION_RATE: "0",
      LOG_LEVEL: "error",
    },
  });
}

/** All there is to know of the directory, without ids and times. */
async function directory({ sql }: ScriptedFederation): Promise<string[]> {
  const rows = await sql`
    select 'club' as kind, ffa_number as key, name, league, department, first_season::text,
      last_season::text, '' as rest from club
    union all
    select 'athlete', ffa_id, athlete.name, sex, nationality, athlete.first_season::text,
      athlete.last_season::text, concat_ws('|', birth_year, birth_year_min, birth_year_max,
        license_number, category, ffa_number)
    from athlete left join club on club.id = club_id
    union all
    select 'membership', ffa_id, ffa_number, season::text, '', '', '', ''
    from membership join athlete on athlete.id = athlete_id join club on club.id = membership.club_id
    order by 1, 2, 3, 4
  `;
  return rows.map((row) => Object.values(row).join("|"));
}

/** `KILL_SEED` repeats the moments of a run, as far as two processes repeat anything. */
const SEED = printedSeed("KILL_SEED");

Deno.test(`cli killed at any moment and started again gives the directory of an uninterrupted run (KILL_SEED=${SEED})`, async () => {
  const random = new Random(SEED);
  await using quiet = await openFederation();
  await using killed = await openFederation();
  for (const season of SEASONS) assertEquals((await start(quiet, season).result).code, 0);
  let kills = 0;
  for (const season of SEASONS) {
    for (let ended = false; !ended;) {
      const before = killed.requests.length;
      const script = start(killed, season);
      let over = false;
      const end = script.result.then((result) => (over = true, result));
      if (kills < 20) {
        const pages = 1 + random.below(4);
        await killed.site.until(() => over || killed.requests.length >= before + pages);
        await new Promise((resolve) => setTimeout(resolve, random.next() * 25));
        if (!over) {
          script.kill("SIGKILL");
          kills++;
        }
      }
      const { code } = await end;
      ended = code === 0;
    }
  }
  assertEquals(kills, 20);
  assertEquals(await directory(killed), await directory(quiet));
  const [needed, asked] = [quiet.requests.length, killed.requests.length];
  // What a process may lose: pages under way or not yet stored.
  assert(asked <= needed + kills * 4, `${asked} requests where ${needed} would do, ${kills} kills`);
  const open = await killed.sql`select from crawl_task where state <> 'done'`;
  assertEquals(open.length, 0);
});
