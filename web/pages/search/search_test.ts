import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, type HtmlNode, text } from "@mypacer/shared/federation/html.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

Deno.test("a search without scripts lists athletes as links that keep the state", async () => {
  const { response, document } = await running.site.page(
    "/recherche?q=dupont&slow=5:00&athletes=1001",
  );
  assertEquals(response.status, 200);
  assertEquals(findAll(document, "a.result").map((link) => attribute(link, "href")), [
    "/?slow=5:00&athletes=1001,1003",
    "/?slow=5:00&athletes=1001,1004",
  ]);
  assertEquals(findAll(document, ".athlete-name mark").map(text), ["DUPONT", "DUPONT"]);
  assertEquals(findAll(document, ".athlete-facts").map(text), [
    "sans club · Masters 1 (40-44 ans) · née en 1985",
    "Stade Exemple Brestois · Seniors · née en 2001",
  ]);
  assertEquals(valueOf(document, "form.search input[name=slow]", "value"), "5:00");
});

Deno.test("results say how many there are, lead to the athlete's page, and are narrowed by links", async () => {
  const { document } = await running.site.page("/recherche?q=dupont&slow=5:00&athletes=1001");
  assertEquals(textOf(document, "h1"), "2 athlètes pour « dupont »");
  assertEquals(valueOf(document, "a.result-link", "href"), "/athlete/1003?slow=5:00&athletes=1001");
  assertEquals(textOf(document, "a.result-link .hidden"), "Profil de DUPONT Marie");
  const chips = (document: HtmlNode) =>
    findAll(document, ".facet").map((chip) => [text(chip), attribute(chip, "href")]);
  const query = "/recherche?q=dupont";
  const state = "&slow=5:00&athletes=1001";
  assertEquals(chips(document), [
    ["Femmes et hommes", `${query}${state}`],
    ["Femmes2", `${query}&sex=F${state}`],
    ["Hommes0", `${query}&sex=M${state}`],
    ["Seniors1", `${query}&cat=SE${state}`],
    ["Masters 1 (40-44 ans)1", `${query}&cat=M1${state}`],
  ]);
  // The filter that is set is a link that takes it away, and what it refused is not counted.
  const filtered = await running.site.page("/en/search?q=dupont&cat=M1");
  assertEquals(textOf(filtered.document, "h1"), "1 athlete for “dupont”");
  assertEquals(chips(filtered.document), [
    ["Women and men", "/en/search?q=dupont&cat=M1"],
    ["Women1", "/en/search?q=dupont&sex=F&cat=M1"],
    ["Men0", "/en/search?q=dupont&sex=M&cat=M1"],
    ["Masters 40-441", "/en/search?q=dupont"],
  ]);
  assertEquals(chips((await running.site.page("/recherche?q=nobody")).document), []);
  const many = await running.site.page("/recherche?q=martin");
  assertEquals(textOf(many.document, "h1"), "26 athlètes pour « martin »");
  assertEquals(
    textOf(many.document, ".results-count"),
    "Athlètes 1 à 20, les plus proches d’abord",
  );
});

Deno.test("a search for figures answers them, without asking for athletes", async () => {
  const requestsBefore = running.api.requests.length;
  const { response, document } = await running.site.page("/recherche?q=10+km+en+42%2730");
  assertEquals(response.status, 200);
  assertEquals(textOf(document, ".answer h2"), "10 km en 42'30\"");
  assertEquals(textOf(document, ".answer-main dd"), "4'15\"/km");
  assertEquals(
    findAll(document, ".answer a").map((link) => attribute(link, "href")),
    [
      "/?mine=4:15",
      "/planificateur?d=10000&t=42:30",
      "/predictions?r=10000@42:30",
      "/zones?by=result&d=10000&t=42:30",
    ],
  );
  assert(
    running.api.requests.slice(requestsBefore).every(({ line }) => !line.includes("/athletes")),
  );
  const speed = await running.site.page("/en/search?q=16+km/h");
  assertEquals(textOf(speed.document, ".answer-main dd"), "3:45/km");
  // A distance may be somebody's name as well.
  const half = await running.site.page("/recherche?q=semi");
  assertEquals(textOf(half.document, ".answer h2"), "Semi");
  assert(running.api.requests.some(({ line }) => line.includes("/athletes?q=semi")));
});

