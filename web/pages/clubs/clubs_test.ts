import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  attribute,
  findAll,
  findFirst,
  type HtmlNode,
  text,
} from "@mypacer/shared/federation/html.ts";
import { startBuiltSite } from "../../testing/built_site.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

const names = (document: HtmlNode) => findAll(document, ".results .athlete-name").map(text);
const links = (document: HtmlNode, selector: string) =>
  findAll(document, selector).map((link) => attribute(link, "href"));

Deno.test("a club's page tells where it is, how many each season had, and who is in it now", async () => {
  const { response, document } = await running.site.page("/club/069902");
  assertEquals(response.status, 200);
  assertEquals(textOf(document, "h1"), "Lyon Exemple Athle");
  assertEquals(
    textOf(document, ".lead"),
    "Rhône (69) · Ligue Île-de-France · saisons 2015 à 2026 · n° 069902",
  );
  // 2026: 1, 2025: 2, 2023: 3, 2015: 4; the years between had nobody, and are shown as such.
  assertEquals(textOf(document, ".seasons > p"), "1 en 2026 ; le plus : 4 en 2015.");
  assertEquals(
    findAll(document, ".season-bar").map((bar) => attribute(bar, "height")),
    ["100", ...Array(7).fill("0"), "75", "0", "50", "25"],
  );
  assertEquals(findAll(document, ".season-table tbody tr").map(text), [
    "20261",
    "20252",
    "20233",
    "20154",
  ]);
  assertEquals(names(document), ["N'DIAYE Awa"]);
  assertEquals(links(document, "a.result"), ["/?athletes=1002"]);
  assertEquals(
    running.api.requests.at(-1)?.line,
    "GET /clubs/069902/athletes?season=2026&limit=50&offset=0",
  );
});

Deno.test("a club's athletes are filtered by a form and keep the state of the table", async () => {
  const path = "/en/club/033904?season=2023&sex=F&cat=SE&athletes=1010";
  const { document } = await running.site.page(path);
  assertEquals(names(document).length, 13);
  assertEquals(
    running.api.requests.at(-1)?.line,
    "GET /clubs/033904/athletes?season=2023&sex=F&category=SE&limit=50&offset=0",
  );
  assertEquals(valueOf(document, "#filter-season option[selected]", "value"), "2023");
  assertEquals(valueOf(document, "form.filters input[name=sex]", "value"), "F");
  assertEquals(valueOf(document, "form.filters input[name=athletes]", "value"), "1010");
  assertEquals(valueOf(document, "form.filters", "action"), "/en/club/033904");
  assertStringIncludes(textOf(document, "ol.results li"), "already shown");
  assertEquals(
    valueOf(document, "a.language", "href"),
    "/club/033904?season=2023&sex=F&cat=SE&athletes=1010",
  );
  await running.site.page("/club/033904?season=all&p=3");
  assertEquals(running.api.requests.at(-1)?.line, "GET /clubs/033904/athletes?limit=50&offset=100");
});

Deno.test("a club's athletes are narrowed by links, which tell how many they leave", async () => {
  const { document } = await running.site.page("/club/033904?sex=M&athletes=1010");
  const chips = findAll(document, ".facet").map((chip) => [
    text(chip),
    attribute(chip, "aria-current") === "true",
    attribute(chip, "href"),
  ]);
  assertEquals(chips, [
    ["Femmes et hommes", false, "/club/033904?athletes=1010"],
    ["Femmes", false, "/club/033904?sex=F&athletes=1010"],
    ["Hommes14", true, "/club/033904?sex=M&athletes=1010"],
    ["Seniors14", false, "/club/033904?sex=M&cat=SE&athletes=1010"],
    ["A–Z", true, "/club/033904?sex=M&athletes=1010"],
    ["D", false, "/club/033904?sex=M&letter=d&athletes=1010"],
    ["M", false, "/club/033904?sex=M&letter=m&athletes=1010"],
  ]);
  await running.site.page("/club/033904?letter=M");
  assertEquals(
    running.api.requests.at(-1)?.line,
    "GET /clubs/033904/athletes?season=2026&letter=m&limit=50&offset=0",
  );
  const second = await running.site.page("/en/club/033904?season=all");
  assertStringIncludes(textOf(second.document, ".results-count"), "27 athletes");
});

