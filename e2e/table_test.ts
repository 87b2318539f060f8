/**
 * The pace table as a visitor uses it: the built site over an API of invented people, in a real
 * browser.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { useSampleSite } from "./testing/sample_site.ts";
import { sidewaysScroll, violations } from "./testing/visit.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

const sample = useSampleSite();
const { visit } = sample;
const heads = (page: Page) => page.locator("thead th").allInnerTexts();
const firstRow = (page: Page) => page.locator("tbody tr").first().locator("th, td").allInnerTexts();
const choose = (page: Page, name: string) =>
  page.locator("label.option, label.box").filter({ hasText: name }).first().click();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  /** Sends the form where no script does. */
  const apply = async (page: Page) => {
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Afficher" }).click();
  };

  Deno.test(`rows go by speed and by goal time ${how} JavaScript`, async () => {
    await visit("/", async (page) => {
      await choose(page, "vitesse");
      await apply(page);
      await page.waitForURL(/[?&]by=speed/);
      await untilEquals(async () => (await firstRow(page)).slice(0, 2), ["8", `7'30"`]);
      await untilEquals(() => page.locator("#field-fast").inputValue(), "22");
      assertEquals(
        await page.title(),
        "Tableau d’allures de 8\u00a0km/h à 22\u00a0km/h · MyPacer",
      );
      await choose(page, "temps visé");
      await apply(page);
      await page.waitForURL(/[?&]by=time/);
      await untilEquals(async () => (await firstRow(page))[0], `4h30'00"`);
      await page.locator("#field-over").fill("10 km");
      await page.locator("#field-over").press("Enter");
      await page.waitForURL(/over=10(000|\+km|%20km)/);
      assertMatch((await heads(page))[0] ?? "", /Temps visé\s+10/);
      const [title] = await firstRow(page);
      const times = await page.locator("tbody tr").first().locator("td").allInnerTexts();
      assert(title !== undefined && times.includes(title), "the goal is not in its own column");
    }, { javaScriptEnabled });
  });

  Deno.test(`a field says how it read what may have been meant otherwise ${how} JavaScript`, async () => {
    await visit("/", async (page) => {
      // What is typed while the scripts begin is looked at in awakening_test.ts.
      await page.waitForLoadState("networkidle");
      await page.locator("#field-slow").fill("13,5");
      await page.locator("#field-slow").press("Enter");
      await page.locator("#field-slow-reading").waitFor();
      assertEquals(
        await page.locator("#field-slow-reading").innerText(),
        "«\u00a013,5\u00a0» a été lu 13,5\u00a0km/h.",
      );
      // 3600 s over 13.5 km are 266.7 s/km, told to the second.
      await untilEquals(async () => (await firstRow(page))[0], `4'27"`);
    }, { javaScriptEnabled });
  });

  Deno.test(`the unit is switched to miles and back on round ladders ${how} JavaScript`, async () => {
    await visit("/?slow=5:00", async (page) => {
      const openSettings = () => page.locator("summary", { hasText: "VMA" }).click();
      const chooseUnit = (name: RegExp) =>
        page.locator("label.option").filter({ hasText: name }).click();
      if (javaScriptEnabled) await page.locator(".light").first().waitFor();
      await openSettings();
      await chooseUnit(/^mile$/);
      await apply(page);
      await page.waitForURL(/unit=mi/);
      // 5'00 and 3'00 per kilometer are 8'03 and 4'50 per mile.
      await untilEquals(async () => (await firstRow(page)).slice(0, 2), [`8'00"`, "7,50"]);
      await untilEquals(() => page.locator("#field-slow").inputValue(), "8'00");
      await untilEquals(() => page.locator("#field-step").inputValue(), "10");
      assertStringIncludes(await page.locator("label[for=field-slow]").innerText(), "par mile");
      await page.locator("#field-slow").fill("9'30");
      await page.locator("#field-slow").press("Enter");
      await page.waitForURL(/slow=9(:|%27)30/);
      await untilEquals(async () => (await firstRow(page))[0], `9'30"`);
      if (!javaScriptEnabled) await openSettings();
      await chooseUnit(/^kilomètre$/);
      await apply(page);
      await page.waitForURL((url) => url.searchParams.get("unit") !== "mi");
      // 570 s/mi are 354.2 s/km, 10 s/mi 6.2 s/km.
      await untilEquals(async () => (await firstRow(page))[0], `5'55"`);
      await untilEquals(() => page.locator("#field-step").inputValue(), "5");
    }, { javaScriptEnabled });
  });

  Deno.test(`columns are chosen by box and by ready-made set ${how} JavaScript`, async () => {
    await visit("/", async (page) => {
      // Until then links lead to a page of their own, on which the settings are closed.
      if (javaScriptEnabled) await page.locator(".light").first().waitFor();
      await page.locator("summary", { hasText: "Distances" }).click();
      await page.getByRole("link", { name: "L’essentiel" }).click();
      await page.waitForURL(/cols=400,1000/);
      await untilEquals(async () => (await heads(page)).slice(2).at(-1), "Marathon");
      await untilEquals(async () => (await heads(page)).length, 2 + 8);
      // A page that comes anew shows the table, not the settings.
      if (!javaScriptEnabled) await page.locator("summary", { hasText: "Distances" }).click();
      await choose(page, "25");
      await apply(page);
      await page.waitForURL(/25000/);
      await untilEquals(async () => (await heads(page)).length, 2 + 9);
    }, { javaScriptEnabled });
  });

  Deno.test(`an athlete is hidden and shown, and records are filtered by surface, ${how} JavaScript`, async () => {
    await visit("/?athletes=1001,1002", async (page) => {
      const marks = page.locator("td .mark");
      const all = await marks.count();
      assert(all > 2);
      // Before the script is there, a link loads the page anew.
      if (javaScriptEnabled) await page.getByRole("combobox").waitFor();
      const details = page.getByRole("button", { name: /^A LEFEVRE Jean-Baptiste ?: détails$/ });
      await details.click();
      await page.getByRole("link", { name: "Masquer" }).click();
      await page.waitForURL(/off=1001/);
      await untilEquals(() => page.locator("td .mark.slot-0").count(), 0);
      assert(await page.locator("td .mark.slot-1").count() > 0, "the other one is gone too");
      // A page that comes anew shows the table, not the details.
      if (!javaScriptEnabled) await details.click();
      await page.getByRole("link", { name: "Afficher" }).click();
      await page.waitForURL((url) => !url.search.includes("off="));
      await untilEquals(() => marks.count(), all);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Records affichés" }).click();
      await choose(page, "piste courte");
      await choose(page, "route");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Filtrer" }).click();
      await page.waitForURL(/on=track/);
      await until("some of the records", async () => {
        const count = await marks.count();
        return count > 0 && count < all;
      });
    }, { javaScriptEnabled });
  });
}