Deno.test("a search that cannot be made says why at its field and keeps what was typed", async () => {
  const long = "a".repeat(200);
  for (
    const [query, status, message] of [
      ["a", 400, "trois lettres"],
      ["", 400, "trois lettres"],
      ["%20%20", 400, "trois lettres"],
      ["%00%00%00", 400, "trois lettres"],
      [long, 400, "80 caractères au plus"],
      ["a%20b%20c%20d%20e%20f%20g%20h%20i", 400, "huit au plus"],
      ["%25%25%25", 400, "lettres latines"],
    ] as const
  ) {
    const { response, document } = await running.site.page(`/recherche?q=${query}`);
    assertEquals(response.status, status);
    assertStringIncludes(textOf(document, "#athlete-search-problem"), message);
    assertEquals(valueOf(document, "#athlete-search", "aria-invalid"), "true");
    assertEquals(
      valueOf(document, "#athlete-search", "aria-describedby"),
      "athlete-search-problem",
    );
  }
  const { document } = await running.site.page("/recherche?q=nobody");
  assertStringIncludes(textOf(document, ".results-count"), "Aucun athlète à ce nom");
  for (const query of ["🏃🏃🏃", "Иван"]) {
    const { response, document } = await running.site.page(
      `/recherche?q=${encodeURIComponent(query)}`,
    );
    assertEquals(response.status, 200);
    assertStringIncludes(textOf(document, ".nothing"), "lettres latines");
  }
});

Deno.test("a pasted address of an athlete's page finds the athlete, however long it is", async () => {
  for (
    const address of [
      "https://www.athle.fr/athletes/1003",
      "https://www.athle.fr/athletes/1003/resultats?saison=2026",
      `https://mypacer.example/athlete/1003?d=${"7000,".repeat(30)}`,
      "\u200ehttps://www.athle.fr/athletes/1003\u200b",
    ]
  ) {
    const query = new URLSearchParams({ q: address });
    const { response, document } = await running.site.page(`/recherche?${query}`);
    assertEquals(response.status, 200, address);
    assertEquals(names(document), ["DUPONT Marie"], address);
    // The federation has no people of that name.
    assertEquals(findAll(document, ".federation"), []);
  }
});

Deno.test("two letters are a whole name, and a search of nobody says so", async () => {
  const found = await running.site.page("/recherche?q=LY");
  assertEquals(found.response.status, 200);
  assertEquals(names(found.document), ["LY Awa"]);
  const nobody = await running.site.page("/recherche?q=du");
  assertEquals(nobody.response.status, 200);
  assertStringIncludes(textOf(nobody.document, ".nothing"), "nom entier : du");
});

const names = (document: HtmlNode) => findAll(document, ".results .athlete-name").map(text);

Deno.test("filters and pages work as a form and as links, without overlap", async () => {
  const first = await running.site.page("/recherche?q=martin&sex=F&slow=5:00");
  assertEquals(names(first.document).length, 13);
  const all: string[] = [];
  let path: string | null = "/recherche?q=martin&slow=5:00&cat=SE&since=2020";
  let pages = 0;
  for (; path !== null && pages < 5; pages++) {
    const { response, document } = await running.site.page(path);
    assertEquals(response.status, 200);
    assertEquals(valueOf(document, "details.filters", "open"), "");
    assertEquals(valueOf(document, "#filter-category option[selected]", "value"), "SE");
    assertEquals(valueOf(document, "ol.results", "start"), String(all.length + 1));
    assertEquals(valueOf(document, "meta[name=robots]", "content"), "noindex, nofollow");
    all.push(...names(document));
    path = valueOf(document, "a[rel~=next]", "href");
    assertEquals(valueOf(document, "a[rel~=prev]", "href") !== null, pages > 0);
  }
  assertEquals([pages, all.length, new Set(all).size], [2, 26, 26]);
  const { document } = await running.site.page("/recherche?q=martin");
  for (const id of ["club", "sex", "category", "since"]) {
    assertEquals(valueOf(document, `#filter-${id}`, "form"), "athlete-search-form");
  }
});

