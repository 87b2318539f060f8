/** Rows of the table: training zones as a heat map, "ma ligne", and the cell that is looked at. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { useSampleSite } from "./testing/sample_site.ts";
import { showInOwnFace, sidewaysScroll, violations } from "./testing/visit.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

const { visit } = useSampleSite();
const mine = (page: Page) => page.locator("tr.mine > :is(th, td)");
const foot = (page: Page) => page.locator(".cell-foot p");
/** How far "ma ligne" is out of the screen, px. */
const outOfSight = (page: Page) =>
  page.evaluate<number>(`(() => {
    const { top, bottom } = document.querySelector("tr.mine th").getBoundingClientRect();
    return Math.max(0, -top, Math.round(bottom) - innerHeight);
  })()`);
/** A property of the style of a row's cells. */
const style = (page: Page, row: string, name: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector("${row} > td")).getPropertyValue("${name}")`,
  );
const background = (page: Page, row: string) => style(page, row, "background-color");

Deno.test("the first rows are in view, and nothing scrolls within the page at 1280 px", async () => {
  for (const path of ["/", "/?vma=16", "/?athletes=1001", "/?vma=16&athletes=1001"]) {
    await visit(path, async (page) => {
      await showInOwnFace(page);
      await page.locator(".light").first().waitFor();
      const { width, frame, inner, lower } = await page.evaluate<Record<string, number | string>>(
        `(() => {
          const frame = document.querySelector(".frame");
          return {
            width: frame.querySelector("table").offsetWidth,
            frame: frame.clientWidth,
            inner: getComputedStyle(frame).overflowY,
            lower: document.querySelector("tbody tr").getBoundingClientRect().top,
          };
        })()`,
      );
      assert(Number(width) <= Number(frame), `${path}: the table takes ${width} of ${frame} px`);
      assertEquals(await sidewaysScroll(page), 0);
      if (!path.includes("athletes")) {
        assertEquals(inner, "visible");
        assert(Number(lower) < 540, `${path}: the first row begins at ${lower} px`);
      }
    });
  }
  await visit("/", async (page) => {
    assert(await page.locator("#field-slow").isHidden(), "the settings are open on a phone");
    const row = await page.locator("tbody tr").first().boundingBox();
    assert(row && row.y < 430, `the first row begins at ${row?.y} px`);
    await page.getByLabel("Réglages", { exact: true }).check();
    await page.locator("#field-slow").waitFor();
    assertEquals(await sidewaysScroll(page), 0);
  }, { width: 360, javaScriptEnabled: false });
});

Deno.test("rows below a small screen come once the others are painted, without JavaScript at once", async () => {
  const path = "/?slow=7:00&fast=3:00&step=2";
  for (const javaScriptEnabled of [true, false]) {
    await visit(path, async (page) => {
      const rows = page.locator(".paces tbody tr");
      assertEquals(await rows.count(), 121);
      for (const at of [0, 29, 30, 120]) await rows.nth(at).waitFor();
    }, { width: 360, height: 720, javaScriptEnabled });
  }
});

for (const javaScriptEnabled of [true, false]) {
  Deno.test(`zones tint their rows and name the first, "ma ligne" stays in sight ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    await visit("/?slow=6:30&vma=16", async (page) => {
      if (javaScriptEnabled) await page.locator(".light").first().waitFor();
      // Of 16 km/h 60 % are 9.6 km/h or 6'15, 75 % 12 km/h or 5'00, 80 % 12.8 km/h or 4'41.
      await untilEquals(
        () => page.locator("tr.zone-begins th").allInnerTexts().then((heads) => heads.slice(0, 3)),
        [`6'15"`, `5'00"`, `4'40"`],
      );
      const names = await page.locator("td.zone").allInnerTexts();
      const named = names.filter((name) => name !== "");
      assertEquals(named.slice(0, 3), ["Endurance fondamentale", "Endurance active", "Seuil 60"]);
      assertEquals(new Set(named).size, named.length);
      const tints = await Promise.all(
        ["easy", "marathon", "threshold60", "threshold30", "longVma", "shortVma", "speed"].map((
          zone,
        ) => background(page, `tr.zone-${zone}`)),
      );
      assertEquals(new Set(tints).size, 7);
      // A pace of one's own, between two rows.
      await page.locator("summary", { hasText: "VMA" }).click();
      await page.locator("#field-mine").fill("4'13");
      await page.locator("#field-mine").press("Enter");
      await page.waitForURL(/mine=4(:|%3A|%27)13/);
      await untilEquals(async () => (await mine(page).allInnerTexts())[0], `4'13"`);
      assertEquals(await page.locator("tr.mine").count(), 1);
      for (const place of [0, 1e6]) {
        await page.evaluate(`scrollTo(0, ${place})`);
        await untilEquals(() => outOfSight(page), 0);
      }
      if (javaScriptEnabled) assertEquals(await violations(page), []);
    }, { javaScriptEnabled });
  });
}

Deno.test("zones and one's own line are seen in forced colors, in the dark and on paper", async () => {
  await visit("/?vma=16&mine=4:15", async (page) => {
    const light = await background(page, "tr.zone-easy");
    await page.emulateMedia({ colorScheme: "dark" });
    assert(await background(page, "tr.zone-easy") !== light);
    assertEquals(await violations(page), []);
    await page.emulateMedia({ forcedColors: "active" });
    assertEquals(await style(page, "tr.zone-begins", "border-top-width"), "2px");
    assertEquals(await style(page, "tr.mine", "border-top-width"), "3px");
    await page.emulateMedia({ forcedColors: "none", media: "print" });
    assertEquals(await style(page, "tr.mine", "position"), "static");
    assertEquals(await style(page, "tr.zone-easy", "print-color-adjust"), "exact");
  });
});