Deno.test("a marked cell says one time aloud, the record with whose it is, and paper shows it too", async () => {
  await visit("/?athletes=1001,1002&cols=5000,42195", async (page, context) => {
    const cell = page.locator("td.marked").filter({ hasText: `2h38'07"` });
    // Its row is below a small screen, and comes once the others are painted.
    await cell.waitFor();
    const devtools = await context.newCDPSession(page);
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const named = (role: string) =>
      nodes.filter((node) => node.role?.value === role)
        .map(({ name, description }) => [name?.value, description?.value])
        .filter(([name]) => String(name).includes("record de LEFEVRE"));
    // 9487 s over a marathon is 224.8 s/km: the row of 3'45" itself says 2h38'14".
    const marathon = `A\u00a0: record de LEFEVRE Jean-Baptiste, 2h38'07"`;
    assert(named("cell").some(([name]) => name === marathon), JSON.stringify(named("cell")));
    const [button] = named("button").filter(([name]) => name === marathon);
    assertMatch(String(button?.[1]), /^Marathon 12\/05\/2024 · il y a .*Lyon$/);
    await untilEquals(() => cell.locator(".time").innerText(), `2h38'14"`);
    await page.emulateMedia({ media: "print" });
    assertEquals(await cell.locator(".mark-time").isVisible(), true);
    // Without a pointer the letters need their names.
    assertEquals(await page.locator(".pill-name").allInnerTexts(), [
      "LEFEVRE Jean-Baptiste",
      "N'DIAYE Awa",
    ]);
    assert(await page.locator(".pill-name").first().isVisible());
  });
});

Deno.test("two records of one cell stand on two lines of their own", async () => {
  for (const width of [360, 1280]) {
    await visit("/?athletes=1001,1002&step=30&cols=10000,21097.5", async (page) => {
      const cell = page.locator("td.marked-2").first();
      const [first, second] = await Promise.all([0, 1].map(async (at) => {
        const box = await cell.locator(".mark-button").nth(at).boundingBox();
        assert(box);
        return box;
      }));
      assert(first && second);
      assert(second.y >= first.y + first.height, "they stand side by side");
      assertEquals([first.x, first.width], [second.x, second.width]);
    }, { width });
  }
});

Deno.test("the state survives reload, back and forward, and the language switch keeps it", async () => {
  await visit("/?by=speed&slow=10&athletes=1001", async (page) => {
    await page.locator("td .mark").first().waitFor();
    await choose(page, "temps visé");
    await page.waitForURL(/by=time/);
    await untilEquals(
      () => page.title(),
      "LEFEVRE Jean-Baptiste dans le tableau d’allures · MyPacer",
    );
    await page.goBack();
    await page.waitForURL(/by=speed/);
    // The address is there before the rows are.
    await page.locator("tbody tr").first().getByText("10", { exact: true }).waitFor();
    await untilEquals(async () => (await firstRow(page))[0], "10");
    await page.goForward();
    await page.waitForURL(/by=time/);
    const before = page.url();
    await page.reload();
    assertEquals(page.url(), before);
    await untilEquals(async () => (await firstRow(page))[0], `4h30'00"`);
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(/\/en\?by=time.*athletes=1001/);
    await untilEquals(async () => (await firstRow(page))[0], "4:30:00");
  });
});

