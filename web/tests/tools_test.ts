import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, text } from "@mypacer/shared/federation/html.ts";
import { PATHS, TOOLS } from "../i18n/language.ts";
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

/** Rows of the first table that matches, each cell as text. */
async function rowsOf(path: string, selector: string): Promise<string[][]> {
  const { document } = await site.page(path);
  return findAll(document, `${selector} tbody tr`)
    .map((row) => findAll(row, "th, td").map((cell) => text(cell).trim()));
}

/** Where a form as the browser sends it leads to. */
async function canonicalOf(path: string): Promise<string | null> {
  const response = await site.ask(path);
  await response.body?.cancel();
  assertEquals(response.status, 303, path);
  return response.headers.get("location");
}

Deno.test("every page leads to the table, the tools and the clubs", async () => {
  for (const language of ["fr", "en"] as const) {
    const { document } = await site.page(PATHS[language].planner);
    assertEquals(
      findAll(document, ".site-nav a").map((link) => attribute(link, "href")),
      [PATHS[language].home, PATHS[language].tools, PATHS[language].clubs],
    );
    assertEquals(
      textOf(document, ".site-nav [aria-current]"),
      language === "fr" ? "Outils" : "Tools",
    );
  }
});

Deno.test("the list of tools leads to each of them", async () => {
  for (const language of ["fr", "en"] as const) {
    const { response, document } = await site.page(PATHS[language].tools);
    assertEquals(response.status, 200);
    assertEquals(
      findAll(document, ".tool-list a").map((link) => attribute(link, "href")),
      TOOLS.map((tool) => PATHS[language][tool]),
    );
  }
});

Deno.test("the planner ends at exactly the goal, whatever the effort", async () => {
  for (const effort of ["", "&effort=progressive", "&effort=halves&p=4"]) {
    for (const every of ["", "&every=km", "&every=mile"]) {
      const rows = await rowsOf(`/planificateur?d=42195&t=2:59:59${every}${effort}`, ".figures");
      assertEquals(rows.at(-1)?.slice(0, 2), ["Arrivée", `2h59'59"`]);
    }
  }
  // 30 km of a marathon in 3h30'00" are passed at 2h29'18".
  const rows = await rowsOf("/planificateur", ".figures");
  assertEquals(rows[5]?.slice(0, 2), ["30 km", `2h29'18"`]);
  assertEquals((await rowsOf("/en/planner", ".figures"))[5]?.[1], "2:29:18");
});

Deno.test("the planner tells the halves of a negative split", async () => {
  const { document } = await site.page("/planificateur?d=42195&t=3:00:00&effort=halves");
  const facts = findAll(document, ".fact dd").map((fact) => text(fact));
  assertEquals(facts.slice(2), [`1h30'54"`, `1h29'06"`]);
});

Deno.test("a form of the planner leads to its one short address", async () => {
  const form = "was=42195&d=10+km&t=45%2700&every=5km&effort=even&p=2";
  // What lies between passing points follows the race to its new distance.
  assertEquals(await canonicalOf(`/planificateur?${form}`), "/planificateur?d=10000&t=45:00");
  assertEquals(
    await canonicalOf("/en/planner?view=band&d=half&t=1h35&every=mile&effort=halves&p=-1,5"),
    "/en/planner?d=21097.5&t=1:35:00&every=mile&effort=halves&p=-1.5&view=band",
  );
  assertEquals(await canonicalOf("/planificateur?d=marathon&t=3h30"), "/planificateur");
});

Deno.test("the planner says beside the field what it did not understand", async () => {
  const wrong: [query: string, field: string, says: string][] = [
    ["d=marathon&t=3:30", "field-t", "écrivez 3h30"],
    ["d=marathon", "field-t", "Indiquez le temps"],
    ["d=loin&t=45:00", "field-d", "« loin » n’est pas une distance"],
    ["d=10km&t=45:75", "field-t", "minutes et secondes vont de 00 à 59"],
    ["d=10km&t=45:00&effort=halves&p=80", "field-p", "« 80 » n’est pas un écart"],
  ];
  for (const [query, field, says] of wrong) {
    const { response, document } = await site.page(`/planificateur?${query}`);
    assertEquals(response.status, 400, query);
    assertEquals(valueOf(document, `#${field}`, "aria-invalid"), "true", query);
    assertStringIncludes(textOf(document, `#${field}-problem`), says);
    assertEquals(findAll(document, "[aria-invalid]").length, 1, query);
    assertEquals(findAll(document, "[role=alert]").length, 1);
    assert(findAll(document, ".figures tbody tr").length > 0, "a plan is drawn all the same");
  }
});

Deno.test("the planner lays out a strip for the wrist", async () => {
  const { document } = await site.page("/planificateur?every=km&view=band");
  const lines = findAll(document, ".band li").map((line) => text(line));
  assertEquals(lines.length, 43);
  assertStringIncludes(lines.at(-1) ?? "", `3h30'00"`);
  assertEquals(findAll(document, ".figures").length, 0);
});
