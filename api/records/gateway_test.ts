import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { assert, assertEquals } from "@std/assert";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { PATH, read, readUntil, ROWS, withAthlete } from "../testing/test_athlete.ts";
import { NOBODY_PAGE, recordsPage } from "../../simulator/testing/written_pages.ts";
import { until } from "@mypacer/shared/testing/until.ts";

Deno.test("GET /athletes/{ffaId}/records reads live, then answers from what was stored", async () => {
  await using app = await withAthlete();
  const live = await read(app);
  assertEquals([live.source, live.stale], ["live", false]);
  assertEquals(
    live.records.map((
      { event, mark, hand_timed: hand, is_best_at_distance: best },
    ) => [event, mark, hand, best]),
    [["5 000m", 113810, false, false], ["5 Km Route", 113000, false, true], [
      "1 500m",
      28230,
      true,
      true,
    ]],
  );
  assertEquals(live.records[0], {
    discipline: "track",
    event: "5 000m",
    distance: 5000,
    is_running: true,
    unit: "hundredths",
    mark: 113810,
    text: "18'58''10",
    hand_timed: false,
    wind: null,
    chip_time: null,
    date: "2024-05-04",
    category: "SE",
    club: "Ac Exemple",
    league: "I-F",
    department: "075",
    place: "Ville test",
    is_best_at_distance: false,
    is_best_in_discipline: true,
  });
  assertEquals([live.age_seconds, live.stale_reason, live.season_bests], [0, null, []]);
  app.clock.ahead = 90_000;
  const kept = await read(app);
  assert(kept.age_seconds === 90 || kept.age_seconds === 91, String(kept.age_seconds));
  assertEquals(kept, { ...live, source: "cache", age_seconds: kept.age_seconds });
  assertEquals(app.federation.requestedPaths, [PATH]);
});

Deno.test("GET /athletes/{ffaId}/records shows old records at once and reads new ones behind the visitor's back", async () => {
  await using app = await withAthlete({ recordsMaxAge: 60 });
  const before = await read(app);
  const open = Promise.withResolvers<void>();
  app.federation.answer = async () => {
    await open.promise;
    return new Response(recordsPage({ rows: ROWS.slice(1) }));
  };
  app.clock.ahead = 61_000;
  const stale = await read(app);
  assertEquals([stale.source, stale.stale, stale.stale_reason], ["cache", true, "refreshing"]);
  assertEquals([stale.records, stale.fetched_at], [before.records, before.fetched_at]);
  assert(stale.age_seconds >= 61);
  open.resolve();
  // Who comes in the moment of its end is still told that it is live.
  const fresh = await readUntil(app, ({ stale, source }) => !stale && source === "cache");
  assertEquals([fresh.source, fresh.stale_reason, fresh.records.length], ["cache", null, 2]);
  assertEquals(app.federation.requestedPaths, [PATH, PATH]);
});

Deno.test("GET /athletes/{ffaId}/records waits for new records where the stored ones are seven times too old", async () => {
  await using app = await withAthlete({ recordsMaxAge: 60 });
  await read(app);
  app.clock.ahead = 7 * 60_000 + 1000;
  assertEquals((await read(app)).source, "live");
  assertEquals(app.federation.requestedPaths.length, 2);
});

Deno.test("GET /athletes/{ffaId}/records has one reading under way per athlete", async () => {
  await using app = await withAthlete();
  const open = Promise.withResolvers<void>();
  app.federation.answer = async () => {
    await open.promise;
    return new Response(recordsPage({ rows: ROWS }));
  };
  const readings = Array.from({ length: 20 }, () => read(app));
  await until("a request to the federation", () => app.federation.requestedPaths.length > 0);
  open.resolve();
  const answers = await Promise.all(readings);
  assertEquals(answers.map(({ records }) => records.length), new Array(20).fill(3));
  assertEquals(app.federation.requestedPaths, [PATH]);
});

Deno.test("GET /athletes/{ffaId}/records answers the last known records with their date when the federation fails", async () => {
  await using app = await withAthlete({ recordsMaxAge: 60 });
  const before = await read(app);
  const failures: (() => Response)[] = [
    () => new Response("overload", { status: 503 }),
    () => new Response("<html>", { status: 200 }),
    () => new Response(recordsPage({ rows: ROWS }).slice(0, 2500)),
    () => new Response(recordsPage({ rows: ROWS }).replace("<th>Performance", "<th>Marque")),
    () => new Response(NOBODY_PAGE),
  ];
  const reasons = [
    "federation-unavailable",
    "federation-unavailable",
    "federation-unavailable",
    "page-changed",
    "page-changed",
  ];
  for (const [index, failure] of failures.entries()) {
    app.clock.ahead = (index + 1) * 3_600_000;
    app.federation.answer = failure;
    const stale = await read(app);
    assertEquals(
      [stale.source, stale.stale, stale.stale_reason],
      ["cache", true, reasons[index]],
      `failure ${index}`,
    );
    assertEquals(stale.fetched_at, before.fetched_at);
    assertEquals(stale.records, before.records);
  }
});

Deno.test("GET /athletes/{ffaId}/records answers 503 when there are no records to show, and leaves the federation alone for a while", async () => {
  await using app = await withAthlete();
  app.federation.answer = () => new Response("overload", { status: 503 });
  const response = await app.fetch(PATH);
  assertEquals(response.status, 503);
  assert(Number(response.headers.get("retry-after")) > 0);
  assertEquals((await response.json()).type, "/problems/federation-unavailable");
  const asked = app.federation.requestedPaths.length;
  await (await app.fetch(PATH)).body?.cancel();
  assertEquals(app.federation.requestedPaths.length, asked);
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  app.clock.ahead = 20_000;
  assertEquals((await read(app)).source, "live");
});

