/** The look of the site: typeface, themes, motion, forced colors, large text. */
import { assert, assertEquals } from "@std/assert";
import { untilEquals } from "@mypacer/shared/testing/until.ts";
import type { Page } from "playwright-core";
import { useSampleSite } from "./testing/sample_site.ts";
import { violations } from "./testing/visit.ts";

const sample = useSampleSite();
const { visit } = sample;

/** How light the page is behind its text, from 0 (black) to 255. */
const lightness = (page: Page) =>
  page.evaluate<number>(
    "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))",
  );
const isDark = async (page: Page) => await lightness(page) < 60;

Deno.test("text, headings and figures come from one file, in three widths", async () => {
  await visit("/planificateur", async (page) => {
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") fonts.push(request.url());
    });
    await page.reload({ waitUntil: "networkidle" });
    assertEquals(fonts.length, 1);
    const loaded = await page.evaluate<string[]>(
      "[...document.fonts].filter(({ status }) => status === 'loaded')" +
        ".map(({ family }) => family.replaceAll('\"', ''))",
    );
    for (const family of ["Archivo", "Archivo Heading", "Archivo Figures"]) {
      assert(loaded.includes(family), loaded.join());
    }
  });
});

Deno.test("a theme is chosen with the keyboard, and is there at once on every page", async () => {
  await visit("/", async (page) => {
    assert(await isDark(page));
    const button = page.locator(".theme");
    assertEquals(await button.innerText(), "Thème : celui de l’appareil");
    await button.press("Enter");
    await untilEquals(() => button.innerText(), "Thème : clair");
    assert(!await isDark(page));
    // What the page is painted with first, before any other script.
    await page.addInitScript(
      "document.addEventListener('DOMContentLoaded', () => " +
        "globalThis.first = getComputedStyle(document.body).backgroundColor)",
    );
    await page.goto("/en/planner");
    const [first, now] = await page.evaluate<string[]>(
      "[first, getComputedStyle(document.body).backgroundColor]",
    );
    assertEquals(first, now);
    assert(!await isDark(page));
    await untilEquals(() => button.innerText(), "Theme: light");
    await button.press("Space");
    await untilEquals(() => button.innerText(), "Theme: dark");
    await button.click();
    await untilEquals(() => button.innerText(), "Theme: as on the device");
    assertEquals(await page.evaluate("localStorage.getItem('theme')"), null);
  }, { colorScheme: "dark" });
  await visit("/", async (page) => {
    await page.locator(".theme").click();
    await page.locator(".theme").click();
    assert(await isDark(page));
    assertEquals(await violations(page), []);
  }, { width: 360 });
});

Deno.test("without scripts the theme is the system's, and nothing is there to change it", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await visit("/", async (page) => {
      assertEquals(await page.locator(".theme").isVisible(), false);
      assertEquals(await page.getByRole("button", { name: /Thème/ }).count(), 0);
      assertEquals(await isDark(page), colorScheme === "dark");
    }, { colorScheme, javaScriptEnabled: false });
  }
});
