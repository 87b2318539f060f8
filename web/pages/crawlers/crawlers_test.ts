import { assert, assertEquals, assertMatch } from "@std/assert";
import { findAll, findFirst } from "@mypacer/shared/federation/html.ts";
import { EVERY_PATH, STATES } from "../../testing/every_page.ts";
import { valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite({ SITE_URL: "https://pacer.invalid" });

/** Addresses of the sitemap, each with those of its languages. */
async function sitemap(): Promise<Map<string, Record<string, string>>> {
  const response = await running.site.ask("/sitemap.xml");
  assertEquals(response.headers.get("content-type"), "application/xml; charset=utf-8");
  const xml = await response.text();
  return new Map(
    [...xml.matchAll(/<url>\s*<loc>([^<]+)<\/loc>([^]*?)<\/url>/g)].map(([, address, rest]) => [
      address ?? "",
      Object.fromEntries(
        [...(rest ?? "").matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, a, b]) => [a, b]),
      ),
    ]),
  );
}

Deno.test("the sitemap holds the pages that may be indexed, and no other, with the languages they name", async () => {
  const listed = await sitemap();
  const indexed: string[] = [];
  for (const path of EVERY_PATH) {
    const { response, document } = await running.site.page(path);
    const address = valueOf(document, "link[rel=canonical]", "href");
    const hidden = response.headers.get("x-robots-tag")?.includes("noindex") ?? false;
    assertEquals(findFirst(document, "meta[name=robots]") !== null, address === null, path);
    if (hidden || address === null) continue;
    assertEquals(address, `https://pacer.invalid${path}`);
    indexed.push(address);
    const languages = ["fr", "en", "x-default"].map((language) =>
      [language, valueOf(document, `link[hreflang=${language}]`, "href")] as const
    );
    assertEquals(
      listed.get(address),
      Object.fromEntries(languages) as Record<string, string>,
      path,
    );
    assertEquals(languages[2]?.[1], languages[0]?.[1], "French is for who speaks neither");
  }
  assertEquals([...listed.keys()].sort(), indexed.sort());
  assert(indexed.includes("https://pacer.invalid/") && indexed.length >= 12);
});

Deno.test("no state that names people, results or errors is indexed", async () => {
  for (const { path } of STATES.filter(({ path }) => /athletes|recherche|search|club/.test(path))) {
    const { response, document } = await running.site.page(path);
    assertMatch(response.headers.get("x-robots-tag") ?? "", /noindex/, path);
    assertMatch(valueOf(document, "meta[name=robots]", "content") ?? "", /noindex/, path);
    assertEquals(findAll(document, "link[rel=canonical], link[hreflang]"), [], path);
    assertEquals(findFirst(document, "script[type='application/ld+json']"), null, path);
  }
});

Deno.test("robots.txt names the sitemap, and lets robots read what they must not keep", async () => {
  const response = await running.site.ask("/robots.txt");
  assertEquals(response.headers.get("content-type"), "text/plain; charset=utf-8");
  const lines = (await response.text()).split("\n");
  assert(lines.includes("Sitemap: https://pacer.invalid/sitemap.xml"));
  assertEquals(lines.filter((line) => line.startsWith("Disallow")), [
    "Disallow: /api/",
    "Disallow: /*?*at=ffa",
  ]);
  for (const path of ["/robots.txt", "/sitemap.xml"]) {
    const head = await running.site.ask(path, { method: "HEAD" });
    assertEquals([head.status, await head.text()], [200, ""]);
  }
});

Deno.test("the calculator's facts are data that no text can break out of", async () => {
  for (const [path, language] of [["/", "fr"], ["/en?slow=5:00", "en"]] as const) {
    const { html } = await running.site.page(path);
    const [, json = ""] = html.match(/<script type="application\/ld\+json">([^<]*)<\/script>/) ??
      [];
    const facts = JSON.parse(json);
    assertEquals([facts["@type"], facts.inLanguage], ["WebApplication", language]);
    assertEquals(facts.url, `https://pacer.invalid${language === "fr" ? "/" : "/en"}`);
    assertEquals(facts.isAccessibleForFree, true);
  }
});