Deno.test("GET /athletes/{ffaId}/records does not make a visitor wait for ever; what was begun is stored", async () => {
  await using app = await withAthlete({ visitorTimeoutMs: 50 });
  const open = Promise.withResolvers<void>();
  app.federation.answer = async () => {
    await open.promise;
    return new Response(recordsPage({ rows: ROWS }));
  };
  const late = await app.fetch(PATH);
  assertEquals(late.status, 503);
  await late.body?.cancel();
  open.resolve();
  await until("the records to be kept", async () => {
    const kept = await app.sql`select from record_page`;
    return kept.length > 0;
  });
  assertEquals((await read(app)).source, "cache");
  assertEquals(app.federation.requestedPaths, [PATH]);
});

Deno.test("GET /athletes/{ffaId}/records shows the last known ones while a slow federation is read", async () => {
  await using app = await withAthlete({ visitorTimeoutMs: 2000, recordsMaxAge: 60 });
  const before = await read(app);
  const open = Promise.withResolvers<void>();
  app.federation.answer = async () => {
    await open.promise;
    return new Response(recordsPage({ rows: ROWS.slice(1) }));
  };
  app.clock.ahead = 3_600_000;
  const stale = await read(app);
  assertEquals([stale.stale_reason, stale.records], ["refreshing", before.records]);
  open.resolve();
  // The reading went on and is what the next visitor sees.
  app.clock.ahead = 0;
  await until("the new records", async () => (await read(app)).records.length === 2);
});

Deno.test("POST /athletes/{ffaId}/records reads them again, but not what was read just now", async () => {
  await using app = await withAthlete({ recordsMaxAge: 86_400 });
  const renew = async () => {
    const response = await app.fetch(PATH, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    assertEquals(response.status, 200);
    assertEquals(response.headers.get("cache-control"), "no-store");
    return AthleteRecords.parse(await response.json());
  };
  const first = await read(app);
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS.slice(1) }));
  assertEquals((await renew()).records, first.records);
  assertEquals(app.federation.requestedPaths, [PATH]);
  app.clock.ahead = 600_000;
  // Fresh for everybody else, and new for who asks.
  assertEquals((await read(app)).records, first.records);
  const renewed = await renew();
  assertEquals([renewed.source, renewed.records.length], ["live", first.records.length - 1]);
  assertEquals((await read(app)).records, renewed.records);
  const form = await app.fetch(PATH, { method: "POST", body: "x=1" });
  assertEquals(form.status, 415);
  await form.body?.cancel();
});

Deno.test("GET /athletes/{ffaId}/records answers no records for somebody who has none", async () => {
  await using app = await withAthlete();
  app.federation.answer = () => new Response(recordsPage({ rows: [] }));
  assertEquals((await read(app)).records, []);
});

Deno.test("a reading adds what the directory did not know, and takes nothing away", async () => {
  await using app = await withAthlete();
  const { athlete } = await read(app);
  assertEquals(
    [athlete.birth_year, athlete.nationality, athlete.sex, athlete.club],
    [1994, "FRA", "F", { ffa_number: "075999", name: "AC EXEMPLE" }],
  );
  app.clock.ahead = 86_400_000;
  app.federation.answer = () =>
    new Response(recordsPage({ born: "-", club: "Us Inconnue", license: "-", rows: ROWS }));
  const later = await read(app);
  assertEquals([later.source, later.athlete], ["live", athlete]);
  const [row] = await app.sql`select license_number, profile_read_at from athlete`;
  assertEquals(row?.["licenseNumber"], "2999901");
  assert(row?.["profileReadAt"] instanceof Date);
});

Deno.test("no answer holds a license number or a birthday", async () => {
  await using app = await withAthlete();
  app.federation.answer = () =>
    new Response(
      recordsPage({ born: "26/08/1994 à Ville", rows: ROWS }).replace("Né(e) en", "Né(e) le"),
    );
  await app.sql`
    insert into membership (athlete_id, club_id, season) select athlete.id, club.id, 2026
    from athlete, club
  `;
  for (const path of [PATH, "/athletes/7000001", "/athletes?q=testard", "/clubs/075999/athletes"]) {
    const text = await (await app.fetch(path)).text();
    assert(text.includes('"birth_year":1994'), `${path}: ${text}`);
    assert(!/2999901|26\/08|license|licence/i.test(text), path);
  }
});

Deno.test("who asked to be left out is in no answer, even if a crawl brought them back", async () => {
  await using app = await withAthlete();
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  await fillDirectory(app.sql, {
    athletes: [{ ffaId: "7000001", name: "TESTARD Zélie", club: "075999" }],
  });
  const [{ id } = { id: 0 }] = await app.sql<{ id: number }[]>`select id from athlete`;
  for (
    const path of [PATH, "/athletes/7000001", `/get_athlete_records?ident=${id}`]
  ) {
    const response = await app.fetch(path);
    assertEquals(response.status, 404, path);
    await response.body?.cancel();
  }
  for (
    const path of ["/athletes?q=testard", "/get_athletes?name=testard", "/clubs/075999/athletes"]
  ) {
    const response = await app.fetch(path);
    assertEquals(response.status, 200);
    assert(!(await response.text()).includes("TESTARD"), path);
  }
  assertEquals(app.federation.requestedPaths, []);
});
