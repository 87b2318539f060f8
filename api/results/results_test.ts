import { assertEquals } from "@std/assert";
import { AthleteResults } from "@mypacer/shared/contract/result.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import type { TestApp } from "../testing/test_app.ts";
import { OPPOSITION_KEY } from "../testing/test_directory.ts";
import { read, ROWS, withAthlete } from "../testing/test_athlete.ts";
import {
  NOBODY_PAGE,
  recordsPage,
  type ResultRow,
  resultsFragment,
} from "../../simulator/testing/written_pages.ts";

const PATH = "/athletes/7000001/results";
const RESULTS: ResultRow[] = [
  [
    "12 Oct.",
    "Semi de la Vallee / TCX",
    "1h29'40''",
    "",
    "Course",
    "178 (163M - 15F)",
    "",
    "",
    "Ville test",
  ],
  ["12 Juil.", "1 500m", "4'41''08", "-", "Finale", "3", "N4", "881", "Ville test"],
  ["5 Juil.", "100m", "12''75", "+1.2", "Série 1", "2", "D3", "602", "Autre ville"],
  ["1 Mars", "10 Km Route", "AB", "", "Course", "-", "", "", "Ville test"],
];

/**
 * An athlete whose results the federation publishes; tells the addresses of results that were asked
 * for.
 */
async function withResults(
  options: Parameters<typeof withAthlete>[0] & { results?: () => Response } = {},
): Promise<
  { app: TestApp; requests: string[]; answer: { results: () => Response | Promise<Response> } }
> {
  const app = await withAthlete(options);
  const records = app.federation.answer;
  const requests: string[] = [];
  const answer = {
    results: () => new Response(resultsFragment(RESULTS)) as Response | Promise<Response>,
  };
  app.federation.answer = (request) => {
    const { pathname, search } = new URL(request.url);
    if (!/resultats/.test(pathname)) return records(request);
    requests.push(pathname + search);
    return answer.results();
  };
  return { app, requests, answer };
}

async function readResults(app: TestApp, query = "?year=2026"): Promise<AthleteResults> {
  const response = await app.fetch(`${PATH}${query}`);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return AthleteResults.parse(body);
}

async function problemOf(app: TestApp, query = "?year=2026"): Promise<[number, string]> {
  const response = await app.fetch(`${PATH}${query}`);
  return [response.status, (await response.json()).type];
}

const FRAGMENT_2026 = "/ajax/fiche-athlete-resultats.aspx?seq=7000001&annee=2026";

Deno.test("GET /athletes/{ffaId}/results reads a year with one request, then answers from what was stored", async () => {
  const { app, requests } = await withResults();
  await using _ = app;
  const live = await readResults(app);
  assertEquals([live.source, live.stale, live.year, live.athlete.ffa_id], [
    "live",
    false,
    2026,
    "7000001",
  ]);
  assertEquals(live.results.length, 4);
  assertEquals(live.results[1], {
    date: "2026-07-12",
    discipline: "track",
    event: "1 500m",
    distance: 1500,
    is_running: true,
    unit: "hundredths",
    // 4 min 41.08 s.
    mark: 28_108,
    text: "4'41''08",
    hand_timed: false,
    wind: null,
    chip_time: null,
    round: "Finale",
    place: 3,
    place_text: "3",
    level: "N4",
    points: 881,
    town: "Ville test",
  });
  const [road, , sprint, none] = live.results;
  assertEquals([road?.place, road?.place_text, road?.level], [178, "178 (163M - 15F)", null]);
  assertEquals([sprint?.wind, sprint?.level, sprint?.points], [1.2, "D3", 602]);
  assertEquals([none?.unit, none?.mark, none?.text, none?.place], [null, null, "AB", null]);

  const kept = await readResults(app);
  assertEquals(kept, { ...live, source: "cache", age_seconds: kept.age_seconds });
  assertEquals(requests, [FRAGMENT_2026]);
});

