import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import { parseClubList } from "@mypacer/shared/federation/parsers/club_list.ts";
import { parseRecords } from "@mypacer/shared/federation/parsers/records.ts";
import { parseResults } from "@mypacer/shared/federation/parsers/results.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { FaultRule } from "./faults.ts";
import { brokenRows } from "../testing/simulated_pages.ts";
import { faultyAnswer } from "./faulty_answer.ts";
import { RECORDS, ROSTER, startSimulator } from "../testing/running_simulator.ts";
import { until } from "@mypacer/shared/testing/until.ts";

/** Answers one request while one fault is switched on. */
async function strike(rule: Partial<FaultRule> & Pick<FaultRule, "kind">, path: string) {
  await using site = startSimulator();
  site.simulator.faults.add({ path: "*", rate: 1, ...rule });
  const answer = await site.get(path);
  return { answer, text: await answer.text(), faults: site.simulator.counts.report().faults };
}

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

Deno.test("a wrong page is whole, and that of another club, season or athlete", async () => {
  const roster = await strike({ kind: "wrong-page" }, ROSTER);
  assertEquals(roster.answer.status, 200);
  const { clubNumber, athletes } = parseRoster(roster.text);
  assert(clubNumber !== null && !ROSTER.includes(clubNumber));
  assert(athletes.length > 0);
  const clubs = ROSTER.replace("frmmode=2", "frmmode=1").replace(/&frmnclub=\d+/, "");
  const list = await strike({ kind: "wrong-page" }, clubs);
  assertEquals(parseClubList(list.text).season, 2025);
  const [right, wrong] = [
    await strike({ kind: "tbody" }, RECORDS),
    await strike({
      kind: "wrong-page",
    }, RECORDS),
  ];
  assert(parseAthlete(wrong.text)?.name !== parseAthlete(right.text)?.name);
});

Deno.test("a truncated body is the first half, as if it were whole", async () => {
  await using site = startSimulator();
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
  await using site = startSimulator();
  site.simulator.faults.add({ kind: "timeout", path: "*", rate: 1, seconds: 3600 });
  const client = new AbortController();
  const pending = assertRejects(() => site.get(RECORDS, { signal: client.signal }), DOMException);
  await until("a request in flight", () => site.simulator.counts.inFlight > 0);
  client.abort();
  await pending;
  await until("the end of the request", () => site.simulator.counts.inFlight === 0);
  assertEquals(site.simulator.counts.report().faults, { timeout: 1 });
});

