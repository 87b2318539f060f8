import { attribute, findAll, findFirst, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { textOf, valueOf, withPlainSpaces } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";
import { htmlFaults } from "../../testing/valid_html.ts";

const running = useSampleSite();

Deno.test("a race tells how far everybody is from the line, in words, as a table and as pictures", async () => {
  const { response, document, html } = await running.site.page(
    "/course?athletes=1002,1001&distance=10000",
  );
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("cache-control"), "private, no-store");
  assertEquals(response.headers.get("x-robots-tag"), "noindex, nofollow");
  assertEquals(valueOf(document, "meta[name=robots]", "content"), "noindex, nofollow");
  assertEquals(withPlainSpaces(textOf(document, "h1")), "La course : 10 km");
  // 33'20" and 34'30": 10,000 m less 2000 s of 10,000 m in 2070 s.
  assertEquals(
    withPlainSpaces(textOf(document, ".verdict-sentence")),
    "Quand LEFEVRE Jean-Baptiste passe la ligne, N'DIAYE Awa est à 338 m.",
  );
  assertEquals(
    findAll(document, ".race-result tbody tr").map((row) =>
      withPlainSpaces(text(row)).replaceAll("  ", " ")
    ),
    [
      "1. B LEFEVRE Jean-Baptiste33'20\" route · 12/05/2024à la ligne–",
      "2. A N'DIAYE Awa34'30\" route · 12/05/2024338 m+1'10\"",
    ],
  );
  assertEquals(
    findAll(document, ".race-still figcaption").map((one) => withPlainSpaces(text(one))),
    [
      "Départ",
      "À mi-course, 16'40\"",
      "Première arrivée, 33'20\"",
    ],
  );
  assertEquals(
    findAll(document, ".race-still svg").map((one) =>
      withPlainSpaces(attribute(one, "aria-label") ?? "")
    ),
    [
      "Vue de la piste. N'DIAYE Awa : 0 m, LEFEVRE Jean-Baptiste : 0 m",
      "Vue de la piste. N'DIAYE Awa : 4 831 m, LEFEVRE Jean-Baptiste : 5 000 m",
      "Vue de la piste. N'DIAYE Awa : 9 662 m, LEFEVRE Jean-Baptiste : 10 000 m",
    ],
  );
  assertEquals(findAll(document, ".race-bib").map(text), ["A", "B"]);
  assert(!/ style=/.test(html), "the policy of the page allows no inline style");
});

Deno.test("a race chooses the distance that most have run, and offers the others", async () => {
  const { document } = await running.site.page("/en/race?athletes=1001,1002&slow=5:00");
  assertEquals(withPlainSpaces(textOf(document, "h1")), "The race: 10 km");
  const links = findAll(document, ".race-distances a");
  assertEquals(links.map((link) => withPlainSpaces(text(link))), [
    "100 m",
    "800 m",
    "1500 m",
    "5 km",
    "10 km",
    "Half",
    "Marathon",
  ]);
  assertEquals(links.map((link) => attribute(link, "aria-current") ?? null).indexOf("page"), 4);
  assertEquals(
    links.map((link) => attribute(link, "href")).at(-2),
    "/en/race?distance=21097.5&slow=5:00&athletes=1001,1002",
  );
  const marathon = await running.site.page("/en/race?athletes=1001,1002&distance=42195");
  assertStringIncludes(
    textOf(marathon.document, ".race-how"),
    "a lap of the picture stands for 4 km",
  );
  const sprint = await running.site.page("/course?athletes=1001,1002&distance=100");
  // 13"42 and 13"89: 0.47 s of 100 m in 13.89 s.
  assertStringIncludes(
    withPlainSpaces(textOf(sprint.document, ".verdict-sentence")),
    "est à 3,4 m.",
  );
  assertStringIncludes(textOf(sprint.document, ".race-how"), "en ligne droite");
});