Deno.test("GET /athletes/{ffaId}/results has an entity tag and may be kept for as long as records", async () => {
  const { app } = await withResults();
  await using _ = app;
  const records = await app.fetch("/athletes/7000001/records");
  await records.body?.cancel();
  const first = await app.fetch(`${PATH}?year=2026`);
  await first.body?.cancel();
  assertEquals(first.headers.get("cache-control"), records.headers.get("cache-control"));
  const etag = first.headers.get("etag") ?? "";
  const again = await app.fetch(`${PATH}?year=2026`, { headers: { "if-none-match": etag } });
  assertEquals([again.status, await again.text()], [304, ""]);
});

Deno.test("GET /athletes/{ffaId}/results asks of the current year unless told, and of each year by itself", async () => {
  const { app, requests, answer } = await withResults();
  await using _ = app;
  answer.results = () => new Response("");
  const year = new Date().getUTCFullYear();
  assertEquals((await readResults(app, "")).year, year);
  for (const other of [1990, year + 1]) {
    assertEquals((await readResults(app, `?year=${other}`)).results, []);
  }
  assertEquals(requests.map((address) => address.slice(-4)), [year, 1990, year + 1].map(String));
});

Deno.test("GET /athletes/{ffaId}/results reads once for those who come at once", async () => {
  const { app, requests } = await withResults();
  await using _ = app;
  const all = await Promise.all(Array.from({ length: 10 }, () => readResults(app)));
  assertEquals(all.map(({ results }) => results.length), Array(10).fill(4));
  assertEquals(requests.length, 1);
});

Deno.test("GET /athletes/{ffaId}/results keeps a year that is over for thirty times as long", async () => {
  const { app, requests, answer } = await withResults({ recordsMaxAge: 60 });
  await using _ = app;
  const year = new Date().getUTCFullYear();
  answer.results = () => new Response("");
  await readResults(app, "?year=2019");
  await readResults(app, `?year=${year}`);
  app.clock.ahead = 29 * 60_000;
  assertEquals((await readResults(app, "?year=2019")).source, "cache");
  assertEquals((await readResults(app, `?year=${year}`)).source, "live");
  app.clock.ahead = 31 * 60_000;
  // Held back, or a quick federation could be read before the visitor is answered.
  const open = Promise.withResolvers<void>();
  answer.results = async () => {
    await open.promise;
    return new Response("");
  };
  assertEquals((await readResults(app, "?year=2019")).stale_reason, "refreshing");
  open.resolve();
  await until("the second request for 2019", () => requests.length === 4);
});

Deno.test("GET /athletes/{ffaId}/results answers the last known ones as stale when the federation fails, and leaves it alone then", async () => {
  const { app, requests, answer } = await withResults({ recordsMaxAge: 60 });
  await using _ = app;
  const year = `?year=${new Date().getUTCFullYear()}`;
  const fragment = resultsFragment(RESULTS);
  const before = await readResults(app, year);
  const failures: [Response, string][] = [
    [new Response("overload", { status: 503 }), "federation-unavailable"],
    [new Response(fragment.replace("Performance", "Marque")), "page-changed"],
    [new Response(""), "page-changed"],
    [new Response(NOBODY_PAGE), "page-changed"],
    // Another year's.
    [new Response(fragment.replace("12 Oct.", "12 Oct. 2011")), "page-changed"],
  ];
  for (const [index, [response, reason]] of failures.entries()) {
    app.clock.ahead = (index + 1) * 3_600_000;
    answer.results = () => response.clone();
    const stale = await readResults(app, year);
    assertEquals([stale.stale, stale.stale_reason], [true, reason], `failure ${index}`);
    assertEquals(stale.results, before.results);
    const count = requests.length;
    assertEquals((await readResults(app, year)).stale_reason, reason);
    assertEquals(requests.length, count);
  }
});