Deno.test("a tap marks the row and the column of a cell, and tells it until it is closed", async () => {
  await visit("/", async (page) => {
    await page.locator(".light").first().waitFor();
    const cell = page.locator("tbody tr").nth(3).locator("td").nth(14);
    await cell.click();
    // 6'15 per km over 10 km.
    await untilEquals(
      () => foot(page).innerText(),
      "6'15\"/km · 9,60\u00a0km/h · 10\u00a0km\u00a0: 1h02'30\"",
    );
    await untilEquals(() => page.locator("tr.crossed, col.crossed, td.here").count(), 3);
    await untilEquals(
      () => page.locator(".pace-table > [role=status]").textContent(),
      await foot(page).textContent(),
    );
    assertEquals(await violations(page), []);
    await page.getByRole("button", { name: "Fermer" }).click();
    await untilEquals(() => page.locator(".crossed, .here").count(), 0);
    // A header of a row makes it one's own, and takes it back.
    const head = page.locator("tbody .light").nth(3);
    await head.click();
    await page.waitForURL(/mine=6:15/);
    await untilEquals(() => head.getAttribute("aria-pressed"), "true");
    await head.click();
    await untilEquals(() => page.locator("tr.mine").count(), 0);
    assertEquals(new URL(page.url()).search, "");
  });
  await visit("/en", async (page) => {
    await page.locator(".light").first().waitFor();
    await page.locator("tbody tr").nth(3).locator("td").nth(14).click();
    await untilEquals(
      () => foot(page).innerText(),
      "6:15/km · 9.60\u00a0km/h · 10\u00a0km: 1:02:30",
    );
  });
});

Deno.test("from the frame the arrow keys lead from cell to cell, and Enter pins the row", async () => {
  await visit("/?athletes=1001", async (page) => {
    await page.locator(".light").first().waitFor();
    await page.locator(".frame").focus();
    await page.keyboard.press("ArrowDown");
    await until("the cell is told", () => foot(page).isVisible());
    const focused = () => page.evaluate<string>("document.activeElement.textContent");
    const first = await focused();
    await page.keyboard.press("ArrowDown");
    await until("the next row has the focus", async () => await focused() !== first);
    const second = await focused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await until(
      "the column is told",
      async () => (await foot(page).textContent() ?? "").includes("100\u00a0m"),
    );
    await page.keyboard.press("Enter");
    await page.waitForURL(/mine=/);
    await untilEquals(() => page.locator("tr.mine th").textContent(), second);
    // Its row was written anew: the focus is in the same cell.
    assertEquals(
      await page.evaluate(
        `[document.activeElement.closest("tr.mine") !== null, document.activeElement.cellIndex]`,
      ),
      [true, 2],
    );
    await page.keyboard.press("Escape");
    await untilEquals(() => foot(page).isVisible(), false);
    assertEquals(await page.evaluate("document.activeElement.className"), "frame");
  });
});

/** Changes the step of the table; returns the rows that slide, each with where it comes from. */
const slidingRows = (page: Page, step: string) =>
  page.evaluate<[head: string, from: string][]>(`(async () => {
    const field = document.querySelector("#field-step");
    field.value = "${step}";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
    return document.getAnimations().map(({ effect }) => effect)
      .filter(({ target }) => target?.matches(".paces tbody tr"))
      .map((effect) => [effect.target.cells[0].textContent, effect.getKeyframes()[0].translate]);
  })()`);

Deno.test("rows slide to their new places, and all of them are painted afterwards", async () => {
  await visit("/", async (page) => {
    await page.locator(".light").first().waitFor();
    const step = page.locator("#field-step");
    // The scripts that draw the table come with the first change: 6'30 to 3'00, each 6 s.
    await step.fill("6");
    await untilEquals(() => page.locator("tbody tr").count(), 36);
    const fewer = new Map(await slidingRows(page, "12"));
    assert(!fewer.has(`6'30"`), "the first row is where it was");
    // Its place was two rows below the first, and is one below.
    assert(Number.parseFloat(fewer.get(`6'18"`)?.split(" ")[1] ?? "") > 20, fewer.get(`6'18"`));
    await untilEquals(() => page.locator("tbody tr").count(), 18);
    const more = new Map(await slidingRows(page, "6"));
    assert(Number.parseFloat(more.get(`6'18"`)?.split(" ")[1] ?? "") < -20, more.get(`6'18"`));
    // A new one comes out from under the one above it.
    assert(Number.parseFloat(more.get(`6'24"`)?.split(" ")[1] ?? "") < -20, more.get(`6'24"`));
    await untilEquals(() => page.locator("tbody tr").count(), 36);
    await untilEquals(() => page.locator(".frame-box").getAttribute("style"), "");
    await page.emulateMedia({ reducedMotion: "reduce" });
    assertEquals(await slidingRows(page, "12"), []);
    // Rows out of view are left out for a moment: on paper they never are.
    await page.emulateMedia({ media: "print" });
    const onPaper = await page.evaluate<string>(`(() => {
      const box = document.querySelector(".frame-box");
      box.style.clipPath = "inset(0 0 90% 0)";
      return getComputedStyle(box).clipPath;
    })()`);
    assertEquals(onPaper, "none");
  });
});
