import { assertEquals, assertStringIncludes } from "@std/assert";
import { findAll, text } from "@mypacer/shared/federation/html.ts";
import { textOf, withPlainSpaces } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

Deno.test("a time has its grade, its equivalents, and the edition and source of the tables", async () => {
  // As the table's authors compute it: factor 0.9261, standard 1710.4 s, 75.02 %.
  const { response, document, text: page } = await running.site.page(
    "/age?sex=M&age=45&d=10000&t=38:00",
  );
  assertEquals(response.status, 200);
  assertEquals(withPlainSpaces(textOf(document, "#grade-heading")), "75,0 % à âge corrigé");
  for (const part of ["0,9261", `28'30"`, `35'12"`, "édition 2025", "A. L. Jones"]) {
    assertStringIncludes(withPlainSpaces(page), part);
  }
  const rows = findAll(document, ".ages tbody tr")
    .map((row) => findAll(row, "th, td").map((cell) => withPlainSpaces(text(cell))));
  assertEquals(rows.length, 14);
  assertEquals(rows.find(([age]) => age === "45 ans")?.[2], `38'00"ce temps`);
  assertEquals(rows.find(([age]) => age === "25 ans")?.[2], `35'12"`);
});

Deno.test("what is short is graded by the track's tables, and what they do not reach says why", async () => {
  const { text: mile } = await running.site.page("/en/age-grading?sex=F&age=60&d=800&t=3:10");
  assertStringIncludes(mile, "2023 edition: World Masters Athletics");
  const { document } = await running.site.page("/age?sex=F&age=60&d=42195&t=4:10:00&on=track");
  assertStringIncludes(withPlainSpaces(textOf(document, ".notice")), "distance hors limites");
  assertEquals(findAll(document, ".ages").length, 0);
});

Deno.test("nobody under 18 is graded", async () => {
  for (const age of ["17", "12", "5"]) {
    const { response, document } = await running.site.page(`/age?sex=F&age=${age}`);
    assertEquals(response.status, 400);
    assertStringIncludes(withPlainSpaces(textOf(document, "#field-age-problem")), "de 18 à 100");
    assertEquals(findAll(document, ".key-figures, .ages").length, 0);
    const { text: models } = await running.site.page(`/modeles?r=10000@45:00&age=${age}`);
    assertStringIncludes(withPlainSpaces(models), "non valable icimineur");
  }
});

Deno.test("a first visit is an example, and the same figures as somebody's are not", async () => {
  assertEquals(findAll((await running.site.page("/age")).document, ".example-note").length, 1);
  const { document } = await running.site.page("/age?sex=F&age=50&d=10000&t=45:00");
  assertEquals(findAll(document, ".example-note").length, 0);
});
