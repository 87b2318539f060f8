import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, text } from "@mypacer/shared/federation/html.ts";
import { PATHS, TOOLS } from "../../kit/addresses/paths.ts";
import { EXPLAINED } from "../models/explained.ts";
import { MODEL_ANCHORS } from "../../kit/predictions/model_names.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

/** Rows of the first table that matches, each cell as text. */
async function rowsOf(path: string, selector: string): Promise<string[][]> {
  const { document } = await running.site.page(path);
  return findAll(document, `${selector} tbody tr`)
    .map((row) => findAll(row, "th, td").map((cell) => text(cell).trim()));
}

/** Where a form as the browser sends it leads to. */
async function canonicalOf(path: string): Promise<string | null> {
  const response = await running.site.ask(path);
  await response.body?.cancel();
  assertEquals(response.status, 303, path);
  return response.headers.get("location");
}

Deno.test("every page leads to the table, the tools and the clubs", async () => {
  for (const language of ["fr", "en"] as const) {
    const { document } = await running.site.page(PATHS[language].planner);
    assertEquals(
      findAll(document, ".site-nav a").map((link) => attribute(link, "href")),
      [PATHS[language].table, PATHS[language].tools, PATHS[language].clubs],
    );
    assertEquals(
      textOf(document, ".site-nav [aria-current]"),
      language === "fr" ? "Outils" : "Tools",
    );
  }
});

Deno.test("the list of tools leads to each of them", async () => {
  for (const language of ["fr", "en"] as const) {
    const { response, document } = await running.site.page(PATHS[language].tools);
    assertEquals(response.status, 200);
    assertEquals(
      findAll(document, ".tool-cards a").map((link) => attribute(link, "href")),
      [...TOOLS, "race" as const].map((tool) => PATHS[language][tool]),
    );
  }
});

Deno.test("the planner ends at exactly the goal, whatever the effort", async () => {
  for (const effort of ["", "&effort=progressive", "&effort=halves&p=4"]) {
    for (const every of ["", "&every=km", "&every=mile"]) {
      const rows = await rowsOf(`/planificateur?d=42195&t=2:59:59${every}${effort}`, ".tool-table");
      assertEquals(rows.at(-1)?.slice(0, 2), ["Arrivée", `2h59'59"`]);
    }
  }
  // 30 km of a marathon in 3h30'00" are passed at 2h29'18".
  const rows = await rowsOf("/planificateur", ".tool-table");
  assertEquals(rows[5]?.slice(0, 2), ["30 km", `2h29'18"`]);
  assertEquals((await rowsOf("/en/planner", ".tool-table"))[5]?.[1], "2:29:18");
});

Deno.test("the planner tells the halves of a negative split", async () => {
  const { document } = await running.site.page("/planificateur?d=42195&t=3:00:00&effort=halves");
  const facts = findAll(document, ".key-figure dd").map((fact) => text(fact));
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
    [
      "d=10&t=45:00",
      "field-d",
      "« 10 », lu 10 m, est hors limites : de 100 m à 400 km. Écrivez plutôt 10 km.",
    ],
    ["d=5000&t=1930", "field-t", `écrivez 32'10" ou 19'30"`],
    ["d=semi&t=105", "field-t", `écrivez 1h45'00" ou 1h05'00"`],
    ["d=marathon", "field-t", "Indiquez le temps"],
    ["d=loin&t=45:00", "field-d", "« loin » n’est pas une distance"],
    ["d=10km&t=45:75", "field-t", "minutes et secondes vont de 00 à 59"],
    ["d=10km&t=45:00&effort=halves&p=80", "field-p", "« 80 » n’est pas un écart"],
  ];
  for (const [query, field, says] of wrong) {
    const { response, document } = await running.site.page(`/planificateur?${query}`);
    assertEquals(response.status, 400, query);
    assertEquals(valueOf(document, `#${field}`, "aria-invalid"), "true", query);
    assertStringIncludes(textOf(document, `#${field}-problem`), says);
    assertEquals(findAll(document, "[aria-invalid]").length, 1, query);
    assertEquals(findAll(document, "[role=alert]").length, 1);
    // A plan of a race that was not understood would be another race's.
    assertEquals(findAll(document, ".plan").length, field === "field-p" ? 1 : 0, query);
  }
});

