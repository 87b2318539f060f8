/**
 * How the table's page wakes: what is done before its scripts run, and what they leave as the
 * server drew it.
 */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { frenchBreaks } from "../web/testing/french_breaks.ts";
import { useSampleSite } from "./testing/sample_site.ts";
import { PAGE_TIMEOUT_MS } from "./testing/visit.ts";
import { untilEquals } from "@mypacer/shared/testing/until.ts";

const sample = useSampleSite();
const { visit } = sample;
const firstRow = (page: Page) => page.locator("tbody tr").first().locator("th, td").allInnerTexts();
/** Columns of the table that can be seen. */
const seenColumns = async (page: Page) =>
  (await page.locator("thead th:visible").allInnerTexts()).slice(2);

/** Holds back the scripts of the pages to come; gives what lets them go. */
async function holdScripts(page: Page): Promise<() => void> {
  const scripts = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  return scripts.resolve;
}

Deno.test("what is chosen and typed before the scripts come is not lost", async () => {
  await visit("/en", async (page) => {
    const release = await holdScripts(page);
    await page.goto("/");
    await page.locator("label.option").filter({ hasText: "vitesse" }).click();
    await page.locator("summary", { hasText: "VMA" }).click();
    await page.locator("#field-vma").fill("17");
    release();
    await page.waitForURL(/by=speed.*vma=17|vma=17.*by=speed/);
    await untilEquals(async () => (await firstRow(page)).slice(0, 3), ["8", `7'30"`, "47"]);
  });
});

Deno.test("a button that is pressed before the scripts come does what it says once they are there", async () => {
  await visit("/en", async (page) => {
    const release = await holdScripts(page);
    await page.goto("/?athletes=1001");
    await page.getByRole("button", { name: /LEFEVRE.* ?: détails$/ }).click();
    await page.getByRole("button", { name: "Actualiser" }).click();
    release();
    await page.getByText(/^Ajouté\s: /).waitFor({ state: "attached" });
  });
});

Deno.test("a table that was never drawn by a script is drawn anew when it changes, and keeps what was marked", async () => {
  await visit("/", async (page) => {
    await page.locator(".light").first().waitFor();
    await page.evaluate("scrollTo(0, 300)");
    const column = page.getByRole("button", { name: "Marathon", exact: true });
    await column.click();
    await untilEquals(() => column.getAttribute("aria-pressed"), "true");
    const row = page.locator("tbody .light").filter({ hasText: `5'30"` });
    await row.click();
    await page.waitForURL(/mine=5:30/);
    await page.locator("#field-step").fill("10");
    await page.locator("#field-step").blur();
    await page.waitForURL(/step=10/);
    await untilEquals(() => page.locator("tbody tr").count(), 22);
    await untilEquals(() => page.locator("tr.mine th").innerText(), `5'30"`);
    await untilEquals(() => row.getAttribute("aria-pressed"), "true");
    await untilEquals(() => column.getAttribute("aria-pressed"), "true");
    await untilEquals(() => page.locator("col.lit").count(), 1);
    assert(await page.evaluate("scrollY > 0"), "scrolled back to the top");
  });
});

Deno.test("the scripts change nothing of a table that is shown as the server drew it", async () => {
  await visit("/?athletes=1001,1002&vma=17", async (page) => {
    const drawn = await page.locator(".frame").innerText();
    await page.locator(".light").first().waitFor();
    // As text alone: the headers have become buttons, each a line of its own.
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== "").join(" ");
    assertEquals(words(await page.locator(".frame").innerText()), words(drawn));
  });
});