Deno.test("stop() ends all waiting, so that no request is left", async () => {
  const site = startSimulator();
  site.simulator.faults.add({ kind: "timeout", path: "*", rate: 1, seconds: 60 });
  const pending = site.get(RECORDS);
  await until("a request in flight", () => site.simulator.counts.inFlight > 0);
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
  assertEquals(brokenRows(broken.problems).length, 1);
  assert(broken.athletes.length > 50);
  const other = await strike({ kind: "other-columns" }, RECORDS);
  assertThrows(() => parseRecords(other.text), PageShapeError, 'no column "mark"');
  const brokenRecords = parseRecords((await strike({ kind: "broken-row" }, RECORDS)).text);
  assertEquals(brokenRows(brokenRecords.problems).length, 1);
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

Deno.test("a slow answer is the whole page all the same", async () => {
  await using site = startSimulator();
  const usual = await (await site.get(RECORDS)).text();
  site.simulator.faults.add({ kind: "slow", path: "*", rate: 1, seconds: 0.05 });
  const answer = await site.get(RECORDS);
  assertEquals([answer.status, await answer.text()], [200, usual]);
});

Deno.test("a slow answer comes after 30 to 50 seconds unless told otherwise", async () => {
  for (const [chance, seconds] of [[0, 30], [0.5, 40], [1, 50]] as const) {
    const waits: number[] = [];
    const page = () => Promise.resolve(new Response("page"));
    const slow = { kind: "slow", path: "*", rate: 1, id: 1, struck: 1 } as const;
    const answer = await faultyAnswer(slow, {
      url: new URL(RECORDS, "http://127.0.0.1"),
      chance,
      answer: page,
      answerAnother: page,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    });
    assertEquals([waits, await answer.text()], [[seconds * 1000], "page"]);
  }
});

Deno.test("pages in place of another are whole, long and of the status asked for", async () => {
  const cases: [Parameters<typeof strike>[0], number, string][] = [
    [{ kind: "maintenance" }, 200, "<h1>Site en maintenance</h1>"],
    [{ kind: "maintenance", status: 503 }, 503, "<h1>Site en maintenance</h1>"],
    [{ kind: "challenge" }, 403, "<title>Just a moment...</title>"],
    [{ kind: "challenge", status: 200 }, 200, "<title>Just a moment...</title>"],
    [{ kind: "asp-net-error" }, 200, "System.NullReferenceException"],
    [{ kind: "error-page" }, 200, "Une erreur est survenue"],
  ];
  for (const [rule, status, words] of cases) {
    const { answer, text } = await strike(rule, RECORDS);
    assertEquals(answer.status, status);
    assertStringIncludes(text, words);
    assertStringIncludes(text, "</html>");
    assert(text.length > 1500, rule.kind);
    assert(!text.includes("LEFEVRE"));
  }
  // Only the site's own error page has its frame.
  const framed = await strike({ kind: "error-page" }, RECORDS);
  assertStringIncludes(framed.text, 'href="/athletes/"');
});

Deno.test("the generic page stands for athletes, known or not, and names nobody", async () => {
  const known = await strike({ kind: "generic-athlete" }, RECORDS);
  const unknown = await strike({ kind: "generic-athlete" }, "/athletes/79999988");
  assertEquals([known.answer.status, unknown.answer.status], [200, 200]);
  assertEquals(known.text, unknown.text);
  assertStringIncludes(known.text, 'href="/bases/liste.aspx?');
  assert(!known.text.includes("LEFEVRE"));
});

Deno.test("a redesign keeps names and figures, and nothing of today's markup", async () => {
  await using site = startSimulator();
  const today = await (await site.get(RECORDS)).text();
  site.simulator.faults.add({ kind: "redesign", path: "*", rate: 1 });
  const page = await (await site.get(RECORDS)).text();
  assertStringIncludes(page, "LEFEVRE");
  assertStringIncludes(page, "1 500m");
  const roster = await (await site.get(ROSTER)).text();
  assertStringIncludes(roster, "LEFEVRE Jean-Baptiste");
  for (const html of [page, roster]) {
    assertStringIncludes(html, "</html>");
    for (const mark of ["<table", "<td", "<h1", "text-blue", "/bases/", "Né(e)", "section_"]) {
      assert(!html.includes(mark), mark);
    }
  }
  const classes = (html: string) =>
    new Set(Array.from(html.matchAll(/class="([^"]*)"/g), ([, name]) => name));
  assertEquals(classes(today).intersection(classes(page)).size, 0);
  const search = await site.get("/ajax/autocompletion.aspx?mode=1&recherche=LEFEVRE J");
  const { hits } = await search.json();
  assert(hits.some(({ id }: { id: string }) => id === "70001989"));
});

Deno.test("a redesign may touch one kind of page only", async () => {
  await using site = startSimulator();
  site.simulator.faults.add({ kind: "redesign", path: "/bases/*frmmode=2*", rate: 1 });
  const isOld = async (path: string) =>
    (await (await site.get(path)).text()).includes("site-header");
  assertEquals([await isOld(ROSTER), await isOld(RECORDS)], [false, true]);
});

Deno.test("the former site has the same names and marks under tables and links of its own", async () => {
  const { text } = await strike({ kind: "former-site" }, RECORDS);
  for (const mark of ["LEFEVRE Jean-Baptiste", "1 500m", 'class="linedRed"', "innerDatas"]) {
    assertStringIncludes(text, mark);
  }
  for (const mark of ["base-table", "text-blue", "/athletes/", "section_5"]) {
    assert(!text.includes(mark), mark);
  }
});

Deno.test("unbalanced pages lack end tags and end in </html> all the same", async () => {
  const count = (html: string, tag: string) => html.split(tag).length - 1;
  const { text } = await strike({ kind: "unbalanced" }, ROSTER);
  assert(text.trimEnd().endsWith("</html>"));
  assertEquals([count(text, "</tbody>"), count(text, "</td>")], [0, 0]);
  assert(count(text, "<tbody") > 0 && count(text, "<td") > 50);
  assertEquals(count(text, "<table") - count(text, "</table>"), 1);
  assertStringIncludes(text, '"<!--"');
  const fragment = await strike(
    { kind: "unbalanced" },
    "/ajax/fiche-athlete-resultats.aspx?seq=70001989&annee=2025",
  );
  assert(count(fragment.text, "<tbody") > 0);
  assertEquals(count(fragment.text, "</tbody>"), 0);
});
