/** The sheet of a group, as the server answers its form and its address. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, text } from "@mypacer/shared/federation/html.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

/** Where an address as the browser sends it leads to. */
async function canonicalOf(path: string): Promise<string | null> {
  const response = await running.site.ask(path);
  await response.body?.cancel();
  assertEquals(response.status, 303, path);
  return response.headers.get("location");
}

/** Sends the form of the group sheet as a browser does. */
function sendGroup(fields: Record<string, string>, path = "/groupe", headers = {}) {
  return running.site.page(path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", ...headers },
    body: new URLSearchParams(fields),
  });
}

Deno.test("the sheet of a group gives each runner a target for each block", async () => {
  const { response, document } = await sendGroup({
    s: `10x400 105 %\r\n15x30" 100`,
    runners: "Amina Berger 16\r\nTom Kessel;10 km;40'00\r\nLou\t13,5",
  });
  assertEquals(response.status, 200);
  const rows = findAll(document, ".group tbody tr")
    .map((row) => findAll(row, "th, td").map((cell) => text(cell).trim()));
  assertEquals(rows.map(([name]) => name), ["Amina Berger", "Tom Kessel", "Lou"]);
  // 400 m at 105 % of 16 km/h: 85.7 s; 30 s at 16 km/h: 133 m.
  assertEquals(rows[0]?.slice(1), ["16,0 km/h", `1'25"7`, "133 m"]);
  assertStringIncludes(rows[1]?.[1] ?? "", "17,1 km/h");
  const fastest = await sendGroup({ runners: "A 13\nB 16", order: "fastest" });
  assertEquals(findAll(fastest.document, ".group tbody th").map((cell) => text(cell)), ["B", "A"]);
});

Deno.test("names of a group are in no address, cache, log nor search engine", async () => {
  const name = "Zoltan Unverwechselbar";
  const { response, document } = await sendGroup({ runners: `${name} 16`, s: "8x300 110" });
  assertStringIncludes(textOf(document, ".group"), name);
  assertEquals(response.headers.get("cache-control"), "private, no-store");
  assertEquals(response.headers.get("x-robots-tag"), "noindex, nofollow");
  const links = findAll(document, "a").map((link) => attribute(link, "href") ?? "");
  assert(links.includes("/groupe?s=8x300@110"), "the session has its own address");
  assert(!links.some((link) => /zoltan/i.test(decodeURIComponent(link))));
  // An address that holds names is led to one that does not.
  assertEquals(await canonicalOf("/groupe?runners=Zoltan+16&s=8x300+110"), "/groupe?s=8x300@110");
  assert(!/zoltan/i.test(running.site.written()), "a name in the log");
});

Deno.test("the group says line by line what it did not understand", async () => {
  const { response, document } = await sendGroup({
    s: "10x400 105\n70x100",
    runners: "Ana 15\nBo\n\nCy 1500 m 5:00",
  });
  assertEquals(response.status, 422);
  for (const id of ["field-s", "field-runners"]) {
    assertEquals(valueOf(document, `#${id}`, "aria-invalid"), "true");
  }
  assertStringIncludes(
    textOf(document, "#field-s-problem"),
    "Ligne 2 : Répétitions : « 70 », hors limites",
  );
  const problems = textOf(document, "#field-runners-problem");
  assertStringIncludes(problems, "Ligne 2 : « Bo »");
  assertStringIncludes(problems, "Ligne 4 : « Cy 1500 m 5:00 »");
  assertEquals(findAll(document, ".group tbody tr").length, 1);
  const many = await sendGroup({ runners: Array(31).fill("Ana 15").join("\n") });
  assertStringIncludes(textOf(many.document, "#field-runners-problem"), "31 coureurs");
  assertEquals(findAll(many.document, ".group tbody tr").length, 30);
});

Deno.test("the group takes forms of this site only", async () => {
  const foreign = await sendGroup({ runners: "A 15" }, "/en/group", {
    "sec-fetch-site": "cross-site",
  });
  assertEquals(foreign.response.status, 403);
  const put = await running.site.ask("/groupe", { method: "PUT" });
  await put.body?.cancel();
  assertEquals([put.status, put.headers.get("allow")], [405, "GET, HEAD, POST"]);
});

type Page = Awaited<ReturnType<typeof sendGroup>>["document"];

/** Cells of the sheet's rows, with plain spaces. */
const sheetOf = (document: Page) =>
  findAll(document, ".group tbody tr").map((row) =>
    findAll(row, "th, td").map((cell) => text(cell).trim().replaceAll(/[\u00a0\u202f]/g, " "))
  );
const headsOf = (document: Page) =>
  findAll(document, ".group thead th").map((cell) =>
    text(cell).trim().replaceAll(/[\u00a0\u202f]/g, " ")
  );

