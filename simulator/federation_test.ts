import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import { parseRecords } from "@mypacer/shared/federation/parsers/records.ts";
import { parseResults } from "@mypacer/shared/federation/parsers/results.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import { createSimulator, type SimulatorOptions } from "./federation.ts";
import type { FaultRule } from "./faults.ts";

const OPTIONS: SimulatorOptions = {
  seed: 1,
  clubs: 20,
  athletes: 2000,
  firstSeason: 2025,
  lastSeason: 2027,
  today: new Date("2026-11-23T12:00:00Z"),
};
const RECORDS = "/athletes/70001989/records";
const ROSTER =
  "/bases/liste.aspx?frmbase=cclubs&frmmode=2&frmespace=&frmtypeclub=M&frmsaison=2026&frmnclub=075999&frmposition=0";

/** A simulator that listens on a free port. */
function serve(options: Partial<SimulatorOptions> = {}) {
  const simulator = createSimulator({ ...OPTIONS, ...options });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    simulator.handler,
  );
  const base = `http://127.0.0.1:${server.addr.port}`;
  return {
    simulator,
    get: (path: string, init?: RequestInit) => fetch(base + path, init),
    control: async (method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${base}/_simulator${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
    },
    [Symbol.asyncDispose]: async () => {
      simulator.stop();
      await server.shutdown();
    },
  };
}

/** Answers one request while one fault is switched on. */
async function strike(rule: Partial<FaultRule> & Pick<FaultRule, "kind">, path: string) {
  await using site = serve();
  site.simulator.faults.add({ path: "*", rate: 1, ...rule });
  const answer = await site.get(path);
  return { answer, text: await answer.text(), faults: site.simulator.counts.report().faults };
}

Deno.test("a simulator answers pages as HTML in UTF-8, and robots.txt as text", async () => {
  await using site = serve();
  const page = await site.get(RECORDS);
  assertEquals(page.headers.get("content-type"), "text/html; charset=utf-8");
  assertStringIncludes(await page.text(), "Catégorie / Nationalité");
  const robots = await site.get("/robots.txt");
  assertEquals(robots.headers.get("content-type"), "text/plain; charset=utf-8");
  assertStringIncludes(await robots.text(), "Disallow: /_simulator/");
});

Deno.test("two simulators of one seed answer the same bytes", async () => {
  await using one = serve();
  await using other = serve();
  for (const path of [RECORDS, ROSTER, "/athletes/70001989/bilans"]) {
    assertEquals(await (await one.get(path)).text(), await (await other.get(path)).text());
  }
});