Deno.test("a club is found by name or number, alone as well, and is asked for where several fit", async () => {
  for (const club of ["033904", "Exemple Bordeaux", "bordeaux"]) {
    const { document } = await running.site.page(
      `/recherche?q=&club=${encodeURIComponent(club)}&sex=M`,
    );
    // Thirteen of Bordeaux, and who tries the renderer.
    assertEquals(names(document).length, 14, club);
  }
  assertEquals(names((await running.site.page("/recherche?q=ma&club=033904")).document).length, 20);
  const { document } = await running.site.page("/recherche?q=dupont&club=exemple");
  const choices = findAll(document, ".club-choice a").map((link) => attribute(link, "href"));
  assert(choices.length > 1);
  assertStringIncludes(choices[0] ?? "", "q=dupont&club=0");
  const none = await running.site.page("/recherche?q=dupont&club=zzz");
  assertStringIncludes(none.text, "Aucun club ne s’appelle « zzz »");
  assertEquals((await running.site.page("/recherche?q=&sex=F")).response.status, 400);
});

Deno.test("a search that finds nobody tells what was understood and leads to the federation", async () => {
  const { document, text: said } = await running.site.page("/recherche?q=nobody&club=069902");
  assertStringIncludes(said, "nom : nobody");
  assertStringIncludes(said, "club : Lyon Exemple Athle (069902)");
  assertStringIncludes(
    valueOf(document, ".federation a[rel~=external]", "href") ?? "",
    "frmnom=NOBODY",
  );
  assertEquals(valueOf(document, ".federation form", "method"), "get");
  assertEquals(valueOf(document, ".federation form input[name=at]", "value"), "ffa");
  const { document: numbers } = await running.site.page("/recherche?q=12345678");
  assertEquals(findAll(numbers, ".federation"), []);
});

Deno.test("the federation's search is asked only when wanted; who is not in the index is added by a button", async () => {
  const before = running.api.requests.length;
  await running.site.page("/recherche?q=dupont");
  const { document, text: said } = await running.site.page("/recherche?q=dupont&at=ffa&slow=5:00");
  assertEquals(
    running.api.requests.slice(before).filter(({ line }) => line.includes("/federation/")).map((
      { line },
    ) => line),
    ["GET /federation/athletes?q=dupont"],
  );
  assertStringIncludes(said, "athle.fr trouve 2 athlètes");
  assertEquals(valueOf(document, ".federation form", "method"), "post");
  assertEquals(valueOf(document, ".federation button[name=add]", "value"), "1003");
  assertEquals(valueOf(document, ".federation a.result", "href"), "/?slow=5:00&athletes=1004");
});

/** A form as a browser sends it. */
const form = (fields: Record<string, string>, headers: HeadersInit): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
  headers,
});
const OWN = { "sec-fetch-site": "same-origin" };

Deno.test("choosing an athlete of the federation adds them and leads to the table", async () => {
  for (const headers of [OWN, { origin: running.site.url }]) {
    const response = await running.site.ask(
      "/recherche",
      form({ add: "1003", q: "dupont", slow: "5:00", athletes: "1001" }, headers),
    );
    await response.body?.cancel();
    assertEquals(
      [response.status, response.headers.get("location")],
      [303, "/?slow=5:00&athletes=1001,1003"],
    );
  }
  assertEquals(running.api.requests.at(-1)?.line, "POST /athletes");
  assertEquals(running.api.requests.at(-1)?.body, '{"ffa_id":"1003"}');
});