Deno.test("a session of sets, pyramids and free parts stands on the sheet in its order", async () => {
  const { response, document } = await sendGroup({
    s: "échauffement 20 min\n2x(10x30/30) 100 % R 3'\n4x(400-300-200) 105 % r 1' R 3'\n" +
      "6x1000 en 95% r 200 m\nretour au calme 10'",
    runners: "Ana 16",
  });
  assertEquals(response.status, 200);
  assertEquals(
    findAll(document, ".session-lines li").map((line) =>
      text(line).replaceAll(/[\u00a0\u202f]/g, " ")
    ),
    [
      "échauffement 20 min",
      `2 × (10 × 30"), 100 % VMA, récup 30", entre séries 3'00"`,
      `4 × (400 m – 300 m – 200 m), 105 % VMA, récup 1'00", entre séries 3'00"`,
      "6 × 1 000 m, 95 % VMA, récup 200 m",
      "retour au calme 10'",
    ],
  );
  // A column for each length: 30 s at 16 km/h are 133 m; 400 m at 16.8 km/h take 85.7 s, 300 m 64.3
  // s, 200 m 42.9 s; 1000 m at 15.2 km/h take 3'57", a lap of them 94.7 s.
  assertEquals(sheetOf(document), [[
    "Ana",
    "16,0 km/h",
    "133 m",
    `1'25"7`,
    `1'04"3`,
    `42"9`,
    `3'57"tour 1'34"7`,
  ]]);
  assertEquals(headsOf(document).slice(-3), ["400 m", "300 m", "200 m"]);
});

Deno.test("a range of per cent gives two times, the slower first", async () => {
  const { document } = await sendGroup({
    s: '10x400 100-105 %\n15x30"/30" 100-105 %\n8x200 105-110%',
    runners: "Ana 16",
  });
  // 400 m at 16 and 16.8 km/h: 90 and 85.7 s; 30 s: 133 and 140 m; 200 m at 16.8 and 17.6 km/h:
  // 42.9 and 40.9 s.
  assertEquals(sheetOf(document)[0]?.slice(2), [`1'30"–1'26"`, "133–140 m", `42"9–40"9`]);
});

Deno.test("what could be read in another way says how it was read, in the form and by its address", async () => {
  const { response, document } = await sendGroup({
    s: "10x400 105 r 200",
    runners: "Tom 10 km 45",
  });
  assertEquals(response.status, 200);
  assertStringIncludes(textOf(document, "#field-s-reading"), "« r 200 » a été lu en mètres");
  assertStringIncludes(textOf(document, "#field-runners-reading"), `« 45 » a été lu 45'00"`);
  assertEquals(valueOf(document, "#field-s", "aria-describedby"), "field-s-reading field-s-help");
  const linked = await running.site.page("/en/group?s=10+x+30/30");
  assertEquals(linked.response.status, 200);
  assertStringIncludes(textOf(linked.document, "#field-s-reading"), "this block was read at 100%");
  // What leaves nothing to the reader is led to its short address.
  assertEquals(
    await canonicalOf("/groupe?s=2x(8x200+r+30%22)+110%25+R+3%27"),
    "/groupe?s=2x(8x200@110r30)r180",
  );
});

Deno.test("an error names the part that is wrong, in both languages, with what can be written", async () => {
  const forms: [session: string, french: string, english: string][] = [
    [
      "10x400 105% r 20 m",
      `Récupération : « 20 m » peut se lire de plusieurs façons. Écrivez par exemple « 10x400 105% r 20" »`,
      'Recovery: “20 m” can be read in several ways. Write for example “10x400 105% r 20"”',
    ],
    [
      "10x400 105% r 45'",
      "Récupération : « 45' », hors limites, de 50 m à 2 km ou de 5 s à 30 min.",
      "Recovery: “45'” is out of range, 50 m to 2 km or 5 s to 30 min.",
    ],
    [
      "70x100",
      "Répétitions : « 70 », hors limites, de 1 à 60.",
      "Repetitions: “70” is out of range",
    ],
    ["3x2000", "Il manque le pourcentage de VMA", "The share of MAS is missing"],
    [
      "9x10 105%",
      "Distance ou durée : « 10 », hors limites, de 50 m à 20 km ou de 10 s à 1 h.",
      "Distance or time: “10” is out of range, 50 m to 20 km or 10 s to 1 h.",
    ],
    ["10x400 300%", "Part de VMA : « 300% », hors limites, de 40 à 160 %.", "Share of MAS: “300%”"],
    [
      "40x(400-200) 100%",
      "Séries : « 40 », hors limites, de 1 à 20.",
      "Sets: “40” is out of range",
    ],
    ["footing 20'", "Aucun bloc à courir", "There is no block to run"],
  ];
  for (const [session, french, english] of forms) {
    const s = encodeURIComponent(session);
    for (const [path, said] of [["/groupe", french], ["/en/group", english]] as const) {
      const { response, document } = await running.site.page(`${path}?s=${s}`);
      assertEquals(response.status, 400, session);
      assertStringIncludes(textOf(document, "#field-s-problem"), said);
    }
  }
});

Deno.test("a pasted list says above the sheet how its columns were read", async () => {
  const list = "NOM\tPrénom\tNaissance\tVMA\r\nDUPONT\tJean\t1990\t16,5\r\nMARTIN\tZoé\t2001\t14";
  const french = await sendGroup({ runners: list });
  assertEquals(french.response.status, 200);
  assertEquals(sheetOf(french.document).map(([name]) => name), ["DUPONT Jean", "MARTIN Zoé"]);
  assertStringIncludes(
    textOf(french.document, ".group-sheet"),
    "Colonnes lues : nom, prénom, VMA. Non utilisée : Naissance.",
  );
  const english = await sendGroup({ runners: "Name;10 km\nAna;42:30" }, "/en/group");
  assertStringIncludes(
    textOf(english.document, ".group-sheet"),
    "Columns read: name, time over 10 km.",
  );
});
