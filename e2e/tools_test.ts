/**
 * The tools as runners and coaches use them: the built site in a real browser, on screen and on
 * paper.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { LANGUAGES } from "../web/kit/language/language.ts";
import { PATHS, TOOLS } from "../web/kit/addresses/paths.ts";
import { useSampleSite } from "./testing/sample_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";
import { untilEquals } from "@mypacer/shared/testing/until.ts";

const { visit } = useSampleSite();
/** A group that fills its page: invented people. */
const GROUP = Array.from({ length: 30 }, (_, n) => `Prénom-Composé Nomdefamille${n} ${12 + n / 4}`);

/** Every tool in states that are drawn otherwise, and its status where that is not 200. */
const PAGES: readonly (readonly [path: string, status?: number])[] = [
  ...LANGUAGES.flatMap((language) =>
    (["tools", ...TOOLS] as const).map((name) => [PATHS[language][name]] as const)
  ),
  ["/planificateur?d=10000&t=42:30&effort=progressive&p=-3"],
  ["/planificateur?every=km&view=band"],
  ["/planificateur?d=loin&t=3:75", 400],
  ["/planificateur?d=10000&t=42:30&effort=halves&p=99", 400],
  ["/zones?d=10000&t=42:30&unit=mi"],
  ["/zones?d=1500&t=5:00"],
  ["/en/zones?vma=99", 400],
  ["/zones?by=cooper&m12=2800"],
  ["/en/zones?by=vameval&stage=16&held=30"],
  ["/predictions?r=1500@4:30,5000@17:00,10000@35:30,21097.5@1:18:30,42195@2:48:00"],
  ["/predictions?r=100@0:13"],
  ["/predictions?d=5+km&t=20:75&d=&t=", 400],
  ["/age?sex=M&age=65&d=1500&t=6:00"],
  ["/en/age-grading?sex=F&age=50&d=200&t=5:00"],
  ["/groupe?s=10x400@105r60;3x2000@90r120;15x30s@105;1x20000@75"],
  ["/groupe?s=70x100", 400],
  ["/groupe?s=échauffement;2x(10x30/30);4x(400-300-200)+105-110%;10x400+105+r+200"],
  ["/modeles?r=100@0:13"],
];

/**
 * Draws a page as on a device whose face is none of those that the site knows how to make narrow.
 */
const WIDE_FACE = "const sheet = new CSSStyleSheet();" +
  "sheet.replaceSync(':root { --narrow: sans-serif }');" +
  "document.adoptedStyleSheets = [sheet];";

/** Fills in the group's form and sends it. */
async function sendGroup(page: Page, session: string, runners: readonly string[]): Promise<void> {
  await page.getByLabel(/^Séance/).fill(session);
  await page.getByLabel(/^Coureurs/).fill(runners.join("\n"));
  await page.getByRole("button", { name: "Calculer" }).click();
  await page.getByRole("rowheader", { name: runners[0]?.split(" ")[0] ?? "" }).first().waitFor();
}