Deno.test("a name is searched for inside a club; one that cannot be says why, beside everybody", async () => {
  const { document } = await running.site.page("/club/033904?q=camille&cat=SE");
  assertEquals(
    running.api.requests.at(-1)?.line,
    "GET /athletes?q=camille&club=033904&category=SE&limit=50&with=counts",
  );
  assertEquals(names(document).length, 26);
  assertEquals(text(findFirst(document, ".athlete-name mark") ?? document), "Camille");
  assertEquals(valueOf(document, "#filter-name", "value"), "camille");
  await running.site.page("/club/033904?q=camille&p=99");
  assertEquals(
    running.api.requests.at(-1)?.line,
    "GET /athletes?q=camille&club=033904&limit=50&offset=500&with=counts",
  );
  for (const query of ["c", "%25", "a+b+c+d+e+f+g+h+i"]) {
    const refused = await running.site.page(`/club/033904?q=${query}`);
    assertEquals(refused.response.status, 400, query);
    assertStringIncludes(textOf(refused.document, "#filter-name-problem"), "deux lettres");
    assertEquals(names(refused.document).length, 27);
  }
});

Deno.test("pages that name a club's people stay out of search engines and caches", async () => {
  for (const path of ["/club/033904", "/en/club/033904?p=2"]) {
    const { response, document } = await running.site.page(path);
    assertEquals(response.headers.get("x-robots-tag"), "noindex, nofollow");
    assertEquals(response.headers.get("cache-control"), "private, no-store");
    assertEquals(valueOf(document, "meta[name=robots]", "content"), "noindex, nofollow");
    assertEquals(findFirst(document, "link[rel=canonical]"), null);
  }
});

Deno.test("a club that is not there is 404, one that cannot be read 503", async () => {
  for (const path of ["/club/999999", "/club/12", "/club/abcdef", "/en/club/1234567", "/club"]) {
    assertEquals((await running.site.page(path)).response.status, 404, path);
  }
  await using lonely = await startBuiltSite("http://127.0.0.1:1");
  const { response, text: said } = await lonely.page("/club/033904");
  assertEquals(response.status, 503);
  assertStringIncludes(said, "ne peut pas être lu pour le moment");
  assertEquals((await lonely.page("/clubs?q=lyon")).response.status, 503);
});

Deno.test("the club search lists clubs as links that keep the state", async () => {
  const { response, document } = await running.site.page("/clubs?q=exemple&slow=5:00");
  assertEquals(response.status, 200);
  assertEquals(links(document, "a.result")[0], "/club/075901?slow=5:00");
  assertEquals(textOf(document, ".results-count"), "4 clubs");
  assertEquals(valueOf(document, "form.search input[name=slow]", "value"), "5:00");
  assertEquals(valueOf(document, "a.language", "href"), "/en/clubs?q=exemple&slow=5:00");
  const department = await running.site.page("/en/clubs?q=069");
  assertEquals(textOf(department.document, "h1"), "Clubs: Rhône (69)");
  assertEquals(links(department.document, "a.result"), ["/en/club/069902"]);
  assertStringIncludes((await running.site.page("/clubs?q=zzz")).text, "Aucun club à ce nom");
});

Deno.test("a club search that cannot be made says why at its field", async () => {
  for (const query of ["", "a", "%25%25", "%00", "a".repeat(81)]) {
    const { response, document } = await running.site.page(`/clubs?q=${query}`);
    assertEquals(response.status, 400, query);
    assertStringIncludes(textOf(document, "#club-search-problem"), "au moins deux lettres");
    assertEquals(valueOf(document, "#club-search", "aria-describedby"), "club-search-problem");
  }
});

Deno.test("the club search at first shows the departments, and may be indexed; its results may not", async () => {
  const { response, document } = await running.site.page("/clubs");
  assertEquals(response.headers.get("x-robots-tag"), null);
  const departments = links(document, ".departments a");
  assert(departments.length > 100);
  assert(departments.includes("/clubs?q=02A"));
  const results = await running.site.page("/clubs?q=lyon");
  assertEquals(results.response.headers.get("x-robots-tag"), "noindex, nofollow");
});

Deno.test("each result of a search leads to its club, and so does a club that the text names", async () => {
  const { document } = await running.site.page("/recherche?q=dupont&slow=5:00");
  // One of the two has no club.
  assertEquals(links(document, "a.result-link").map((href) => href?.replace(/\d+/, "N")), [
    "/athlete/N?slow=5:00",
    "/athlete/N?slow=5:00",
    "/club/N?slow=5:00",
  ]);
  assertEquals(findAll(document, "a a"), []);
  const named = await running.site.page("/recherche?q=ma&club=033904");
  assertEquals(links(named.document, ".notice a"), ["/club/033904"]);
  const none = await running.site.page("/recherche?q=nobody");
  assertEquals(links(none.document, ".results-links a").includes("/clubs?q=nobody"), true);
});
