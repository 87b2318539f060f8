/** Zones, predictions and age grading as a runner types them: the built site in a real browser. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Locator, Page } from "playwright-core";
import { untilEquals } from "@mypacer/shared/testing/until.ts";
import { useSampleSite } from "./testing/sample_site.ts";
import { untilReady, violations } from "./testing/visit.ts";

const { visit } = useSampleSite();

/** A text as it is seen: its spaces are plain ones. */
const seen = async (locator: Locator) => (await locator.innerText()).replaceAll("\u00a0", " ");

/** Path and query of a page. */
const addressOf = (page: Page) => page.evaluate<string>("location.pathname + location.search");

Deno.test("a tool is redrawn as one types: heading, title, address and language follow", async () => {
  await visit("/zones", async (page) => {
    const heading = page.locator("#zones-heading");
    assertStringIncludes(await page.locator(".example-note").innerText(), "Exemple.");
    const loads = await page.evaluate<number>("performance.timeOrigin");
    await page.locator("#field-vma").focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("17,5");
    await untilEquals(() => seen(heading), "VMA 17,5 km/h");
    assertEquals(await page.locator(".example-note").count(), 0);
    // The text stays as it is while it is typed, and the field keeps its place.
    assertEquals(await page.locator("#field-vma").inputValue(), "17,5");
    assertEquals(await page.evaluate("document.activeElement.id"), "field-vma");
    assertEquals(await addressOf(page), "/zones?vma=17.5");
    assertStringIncludes(await page.title(), "VMA 17,5\u00a0km/h");
    assertEquals(await page.locator("a.language").getAttribute("href"), "/en/zones?vma=17.5");
    // Half a text is no mistake yet: the figures before it stay, marked.
    await page.keyboard.type("x");
    await page.locator(".tool-stale").waitFor();
    assertEquals(await page.locator(".problem").count(), 0);
    assertEquals(await violations(page), []);
    // A field that is left says what it did not understand.
    await page.keyboard.press("Tab");
    await page.locator("#field-vma-problem").waitFor();
    assertEquals(await heading.count(), 0);
    assertEquals(await page.locator("#field-vma").getAttribute("aria-invalid"), "true");
    await page.locator("#field-vma").fill("16");
    await untilEquals(() => seen(heading), "VMA 16 km/h");
    assertEquals(await page.locator(".problem").count(), 0);
    // The button to print came back with the figures, and works.
    await page.evaluate("window.print = () => { window.printed = true }");
    await page.getByRole("button", { name: "Imprimer" }).click();
    assert(await page.evaluate("window.printed"));
    // A choice is seen at once.
    await page.locator("label").filter({ hasText: "mile" }).click();
    await untilEquals(() => addressOf(page), "/zones?vma=16&unit=mi");
    assertEquals(await page.evaluate("performance.timeOrigin"), loads, "no page was loaded");
    // One step back leads to what was there before.
    await page.goBack();
    await page.locator(".example-note").waitFor();
    assertEquals(await page.locator("#field-vma").inputValue(), "15");
    await page.goForward();
    await untilEquals(() => seen(heading), "VMA 16 km/h (9,9 mi/h)");
  });
});