Deno.test("unknown athletes and paths are 404, other methods 405, thin criteria no list", async () => {
  await using site = serve();
  for (const path of ["/athletes/1", "/athletes/79999989/records", "/nowhere", "/athletes/abc"]) {
    const answer = await site.get(path);
    assertEquals(answer.status, 404, path);
    await answer.body?.cancel();
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
  await using site = serve();
  const head = await site.get(RECORDS, { method: "HEAD" });
  assertEquals([head.status, await head.text()], [200, ""]);
  const doubled = await site.get(ROSTER.replace("/liste", "//Liste"));
  assertEquals(parseRoster(await doubled.text()).athletes.length > 50, true);
});

Deno.test("nonsense in parameters never fails", async () => {
  await using site = serve();
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

Deno.test("faults of the answer: status, headers and body of each", async () => {
  const overload = await strike({ kind: "unavailable" }, RECORDS);
  assertEquals(overload.answer.status, 503);
  assert(overload.text.length < 1000);
  const patient = await strike({ kind: "unavailable", seconds: 3 }, RECORDS);
  assertEquals(patient.answer.headers.get("retry-after"), "3");
  assertEquals((await strike({ kind: "forbidden" }, RECORDS)).answer.status, 403);
  const many = await strike({ kind: "too-many-requests", seconds: 7 }, RECORDS);
  assertEquals([many.answer.status, many.answer.headers.get("retry-after")], [429, "7"]);
  const short = await strike({ kind: "short-body" }, RECORDS);
  assertEquals(short.answer.status, 200);
  assert(short.text.length < 1000);
  const failed = await strike({ kind: "processing-error" }, RECORDS);
  assertEquals(failed.answer.status, 200);
  assertStringIncludes(failed.text, "Code Processing Error");
  assertEquals(failed.faults, { "processing-error": 1 });
});

Deno.test("a truncated body is the first half, as if it were whole", async () => {
  await using site = serve();
  const whole = new TextEncoder().encode(await (await site.get(RECORDS)).text());
  const { answer, text } = await strike({ kind: "truncated" }, RECORDS);
  assertEquals(answer.status, 200);
  const decoder = new TextDecoder();
  assertEquals(text, decoder.decode(whole.slice(0, Math.floor(whole.length / 2))));
});

Deno.test("a reset connection breaks off while the body is read", async () => {
  await assertRejects(() => strike({ kind: "reset" }, RECORDS), TypeError);
});

Deno.test("a timeout holds the answer back until the client goes", async () => {
  await using site = serve();
  site.simulator.faults.add({ kind: "timeout", path: "*", rate: 1, seconds: 30 });
  const started = performance.now();
  await assertRejects(
    () => site.get(RECORDS, { signal: AbortSignal.timeout(150) }),
    DOMException,
  );
  assert(performance.now() - started < 5000);
  while (site.simulator.counts.inFlight > 0) await new Promise((next) => setTimeout(next, 5));
  assertEquals(site.simulator.counts.report().faults, { timeout: 1 });
});

Deno.test("stop() ends all waiting, so that no request is left", async () => {
  const site = serve();
  site.simulator.faults.add({ kind: "timeout", path: "*", rate: 1, seconds: 60 });
  const pending = site.get(RECORDS);
  while (site.simulator.counts.inFlight === 0) await new Promise((next) => setTimeout(next, 5));
  await site[Symbol.asyncDispose]();
  const answer = await pending;
  assertEquals(answer.status, 503);
  await answer.body?.cancel();
});

Deno.test("faults of the page: sections, table bodies, fragments, names, rows", async () => {
  const missing = await strike({ kind: "missing-section" }, RECORDS);
  assertEquals(parseRecords(missing.text).records, []);
  assert(!missing.text.includes("section_5"));
  const renamed = await strike({ kind: "data-section" }, RECORDS);
  assertStringIncludes(renamed.text, 'data-section="section_5"');
  assert(!renamed.text.includes("data-content"));
  assertStringIncludes((await strike({ kind: "tbody" }, RECORDS)).text, "</thead>\n<tbody");
  assert(!(await strike({ kind: "no-tbody" }, ROSTER)).text.includes("<tbody class"));
  const fragment = "/ajax/fiche-athlete-resultats.aspx?seq=70001989&annee=2025";
  const wrapped = await strike({ kind: "json-fragment" }, fragment);
  assertEquals(typeof JSON.parse(wrapped.text)[0].liste, "string");
  assert(parseResults(wrapped.text, 2025).results.length > 0);
  const nameless = await strike({ kind: "nameless-athlete" }, "/athletes/79999989");
  assertEquals(nameless.answer.status, 200);
  assertEquals(parseAthlete(nameless.text), null);
  const broken = parseRoster((await strike({ kind: "broken-row" }, ROSTER)).text);
  assertEquals(broken.problems.length, 1);
  assert(broken.athletes.length > 50);
  const brokenRecords = parseRecords((await strike({ kind: "broken-row" }, RECORDS)).text);
  assertEquals(brokenRecords.problems.length, 1);
});

Deno.test("a page cut in half or with a processing error is no page to the parsers", async () => {
  for (const kind of ["truncated", "processing-error", "short-body"] as const) {
    const { text } = await strike({ kind }, ROSTER);
    let error: unknown = null;
    try {
      parseRoster(text);
    } catch (thrown) {
      error = thrown;
    }
    assert(error instanceof PageShapeError, kind);
  }
});

Deno.test("more than so many requests at a time are answered 503", async () => {
  await using site = serve({ simultaneous: 3, latency: { min: 100, max: 150 } });
  const answers = await Promise.all(Array.from({ length: 8 }, () => site.get(RECORDS)));
  const statuses = answers.map(({ status }) => status).sort();
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
  assertEquals(statuses, [200, 200, 200, 503, 503, 503, 503, 503]);
  // A refused request is in flight beside the three only while it is refused.
  const { faults, in_flight, most_in_flight } = site.simulator.counts.report();
  assertEquals([faults, in_flight, most_in_flight], [{ overload: 5 }, 0, 4]);
});

Deno.test("latency holds every answer back within its bounds", async () => {
  await using site = serve({ latency: { min: 60, max: 80 } });
  const started = performance.now();
  await (await site.get("/robots.txt")).text();
  assert(performance.now() - started >= 58);
});

Deno.test("/_simulator/counts counts by kind and status, and starts again on DELETE", async () => {
  await using site = serve();
  for (const path of [RECORDS, RECORDS, ROSTER, "/robots.txt", "/athletes/1", "/nowhere"]) {
    await (await site.get(path)).body?.cancel();
  }
  const { body } = await site.control("GET", "/counts");
  assertEquals(body.total, 6);
  assertEquals(body.statuses, { "200": 4, "404": 2 });
  const served = Object.fromEntries(
    Object.entries<number>(body.kinds).filter(([, count]) => count > 0),
  );
  assertEquals(served, { records: 2, roster: 1, robots: 1, athlete: 1, unknown: 1 });
  assertEquals((await site.control("DELETE", "/counts")).status, 204);
  assertEquals((await site.control("GET", "/counts")).body.total, 0);
});

Deno.test("/_simulator/faults switches faults on and off while the simulator runs", async () => {
  await using site = serve();
  const status = async (path: string) => {
    const answer = await site.get(path);
    await answer.body?.cancel();
    return answer.status;
  };
  const added = await site.control("POST", "/faults", {
    kind: "forbidden",
    path: "/athletes/*/records",
    times: 2,
  });
  assertEquals(added.status, 201);
  assertEquals(await status(ROSTER), 200);
  assertEquals([await status(RECORDS), await status(RECORDS), await status(RECORDS)], [
    403,
    403,
    200,
  ]);
  const [listed] = (await site.control("GET", "/faults")).body;
  assertEquals([listed.id, listed.struck], [added.body.id, 2]);
  assertEquals((await site.control("DELETE", `/faults/${listed.id}`)).status, 204);
  assertEquals((await site.control("DELETE", `/faults/${listed.id}`)).status, 404);
  await site.control("PUT", "/faults", [{ kind: "unavailable", path: "*frmnclub=075999*" }]);
  assertEquals([await status(ROSTER), await status(RECORDS)], [503, 200]);
  assertEquals((await site.control("DELETE", "/faults")).status, 204);
  assertEquals(await status(ROSTER), 200);
});

Deno.test("/_simulator refuses what it cannot do in one message", async () => {
  await using site = serve();
  for (
    const body of [
      { kind: "nonsense" },
      { kind: "timeout", rate: 2 },
      { kind: "timeout", times: 0 },
      { kind: "timeout", surprise: 1 },
      { rate: 1 },
      "text",
      null,
    ]
  ) {
    const refused = await site.control("POST", "/faults", body);
    assertEquals(refused.status, 400, JSON.stringify(body));
    assertEquals(typeof refused.body.detail, "string");
  }
  assertEquals((await site.control("PUT", "/latency", { min: 9, max: 1 })).status, 400);
  assertEquals((await site.control("PUT", "/simultaneous", { simultaneous: -1 })).status, 400);
  assertEquals((await site.control("GET", "/nowhere")).status, 404);
  assertEquals((await site.control("DELETE", "/latency")).status, 405);
  assertEquals(site.simulator.faults.list(), []);
});

Deno.test("/_simulator sets latency, limit and robots, and tells what there is", async () => {
  await using site = serve();
  assertEquals((await site.control("POST", "/latency", { min: 1, max: 2 })).body, {
    min: 1,
    max: 2,
  });
  assertEquals((await site.control("PUT", "/simultaneous", { simultaneous: 5 })).status, 200);
  const set = await site.get("/_simulator/robots", {
    method: "PUT",
    body: "User-agent: *\nDisallow: /",
  });
  assertEquals(set.status, 204);
  assertEquals(await (await site.get("/robots.txt")).text(), "User-agent: *\nDisallow: /");
  const { body } = await site.control("GET", "/");
  assertEquals(body.settings.latency, { min: 1, max: 2 });
  assertEquals(body.settings.simultaneous, 5);
  assertEquals(body.known_athlete, { ffa_id: "70001989", name: "LEFEVRE Jean-Baptiste" });
  assertEquals(body.known_club, "075999");
});

Deno.test("random faults strike at their rate, the same ones for the same seed", () => {
  const struck = (seed: number) => {
    const { faults } = createSimulator({ ...OPTIONS, seed });
    faults.add({ kind: "unavailable", path: "*", rate: 0.2 });
    const url = new URL(RECORDS, "http://127.0.0.1");
    return Array.from({ length: 2000 }, () => faults.strike(url).answer !== null);
  };
  const first = struck(1);
  const rate = first.filter(Boolean).length / 2000;
  assert(rate > 0.16 && rate < 0.24, String(rate));
  assertEquals(struck(1), first);
  assert(struck(2).some((hit, at) => hit !== first[at]));
});