/** Pages of what would be printed on A4. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return [...new TextDecoder("latin1").decode(pdf).matchAll(/\/Type\s*\/Page\b/g)].length;
}

for (const [device, width] of [["a phone", 360], ["a desktop", 1280]] as const) {
  Deno.test(`axe finds nothing to mend on any tool on ${device}`, async () => {
    for (const [path, status = 200] of PAGES) {
      // The languages share their markup: one on each device is enough.
      if (!path.includes("?") && path.startsWith("/en") !== (width === 1280)) continue;
      await visit(path, async (page) => assertEquals(await violations(page), [], path), {
        width,
        status,
        colorScheme: width === 360 ? "dark" : "light",
      });
    }
    await visit("/groupe?s=70x100", async (page) => {
      await sendGroup(page, "10x400 105\n3x2000 90", ["Ana 15", "Bo 10 km 42'30"]);
      assertEquals(await violations(page), []);
      await sendGroup(page, "70x100\n3x2000 90", ["Ana 15", "Bo"]);
      assertEquals(await violations(page), []);
    }, { width, status: 400 });
  });
}

Deno.test("no tool scrolls sideways at 320 px, nor does its header, whatever the face", async () => {
  for (const [path, status = 200] of PAGES) {
    for (const face of [true, false]) {
      const width = 320;
      const look = async (page: Page) => {
        assertEquals(await sidewaysScroll(page), 0, path);
        if (face) return;
        await page.evaluate(WIDE_FACE);
        assertEquals(await sidewaysScroll(page), 0, `${path} in a wide face`);
      };
      await visit(path, look, { width, face, status });
    }
  }
  await visit("/groupe", async (page) => {
    await sendGroup(page, "10x400 105\n3x2000 90", GROUP);
    assertEquals(await sidewaysScroll(page), 0);
  }, { width: 320 });
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  Deno.test(`a race is planned by keyboard alone ${how} JavaScript, and kept by its address`, async () => {
    await visit("/planificateur", async (page) => {
      await page.getByLabel("Distance").focus();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("10 km");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("42'30");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/planificateur?d=10000&t=42:30");
      const finish = page.getByRole("row", { name: "Arrivée" });
      const isIn = (time: string) => finish.getByText(time).first().waitFor();
      await isIn(`42'30"`);
      await page.reload();
      await isIn(`42'30"`);
      await page.goBack();
      await isIn(`3h30'00"`);
      await page.goForward();
      await isIn(`42'30"`);
    }, { javaScriptEnabled });
  });

  Deno.test(`results come and go by buttons ${how} JavaScript`, async () => {
    await visit("/predictions?r=5000@20:30", async (page) => {
      const rows = page.locator(".result-row");
      await untilEquals(() => rows.count(), 2);
      await page.getByRole("button", { name: "Ajouter une ligne" }).click();
      await page.waitForURL(/rows=3/);
      await untilEquals(() => rows.count(), 3);
      await rows.nth(1).getByLabel("Distance").fill("semi");
      await rows.nth(1).getByLabel("Temps").fill("1h35");
      // Enter computes; it takes no row away.
      await page.keyboard.press("Enter");
      await page.waitForURL(/r=5000@20:30,21097.5@1:35:00/);
      assertStringIncludes(await page.locator(".key-figures").innerText(), "d’après 2 résultats");
      await page.getByRole("button", { name: "Retirer le résultat 1" }).click();
      await page.waitForURL("**/predictions?r=21097.5@1:35:00");
    }, { javaScriptEnabled });
  });

  Deno.test(`a group gets its sheet ${how} JavaScript, and its names stay out of the address`, async () => {
    await visit("/groupe", async (page) => {
      await sendGroup(page, `10x400 105 r 1'\n15x30" 105`, ["Ana 16", "Bo 10 km 40'00"]);
      assertEquals(new URL(page.url()).search, "");
      assertStringIncludes(await page.locator(".group tbody tr").first().innerText(), `1'25"7`);
      await page.getByRole("link", { name: /^Lien vers cette séance/ }).click();
      await page.waitForURL("**/groupe?s=10x400@105r60;15x30s@105");
      await untilEquals(() => page.getByText("Ana").count(), 0);
    }, { javaScriptEnabled });
  });

  Deno.test(`only what is asked for stands in the form ${how} JavaScript`, async () => {
    await visit("/zones", async (page) => {
      assert(!await page.locator("#field-t").isVisible());
      await page.locator("label.option", { hasText: "un résultat" }).click();
      assert(!await page.locator("#field-vma").isVisible());
      await page.locator("#field-d").fill("10 km");
      await page.locator("#field-t").fill("40:00");
      await page.getByRole("button", { name: "Calculer" }).click();
      await page.waitForURL("**/zones?d=10000&t=40:00");
      assertMatch(await page.locator("h2").first().innerText(), /^VMA 17,1\skm\/h$/);
    }, { javaScriptEnabled });
  });

  Deno.test(`the way to the printer is shown ${how} JavaScript`, async () => {
    await visit("/planificateur", async (page) => {
      const button = page.getByRole("button", { name: "Imprimer" });
      assertEquals(await button.isVisible(), javaScriptEnabled);
      assertEquals(await page.getByText("Ctrl + P").isVisible(), !javaScriptEnabled);
    }, { javaScriptEnabled });
  });
}

Deno.test("the language switch keeps what a tool was given", async () => {
  await visit("/zones?d=10000&t=42:30&unit=mi", async (page) => {
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL("**/en/zones?d=10000&t=42:30&unit=mi");
    await untilEquals(() => page.locator("#field-t").inputValue(), "42:30");
  });
});

