/** The search field answers questions for figures as one types, and on a page of its own. */
import { assertEquals } from "@std/assert";
import { useSampleSite } from "./testing/sample_site.ts";
import { untilEquals } from "@mypacer/shared/testing/until.ts";

const { visit } = useSampleSite();

Deno.test("a race is answered below the field, and Enter leads to the same answer", async () => {
  await visit("/", async (page) => {
    const field = page.getByLabel("Athlète, chrono ou allure", { exact: true });
    const pace = page.locator(".suggestions .answer-main dd");
    // Letter by letter: each text asks anew, and the last one counts.
    await field.pressSequentially("10 km en 42'30");
    await untilEquals(() => pace.allInnerTexts(), [`4'15"/km`]);
    assertEquals(await page.locator(".suggestions [role=option]").count(), 0);
    await field.fill("16 km/h");
    await untilEquals(() => pace.allInnerTexts(), [`3'45"/km`]);
    await field.press("Enter");
    await page.waitForURL(/\/recherche\?q=16(?:\+|%20)km/);
    assertEquals(await page.locator(".answer-main dd").allInnerTexts(), [`3'45"/km`]);
    await page.getByRole("link", { name: "Le tableau autour de cette allure" }).click();
    await untilEquals(() => page.locator("tr.mine th").innerText(), `3'45"`);
  });
});

Deno.test("a name follows a question without leaving its answer behind", async () => {
  await visit("/", async (page) => {
    const field = page.getByLabel("Athlète, chrono ou allure", { exact: true });
    await field.fill("semi");
    await page.locator(".suggestions .answer h2").filter({ hasText: "Semi" }).waitFor();
    await field.fill("dupont");
    await untilEquals(() => page.locator(".suggestions [role=option]").count(), 2);
    assertEquals(await page.locator(".suggestions .answer").count(), 0);
  });
});