Deno.test("a narrow screen shows the columns most look for and those with records, and all of them when asked", async () => {
  const narrow = { width: 320 };
  await visit("/", async (page) => {
    const first = [
      "400\u00a0m",
      "1\u202f000\u00a0m",
      "5\u00a0km",
      "10\u00a0km",
      "Semi",
      "Marathon",
    ];
    assertEquals(await seenColumns(page), first);
    await page.getByLabel("tout montrer").check();
    await untilEquals(async () => (await seenColumns(page)).length, 18);
    await page.emulateMedia({ media: "print" });
    await untilEquals(async () => (await seenColumns(page)).length, 18);
  }, { ...narrow, javaScriptEnabled: false });
  await visit("/?athletes=1002", async (page) => {
    const columns = await seenColumns(page);
    assert(columns.length > 6 && columns.length < 18, columns.join());
    assertEquals(
      await page.locator("td .mark:visible").count(),
      await page.locator("td .mark").count(),
    );
  }, narrow);
  await visit("/?cols=100,200,300", async (page) => {
    await untilEquals(async () => (await seenColumns(page)).length, 3);
    await untilEquals(() => page.getByText(/^Distances \(. sur/).count(), 0);
  }, narrow);
});

Deno.test("on paper the records outside the table stand below it", async () => {
  await visit("/?athletes=1001,1002", async (page) => {
    await page.emulateMedia({ media: "print" });
    const [table, outside] = await Promise.all([
      page.locator(".paces").boundingBox(),
      page.getByRole("heading", { name: "Records hors tableau" }).boundingBox(),
    ]);
    assert(table && outside);
    assert(outside.y >= table.y + table.height, "they lie over it");
  });
});

/** The table, whose readers of fields come once they are let through. */
async function visitBeforeReaders(
  then: (page: Page, letThrough: () => void) => Promise<void>,
): Promise<void> {
  // A service worker would have the script before the page asks for it.
  await using context = await sample.browser.newContext({
    baseURL: sample.site.url,
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  const readers = Promise.withResolvers<void>();
  await page.route("**/assets/table_input-*.js", async (route) => {
    await readers.promise;
    await route.continue();
  });
  await page.goto("/");
  await page.locator(".light").first().waitFor();
  await then(page, readers.resolve);
}

Deno.test("what is typed before it can be read is not lost to what is chosen meanwhile", async () => {
  await visitBeforeReaders(async (page, letThrough) => {
    await page.locator("#field-slow").fill("5'00");
    await page.locator("summary", { hasText: "VMA" }).click();
    await page.locator("label.option").filter({ hasText: "4:30" }).click();
    await page.waitForURL(/n=english/);
    await untilEquals(async () => (await firstRow(page))[0], "6:30");
    letThrough();
    await page.waitForURL(/slow=5:00/);
    await untilEquals(async () => (await firstRow(page))[0], "5:00");
    await untilEquals(() => page.locator("#field-slow").inputValue(), "5'00");
  });
});

Deno.test("a form sent before it can be read is read in the page once it can", async () => {
  await visitBeforeReaders(async (page, letThrough) => {
    await page.evaluate("globalThis.samePage = true");
    await page.locator("#field-slow").fill("5'00");
    await page.locator("#field-slow").press("Enter");
    letThrough();
    await page.waitForURL(/slow=5:00/);
    await untilEquals(async () => (await firstRow(page))[0], "5'00\"");
    assertEquals(await page.evaluate("globalThis.samePage"), true);
  });
});

Deno.test("what scripts draw in French breaks no line before a double mark or a unit", async () => {
  for (
    const [path, status] of [
      ["/?athletes=1001,1002,999&vma=17&mine=4:30&step=x", 400],
      ["/course?athletes=1001,1002,1003", 200],
      ["/piste?athletes=1001,1002", 200],
    ] as const
  ) {
    await visit(path, async (page) => {
      await page.waitForLoadState("networkidle");
      assertEquals(frenchBreaks(await page.content()), [], path);
      for (const field of await page.locator("#athlete-search:visible").all()) {
        await field.fill("marathon 3h15");
        await page.locator(".suggestions .answer").waitFor();
        assertEquals(frenchBreaks(await page.content()), [], `${path}, suggestions`);
      }
    }, { status });
  }
});
