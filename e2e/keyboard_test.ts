/** The pages by keyboard: rows of buttons are one stop, and arrow keys go on from there. */
import { assert, assertEquals } from "@std/assert";
import { untilEquals } from "@mypacer/shared/testing/until.ts";
import type { Page } from "playwright-core";
import { useSampleSite } from "./testing/sample_site.ts";
import { violations } from "./testing/visit.ts";

const { visit } = useSampleSite();

/** What has the focus: its text, with plain spaces. */
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement.innerText.replaceAll(/\\s+/g, ' ').trim()");
/** Stops of the Tab key inside the table. */
const stops = (page: Page) =>
  page.locator(".paces :is(.light, .mark-button):not([tabindex='-1'])").count();

async function press(page: Page, keys: string): Promise<string> {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  return await focused(page);
}

Deno.test("headers and records of the table are one stop, with and without athletes", async () => {
  await visit("/?athletes=1001,1002", async (page) => {
    await page.locator(".light").first().waitFor();
    // Focus in the page tells that somebody is about to use the table.
    await page.locator("#table").focus();
    await untilEquals(() => stops(page), 1);
    assertEquals(await press(page, "Tab"), "100 m");
    assertEquals(await press(page, "ArrowRight ArrowRight ArrowLeft"), "200 m");
    assertEquals(await press(page, "End"), "Marathon");
    // Down its column: the records in it, from the slowest; then up again.
    const record = await press(page, "ArrowDown");
    assert(/^B\b/.test(record) && record.includes("2h43"), record);
    assert((await press(page, "ArrowDown")).includes("2h38"));
    assertEquals(await press(page, "ArrowUp ArrowUp"), "Marathon");
    // By the corner to the headers of rows, and from one to the record beside it.
    assertEquals(await press(page, "Home ArrowLeft"), `6'30"`);
    assertEquals(await press(page, "ArrowDown ArrowDown"), `6'20"`);
    const header = page.locator("tbody tr:has(.mark) .light").first();
    await header.focus();
    assert((await press(page, "ArrowRight")).includes(`2h43'39"`));
    assertEquals(await press(page, "Home"), await header.innerText());
    // What had the focus keeps the stop, also when the table is drawn anew.
    await page.locator(".light", { hasText: "Semi" }).focus();
    await press(page, "Enter");
    await untilEquals(() => page.locator("col.lit").count(), 1);
    await page.getByLabel("Écart entre lignes").fill("10");
    await untilEquals(() => page.locator("tbody tr").count(), 22);
    await page.locator("#table").focus();
    assertEquals(await press(page, "Tab"), "Semi");
    assertEquals(await stops(page), 1);
    assertEquals(await violations(page), []);
  });
});

Deno.test("boxes of distances are one stop a row, and are ticked with the space bar", async () => {
  await visit("/", async (page) => {
    await page.locator(".light").first().waitFor();
    const fields = page.locator("details:has(.columns)");
    await fields.locator("summary").press("Enter");
    const rows = await fields.locator(".boxes").count();
    assert(rows > 1);
    const open = fields.locator(".boxes input:not([tabindex='-1'])");
    await untilEquals(() => open.count(), rows);
    const boxes = fields.locator(".boxes").first().locator("input");
    await boxes.first().focus();
    await press(page, "ArrowRight");
    const second = boxes.nth(1);
    const ticked = await second.isChecked();
    await press(page, "Space");
    await untilEquals(() => second.isChecked(), !ticked);
    await untilEquals(() => open.count(), rows);
  });
});
