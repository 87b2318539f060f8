/** Whose name the API is asked in, and what is said to whoever has read enough. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { EVERY_PAGE } from "../testing/every_page.ts";
import { useSampleSite } from "../testing/sample_site.ts";

const running = useSampleSite();

/** What a proxy beside the site adds to a header that the visitor has filled in. */
const VISITOR = { "x-forwarded-for": "203.0.113.1, 198.51.100.7" };
const OWN = { "sec-fetch-site": "same-origin" };

Deno.test("every page asks the API in the visitor's name, but for the figures at its foot", async () => {
  const files = ["/tableau/csv?athletes=1001", "/en/table/text?athletes=1001"];
  for (const path of ["/athlete/1001", ...files, ...EVERY_PAGE.map((page) => page.path)]) {
    await (await running.site.ask(path, { headers: VISITOR })).body?.cancel();
  }
  const added = { "add": "1003", "q": "nobody" };
  await (await running.site.ask("/recherche", {
    method: "POST",
    body: new URLSearchParams(added),
    headers: { ...VISITOR, ...OWN },
  })).body?.cancel();
  const asked = running.api.requests.filter(({ line }) => line !== "GET /status");
  const kinds = new Set(asked.map(({ line }) => line.replace(/\?.*/, "").replace(/\d+/, "{id}")));
  for (
    const kind of [
      "GET /athletes",
      "GET /athletes/{id}",
      "GET /athletes/{id}/records",
      "GET /athletes/{id}/analysis",
      "GET /compare",
      "GET /clubs",
      "GET /clubs/{id}",
      "GET /clubs/{id}/athletes",
      "GET /federation/athletes",
    ]
  ) assert(kinds.has(kind), `${kind} was not asked for: ${[...kinds]}`);
  for (const { line, headers } of asked) {
    assertEquals(headers.get("x-forwarded-for"), "198.51.100.7", line);
  }
});

Deno.test("a page says in its language that the visitor's network has read enough", async () => {
  running.api.share.wait = 1234;
  try {
    const pages: [path: string, said: RegExp][] = [
      ["/recherche?q=dupont", /Trop d’athlètes consultés/],
      ["/en/search?q=dupont", /Too many athletes looked up/],
      ["/club/033904", /Trop d’athlètes consultés/],
      ["/en/club/033904", /Too many athletes looked up/],
      ["/athlete/1001", /Trop d’athlètes consultés/],
      ["/en/athlete/1001", /Too many athletes looked up/],
    ];
    for (const [path, said] of pages) {
      const { response, text } = await running.site.page(path);
      assertEquals([response.status, response.headers.get("retry-after")], [429, "1234"], path);
      assertMatch(text, said, path);
    }
    // What a page shows beside people stays.
    const { response: compared, text: comparison } = await running.site.page(
      "/comparer?athletes=1001",
    );
    assertEquals(compared.status, 429);
    assertMatch(comparison, /trop d’athlètes ont été consultés/);
    const { response, text } = await running.site.page("/en?athletes=1001");
    assertEquals(response.status, 200);
    assertMatch(text, /too many athletes were looked up/);
    const csv = await running.site.ask("/tableau/csv?athletes=1001");
    assertMatch(await csv.text(), /trop d’athlètes consultés/);
    assertEquals(running.site.log.filter(({ level }) => level === "error"), []);
  } finally {
    running.api.share.wait = null;
  }
});
