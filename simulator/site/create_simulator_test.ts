import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { mock } from "node:test";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { RECORDS, ROSTER, startSimulator } from "../testing/running_simulator.ts";
import { until } from "@mypacer/shared/testing/until.ts";

Deno.test("a simulator answers pages as HTML in UTF-8, and robots.txt as text", async () => {
  await using site = startSimulator();
  const page = await site.get(RECORDS);
  assertEquals(page.headers.get("content-type"), "text/html; charset=utf-8");
  assertStringIncludes(await page.text(), "Catégorie / Nationalité");
  const robots = await site.get("/robots.txt");
  assertEquals(robots.headers.get("content-type"), "text/plain; charset=utf-8");
  assertStringIncludes(await robots.text(), "Disallow: /_simulator/");
});

Deno.test("a simulator says of a page that is known already that it is unchanged", async () => {
  await using site = startSimulator();
  const page = await site.get(ROSTER);
  await page.body?.cancel();
  const etag = page.headers.get("etag") ?? "";
  const modified = page.headers.get("last-modified") ?? "";
  const ask = async (path: string, headers: Record<string, string>) => {
    const { status, body } = await site.get(path, { headers });
    await body?.cancel();
    return status;
  };
  assertEquals(await ask(ROSTER, { "if-none-match": etag }), 304);
  assertEquals(await ask(ROSTER, { "if-none-match": `"other", ${etag}` }), 304);
  assertEquals(await ask(ROSTER, { "if-modified-since": modified }), 304);
  assertEquals(
    await ask(ROSTER, { "if-none-match": '"other"', "if-modified-since": modified }),
    200,
  );
  assertEquals(await ask(RECORDS, { "if-none-match": etag }), 200);
});

Deno.test("two simulators of one seed answer the same bytes", async () => {
  await using one = startSimulator();
  await using other = startSimulator();
  for (const path of [RECORDS, ROSTER, "/athletes/70001989/bilans"]) {
    assertEquals(await (await one.get(path)).text(), await (await other.get(path)).text());
  }
});

Deno.test("unknown athletes are 404 or a page of nobody, paths 404, other methods 405, thin criteria no list", async () => {
  await using site = startSimulator();
  for (const path of ["/athletes/2", "/athletes/79999988/records", "/nowhere", "/athletes/abc"]) {
    const answer = await site.get(path);
    assertEquals(answer.status, 404, path);
    await answer.body?.cancel();
  }
  for (const path of ["/athletes/1", "/athletes/79999989/records"]) {
    const answer = await site.get(path);
    const text = await answer.text();
    assertEquals(answer.status, 200, path);
    // The site's frame and links, and no athlete.
    assertStringIncludes(text, '<h1 class="title-2">Athlètes</h1>');
    assert(!text.includes("Né(e)"));
  }
  const posted = await site.get(RECORDS, { method: "POST" });
  assertEquals([posted.status, posted.headers.get("allow")], [405, "GET, HEAD"]);
  for (const query of ["", "?frmbase=calendrier&frmsaisonffa=2026", "?frmbase=cclubs&frmmode=2"]) {
    const answer = await site.get(`/bases/liste.aspx${query}`);
    assertEquals(answer.status, 200);
    const text = await answer.text();
    assertStringIncludes(text, "Veuillez préciser");
    assert(!text.includes("<table"));
  }
});

Deno.test("HEAD answers without a body, doubled slashes and capitals do not matter", async () => {
  await using site = startSimulator();
  const head = await site.get(RECORDS, { method: "HEAD" });
  assertEquals([head.status, await head.text()], [200, ""]);
  const doubled = await site.get(ROSTER.replace("/liste", "//Liste"));
  assertEquals(parseRoster(await doubled.text()).athletes.length > 50, true);
});

Deno.test("nonsense in parameters never fails", async () => {
  await using site = startSimulator();
  const values = ["", "-1", "1e9", "99999999999999999999", "%00", "é", "'", "<b>", "0x10"];
  for (const value of values) {
    for (
      const path of [
        `/bases/liste.aspx?frmbase=cclubs&frmmode=1&frmsaison=${value}`,
        `/bases/liste.aspx?frmbase=cclubs&frmmode=1&frmsaison=2026&frmposition=${value}`,
        `/bases/liste.aspx?frmbase=cclubs&frmmode=2&frmsaison=2026&frmnclub=${value}`,
        `/bases/liste.aspx?frmbase=resultats&frmmode=1&frmsaison=2026&frmclub=${value}`,
        `/athletes/70001989/resultats?saison=${value}`,
        `/ajax/fiche-athlete-resultats.aspx?seq=${value}&annee=2026`,
        `/ajax/fiche-athlete-resultats.aspx?seq=70001989&annee=${value}`,
        `/ajax/fiche-athlete-resultats.aspx?seq=70001989&epr=${value}`,
        `/ajax/autocompletion.aspx?mode=${value}&recherche=a${value}`,
      ]
    ) {
      const answer = await site.get(path);
      const text = await answer.text();
      assertEquals(answer.status, 200, path);
      assert(!text.includes("<b>"), path);
    }
  }
});

Deno.test("more than so many requests at a time are answered 503", async () => {
  await using site = startSimulator({ simultaneous: 3, latency: { min: 60_000, max: 60_000 } });
  const held = Array.from({ length: 3 }, () => site.get(RECORDS));
  await until("three requests in flight", () => site.simulator.counts.inFlight === 3);
  for (let at = 0; at < 5; at++) {
    const refused = await site.get(RECORDS);
    assertEquals(refused.status, 503);
    await refused.body?.cancel();
  }
  site.simulator.stop();
  for (const answer of await Promise.all(held)) {
    assertEquals(answer.status, 200);
    await answer.body?.cancel();
  }
  // A refused request is in flight beside the three only while it is refused.
  const { faults, in_flight, most_in_flight } = site.simulator.counts.report();
  assertEquals([faults, in_flight, most_in_flight], [{ overload: 5 }, 0, 4]);
});

Deno.test("latency holds every answer back within its bounds", async () => {
  await using site = startSimulator({ latency: { min: 60, max: 80 } });
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    let answers = 0;
    const answer = site.simulator.handler(new Request("http://127.0.0.1/robots.txt"))
      .then((response) => (answers++, response));
    mock.timers.tick(59);
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
    assertEquals(answers, 0);
    mock.timers.tick(21);
    assertEquals((await answer).status, 200);
  } finally {
    mock.timers.reset();
  }
});
