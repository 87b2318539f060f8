/**
 * Athletes side by side in a browser: the built site over the real API, its database and a
 * federation of invented people.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { findAll, findFirst, text } from "@mypacer/shared/federation/html.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { fillDirectory } from "../api/testing/test_directory.ts";
import {
  COMPARED_PEOPLE,
  EIGHT_PEOPLE,
  LEA,
  MINOR,
  NO_RECORDS,
  PAUL,
  WITHOUT_RECORDS,
  ZOE,
} from "./testing/compared_people.ts";
import { peopleAddress, usePeopleSite } from "./testing/people_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";
import { withPlainSpaces } from "../web/testing/read_page.ts";

const running = usePeopleSite(COMPARED_PEOPLE);
const { visit } = running;

/** Reads a page of the site once all records are there, its no-break spaces as spaces. */
async function read(path: string) {
  let page = await running.site.page(path);
  await until("all records", async () => {
    if (!findFirst(page.document, "meta[http-equiv='refresh']")) return true;
    page = await running.site.page(path);
    return false;
  });
  const { response, document } = page;
  return {
    status: response.status,
    document,
    texts: (selector: string) =>
      findAll(document, selector).map((one) => withPlainSpaces(text(one))),
  };
}

/** 800 m and 5 km are common to these two; ln(128/125) and ln(1020/1060) cross at 1,609 m. */
const ZOE_AND_PAUL = "DURAND Paul devance TESTARD Zoé jusqu’à 1 600 m, TESTARD Zoé au-delà.";

Deno.test("a third athlete changes nothing of what is said of two", async () => {
  const two = await read(peopleAddress("/comparer", [ZOE, PAUL]));
  assertEquals(two.texts(".verdict-sentence"), [ZOE_AND_PAUL]);
  assertEquals(two.texts(".score-figures"), ["1– contre 1"]);
  assertEquals(two.texts(".butterfly .turn"), ["l’avantage change de côté vers 1 600 m"]);
  const three = await read(peopleAddress("/comparer", [ZOE, PAUL, LEA]));
  assertEquals(three.texts(".pair summary > span:last-child"), [
    ZOE_AND_PAUL,
    "TESTARD Zoé devance EXEMPLE Léa sur leur seule distance commune, le marathon.",
    "EXEMPLE Léa devance DURAND Paul sur leur seule distance commune, le 10 km.",
  ]);
  assertEquals(three.texts(".matrix tbody td"), [
    "le même athlète",
    "devant dès 1 600 m2 distances",
    "devant1 distance",
    "devant jusqu’à 1 600 m2 distances",
    "le même athlète",
    "derrière1 distance",
    "derrière1 distance",
    "devant1 distance",
    "le même athlète",
  ]);
  assertEquals(three.texts(".rankings tbody tr"), [
    "800 mpiste2'08\"2e, +3 s04/05/20262'05\"1er04/05/2026–pas de record",
    "5 kmroute17'00\"1re04/05/202617'40\"2e, +40 s04/05/2026–pas de record",
    "10 kmroute–pas de record36'40\"2e, +50 s04/05/202635'50\"1re04/05/2026",
    "Marathonroute2h48'00\"1re04/05/2026–pas de record2h50'00\"2e, +2'00\"04/05/2026",
  ]);
});

Deno.test("the order of the athletes changes nothing but the order", async () => {
  const sentences = async (people: typeof COMPARED_PEOPLE) =>
    (await read(peopleAddress("/comparer", people))).texts(".pair summary > span:last-child")
      .sort();
  assertEquals(await sentences([LEA, PAUL, ZOE]), await sentences([ZOE, PAUL, LEA]));
});

Deno.test("every one of the sentences of eight athletes names both", async () => {
  const { texts, status } = await read(peopleAddress("/comparer", EIGHT_PEOPLE));
  assertEquals(status, 200);
  const sentences = texts(".pair summary > span:last-child, .pair-plain > span:last-child");
  assertEquals(sentences.length, 28);
  const pairs = sentences.map((sentence) =>
    EIGHT_PEOPLE.filter(({ name }) => sentence.includes(name)).map(({ name }) => name).join()
  );
  assertEquals(new Set(pairs).size, 28);
  assert(pairs.every((pair) => pair.split(",").length === 2), pairs.join("\n"));
});