Deno.test("a marathon by kilometers, zones and predictions fit a page of A4 each", async () => {
  for (
    const path of [
      "/planificateur?every=km",
      "/zones?vma=16.5",
      "/zones?d=10000&t=42:30",
      "/age?sex=M&age=63",
      "/predictions",
    ]
  ) {
    await visit(path, async (page) => assertEquals(await printedPages(page), 1, path));
  }
});

/** Sessions of as many blocks or columns as a sheet takes. */
const FULL_SESSIONS = [
  "10x400 105\n3x2000 90 r 2'",
  "10x400 100-105 r 1'\n5x1000 90-95 r 200 m\n3x2000 85-90 r 2'\n15x30/30 100-105\n" +
  "2x(8x200 r 30\") 105-110 R 3'\n4x800 95-100 r 1'30\n6x600 95-100 r 1'\n1x5000 80-85",
  "échauffement 20 min, gammes\n2000-1600-1200-1000-800 90-95 r 1'30\n1'-2'-3'-2'-1' 100\n" +
  "2x(400-200) 105 r 1' R 3'\nretour au calme 10'",
];
/** Thirty invented people with names of two lines, every other one with a result. */
const LONG_NAMES = Array.from(
  { length: 30 },
  (_, n) =>
    `NOMDEFAMILLE-COMPOSÉ${n} Prénom-Composé ${n % 2 === 0 ? 10 + n / 4 : `10 km ${35 + n}'30`}`,
);

Deno.test("thirty runners and a full session fit a page of A4, which has the session and no form", async () => {
  for (const session of FULL_SESSIONS) {
    for (const runners of [GROUP, LONG_NAMES]) {
      await visit("/groupe", async (page) => {
        await sendGroup(page, session, runners);
        await untilEquals(() => page.locator(".problem").count(), 0, { message: session });
        assertEquals(await printedPages(page), 1, session);
        await page.emulateMedia({ media: "print" });
        assert(!await page.locator("form").isVisible());
        await untilEquals(() => page.locator(".group tbody tr").count(), 30);
        assert(await page.locator(".session-lines").isVisible());
        // Nothing is wider than the paper, whose 192 mm are 726 dots.
        await page.setViewportSize({ width: 726, height: 1000 });
        assertEquals(await sidewaysScroll(page), 0, session);
      });
    }
  }
});

Deno.test("a long name breaks between its parts, and within none of them", async () => {
  const [long, parts] = [
    "Wolfeschlegelsteinhausenbergerdorff".repeat(2).slice(0, 60),
    "Anne-Marie de la Tour-Landry",
  ];
  for (const width of [320, 1280]) {
    await visit("/groupe", async (page) => {
      await sendGroup(page, "10x400 105", [`${long} 15`, `${parts} 16`]);
      // How many lines the first name has, and what stands where it is cut.
      const [lines, end] = await page.evaluate<[number, string]>(
        "(() => { const name = document.querySelector('.runner-name'); " +
          "const { lineHeight, textOverflow } = getComputedStyle(name); " +
          "return [Math.round(name.offsetHeight / parseFloat(lineHeight)), textOverflow]; })()",
      );
      assertEquals([lines, end], [1, "ellipsis"]);
      await untilEquals(() => page.locator(".runner-name").last().innerText(), parts);
      assertEquals(await sidewaysScroll(page), 0);
    }, { width });
  }
});

Deno.test("a tool asks for little more than its page", async () => {
  await visit("/mentions-legales", async (page) => {
    const scripts: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto("/planificateur", { waitUntil: "networkidle" });
    const sizes = await Promise.all(scripts);
    assert(sizes.length > 0);
    assert(sizes.reduce((sum, size) => sum + size, 0) < 40_000, sizes.join(" + "));
  });
});

Deno.test("what is typed before a tool's script is there is drawn when it comes", async () => {
  await visit("/mentions-legales", async (page) => {
    const arrival = Promise.withResolvers<void>();
    await page.route("**/live.js", async (route) => {
      await arrival.promise;
      await route.continue();
    });
    await page.goto("/zones");
    await page.locator("#field-vma").fill("16,5");
    assertEquals(await page.getByRole("heading", { name: "VMA 16,5" }).count(), 0);
    arrival.resolve();
    await page.getByRole("heading", { name: "VMA 16,5 km/h" }).waitFor();
    await page.waitForURL("**/zones?vma=16.5");
  });
});
