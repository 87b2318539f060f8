import { assert, assertEquals } from "@std/assert";
import { createTestApp } from "../testing/test_app.ts";
import { PATH, read, refusal, ROWS, withAthlete } from "../testing/test_athlete.ts";
import { NOBODY_PAGE, recordsPage } from "../../simulator/testing/written_pages.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const UNKNOWN: [number, string] = [404, "/problems/unknown-athlete"];
const REMOVED: [number, string] = [410, "/problems/athlete-removed"];

Deno.test("who is not in the directory, and who is not at the federation, are two problems, and the latter is asked once", async () => {
  for (const answer of [() => new Response("", { status: 404 }), () => new Response(NOBODY_PAGE)]) {
    await using app = await withAthlete();
    app.federation.answer = answer;
    assertEquals(await refusal(app), UNKNOWN);
    assertEquals(await refusal(app), UNKNOWN);
    assertEquals(app.federation.requestedPaths.length, 1);
  }
  await using app = await createTestApp();
  assertEquals(await refusal(app), [404, "/problems/not-found"]);
  assertEquals(app.federation.requestedPaths, []);
});

Deno.test("an athlete whom the federation removed is gone from our memory too, and may come back", async () => {
  await using app = await withAthlete({ recordsMaxAge: 60 });
  await read(app);
  app.federation.answer = () => new Response("gone", { status: 410 });
  app.clock.ahead = 3_600_000;
  assertEquals(await refusal(app), REMOVED);
  const [kept] = await app.sql`select status, records, header from record_page`;
  assertEquals([kept?.["status"], kept?.["records"], kept?.["header"]], [410, [], null]);
  assertEquals(await refusal(app), REMOVED);
  assertEquals(app.federation.requestedPaths.length, 2);

  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  app.clock.ahead = 3 * 3_600_000;
  assertEquals((await read(app)).records.length, ROWS.length);
});

Deno.test("a federation that is down, a page that changed and a spent budget are three problems", async () => {
  const changed = recordsPage({ rows: ROWS }).replace("<th>Performance", "<th>Marque");
  const down = new Response("overload", { status: 503 });
  for (
    const [answer, type] of [
      [down, "/problems/federation-unavailable"],
      [new Response(changed), "/problems/federation-page-changed"],
    ] as const
  ) {
    await using app = await withAthlete();
    app.federation.answer = () => answer.clone();
    assertEquals(await refusal(app), [503, type]);
  }
  // The first request of the budget is the one for robots.txt.
  await using app = await withAthlete({ budget: 1 });
  assertEquals(await refusal(app), [503, "/problems/federation-budget-spent"]);
});

Deno.test("the budget bounds all that is sent to the federation, and comes back with the minutes", async () => {
  await using app = await withAthlete({ budget: 3, recordsMaxAge: 60 });
  await read(app);
  const search = await app.fetch("/federation/athletes?q=testard");
  await search.body?.cancel();
  const spent = await app.fetch("/federation/athletes?q=durand");
  assertEquals(
    [spent.status, (await spent.json()).type],
    [503, "/problems/federation-budget-spent"],
  );
  assert(Number(spent.headers.get("retry-after")) > 0);
  assertEquals(app.federation.requestedPaths.length, 2);

  // Who has kept records sees them, and why they are old.
  app.clock.ahead = 62_000;
  const answers = [await read(app)];
  for (let again = 0; again < 3; again++) {
    app.clock.ahead += 62_000;
    answers.push(await read(app));
  }
  assert(answers.every(({ records }) => records.length === ROWS.length));
});

Deno.test("an id that is no number is asked of nobody, whatever stands in the directory", async () => {
  await using app = await withAthlete();
  await using other = serveLocally(() => {
    throw new Error("Asked a host that is not the federation's");
  });
  // The database itself refuses such an id; a restored copy may know no better.
  await app.sql`alter table athlete drop constraint athlete_ffa_id_check`;
  const [{ id } = { id: 0 }] = await app.sql<{ id: number }[]>`
    update athlete set ffa_id = ${`${other.url}/x`} returning id
  `;
  const response = await app.fetch(`/get_athlete_records?ident=${id}`);
  assertEquals([response.status, await response.json()], [404, { detail: "Athlete not found" }]);
  assertEquals(app.federation.requestedPaths, []);
});

Deno.test("a redirect to another host is not followed", async () => {
  await using app = await withAthlete();
  const reached: string[] = [];
  await using other = serveLocally((request) => {
    reached.push(request.url);
    return new Response(recordsPage({ name: "Autre PERSONNE", rows: ROWS }));
  });
  for (const host of ["127.0.0.1", "localhost"]) {
    app.federation.answer = () =>
      new Response(null, {
        status: 302,
        headers: { location: `http://${host}:${other.port}${PATH}` },
      });
    assertEquals(await refusal(app), [503, "/problems/federation-unavailable"]);
    app.clock.ahead += 3_600_000;
  }
  assertEquals(reached, []);
});