Deno.test("GET /athletes/{ffaId}/results tells why there are none to show", async () => {
  for (
    const [response, problem] of [
      [new Response("down", { status: 500 }), [503, "/problems/federation-unavailable"]],
      [new Response("{}"), [503, "/problems/federation-page-changed"]],
      [new Response("", { status: 404 }), [404, "/problems/unknown-athlete"]],
    ] as const
  ) {
    const { app, answer } = await withResults();
    await using _ = app;
    answer.results = () => response.clone();
    assertEquals(await problemOf(app), [...problem]);
  }
});

Deno.test("GET /athletes/{ffaId}/results reads the page around the fragment, of the year asked for only", async () => {
  const page = recordsPage({ rows: [] }).replace(
    "</body>",
    `<section data-content="section_3"><h2>Résultats par année</h2>
    <div class="custom-select-wrapper"><span class="select-text">2026</span><div class="select-options">
    <div class="select-option select-option-anneeAth" data-value="2026">2026</div></div></div>
    <table id="res_athlete">${resultsFragment(RESULTS)}</table></section></body>`,
  );
  const { app, requests, answer } = await withResults();
  await using _ = app;
  answer.results = () => new Response(page);
  assertEquals((await readResults(app)).results.length, 4);
  assertEquals(await problemOf(app, "?year=2025"), [503, "/problems/federation-page-changed"]);
  assertEquals(requests.length, 2);
});

Deno.test("GET /athletes/{ffaId}/results asks for the page where robots.txt forbids the fragment", async () => {
  const { app, requests, answer } = await withResults({
    robots: "User-agent: *\nDisallow: /ajax/\n",
  });
  await using _ = app;
  answer.results = () => new Response(recordsPage({ rows: ROWS }));
  assertEquals((await readResults(app)).results, []);
  assertEquals(requests, ["/athletes/7000001/resultats?saison=2026"]);
});

Deno.test("results are gone with the athlete who objects, or whom the federation removes", async () => {
  const { app, requests } = await withResults({ recordsMaxAge: 60 });
  await using _ = app;
  await read(app);
  await readResults(app);
  const records = app.federation.answer;
  app.federation.answer = () => new Response("gone", { status: 410 });
  app.clock.ahead = 3_600_000;
  const removed = await app.fetch("/athletes/7000001/records");
  assertEquals(removed.status, 410);
  await removed.body?.cancel();
  assertEquals((await app.sql`select from results_page`).length, 0);
  assertEquals(await problemOf(app), [410, "/problems/athlete-removed"]);

  app.federation.answer = records;
  app.clock.ahead = 3 * 3_600_000;
  assertEquals((await readResults(app)).results.length, 4);
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  assertEquals(await problemOf(app), [404, "/problems/not-found"]);
  assertEquals((await app.sql`select from results_page`).length, 0);
  assertEquals(requests.length, 2);
});

Deno.test("GET /athletes/{ffaId}/records takes bests of seasons from results where its page has none", async () => {
  const { app, answer } = await withResults();
  await using _ = app;
  assertEquals((await read(app)).season_bests, []);
  await readResults(app);
  const bests = async () =>
    (await read(app)).season_bests.map(({ season, event, mark, date, source }) => [
      season,
      event,
      mark,
      date,
      source,
    ]);
  // Of the season from September 2025 to August 2026 half was read; the race of October has no
  // known event.
  assertEquals(await bests(), [
    [2026, "1 500m", 28_108, "2026-07-12", "some-results"],
    [2026, "100m", 1275, "2026-07-05", "some-results"],
  ]);
  answer.results = () =>
    new Response(resultsFragment([
      ["14 Sept.", "1 500m", "4'39''50", "", "Finale", "1", "", "", "Ville test"],
      ["31 Août", "1 500m", "4'30''00", "", "Finale", "1", "", "", "Ville test"],
    ]));
  await readResults(app, "?year=2025");
  assertEquals(await bests(), [
    [2026, "1 500m", 27_950, "2025-09-14", "results"],
    [2026, "100m", 1275, "2026-07-05", "results"],
    [2025, "1 500m", 27_000, "2025-08-31", "some-results"],
  ]);
});