Deno.test("who has no records, or none that can be read, is named, and minors are not ranked", async () => {
  const gone = { ffaId: "7100007", name: "ANCIEN Ari" };
  await fillDirectory(running.app.sql, { athletes: [gone] });
  const { status, texts, document } = await read(
    peopleAddress("/comparer", [
      ZOE,
      NO_RECORDS,
      MINOR,
      WITHOUT_RECORDS,
      PAUL,
      { ffaId: "999" },
      gone,
    ]),
  );
  assertEquals(status, 200);
  const notices = texts(".notice p");
  for (
    const notice of [
      "Aucun record de course publié : MODELE Max.",
      "Records indisponibles pour l’instant : ABSENT Jo.",
      "Pas, ou plus, dans l’annuaire : Athlète n° 999.",
      "Pas, ou plus, de page sur le site de la fédération : ANCIEN Ari.",
      "Mineur, ou d’âge inconnu : JEUNE Lou. Les records sont affichés, sans classement ni courbe.",
    ]
  ) assert(notices.includes(notice), notices.join("\n"));
  assertEquals(texts(".pair summary > span:last-child"), [ZOE_AND_PAUL]);
  assertEquals(texts(".pair-plain > span:last-child"), [
    "Pas de classement entre TESTARD Zoé et JEUNE Lou : mineur, ou d’âge inconnu.",
    "Pas de classement entre JEUNE Lou et DURAND Paul : mineur, ou d’âge inconnu.",
  ]);
  // Nobody has a place beside a minor alone.
  assertEquals(texts(".rankings tbody tr:last-child .place"), []);
  assertEquals(findFirst(document, ".slot-2 .series-line"), null);
  const graded = await read(peopleAddress("/comparer", [ZOE, MINOR, PAUL], "&by_age=1"));
  assert(
    graded.texts(".notice p").includes(
      "Mineur, ou d’âge inconnu, donc sans âge corrigé : JEUNE Lou.",
    ),
  );
});

Deno.test("one athlete with records is told so, without an error", async () => {
  const { status, texts } = await read(peopleAddress("/comparer", [ZOE, NO_RECORDS]));
  assertEquals(status, 200);
  assert(
    texts(".athlete > p").includes(
      "Seul athlète dont des records peuvent être comparés : TESTARD Zoé.",
    ),
  );
});

Deno.test("a comparison is for nobody when no records can be had at all, and says so", async () => {
  const { status, texts } = await read(peopleAddress("/comparer", [WITHOUT_RECORDS]));
  assertEquals(status, 503);
  assertStringIncludes(texts(".chip").join(), "le site de la fédération ne répond pas");
});

for (const javaScriptEnabled of [true, false]) {
  Deno.test(`an athlete's page leads to a comparison that one adds to and takes from, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    await visit(`/athlete/${ZOE.ffaId}`, async (page) => {
      const field = page.getByLabel("Comparer avec…");
      await field.pressSequentially("durand paul", { delay: 20 });
      if (javaScriptEnabled) {
        await page.getByRole("option", { name: /DURAND Paul/ }).waitFor();
        await field.press("ArrowDown");
        await field.press("Enter");
      } else {
        await field.press("Enter");
        await page.locator("a.result", { hasText: "DURAND Paul" }).click();
      }
      await page.waitForURL(new RegExp(`/comparer\\?athletes=${ZOE.ffaId},${PAUL.ffaId}$`));
      await page.getByText(ZOE_AND_PAUL.replace("1 600 m", "1\u202f600\u00a0m")).waitFor();
      const curves = () =>
        page.locator(".curve-wide .series-line").evaluateAll((lines) =>
          lines.map((line) => line.getAttribute("points"))
        );
      const asRun = await curves();
      await page.getByLabel("à âge corrigé").check();
      await page.getByRole("button", { name: "Appliquer" }).click();
      await page.waitForURL(/by_age=1/);
      const graded = await curves();
      assertEquals(graded.length, 2);
      assert(graded.every((points, at) => points !== asRun[at]), "a curve stayed where it was");
      await page.getByRole("link", { name: "Retirer TESTARD Zoé" }).click();
      await page.waitForURL(new RegExp(`/comparer\\?by_age=1&athletes=${PAUL.ffaId}$`));
    }, { javaScriptEnabled });
  });
}

for (const [width, colorScheme] of [[320, "light"], [360, "dark"], [1280, "light"]] as const) {
  Deno.test(`comparisons fit ${width} px, and axe finds nothing to mend in them`, async () => {
    for (
      const [path, status] of [
        ["/comparer", 200],
        [peopleAddress("/en/compare", [ZOE]), 200],
        [peopleAddress("/comparer", [ZOE, PAUL], "&by_age=1"), 200],
        [
          peopleAddress("/comparer", [ZOE, NO_RECORDS, MINOR, WITHOUT_RECORDS, PAUL, {
            ffaId: "x",
          }]),
          400,
        ],
        [peopleAddress("/en/compare", EIGHT_PEOPLE), 200],
      ] as const
    ) {
      await visit(path, async (page) => {
        assertEquals(await sidewaysScroll(page), 0, path);
        assertEquals(await violations(page), [], path);
        const folded = page.locator("details:not([open]) > summary").first();
        if (await folded.count() > 0) {
          await folded.click();
          assertEquals(await sidewaysScroll(page), 0, path);
          assertEquals(await violations(page), [], `${path} unfolded`);
        }
      }, { width, colorScheme, status });
    }
  });
}

Deno.test("on paper a comparison keeps its people, tables and sentences, and leaves out what is pressed", async () => {
  await visit(peopleAddress("/comparer", [ZOE, PAUL, LEA]), async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const selector of [".chip", ".matrix", ".rankings", ".pair summary", ".pace-curve"]) {
      assert(await page.locator(selector).first().isVisible(), selector);
    }
    for (const selector of [".search", ".record-age", ".chip-remove", ".results-links"]) {
      assert(!await page.locator(selector).first().isVisible(), selector);
    }
    assertMatch(await page.locator(".pair summary").first().innerText(), /DURAND Paul devance/);
  });
});