Deno.test("an address of a race goes on with what is good and names what is wrong", async () => {
  const states: [path: string, status: number, part: string][] = [
    ["/course", 200, "Personne n’est encore au départ."],
    ["/en/race", 200, "Nobody is at the start yet."],
    ["/course?athletes=1001", 200, "il faut au moins deux adultes avec un temps sur 10 km."],
    ["/course?athletes=1001,1002&distance=semi", 200, "La course : Semi"],
    ["/course?athletes=1001,1002&distance=7000", 400, "Distance non proposée : « 7000 »."],
    ["/course?athletes=1001,1002&distance=<b>", 400, "Distance non proposée : « <b> »."],
    ["/course?athletes=1001,x", 400, "Pas un numéro d’athlète : x."],
    ["/course?athletes=1001,1002&distance=3000", 200, "Pas de record sur 3 000 m"],
    ["/course?athletes=1001,999", 200, "Records indisponibles : Athlète n° 999."],
    ["/course?athletes=999", 404, "Athlète n° 999"],
  ];
  for (const [path, status, part] of states) {
    const { response, html, document, text: page } = await running.site.page(path);
    assertEquals(response.status, status, path);
    assertStringIncludes(withPlainSpaces(page), part, path);
    // Nowhere a dead end.
    assert(findFirst(document, "input[name=q]"), path);
    assertEquals(await htmlFaults(html), [], path);
  }
});

Deno.test("somebody is put at the start by the search, which keeps the race, and taken out by a link", async () => {
  const { document } = await running.site.page("/course?athletes=1001&distance=5000&slow=5:00");
  const fields = findAll(document, "form[role=search] input[type=hidden]").map((input) => [
    attribute(input, "name"),
    attribute(input, "value"),
  ]);
  const query = new URLSearchParams(fields as string[][]);
  query.set("q", "n'diaye");
  const results = await running.site.page(`/recherche?${query}`);
  assertEquals(
    valueOf(results.document, "a.result", "href"),
    "/course?distance=5000&slow=5:00&athletes=1001,1002",
  );
  assertStringIncludes(results.text, "Retour à la course");
  const two = await running.site.page("/en/race?athletes=1001,1002&distance=5000");
  assertEquals(
    findAll(two.document, ".race-chosen a").map((link) => attribute(link, "href")),
    ["/en/race?distance=5000&athletes=1002", "/en/race?distance=5000&athletes=1001"],
  );
});

Deno.test("records of the world and of France run as well, each with holder and source date", async () => {
  const { document } = await running.site.page(
    "/en/race?records=world-f&athletes=1001&distance=1500",
  );
  // 3:48.68 and 4:12.30: 1,500 m less 228.68 s of 1,500 m in 252.30 s.
  assertEquals(
    withPlainSpaces(textOf(document, ".verdict-sentence")),
    "When the women’s world record crosses the line, LEFEVRE Jean-Baptiste has 140 m to go.",
  );
  const [first] = findAll(document, ".race-result tbody tr").map((row) =>
    withPlainSpaces(text(row))
  );
  assertStringIncludes(first ?? "", "3:48.68 track · 5 Jul 2025 · Faith Kipyegon · ");
  assertEquals(findAll(document, ".race-result tbody a").length, 1);
  assertEquals(
    findAll(document, ".race-chosen a").map((link) => attribute(link, "href")),
    ["/en/race?distance=1500&records=world-f", "/en/race?distance=1500&athletes=1001"],
  );
  assertEquals(findAll(document, ".race-records a").length, 3);
  const lists = await running.site.page("/course?records=world-m,world-f&distance=800");
  assertEquals(lists.response.status, 200);
  assertStringIncludes(
    withPlainSpaces(textOf(lists.document, ".verdict-sentence")),
    "Quand le record du monde masculin passe la ligne, le record du monde féminin est à ",
  );
});

Deno.test("a race waits for records that are being read, and says when it cannot be made", async () => {
  running.api.moods.set("1001", "silent");
  const waiting = await running.site.page("/course?athletes=1001");
  running.api.speak();
  running.api.moods.clear();
  assertEquals(waiting.response.status, 200);
  assertEquals(valueOf(waiting.document, "head meta[http-equiv=refresh]", "content"), "5");
});
