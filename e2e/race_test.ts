/**
 * Athletes around the track in a browser: the built site over the real API, its database and a
 * federation of invented people.
 */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { untilEquals } from "@mypacer/shared/testing/until.ts";
import { pointOnTrack, TRACK } from "@mypacer/shared/domain/measure/track.ts";
import { COMPARED_PEOPLE, EIGHT_PEOPLE, LEA, MINOR, PAUL, ZOE } from "./testing/compared_people.ts";
import { peopleAddress, usePeopleSite } from "./testing/people_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";
import { withPlainSpaces } from "../web/testing/read_page.ts";

const { visit } = usePeopleSite(COMPARED_PEOPLE);

/** Middles of the bibs, in shares of the stage's width. */
const bibs = (page: Page) =>
  page.evaluate<[x: number, y: number][]>(`(() => {
    const stage = document.querySelector(".race-stage").getBoundingClientRect();
    return [...document.querySelectorAll(".race-bib")].map((bib) => {
      const { x, y, width, height } = bib.getBoundingClientRect();
      return [(x + width / 2 - stage.x) / stage.width, (y + height / 2 - stage.y) / stage.width];
    });
  })()`);

Deno.test("two who are compared run: they start at the line, end where they are by then, and it is told", async () => {
  await visit(peopleAddress("/comparer", [ZOE, PAUL]), async (page) => {
    await page.getByRole("link", { name: "Les faire courir sur la piste" }).click();
    await page.waitForURL(new RegExp(`/course\\?athletes=${ZOE.ffaId},${PAUL.ffaId}$`));
    // 5 km in 17'00" and 17'40": 40 s of 5,000 m in 1,060 s.
    assertEquals(
      withPlainSpaces(await page.locator(".verdict-sentence").innerText()),
      "Quand TESTARD Zoé passe la ligne, DURAND Paul est à 189 m.",
    );
    await page.locator(".race-stage.is-ready").waitFor();
    const [zoe, paul] = await bibs(page);
    // The race starts half a lap before the line, in the lanes of radius 43 and 53 m.
    const width = TRACK.straight + 130;
    const placeOf = (meters: number, radius: number) => {
      const { x, y } = pointOnTrack(meters, radius);
      return [(x + width / 2) / width, (y + 65) / width] as const;
    };
    const isAt = (bib: readonly number[] | undefined, place: readonly number[]) =>
      place.forEach((value, axis) => assertAlmostEquals(bib?.[axis] ?? NaN, value, 0.004));
    isAt(zoe, placeOf(200, 43));
    isAt(paul, placeOf(200, 53));
    // By keys alone: fast, play, then to the end by the slider.
    await page.getByRole("radio", { name: "normale" }).focus();
    await page.keyboard.press("ArrowRight");
    assert(await page.getByRole("radio", { name: "rapide" }).isChecked());
    await page.getByRole("button", { name: "Faire courir" }).press("Enter");
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    await page.getByRole("button", { name: "Faire courir" }).waitFor();
    await page.getByRole("slider", { name: "Moment de la course" }).press("End");
    isAt((await bibs(page))[0], placeOf(0, 43));
    isAt((await bibs(page))[1], placeOf(-5000 * 40 / 1060, 53));
    assertEquals(
      withPlainSpaces(await page.locator(".race-infield").innerText()),
      "189 m\nd’avance\n17'00\"",
    );
    assertEquals(
      await page.getByRole("slider").getAttribute("aria-valuetext"),
      "17'00\"",
    );
    // Played to its end, it is said aloud.
    await page.getByRole("button", { name: "Recommencer" }).click();
    await page.evaluate(
      "document.getAnimations().filter((one) => !one.transitionProperty).forEach((one) => one.finish())",
    );
    await untilEquals(
      async () => withPlainSpaces(await page.locator(".race-live [role=status]").innerText()),
      "Quand TESTARD Zoé passe la ligne, DURAND Paul est à 189 m.",
    );
    isAt((await bibs(page))[1], placeOf(-5000 * 40 / 1060, 53));
    assert(!await page.locator(".race-stills").isVisible());
    assertEquals(await page.locator(".race-bib").evaluateAll((some) => some.length), 2);
  });
});