Deno.test("a tool says how it read what may have been meant otherwise, and shows it so", async () => {
  const notes: [path: string, field: string, value: string, says: string][] = [
    ["/planificateur?d=marathon&t=3:15", "field-t", `3h15'00"`, `« 3:15 » a été lu 3h15'00".`],
    ["/planificateur?d=10+km&t=45", "field-t", `45'00"`, `« 45 » a été lu 45'00".`],
    ["/en/planner?d=10+km&t=45", "field-t", "45:00", "“45” was read as 45:00."],
    ["/planificateur?d=42,195&t=3h30", "field-d", "marathon", "« 42,195 » a été lu marathon."],
    ["/zones?by=result&d=12,400&t=1h", "field-d", "12,4 km", "« 12,400 » a été lu 12,4 km."],
    ["/zones?vma=4:00", "field-vma", "15", "« 4:00 » a été lu 15 km/h."],
    ["/predictions?d=semi&t=1:30", "field-t0", `1h30'00"`, `« 1:30 » a été lu 1h30'00".`],
  ];
  for (const [path, field, value, says] of notes) {
    const { response, document } = await running.site.page(path);
    assertEquals(response.status, 200, path);
    assertEquals(textOf(document, `#${field}-reading`), says, path);
    const described = valueOf(document, `#${field}`, "aria-describedby") ?? "";
    assertStringIncludes(described, `${field}-reading`);
    assertEquals(valueOf(document, `#${field}`, "value"), value, path);
  }
});

Deno.test("the planner lays out a wristband, and four of it to cut out", async () => {
  const { document } = await running.site.page("/planificateur?every=km&view=band");
  const lines = findAll(document, ".wrist-band li").map((line) => text(line));
  // A kilometer each, half way and the finish.
  assertEquals(lines.length, 44);
  assertStringIncludes(lines[21] ?? "", `Moitié 1h45'00"`);
  assertStringIncludes(lines.at(-1) ?? "", `3h30'00"`);
  assertEquals(findAll(document, ".strip").length, 4);
  assertEquals(findAll(document, ".tool-table").length, 0);
});

Deno.test("zones come from a VMA or from a result", async () => {
  // At VMA 16 km/h, 60 % is 9.6 km/h and 6'15"/km, 75 % 12 km/h and 5'00"/km.
  const [easy] = await rowsOf("/zones?vma=16", ".zones");
  assertEquals(easy?.slice(1), ["60–75 %", `6'15"/km → 5'00"/km`, "9,6 → 12,0"]);
  const times = await rowsOf("/zones?vma=16", ".times");
  const at105 = times.find(([share]) => share === "105 %");
  // 400 m at 105 % of 16 km/h: 85.7 s.
  assertEquals(at105?.[4], `1'25"7`);
  const { document } = await running.site.page("/en/zones?d=10000&t=40:00");
  assertStringIncludes(textOf(document, ".key-figure dd"), "17.1 km/h");
});

Deno.test("zones and plans in miles tell the speed in miles beside the pace", async () => {
  // At VMA 16 km/h, which is 9.94 mph, 60 % is 375 s/km, 603.5 s/mi or 5.97 mph, 75 % 482.8 s/mi or
  // 7.46 mph.
  for (
    const [path, vma, unit, cells] of [
      ["/en/zones?vma=16&unit=mi", "MAS 16 km/h (9.9 mph)", "mph", [
        "60–75%",
        "10:04/mi → 8:03/mi",
        "6.0 → 7.5",
      ]],
      ["/zones?vma=16&unit=mi", "VMA 16 km/h (9,9 mi/h)", "mi/h", [
        "60–75 %",
        `10'04"/mi → 8'03"/mi`,
        "6,0 → 7,5",
      ]],
    ] as const
  ) {
    const { document } = await running.site.page(path);
    assertEquals(textOf(document, "#zones-heading"), vma);
    assertEquals(textOf(document, ".zones thead .unit"), unit);
    assertEquals((await rowsOf(path, ".zones"))[0]?.slice(1), [...cells]);
  }
  // A marathon in 3h30 is 12.06 km/h, 7.49 mph.
  const { document: plan } = await running.site.page("/en/planner?every=mile");
  assertStringIncludes(textOf(plan, ".plan"), "7.49 mph");
  assert(!textOf(plan, ".plan").includes("km/h"));
});

Deno.test("zones of a result that tells no VMA say so", async () => {
  const { response, document } = await running.site.page("/zones?d=1500&t=5:00");
  assertEquals(response.status, 200);
  assertStringIncludes(textOf(document, ".tool [role=status]"), "effort trop court");
  assertEquals(findAll(document, ".zones").length, 0);
});

Deno.test("a form of the zones leads to its one short address", async () => {
  assertEquals(
    await canonicalOf("/zones?by=vma&vma=16%2C5&d=&t=&unit=km"),
    "/zones?vma=16.5",
  );
  assertEquals(
    await canonicalOf("/zones?by=result&vma=15&d=semi&t=1h35&unit=km"),
    "/zones?d=21097.5&t=1:35:00",
  );
  const { response, document } = await running.site.page("/zones?by=vma&vma=160&d=&t=");
  assertEquals(response.status, 400);
  assertStringIncludes(textOf(document, "#field-vma-problem"), "de 5 à 30 km/h");
});

