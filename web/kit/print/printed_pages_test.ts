/** What the pages of the built site print at their foot. */
import { assert, assertEquals } from "@std/assert";
import { findAll, text } from "@mypacer/shared/federation/html.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite({ SITE_URL: "https://pacer.invalid" });

/** Addresses at the foot of a page. */
async function printedOn(path: string): Promise<string[]> {
  const { document } = await running.site.page(path);
  return findAll(document, ".printed-address").map((node) => text(node));
}

Deno.test("every sheet carries its canonical address, with the ids of athletes and no name", async () => {
  for (
    const path of [
      "/?athletes=1001,1002",
      "/comparer?athletes=1001,1002",
      "/planificateur?d=42195&t=3:15:00",
      "/en/zones?vma=17.5",
      "/predictions",
      "/groupe?s=8x400@100",
    ]
  ) {
    assertEquals(await printedOn(path), [`https://pacer.invalid${path}`]);
  }
});

Deno.test("a search, which may be somebody's name, is on no sheet, nor is the page of an error", async () => {
  for (const path of ["/recherche?q=dupont", "/clubs?q=val", "/nowhere"]) {
    assertEquals(await printedOn(path), [], path);
  }
});

Deno.test("a group's sheet has the address of its session, without the names that were sent", async () => {
  const { document, html } = await running.site.page("/groupe", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ s: "8x400 100", runners: "Zoltan 16" }),
  });
  assert(html.includes("Zoltan"));
  assertEquals(
    findAll(document, ".printed-address").map((node) => text(node)),
    ["https://pacer.invalid/groupe?s=8x400@100"],
  );
});
