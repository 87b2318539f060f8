import { attribute, findAll, findFirst, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { textOf, valueOf, withPlainSpaces } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";
import { htmlFaults } from "../../testing/valid_html.ts";

const running = useSampleSite();

/** Points of the curves that are drawn where there is room. */
const curves = (document: Parameters<typeof findAll>[0]) =>
  findAll(document, ".curve-wide .series-line").map((line) => attribute(line, "points"));

Deno.test("a comparison names both of a pair, ranks each distance and draws both curves", async () => {
  const { response, document, text: page } = await running.site.page(
    "/comparer?athletes=1001,1002",
  );
  assertEquals(response.status, 200);
  assertStringIncludes(page, "LEFEVRE Jean-Baptiste devance N'DIAYE Awa sur leurs 8 distances");
  assertEquals(curves(document).length, 2);
  // 33'20" and 3.5 % more over 10 km.
  const ten = findAll(document, ".rankings tbody tr").map(text)
    .find((row) => row.includes("10 km") || row.includes("10\u00a0km")) ?? "";
  for (const part of ["33'20\"", "1er", "34'30\"", "2e, +1'10\""]) assertStringIncludes(ten, part);
});

Deno.test("two athletes are wings around their distances, with the verdict in the head", async () => {
  const { document, html } = await running.site.page("/comparer?athletes=1001,1002");
  const plain = (selector: string) =>
    findAll(document, selector).map((one) => withPlainSpaces(text(one)));
  assertEquals(plain(".versus"), ["A LEFEVRE Jean-Baptiste8– contre 0distancesB N'DIAYE Awa"]);
  assertEquals(plain(".verdict-sentence"), [
    "LEFEVRE Jean-Baptiste devance N'DIAYE Awa sur leurs 8 distances communes, du 100 m au marathon.",
  ]);
  assertEquals(plain(".verdict-basis"), [
    "D’après le meilleur record officiel de chacun sur chaque distance.",
  ]);
  const ten = findAll(document, ".butterfly tbody tr").find((row) =>
    /10\s*km/.test(text(row)) && !/surf/.test(text(row))
  );
  assert(ten);
  // 33'20" and 3.5 % more: 70 s, 3.44 % of the mean of both, and a bar shorter by four times that.
  assertStringIncludes(
    text(ten).replaceAll("\u00a0", " "),
    "33'20\"10 km◂ LEFEVRE Jean-Baptiste devant de 1'10\" · 3,4 %34'30\"",
  );
  assertEquals(
    findAll(ten, ".wing-bar").map((bar) => attribute(bar, "width")),
    ["100.0%", "86.2%"],
  );
  assertEquals(findAll(document, ".wing-behind.slot-1").length, 8);
  assert(!/ style=/.test(html), "the policy of the page allows no inline style");
});

Deno.test("two athletes change sides by a link that keeps the rest, and a third is added below", async () => {
  const { document } = await running.site.page("/en/compare?athletes=1001,1010&by_age=1&unit=mi");
  assertEquals(
    valueOf(document, "a.swap", "href"),
    "/en/compare?by_age=1&unit=mi&athletes=1010,1001",
  );
  assertEquals(valueOf(document, "a.verdict-race", "href"), "/en/race?unit=mi&athletes=1001,1010");
  assertEquals(textOf(document, ".add-more summary"), "Add somebody");
  assert(findFirst(document, ".add-more input[name=q]"));
  assert(!findFirst(document, ".hero input[name=q]"));
});

Deno.test("three athletes and more are compared by a matrix as well", async () => {
  const { document } = await running.site.page("/en/compare?athletes=1001,1002,1003");
  const rows = findAll(document, ".matrix tbody tr").map((row) =>
    findAll(row, "td").map((cell) => text(cell).replaceAll("\u00a0", " "))
  );
  assertEquals(rows, [
    ["the same athlete", "ahead8 distances", "ahead8 distances"],
    ["behind8 distances", "the same athlete", "ahead8 distances"],
    ["behind8 distances", "behind8 distances", "the same athlete"],
  ]);
  assertEquals(
    textOf(document, ".verdict-sentence"),
    "LEFEVRE Jean-Baptiste leads on 8 of 8 distances.",
  );
  assertEquals(findAll(document, ".butterfly").length, 0);
  assertEquals(findAll(document, ".matrix :is(thead, tbody) th[scope]").length, 7);
});

Deno.test("age grading moves the curves as well as the tables", async () => {
  const asRun = await running.site.page("/comparer?athletes=1001,1010");
  const graded = await running.site.page("/comparer?athletes=1001,1010&by_age=1");
  // MARTIN Camille A, of 1980, was 44 at the race: her curve lies elsewhere.
  const [before, after] = [curves(asRun.document), curves(graded.document)];
  assertEquals([before.length, after.length], [2, 2]);
  assertNotEquals(before[1], after[1]);
  const point = (page: typeof asRun) =>
    findAll(page.document, ".curve-wide :is(.series-letter, .series [role=img])").map((one) =>
      attribute(one, "aria-label")
    ).find((label) => label?.startsWith("MARTIN") && label.includes("10 Km Route")) ?? "";
  assert(!point(asRun).includes("à âge corrigé"), point(asRun));
  assertStringIncludes(point(graded), "à âge corrigé");
  assertStringIncludes(textOf(graded.document, ".rankings"), "couru en");
});

Deno.test("who has no records is named, and the others are compared", async () => {
  running.api.moods.set("1002", "unavailable");
  const { response, document, text: page } = await running.site.page(
    "/comparer?athletes=1001,1002,999,1004",
  );
  running.api.moods.clear();
  assertEquals(response.status, 200);
  assertStringIncludes(page, "Records indisponibles pour l’instant : N'DIAYE Awa.");
  assertStringIncludes(page, "Pas, ou plus, dans l’annuaire : Athlète n° 999.");
  assertStringIncludes(page, "LEFEVRE Jean-Baptiste devance DUPONT Marie");
  // The letters stay those of the list.
  assertEquals(findAll(document, ".rankings thead .badge").map(text), ["A", "D"]);
  const compared = running.api.requests.findLast(({ line }) => line.includes("/compare"));
  assertEquals(compared?.line, "GET /compare?athletes=1001,1004");
});

Deno.test("one slow reading holds up nobody else", async () => {
  running.api.moods.set("1003", "silent");
  const { response, document, text: page } = await running.site.page(
    "/comparer?athletes=1003,1001,1002",
  );
  running.api.speak();
  running.api.moods.clear();
  assertEquals(response.status, 200);
  assertStringIncludes(page, "Chargement des records…");
  assertStringIncludes(page, "LEFEVRE Jean-Baptiste devance N'DIAYE Awa");
  assertEquals(valueOf(document, "head meta[http-equiv=refresh]", "content"), "5");
});

Deno.test("an address goes on with what is good and names what is wrong", async () => {
  const nine = Array.from({ length: 9 }, (_, at) => 1010 + at);
  const states: [path: string, status: number, part: string][] = [
    ["/comparer", 200, "cherchez un premier athlète"],
    ["/comparer?athletes=", 200, "cherchez un premier athlète"],
    ["/comparer?athletes=1001", 200, "Ajoutez un second athlète pour le comparer à LEFEVRE"],
    ["/comparer?athletes=1001,1001", 200, "compté une fois : n° 1001."],
    ["/comparer?athletes=1001,abc,1002", 400, "Pas un numéro d’athlète : « abc »."],
    ["/comparer?athletes=1001,999", 200, "Seul athlète dont des records peuvent être comparés"],
    ["/comparer?athletes=999", 404, "n’est pas, ou plus, dans l’annuaire"],
    [`/comparer?athletes=${nine}`, 400, "8 athlètes au plus ; laissés de côté : n° 1018."],
    [`/en/compare?athletes=${nine}`, 400, "8 athletes at most; left out: no. 1018."],
  ];
  for (const [path, status, part] of states) {
    const { response, html, document, text: page } = await running.site.page(path);
    assertEquals(response.status, status, path);
    assertStringIncludes(page, part, path);
    // Nowhere a dead end: there is the field, or the way to make room.
    assert(findFirst(document, "input[name=q], a.chip-remove"), path);
    assertEquals(await htmlFaults(html), [], path);
  }
  const { document } = await running.site.page(`/comparer?athletes=${nine}`);
  assertEquals(findAll(document, ".matrix tbody tr").length, 8);
});

Deno.test("one athlete alone is shown, with the field to choose the second", async () => {
  const page = await running.site.page("/comparer?athletes=1001");
  assertStringIncludes(textOf(page.document, ".chip"), "LEFEVRE Jean-Baptiste");
  assertStringIncludes(textOf(page.document, ".chip"), "11 records, à jour au");
  assertEquals(curves(page.document).length, 1);
  assertEquals(
    textOf(page.document, "label[for=athlete-search]"),
    "Ajouter un athlète à la comparaison",
  );
});

Deno.test("a comparison is added to through the results of a search, and keeps its settings", async () => {
  const { document } = await running.site.page("/comparer?athletes=1001&age=3&by_age=1&slow=5:00");
  const fields = findAll(document, "form[role=search] input[type=hidden]").map((input) => [
    attribute(input, "name"),
    attribute(input, "value"),
  ]);
  const query = new URLSearchParams(fields as string[][]);
  query.set("q", "n'diaye");
  const results = await running.site.page(`/recherche?${query}`);
  assertEquals(
    valueOf(results.document, "a.result", "href"),
    "/comparer?by_age=1&age=3&slow=5:00&athletes=1001,1002",
  );
  const back = findAll(results.document, ".results-links a").find((one) =>
    text(one) === "Retour à la comparaison"
  );
  assertEquals(
    back && attribute(back, "href"),
    "/comparer?by_age=1&age=3&slow=5:00&athletes=1001",
  );
});

Deno.test("an athlete is removed by a link that keeps the rest", async () => {
  const { document } = await running.site.page(
    "/en/compare?athletes=1001,1002,999&by_age=1&unit=mi",
  );
  assertEquals(
    findAll(document, "a.chip-remove").map((link) => attribute(link, "href")),
    [
      "/en/compare?by_age=1&unit=mi&athletes=1002,999",
      "/en/compare?by_age=1&unit=mi&athletes=1001,999",
      "/en/compare?by_age=1&unit=mi&athletes=1001,1002",
    ],
  );
});

Deno.test("no address of a comparison is too much for the server", async () => {
  const id = fc.oneof(
    fc.constantFrom("1001", "1002", "1003", "1005", "1012", "999", "0", "000000000000"),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.stringMatching(/^\d{1,15}$/),
  );
  const address = fc.record({
    athletes: fc.array(id, { maxLength: 14 }),
    separator: fc.constantFrom(",", ";", " ", ",,", "\n", "\u200b"),
    by_age: fc.constantFrom("", "1", "x"),
    age: fc.constantFrom("", "1", "-3", "1e9", "x"),
    path: fc.constantFrom("/comparer", "/en/compare"),
  });
  await fc.assert(
    fc.asyncProperty(address, async ({ athletes, separator, by_age, age, path }) => {
      const query = new URLSearchParams({ athletes: athletes.join(separator), by_age, age });
      const response = await running.site.ask(`${path}?${query}`);
      await response.body?.cancel();
      assert(response.status < 500, `${response.status} ${path}?${query}`);
    }),
    { numRuns: 300 },
  );
});

Deno.test("records of the world stand beside those who are compared, and change nobody's place", async () => {
  const plain = await running.site.page("/comparer?athletes=1001,1002");
  const places = (document: Parameters<typeof findAll>[0]) => findAll(document, ".place").map(text);
  const links = findAll(plain.document, ".record-lists a");
  assertEquals(links.map(text), [
    "Record du monde, hommes",
    "Record du monde, femmes",
    "Record de France, hommes",
    "Record de France, femmes",
  ]);
  const address = valueOf(plain.document, ".record-lists a", "href") ?? "";
  const { document, html } = await running.site.page(address);
  assertEquals(places(document), places(plain.document));
  const table = findAll(document, "table").find((one) =>
    findAll(one, "caption").map(text).includes("Record du monde, hommes")
  );
  assert(table);
  const rows = findAll(table, "tbody tr").map((row) => withPlainSpaces(text(row)));
  // 7,170 s of 9,487 s, and of 9,487 s and 3.5 % more, rounded to 9,819 s.
  assertEquals(
    rows.find((row) => row.startsWith("Marathon")),
    [
      "Marathon1h59'30\"Sabastian Sawe · 26/04/2026· record au 26/04/2026",
      "2h38'07\"75,6 %2h43'39\"73,0 %",
    ].join(""),
  );
  assertEquals(await htmlFaults(html), []);
  const alone = await running.site.page("/en/compare?athletes=1001&records=france-f");
  assertStringIncludes(alone.text, "French record, women");
  assertStringIncludes(alone.text, "Mekdes Woldu");
});