Deno.test("no other site, and no link, has an athlete added", async () => {
  const before = running.api.requests.filter(({ line }) => line.startsWith("POST")).length;
  for (
    const [headers, status] of [
      [{ "sec-fetch-site": "cross-site" }, 403],
      [{ "sec-fetch-site": "same-site" }, 403],
      [{ "sec-fetch-site": "none" }, 403],
      [{ origin: "https://elsewhere.invalid" }, 403],
      [{ origin: "null" }, 403],
      [{}, 403],
      [{ ...OWN, "content-type": "text/plain" }, 400],
    ] as [Record<string, string>, number][]
  ) {
    const response = await running.site.ask("/en/search", form({ add: "1003" }, headers));
    await response.body?.cancel();
    assertEquals(response.status, status, JSON.stringify(headers));
  }
  for (const add of ["", "abc", "1".repeat(13)]) {
    const response = await running.site.ask("/recherche", form({ add }, OWN));
    await response.body?.cancel();
    assertEquals(response.status, 400);
  }
  const large = await running.site.ask(
    "/recherche",
    form({ add: "1003", q: "a".repeat(20_000) }, OWN),
  );
  await large.body?.cancel();
  assertEquals(large.status, 400);
  await running.site.page("/?athletes=999999");
  await running.site.page("/recherche?q=dupont&add=1003");
  assertEquals(running.api.requests.filter(({ line }) => line.startsWith("POST")).length, before);
  const refused = await running.site.ask("/recherche", { method: "PUT" });
  await refused.body?.cancel();
  assertEquals([refused.status, refused.headers.get("allow")], [405, "GET, HEAD, POST"]);
});

Deno.test("a federation that cannot be asked is told, and the results stay", async () => {
  try {
    for (
      const [refuses, status, said] of [[429, 429, "Trop de"], [503, 503, "ne répond"]] as const
    ) {
      running.api.federation.refuses = refuses;
      const asked = await running.site.page("/recherche?q=dupont&at=ffa");
      const posted = await running.site.page("/recherche", form({ add: "1003", q: "dupont" }, OWN));
      for (const { response, document } of [asked, posted]) {
        assertEquals([response.status, response.headers.get("retry-after")], [status, "20"]);
        assertStringIncludes(textOf(document, ".federation [role=alert]"), said);
        assertEquals(names(document).length, 2);
      }
    }
  } finally {
    running.api.federation.refuses = null;
  }
  const gone = await running.site.page("/en/search", form({ add: "424242", q: "dupont" }, OWN));
  assertEquals(gone.response.status, 404);
  assertStringIncludes(textOf(gone.document, ".federation [role=alert]"), "no page");
});

Deno.test("a search leads to the comparison it was asked for, with its settings", async () => {
  const { document } = await running.site.page(
    "/recherche?q=n'diaye&athletes=1001&to=compare&by_age=1&age=3",
  );
  assertEquals(
    valueOf(document, "a.result", "href"),
    "/comparer?by_age=1&age=3&athletes=1001,1002",
  );
  assertEquals(
    text(findAll(document, ".results-links a").at(-1) ?? document),
    "Retour à la comparaison",
  );
  const again = valueOf(document, "form[role=search] input[name=to]", "value");
  assertEquals([again, valueOf(document, ".federation-ask input[name=to]", "value")], [
    "compare",
    "compare",
  ]);
  // To the table, as ever.
  for (const query of ["q=n'diaye&athletes=1001", "q=n'diaye&athletes=1001&to=x&age=3"]) {
    const usual = await running.site.page(`/recherche?${query}`);
    assertEquals(valueOf(usual.document, "a.result", "href"), "/?athletes=1001,1002");
  }
});

Deno.test("who is at the federation alone is added to the comparison", async () => {
  const response = await running.site.ask(
    "/recherche",
    form({ add: "1003", q: "dupont", athletes: "1001", to: "compare" }, OWN),
  );
  await response.body?.cancel();
  assertEquals(
    [response.status, response.headers.get("location")],
    [303, "/comparer?athletes=1001,1003"],
  );
});
