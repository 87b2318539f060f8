import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findAll, text } from "@mypacer/shared/federation/html.ts";
import { textOf, withPlainSpaces } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

Deno.test("zones come from a field test, with its formula, its precision and its source", async () => {
  const tests: [path: string, vma: string, says: string[]][] = [
    [
      "/zones?by=half-cooper&m6=1600",
      "VMA 16,0 km/h",
      ["entre 14,5 et 17,5 km/h, neuf fois sur dix", "mètres / 100", "Berthon"],
    ],
    [
      "/zones?by=vameval&stage=15.5",
      "VMA 15,5 km/h",
      ["entre 14,3 et 16,7 km/h, neuf fois sur dix", "0,5 × secondes / 60", "Cazorla"],
    ],
    [
      // 14 km/h over 12 min, with endurance indexes from −4.5 to −9.5; (2800 − 504.9)/44.73.
      "/zones?by=cooper&m12=2800",
      "VMA 14,5 km/h",
      ["entre 14,3 et 14,8 km/h, selon votre endurance", "51 ml/kg/min", "JAMA, 1968"],
    ],
    ["/en/zones?by=half-cooper&m6=1600", "MAS 16.0 km/h", ["between 14.5 and 17.5 km/h"]],
  ];
  for (const [path, vma, says] of tests) {
    const { response, document, text: page } = await running.site.page(path);
    assertEquals(response.status, 200, path);
    assertEquals(withPlainSpaces(textOf(document, "#zones-heading")), vma);
    for (const part of says) assertStringIncludes(withPlainSpaces(page), part, path);
  }
  const { response, document } = await running.site.page("/zones?by=cooper&m12=900");
  assertEquals(response.status, 400);
  assertStringIncludes(
    withPlainSpaces(textOf(document, "#field-m12-problem")),
    "de 1 000 m à 5,2 km",
  );
  assertEquals(findAll(document, "#zones-heading").length, 0);
});

Deno.test("the five Daniels–Gilbert paces stand beside the zones of a run, and of no VMA", async () => {
  const { document } = await running.site.page("/zones?d=10000&t=45:00");
  assertStringIncludes(withPlainSpaces(textOf(document, ".daniels caption")), "Indice 45,3 (VDOT)");
  // By the index of 45.263: 59 and 74 %, its marathon, 88 %, 97.5 %, 105 and 107 %.
  assertEquals(
    findAll(document, ".daniels tbody tr").map((row) => withPlainSpaces(text(row)).slice(0, 1)),
    ["E", "M", "T", "I", "R"],
  );
  assertEquals(
    findAll(document, ".daniels tbody td").map((cell) => text(cell).replaceAll(/\s+/g, " ").trim()),
    [
      `6'21"/km → 5'18"/km`,
      `4'55"/km`,
      `4'37"/km`,
      `4'15"/km`,
      `4'00"/km → 3'56"/km`,
    ],
  );
  const { document: alone, text: page } = await running.site.page("/zones?vma=16");
  assertEquals(findAll(alone, ".daniels").length, 0);
  assertStringIncludes(withPlainSpaces(page), "Ces allures partent d’une course");
  const { text: short } = await running.site.page("/zones?d=42195&t=7h30");
  assert(!short.includes("NaN"));
});

Deno.test("a first visit of the zones is called an example, whatever else is not", async () => {
  for (const [path, example] of [["/zones", 1], ["/zones?vma=15", 0], ["/zones?unit=mi", 0]]) {
    const response = await running.site.ask(String(path));
    const page = response.status === 303
      ? await running.site.page(response.headers.get("location") ?? "")
      : await running.site.page(String(path));
    await response.body?.cancel();
    assertEquals(findAll(page.document, ".example-note").length, example, String(path));
  }
});
