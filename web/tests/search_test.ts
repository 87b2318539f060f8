import { assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, text } from "@mypacer/shared/federation/html.ts";
import { type BuiltSite, startBuiltSite } from "./built_site.ts";
import { textOf, valueOf } from "./read_page.ts";
import { type SampleApi, startSampleApi } from "./sample_api.ts";

let api: SampleApi;
let site: BuiltSite;

Deno.test.beforeAll(async () => {
  api = startSampleApi();
  site = await startBuiltSite(api.url);
});

Deno.test.afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

Deno.test("a search without scripts lists athletes as links that keep the state", async () => {
  const { response, document } = await site.page("/recherche?q=dupont&slow=5:00&athletes=1001");
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

Deno.test("a search that cannot be made says why at its field and keeps what was typed", async () => {
  const long = "a".repeat(200);
  for (
    const [query, status, message] of [
      ["a", 400, "deux lettres"],
      ["", 400, "deux lettres"],
      ["%20%20", 400, "deux lettres"],
      ["%00%00%00", 400, "deux lettres"],
      [long, 400, "80 caractères au plus"],
    ] as const
  ) {
    const { response, document } = await site.page(`/recherche?q=${query}`);
    assertEquals(response.status, status);
    assertStringIncludes(textOf(document, "#athlete-search-problem"), message);
    assertEquals(valueOf(document, "#athlete-search", "aria-invalid"), "true");
    assertEquals(
      valueOf(document, "#athlete-search", "aria-describedby"),
      "athlete-search-problem",
    );
  }
  const { document } = await site.page("/recherche?q=nobody");
  assertStringIncludes(textOf(document, ".results-count"), "Aucun athlète à ce nom");
});