Deno.test("the way back leads to what was there before typing, after a reload as well", async () => {
  await visit("/zones?vma=14", async (page) => {
    const heading = page.locator("#zones-heading");
    const showsAt = async (shown: string, address: string) => {
      await untilEquals(() => seen(heading), shown);
      assertEquals(await addressOf(page), address);
    };
    await page.locator("#field-vma").fill("16");
    await showsAt("VMA 16 km/h", "/zones?vma=16");
    await page.reload();
    await untilReady(page);
    await page.goBack();
    await showsAt("VMA 14 km/h", "/zones?vma=14");
    await page.goForward();
    await showsAt("VMA 16 km/h", "/zones?vma=16");
    // What is typed after a step back takes the place of what came after it, not of what was there.
    await page.goBack();
    await showsAt("VMA 14 km/h", "/zones?vma=14");
    await page.locator("#field-vma").fill("17");
    await showsAt("VMA 17 km/h", "/zones?vma=17");
    await page.goBack();
    await showsAt("VMA 14 km/h", "/zones?vma=14");
    await page.goForward();
    await showsAt("VMA 17 km/h", "/zones?vma=17");
    // A step that is taken before the script is there.
    let goOn = () => {};
    const held = new Promise<void>((resolve) => goOn = resolve);
    await page.route("**/live.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.goBack();
    await untilEquals(() => addressOf(page), "/zones?vma=14");
    assertEquals(await seen(heading), "VMA 17 km/h");
    goOn();
    await showsAt("VMA 14 km/h", "/zones?vma=14");
  });
});

Deno.test("a field test gives the VMA by keyboard, and only its own fields are seen", async () => {
  for (const javaScriptEnabled of [true, false]) {
    await visit("/zones", async (page) => {
      await page.getByRole("radio", { name: "ma VMA" }).focus();
      // From one's VMA by way of a result to the half Cooper.
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.getByLabel(/^Distance en 6\smin/).fill("1650");
      assertEquals(await page.locator(".tool-form input[type=text]:visible").count(), 1);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/zones?by=half-cooper&m6=1650");
      assertEquals(await seen(page.locator("#zones-heading")), "VMA 16,5 km/h");
      assertStringIncludes(await seen(page.locator(".field-test")), "Berthon");
      assertEquals(await page.locator(".daniels tbody tr").count(), 5);
    }, { javaScriptEnabled });
  }
});

Deno.test("a time is graded by age as one types, with its equivalents at other ages", async () => {
  await visit("/age", async (page) => {
    await page.locator("#field-age").fill("60");
    await untilEquals(() => addressOf(page), "/age?sex=F&age=60&d=10000&t=45:00");
    // 45'00 at 60 is worth more than at 50, and stands on its own line of the table.
    await untilEquals(() => seen(page.locator(".ages .own th")), "60 ans");
    assertStringIncludes(await seen(page.locator(".own-time")), `45'00"`);
    const woman = await seen(page.locator("#grade-heading"));
    await page.locator("label").filter({ hasText: "homme" }).click();
    await untilEquals(() => addressOf(page), "/age?sex=M&age=60&d=10000&t=45:00");
    assert(await seen(page.locator("#grade-heading")) !== woman);
    assertEquals(await violations(page), []);
    // Nobody under age is graded.
    await page.locator("#field-age").fill("17");
    await page.keyboard.press("Tab");
    await page.locator("#field-age-problem").waitFor();
    assertEquals(await page.locator("#grade-heading, .ages").count(), 0);
  });
  await visit("/en/age-grading", async (page) => {
    await page.locator("#field-age").fill("71");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/age-grading?sex=F&age=71&d=10000&t=45:00");
    assertEquals(await page.locator(".own-time").count(), 1);
  }, { javaScriptEnabled: false });
});

Deno.test("predictions follow as one types, and a row more is there for the next result", async () => {
  await visit("/en/predictor?r=10000@45:00", async (page) => {
    const rows = page.locator(".result-row");
    assertEquals(await rows.count(), 2);
    await rows.nth(1).getByLabel("Distance").fill("half");
    await rows.nth(1).getByLabel("Time").fill("1:40");
    await untilEquals(() => addressOf(page), "/en/predictor?r=10000@45:00,21097.5@1:40:00");
    assertEquals(await rows.count(), 3);
    assertEquals(await rows.nth(1).getByLabel("Time").inputValue(), "1:40");
    // Once left, a field shows how it was read.
    await page.keyboard.press("Tab");
    await untilEquals(() => rows.nth(1).getByLabel("Time").inputValue(), "1:40:00");
  });
});

Deno.test("a word is explained beside it: by keyboard, without scripts, and in the glossary", async () => {
  for (const javaScriptEnabled of [true, false]) {
    for (
      const [path, name, says] of [
        ["/zones", "VMA : définition", "Vitesse maximale aérobie"],
        ["/en/predictor", "MAS (VMA): definition", "Maximal aerobic speed"],
        ["/age", "Âge corrigé : définition", "équivalent senior"],
        ["/planificateur", "Negative split : définition", "seconde moitié plus vite"],
        ["/groupe", "VMA : définition", "Vitesse maximale aérobie"],
        ["/comparer?athletes=1001,1002", "Âge corrigé : définition", "équivalent senior"],
      ] as const
    ) {
      await visit(path, async (page) => {
        const button = page.getByRole("button", { name }).first();
        const text = page.locator(".term-text:popover-open");
        await button.focus();
        await page.keyboard.press("Enter");
        await text.waitFor();
        assertStringIncludes(await seen(text), says);
        const box = await button.boundingBox();
        assert(box !== null && Math.min(box.width, box.height) >= 24);
        await page.keyboard.press("Escape");
        await untilEquals(() => text.count(), 0);
        assertEquals(await page.locator(".term-text:visible").count(), 0);
        await button.click();
        await text.getByRole("link").click();
        await page.waitForURL(/\/(?:glossaire|en\/glossary)#/);
        await page.locator(".glossary :target").waitFor();
      }, { javaScriptEnabled, width: 360 });
    }
  }
  await visit("/predictions", async (page) => {
    for (const button of await page.locator(".term-button").all()) {
      await button.click();
      assertEquals(await page.locator(".term-text:popover-open").count(), 1);
      assertEquals(await violations(page), []);
    }
    // What is open stays so while figures follow.
    await page.locator("#field-t0").fill("11'00");
    await page.waitForURL(/r=3000@11:00/);
  });
  await visit("/?vma=16", async (page) => {
    await page.evaluate(
      "for (const one of document.querySelectorAll('details:has(#field-vma)')) one.open = true",
    );
    await page.getByRole("button", { name: "VMA : définition" }).click();
    await page.locator(".term-text:popover-open").waitFor();
  });
});
