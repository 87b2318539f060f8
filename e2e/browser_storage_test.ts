/** What the site keeps of athletes in the browser: ids of adults, and of a minor nothing at all. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";
import { COMPARED_PEOPLE, MINOR, ZOE } from "./testing/compared_people.ts";
import { peopleAddress, usePeopleSite } from "./testing/people_site.ts";

const { visit } = usePeopleSite(COMPARED_PEOPLE);

/** All that the site keeps in the browser, as one text: of caches the addresses and the answers. */
const READ_STORAGE = `(async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  kept.push(JSON.stringify(await indexedDB.databases()));
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      kept.push(request.url, await (await cache.match(request)).text());
    }
  }
  return kept.join("\\n");
})()`;

/** Chooses somebody in the search field by the first letters of the name. */
async function choose(page: Page, letters: string, { ffaId, name }: typeof MINOR) {
  await page.locator("#athlete-search").pressSequentially(letters, { delay: 20 });
  await page.getByRole("option", { name }).click();
  await page.waitForURL((url) => url.searchParams.get("athletes")?.includes(ffaId) ?? false);
}

Deno.test("the browser keeps ids of adults alone, and nothing of a minor wherever one is chosen", async () => {
  await visit("/", async (page) => {
    const ids = () =>
      page.evaluate<(string | null)[]>(
        "['mypacer.recent', 'mypacer.chosen'].map((key) => localStorage.getItem(key))",
      );
    // As an earlier release left it.
    await page.evaluate(`localStorage.setItem("mypacer.athletes", '[{"hit":{"name":"X"}}]')`);
    await choose(page, "jeun", MINOR);
    await page.locator("td .mark").first().waitFor();
    assertEquals(await ids(), [null, null]);
    await choose(page, "testard", ZOE);
    await untilEquals(ids, [ZOE.ffaId, `;${ZOE.ffaId}`]);
    assertEquals(await page.evaluate("localStorage.getItem('mypacer.athletes')"), null);
    for (const { name, ffaId } of [ZOE, MINOR]) {
      await page.getByRole("button", { name: new RegExp(`${name}.*détails$`) }).click();
      const sheet = page.locator(`#athlete-${ffaId}`);
      await sheet.getByRole("link", { name: "Profil" }).waitFor();
      const me = sheet.getByRole("button", { name: "C’est moi" });
      assertEquals(await me.count(), name === ZOE.name ? 1 : 0);
      if (name === ZOE.name) await me.click();
      await page.keyboard.press("Escape");
    }
    // Other pages that name somebody, opened and chosen in.
    await page.goto(peopleAddress("/comparer", [ZOE]));
    await choose(page, "jeun", MINOR);
    for (
      const path of [
        peopleAddress("/course", [ZOE, MINOR]),
        peopleAddress("/piste", [MINOR]),
        `/athlete/${MINOR.ffaId}`,
        "/recherche?q=jeune",
        peopleAddress("/", [MINOR]),
      ]
    ) {
      await page.goto(path);
      await until(
        `somebody at ${path}`,
        async () => /JEUNE/.test(await page.locator("main").innerText()),
      );
    }
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    const stored = () => page.evaluate<string>(READ_STORAGE);
    await until("stored pages", async () => (await stored()).includes("/piste\n"));
    const kept = await stored();
    for (const secret of [MINOR.ffaId, MINOR.name, ZOE.name]) {
      assert(!kept.includes(secret), `the browser keeps ${secret}`);
    }
    assert(kept.includes(ZOE.ffaId), "what is kept was read");
    // At the next visit the adult comes back, and the list of those chosen last has the name again.
    await page.goto("/");
    await page.waitForURL((url) => url.searchParams.get("athletes") === ZOE.ffaId);
    await page.goto(peopleAddress("/", [MINOR]));
    await page.locator("tbody .light").first().waitFor();
    await page.locator("#athlete-search").click();
    await page.getByRole("option", { name: ZOE.name }).waitFor();
    assertEquals(await page.getByRole("option").count(), 1);
    await page.getByRole("button", { name: "Oublier ces athlètes" }).click();
    assertEquals((await ids())[0], null);
  });
});