Deno.test("nothing but transforms moves, so that the page is never laid out anew", async () => {
  await visit(
    peopleAddress("/en/race", EIGHT_PEOPLE, "&distance=42195&predicted=1"),
    async (page) => {
      await page.locator(".race-stage.is-ready").waitFor();
      await page.getByRole("button", { name: "Run", exact: true }).click();
      const moved = await page.evaluate<string[]>(
        `document.getAnimations().filter((one) => !one.transitionProperty)
        .flatMap((one) => one.effect.getKeyframes().flatMap(Object.keys))`,
      );
      assertEquals([...new Set(moved)].sort(), [
        "composite",
        "computedOffset",
        "easing",
        "offset",
        "transform",
      ]);
      // Two have no record: they run a prediction, which is named as one.
      assertEquals(await page.locator(".race-bib").count(), 8);
      assertEquals(await page.locator(".race-bib.race-predicted").count(), 2);
      assertEquals(await page.locator(".race-time", { hasText: "prediction" }).count(), 2);
      await page.getByText("nine races of ten end between the two bounds").waitFor();
    },
  );
});

Deno.test("without scripts, without motion and on paper a race is three pictures", async () => {
  const looksStill = async (page: Page) => {
    assertEquals(await page.locator(".race-still:visible").count(), 3);
    assert(!await page.locator(".race-live").isVisible());
    assert(await page.locator(".race-result").isVisible());
  };
  await visit(peopleAddress("/course", [ZOE, PAUL]), looksStill, { javaScriptEnabled: false });
  await visit(peopleAddress("/course", [ZOE, PAUL]), async (page) => {
    assert(await page.locator(".race-live").isVisible());
    await page.emulateMedia({ reducedMotion: "reduce" });
    await looksStill(page);
    await page.emulateMedia({ reducedMotion: "no-preference", media: "print" });
    await looksStill(page);
  });
});

Deno.test("a minor is in no race, and whoever lacks a record is named", async () => {
  await visit(
    peopleAddress("/course", [ZOE, MINOR, LEA], "&distance=10000&predicted=1"),
    async (page) => {
      const told = withPlainSpaces(await page.locator(".race-aside").innerText());
      assert(
        told.includes("Mineur, ou d’âge inconnu, donc sans classement ni course : JEUNE Lou."),
        told,
      );
      assertEquals(await page.locator(".race-bib").allInnerTexts(), ["A", "C"]);
      assert(!(await page.locator(".race-result").innerText()).includes("JEUNE"));
      await page.getByRole("link", { name: "Ne garder que les records" }).click();
      await page.getByText("il faut au moins deux adultes avec un temps sur").waitFor();
    },
  );
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]] as const) {
  Deno.test(`a race fits ${width} px, and axe finds nothing to mend in it`, async () => {
    for (
      const [path, status] of [
        ["/course", 200],
        [peopleAddress("/course", [ZOE, PAUL, MINOR, LEA], "&distance=10000"), 200],
        [peopleAddress("/en/race", EIGHT_PEOPLE, "&distance=42195&predicted=1"), 200],
      ] as const
    ) {
      await visit(path, async (page) => {
        assertEquals(await sidewaysScroll(page), 0, path);
        assertEquals(await violations(page), [], path);
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertEquals(await sidewaysScroll(page), 0, `${path} in large text`);
        await page.evaluate("document.documentElement.style.fontSize = ''");
        if (!path.startsWith("/en")) return;
        await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
        assertEquals(await sidewaysScroll(page), 0, path);
        assertEquals(await violations(page), [], `${path} still`);
      }, { width, colorScheme, status });
    }
  });
}