Deno.test("predictions stand side by side, each with its time or why it has none", async () => {
  const path = "/predictions?r=5000@20:30";
  const rows = await rowsOf(path, ".predictions");
  const tenKilometers = rows.find(([distance]) => distance === "10 km") ?? [];
  // Riegel: 20'30" over 5 km is 42'44" over 10 km.
  assertStringIncludes(tenKilometers[3] ?? "", `42'44"`);
  assertStringIncludes(tenKilometers[2] ?? "", "non valable ici");
  assertStringIncludes(tenKilometers[2] ?? "", "trop peu de résultats");
  assertEquals(rows.every((cells) => cells.length === 8), true);
  const { document } = await running.site.page("/predictions?r=5000@20:00,10000@42:00");
  const facts = findAll(document, ".key-figure dd").map((fact) => text(fact));
  // 5 km 20'00" and 10 km 42'00": VMA 16.011 km/h, endurance −6.013.
  assertStringIncludes(facts[0] ?? "", "16,0 km/h");
  assertStringIncludes(facts[1] ?? "", "−6,0");
  // Held for an hour: 16.011·(1 − 0.06013·ln(60/7)) = 13.94 km/h.
  assertStringIncludes(facts[2] ?? "", "13,9 km/h");
});

Deno.test("rows of results are added and taken away without scripts", async () => {
  const form = "d=5+km&t=20%2730&d=&t=";
  assertEquals(await canonicalOf(`/predictions?${form}`), "/predictions?r=5000@20:30");
  const added = await canonicalOf(`/predictions?${form}&add=1`);
  assertEquals(added, "/predictions?r=5000@20:30&rows=3");
  const { document } = await running.site.page(added ?? "");
  assertEquals(findAll(document, ".result-row").length, 3);
  assertEquals(
    await canonicalOf("/predictions?d=5+km&t=20:30&d=10+km&t=42:30&without=0"),
    "/predictions?r=10000@42:30",
  );
  assertEquals(await canonicalOf("/predictions?d=5+km&t=20:30&without=0"), "/predictions?r=");
  // What was not understood stays, with the row that was asked for.
  const wrong = await running.site.page("/predictions?d=5+km&t=20:75&d=&t=&add=1");
  assertEquals(wrong.response.status, 400);
  assertEquals(valueOf(wrong.document, "#field-t0", "value"), "20:75");
  assertEquals(valueOf(wrong.document, "#field-t0", "aria-invalid"), "true");
  assertEquals(findAll(wrong.document, ".result-row").length, 3);
});

Deno.test("every model is explained, with an example of the visitor's own", async () => {
  for (const language of ["fr", "en"] as const) {
    const path = `${PATHS[language].models}?r=10000@45:00&sex=M&age=45`;
    const { document } = await running.site.page(path);
    // The table of the models' errors stands in a section of the same look.
    const models = findAll(document, ".model:not(#errors)");
    assertEquals(models.length, EXPLAINED.length);
    for (const model of models) {
      assert(findAll(model, ".formula").length > 0 && findAll(model, ".key-figure").length > 0);
      assertEquals(findAll(model, ".model-text dd").length, 2);
    }
    const links = findAll(document, ".contents a").map((link) => attribute(link, "href"));
    assertEquals(links, EXPLAINED.map((model) => `${path}#${model}`));
    const said = textOf(document, "#daniels-gilbert");
    // 10 km in 45'00" has the index 45.3.
    assertStringIncludes(said, language === "fr" ? "45,3" : "45.3");
  }
});

Deno.test("the points of a marathon say that no published score confirms them, those of 10 km do not", async () => {
  const notes = async (search: string) => {
    const { document } = await running.site.page(`/modeles?${search}`);
    return findAll(document, "#points .key-note").map(text);
  };
  assertEquals(await notes("r=42195@3:00:00"), [
    "d’après Marathon, 3h00'00\", non vérifiés sur des scores publiés",
  ]);
  assertEquals(await notes("r=10000@45:00"), [
    "d’après 10 km, 45'00\"",
    "d’après 10 km, 45'00\"",
  ]);
});

Deno.test("the predictor leads to each model by an anchor that is there", async () => {
  const { document } = await running.site.page("/modeles");
  const ids = new Set(findAll(document, ".model").map((model) => attribute(model, "id")));
  for (const anchor of Object.values(MODEL_ANCHORS)) assert(ids.has(anchor), anchor);
});
