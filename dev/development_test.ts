/** `deno task dev`: the site from its sources behaves as the built one. */
import { launchBrowser } from "../e2e/testing/browser.ts";
import { runStart } from "./running_start.ts";
import { untilEquals } from "@mypacer/shared/testing/until.ts";

/** Time for a first load, ms: Vite prepares what a page needs, and has it loaded once more. */
const FIRST_LOAD_TIMEOUT_MS = 60_000;

Deno.test("the table wakes and changes while its sources are worked on", async () => {
  await using parts = new AsyncDisposableStack();
  const dataFolder = await Deno.makeTempDir({ prefix: "mypacer-dev-" });
  parts.defer(() => Deno.remove(dataFolder, { recursive: true }));
  const browser = parts.use(await launchBrowser());
  const start = parts.use(await runStart(dataFolder, ["--watch"]));
  const page = await browser.newPage();
  page.setDefaultTimeout(FIRST_LOAD_TIMEOUT_MS);
  await page.goto(start.siteUrl);
  await page.locator(".light").first().waitFor();
  await untilEquals(() => page.locator("tbody tr").count(), 43);
  await page.locator("#field-step").fill("10");
  await page.waitForURL(/step=10/);
  await untilEquals(() => page.locator("tbody tr").count(), 22);
});