Deno.test("settings are kept in the browser, a link changes none of them, and they can be forgotten", async () => {
  await visit("/", async (page) => {
    await page.locator("#field-slow").fill("5'00");
    await page.getByRole("rowheader", { name: `5'00"` }).first().waitFor();
    await page.locator("summary", { hasText: "VMA" }).click();
    await choose(page, "4:30");
    await page.waitForURL(/n=english/);
    await page.goto("/?by=speed");
    await untilEquals(async () => (await firstRow(page))[0], "8");
    await page.goto("/");
    await page.waitForURL(/slow=5:00.*n=english/);
    await untilEquals(async () => (await firstRow(page))[0], "5:00");
    await page.locator("summary", { hasText: "VMA" }).click();
    await page.getByRole("button", { name: "Effacer mes réglages" }).click();
    await page.goto("/");
    await page.locator(".light").first().waitFor();
    await untilEquals(async () => (await firstRow(page))[0], `6'30"`);
    assertEquals(new URL(page.url()).search, "");
  });
});

Deno.test("the athletes chosen last are offered by an empty field, and can be forgotten", async () => {
  await visit("/", async (page) => {
    const field = page.getByRole("combobox");
    await field.pressSequentially("lefevre", { delay: 20 });
    await page.getByRole("option").first().click();
    await page.waitForURL(/athletes=1001/);
    await page.goto("/");
    await field.click();
    const list = page.getByRole("listbox", { name: "Athlètes choisis récemment" });
    await list.getByRole("option", { name: /LEFEVRE/ }).waitFor();
    assertEquals(await violations(page), []);
    await page.getByRole("button", { name: "Oublier ces athlètes" }).click();
    await field.click();
    await untilEquals(() => list.count(), 0);
  });
});

Deno.test("the table is copied as a link and as text, and taken as a file", async () => {
  await visit("/?cols=400,1000&vma=16&athletes=1001", async (page) => {
    const clipboard = () => page.evaluate<string>("navigator.clipboard.readText()");
    await page.getByRole("button", { name: "Copier le lien" }).click();
    await page.getByText("Lien copié.").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Lien copié" }).waitFor();
    assertEquals(await clipboard(), page.url());
    await page.getByRole("link", { name: "Copier en texte" }).click();
    await page.getByText("Tableau copié.").waitFor({ state: "attached" });
    assertStringIncludes(await clipboard(), "400\u00a0m 1'36\"00");
    assertStringIncludes(await clipboard(), "\nA LEFEVRE Jean-Baptiste — ");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Fichier CSV" }).click(),
    ]);
    assertEquals(download.suggestedFilename(), "mypacer.csv");
    const csv = await Deno.readTextFile(await download.path());
    const [head, first] = csv.split("\r\n");
    assertStringIncludes(head ?? "", "Allure (/km);Vitesse (km/h);% VMA;Zone;400");
    assertEquals(first?.split(";").slice(0, 3), ["0:06:30", "9,23", "58"]);
    assertStringIncludes(csv, ";A;LEFEVRE Jean-Baptiste;Marathon;42195;2:38:07;2024-05-12;Lyon;");
  });
});

for (const width of [320, 1280]) {
  Deno.test(`all settings are open without scrolling sideways or breaking WCAG at ${width} px`, async () => {
    const path = "/?by=time&over=semi&vma=17&n=english&d=7000&cols=400,5000&athletes=1001,1002";
    for (const colorScheme of ["light", "dark"] as const) {
      await visit(path, async (page) => {
        await page.locator("td .mark").first().waitFor();
        await page.locator(".light").first().waitFor();
        assertEquals(await sidewaysScroll(page), 0);
        assertEquals(await violations(page), []);
      }, { width, colorScheme });
    }
  });
}

Deno.test("the records of one athlete are read again when the visitor asks, and only then", async () => {
  await visit("/?athletes=1001", async (page) => {
    await page.locator("td .mark").first().waitFor();
    const renewals = () =>
      sample.api.requests.filter(({ line }) => line === "POST /athletes/1001/records");
    assertEquals(renewals().length, 0);
    await page.getByRole("button", { name: /LEFEVRE.* ?: détails$/ }).click();
    await page.getByRole("button", { name: "Actualiser" }).click();
    await page.getByText(/^Ajouté\s: LEFEVRE/).waitFor({ state: "attached" });
    assertEquals(renewals().length, 1);
    await page.locator("td .mark").first().waitFor();
  });
});
