/** The page of an athlete in a browser: what comes first, what is on demand, nothing of minors. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { untilEquals } from "@mypacer/shared/testing/until.ts";
import {
  ATHLETE_PEOPLE,
  NOT_YET,
  RESULTS_YEARS,
  RUNNER,
  YOUNG_RUNNER,
} from "./testing/athlete_people.ts";
import { usePeopleSite } from "./testing/people_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";

const { visit } = usePeopleSite(ATHLETE_PEOPLE);
const LATEST = Math.max(...RESULTS_YEARS);

for (const javaScriptEnabled of [true, false]) {
  Deno.test(`a phone shows who, then personal bests, and results of a year on demand, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    await visit(`/athlete/${RUNNER.ffaId}`, async (page) => {
      await page.setViewportSize({ width: 360, height: 740 });
      const first = await page.locator(".best-record").first().boundingBox();
      assert(first !== null && first.y + first.height <= 740, "a record is seen at once");
      assertEquals(await page.locator(".best-record").count(), 8);
      assertMatch(
        (await page.locator(".best-record", { hasText: "Semi" }).innerText()).replace(/\s/g, " "),
        /^Semi 1h18'40" 09\/03\/2025 · Lyon · temps réel 1h18'31"$/,
      );
      // One sentence, with the range of the prediction that it rests on.
      assertMatch(
        (await page.locator(".standout").innerText()).replace(/\s/g, " "),
        /^Marathon en 2h40'51" : \d+ min \d\d s de mieux que .*neuf courses sur dix finissent entre 2h.* et 3h/,
      );
      assertEquals(await page.locator("details[open]").count(), 0);
      for (const year of RESULTS_YEARS.slice(-3)) {
        await page.getByRole("link", { name: String(year), exact: true }).click();
        await page.waitForURL(new RegExp(`year=${year}#results$`));
        await page.getByRole("heading", { name: `Résultats ${year}` }).waitFor();
      }
      const results = page.locator("#results tbody tr");
      assertEquals(await results.count(), 2);
      assertStringIncludes(await results.first().innerText(), "R1");
      // Each year that was read is a season of the picture.
      const picture = page.getByRole("img", { name: /^10 km · route : / });
      assertEquals(await picture.locator("circle").count(), 2);
      assertEquals(await picture.locator(".progress-tag").allTextContents(), ["PB", "SB"]);
      await page.getByRole("link", { name: "2019", exact: true }).click();
      await page.getByText("La fédération ne publie aucun résultat en 2019.").waitFor();
      assertEquals(await sidewaysScroll(page), 0);
    }, { javaScriptEnabled });
  });
}

Deno.test("two friends are compared from a profile by choosing the second", async () => {
  await visit(`/athlete/${RUNNER.ffaId}?athletes=${NOT_YET.ffaId}`, async (page) => {
    await page.getByLabel("Comparer avec…").pressSequentially("jeune", { delay: 20 });
    await page.getByRole("option", { name: /JEUNE-EXEMPLE/ }).click();
    await page.waitForURL((url) =>
      url.searchParams.get("athletes") === `${RUNNER.ffaId},${YOUNG_RUNNER.ffaId}`
    );
  });
});

Deno.test("the page of a minor has records as they are published and nothing that judges them", async () => {
  await visit(`/athlete/${YOUNG_RUNNER.ffaId}?year=${LATEST}&age=10`, async (page) => {
    assertEquals(await page.locator("table.records tbody tr").count(), 12 + 2);
    const text = (await page.locator("main").innerText()).replace(/\s/g, " ");
    assertStringIncludes(text, "sans modèle, sans barème et sans classement");
    for (const word of [/VMA/, /modèle attend/, /Niveau/, /Position|Place/, /N4|R1/, /PB|SB/]) {
      assert(!word.test(text), String(word));
    }
    const judging = ".standout, .progress, .best, .best-record, .figure, .series, details, .tag";
    assertEquals(await page.locator(judging).count(), 0);
  });
});

Deno.test("sharing hands over the address, and says so", async () => {
  await visit(`/athlete/${RUNNER.ffaId}`, async (page) => {
    const button = page.getByRole("button", { name: "Partager" });
    await page.evaluate(
      "Object.defineProperty(navigator, 'share', { value: (what) => { globalThis.shared = what.url; return Promise.resolve(); } })",
    );
    await button.click();
    await untilEquals(() => page.evaluate("globalThis.shared"), page.url());
  });
});

Deno.test("axe finds nothing to mend on the page of an athlete, open and folded, in both themes", async () => {
  const pages = [
    [`/athlete/${RUNNER.ffaId}?year=${LATEST}&age=10`, 360, "dark"],
    [`/en/athlete/${RUNNER.ffaId}?year=${LATEST}`, 1280, "light"],
    [`/athlete/${YOUNG_RUNNER.ffaId}?year=${LATEST}`, 360, "light"],
    [`/en/athlete/${NOT_YET.ffaId}?year=2020`, 1280, "dark"],
  ] as const;
  for (const [path, width, colorScheme] of pages) {
    await visit(path, async (page) => {
      assertEquals(await violations(page), [], path);
      if (width > 360) return;
      // Text at 200 % on a phone: nothing leaves the screen.
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      assertEquals(await sidewaysScroll(page), 0, path);
    }, { width, colorScheme });
  }
});
