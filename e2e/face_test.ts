/** The look of the site: typeface, themes, motion, forced colors, large text. */
import { assert, assertEquals } from "@std/assert";
import { untilEquals } from "@mypacer/shared/testing/until.ts";
import type { Page } from "playwright-core";
import { useSampleSite } from "./testing/sample_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";

const sample = useSampleSite();
const { visit } = sample;

/** How light the page is behind its text, from 0 (black) to 255. */
const lightness = (page: Page) =>
  page.evaluate<number>(
    "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))",
  );
/** A computed style of the first element of a selector, or of what the style sheet adds to it. */
const styleOf = (page: Page, selector: string, property: string, added?: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)}), ${
      JSON.stringify(added ?? null)
    })[${JSON.stringify(property)}]`,
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
    assertEquals(await button.innerText(), "Thème\u00a0: celui de l’appareil");
    await button.press("Enter");
    await untilEquals(() => button.innerText(), "Thème\u00a0: clair");
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

Deno.test("forced colors tell the current entry, the chosen choice and a record from the others", async () => {
  await visit("/?athletes=1001", async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    const background = (selector: string) => styleOf(page, selector, "backgroundColor");
    for (
      const [one, other] of [
        [".site-nav a[aria-current]", ".site-nav a:not([aria-current])"],
        [".option input:checked + span", ".option input:not(:checked) + span"],
      ] as const
    ) {
      assert(await background(one) !== await background(other), one);
    }
    assertEquals(await styleOf(page, ".mark-button", "borderTopStyle"), "double");
    assertEquals(await violations(page), []);
  });
});

/** Pages with every kind of field. */
const FIELDS = [
  "/?athletes=1001",
  "/planificateur",
  "/groupe",
  "/recherche?q=dupont",
  "/predictions",
  "/clubs",
  "/comparer?athletes=1001,1002",
];

Deno.test("text of twice the size stays on a phone's screen, and fields show what is typed", async () => {
  // The device's face may be wider, and is what a first visit shows where the network is slow.
  for (const [path, face] of FIELDS.flatMap((path) => [[path, true], [path, false]] as const)) {
    await visit(path, async (page) => {
      // As a browser's own setting for the size of text.
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      assertEquals(await sidewaysScroll(page), 0, path);
      const outside = await page.evaluate<string[]>(
        "const scrolls = (element) => element !== document.body && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));" +
          "[...document.querySelectorAll('header :is(a, button), main input[type=text], main .action, main .button')]" +
          ".filter((element) => element.checkVisibility() && !scrolls(element))" +
          ".filter((element) => { const { left, right } = element.getBoundingClientRect(); return left < 0 || right > innerWidth })" +
          ".map(({ outerHTML }) => outerHTML)",
      );
      assertEquals(outside, [], path);
      // Room for what a field holds, and for some characters where it is empty.
      const clipped = await page.evaluate<string[]>(
        "[...document.querySelectorAll('main input[type=text]')].filter((field) => field.checkVisibility())" +
          ".filter((field) => field.scrollWidth > field.clientWidth + 1 || field.clientWidth < 120)" +
          ".map(({ outerHTML }) => outerHTML)",
      );
      assertEquals(clipped, [], path);
    }, { width: 360, face });
  }
});

Deno.test("the curves fit a phone, with legible texts and lines of 3:1", async () => {
  const athletes = ["1001", "1002", "1003"].join();
  await visit(`/comparer?athletes=${athletes}`, async (page) => {
    const picture = page.locator(".pace-curve svg:visible");
    assertEquals(await picture.count(), 1);
    const { scrolls, smallest, labels } = await page.evaluate<
      { scrolls: boolean; smallest: number; labels: number }
    >(
      "(() => { const figure = document.querySelector('.pace-curve');" +
        "const svg = [...figure.querySelectorAll('svg')].find((one) => one.checkVisibility());" +
        "const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;" +
        "return { scrolls: figure.scrollWidth > figure.clientWidth, smallest: 13 * scale," +
        " labels: svg.querySelectorAll('.chart-grid text').length }; })()",
    );
    assertEquals(scrolls, false);
    assert(smallest >= 11, `${smallest} px`);
    assert(labels >= 6, `${labels} labels`);
    assertEquals(await violations(page), []);
  }, { width: 360 });
  // All eight athletes' lines, by the tokens.
  for (const colorScheme of ["light", "dark"] as const) {
    await visit("/", async (page) => {
      const ratios = await page.evaluate<number[]>(
        "(() => { const lightness = (color) => { const [r, g, b] = color.match(/[\\d.]+/g).map((part) => {" +
          "const one = part / 255; return one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4; });" +
          "return 0.2126 * r + 0.7152 * g + 0.0722 * b; };" +
          "const shown = (name, token) => { const probe = document.createElement('i'); probe.className = name;" +
          "document.body.append(probe); probe.attributeStyleMap.set('color', `var(${token})`);" +
          "const color = getComputedStyle(probe).color; probe.remove(); return lightness(color); };" +
          "const paper = shown('', '--surface');" +
          "return [0, 1, 2, 3, 4, 5, 6, 7].map((slot) => { const line = shown(`slot-${slot}`, '--slot-line');" +
          "return (Math.max(line, paper) + 0.05) / (Math.min(line, paper) + 0.05); }); })()",
      );
      assert(ratios.every((ratio) => ratio >= 3), ratios.join());
    }, { colorScheme });
  }
});

Deno.test("signs that the style sheet adds are not read aloud", async () => {
  await visit("/?athletes=1001", async (page) => {
    const sign = await styleOf(page, ".box input:checked + span", "content", "::before");
    assertEquals(sign, '"✓" / ""');
  });
});

Deno.test("records drop into their cells in 160 ms, and nothing moves where rest is asked for", async () => {
  await visit("/?athletes=1001", async (page) => {
    const duration = () => styleOf(page, ".mark-button", "animationDuration");
    assertEquals(await duration(), "0.16s");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await untilEquals(() => styleOf(page, ".mark-button", "animationName"), "none");
    await untilEquals(() => styleOf(page, ".site-header", "viewTransitionName"), "none");
    // What follows scrolling is moved by the visitor.
    const running = await page.evaluate<number>(
      "document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline).length",
    );
    assertEquals(running, 0);
  });
});

Deno.test("where there is nothing, a drawing, a word and a way on", async () => {
  for (
    const [path, title, status] of [
      ["/nulle-part", "Un couloir de trop, sans doute\u00a0: la piste n’en a que huit.", 404],
      ["/en/nowhere", "One lane too many, perhaps: the track has only eight.", 404],
      ["/recherche?q=zzzzzz", "Personne dans ce couloir", 200],
      ["/en/clubs?q=zzzzzz", "The changing room is empty", 200],
      ["/comparer", "Deux couloirs, personne au départ", 200],
    ] as const
  ) {
    await visit(path, async (page) => {
      assertEquals(await page.locator(".empty-title").innerText(), title);
      assert(await page.locator(".empty svg").isVisible());
      assertEquals(await sidewaysScroll(page), 0);
      assertEquals(await violations(page), []);
    }, { status, width: 360, javaScriptEnabled: true });
  }
});

Deno.test("a first visit has three steps, once, which unfold over the page and move nothing", async () => {
  await visit("/", async (page) => {
    const steps = page.locator(".first-steps");
    const table = () => page.locator("#table").boundingBox();
    const before = await table();
    await steps.locator("summary").press("Enter");
    assertEquals(await steps.locator("li:visible").count(), 3);
    assertEquals(await table(), before);
    assertEquals(await sidewaysScroll(page), 0);
    assertEquals(await violations(page), []);
    // The next page and the next visit are without them, from their first paint.
    await page.goto("/outils");
    await page.goto("/");
    assertEquals(await steps.isVisible(), false);
    const other = await sample.browser.newContext({ baseURL: sample.site.url });
    const fresh = await other.newPage();
    await fresh.goto("/en");
    await fresh.getByRole("button", { name: "Got it" }).click();
    await untilEquals(() => fresh.locator(".first-steps").isVisible(), false);
    assertEquals(await fresh.evaluate("localStorage.getItem('steps')"), "seen");
    await other.close();
  }, { width: 360 });
  await visit("/", async (page) => {
    await page.locator(".first-steps summary").click();
    assertEquals(await page.locator(".first-steps li:visible").count(), 3);
    assertEquals(await page.locator(".first-steps-close").isVisible(), false);
  }, { javaScriptEnabled: false });
});
