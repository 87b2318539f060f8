import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { findAll, findFirst, text } from "@mypacer/shared/federation/html.ts";
import { startBuiltSite } from "../../testing/built_site.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite({ SITE_URL: "https://pacer.invalid" });

Deno.test("the home page is a whole table in both languages", async () => {
  for (const [path, language, notation] of [["/", "fr", "4'00"], ["/en", "en", "4:00"]] as const) {
    const { response, document } = await running.site.page(path);
    assertEquals(response.status, 200);
    assertEquals(response.headers.get("cache-control"), "no-cache");
    assertEquals(response.headers.get("x-robots-tag"), null);
    assertEquals(valueOf(document, "html", "lang"), language);
    assertEquals(findAll(document, "h1").length, 1);
    const rows = findAll(document, "table.paces tbody tr");
    assertEquals(rows.length, 43);
    assertStringIncludes(text(rows.at(30) ?? document), notation);
    assertEquals(
      valueOf(document, ".frame", "aria-labelledby"),
      valueOf(document, "caption", "id"),
    );
    assertEquals(findAll(document, "thead th:not([scope=col])").length, 0);
    assertEquals(findAll(document, "tbody th:not([scope=row])").length, 0);
  }
});

Deno.test("a page tells search engines its one address and its other language", async () => {
  const pages = [["/", "/en"], ["/mentions-legales", "/en/legal"], [
    "/confidentialite",
    "/en/privacy",
  ]];
  for (const [french = "", english = ""] of pages) {
    for (const path of [french, english]) {
      for (const asked of [path, `${path}?slow=5:00`, path === "/" ? "/?" : `${path}/`]) {
        const { document } = await running.site.page(asked);
        const address = (of: string) => `https://pacer.invalid${of}`;
        assertEquals(valueOf(document, "link[rel=canonical]", "href"), address(path), asked);
        assertEquals(valueOf(document, "link[hreflang=fr]", "href"), address(french));
        assertEquals(valueOf(document, "link[hreflang=en]", "href"), address(english));
        assertEquals(findAll(document, "title").length, 1);
      }
    }
  }
});

Deno.test("a page that names athletes stays out of search engines and caches", async () => {
  for (const path of ["/?athletes=1001", "/en?athletes=1001", "/recherche?q=dupont"]) {
    const { response, document } = await running.site.page(path);
    assertEquals(response.headers.get("x-robots-tag"), "noindex, nofollow");
    assertEquals(response.headers.get("cache-control"), "private, no-store");
    assertEquals(valueOf(document, "meta[name=robots]", "content"), "noindex, nofollow");
    assertEquals(findFirst(document, "link[rel=canonical]"), null);
  }
  const robots = await running.site.ask("/robots.txt");
  assertEquals(robots.headers.get("content-type"), "text/plain; charset=utf-8");
  assertMatch(await robots.text(), /^User-agent: \*\nDisallow: \/api\/$/m);
});

Deno.test("the language switch keeps the state", async () => {
  const state = "?slow=5:00&fast=3:00.5&step=2.5&d=7000,12000&vma=17.5&unit=mi&athletes=1001,1004";
  const french = await running.site.page(`/${state}`);
  assertEquals(valueOf(french.document, "a.language", "href"), `/en${state}`);
  const english = await running.site.page(`/en${state}`);
  assertEquals(valueOf(english.document, "a.language", "href"), `/${state}`);
  const search = await running.site.page("/recherche?q=dupont%20marie&athletes=1001");
  assertEquals(
    valueOf(search.document, "a.language", "href"),
    "/en/search?q=dupont%20marie&athletes=1001",
  );
});

Deno.test("a page answers GET and HEAD, and refuses the rest with 405", async () => {
  for (const path of ["/", "/en", "/confidentialite"]) {
    const head = await running.site.ask(path, { method: "HEAD" });
    assertEquals([head.status, await head.text()], [200, ""]);
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const { response, html } = await running.site.page(path, { method });
      assertEquals(response.status, 405, `${method} ${path}`);
      assertEquals(response.headers.get("allow"), "GET, HEAD");
      assert(!html.includes("HttpError"));
    }
  }
});

Deno.test("HEAD answers what GET does but for the body: length, rules for scripts, tag, cache", async () => {
  const { html } = await running.site.page("/");
  const [asset = ""] = /\/assets\/[\w.-]+\.js/.exec(html) ?? [];
  for (const path of ["/", "/en?slow=5:00", "/nulle/part", "/robots.txt", "/tableau.csv", asset]) {
    for (const encoding of ["identity", "gzip"]) {
      const [get, head] = await Promise.all(["GET", "HEAD"].map(async (method) => {
        const response = await running.site.ask(path, {
          method,
          headers: { "accept-encoding": encoding },
        });
        const body = await response.arrayBuffer();
        const headers = Object.fromEntries(response.headers);
        delete headers.date;
        // How a body is sent, which HEAD has none of.
        delete headers["transfer-encoding"];
        return { status: response.status, headers, length: body.byteLength };
      }));
      assertEquals(
        [head?.status, head?.headers],
        [get?.status, get?.headers],
        `${encoding} ${path}`,
      );
      assertEquals(head?.length, 0);
      if (encoding === "identity" && get?.headers["content-type"]?.startsWith("text/html")) {
        assertEquals(head?.headers["content-length"], String(get.length), path);
      }
    }
  }
});

Deno.test("an unknown page says so in the language of its address", async () => {
  const french = await running.site.page("/nulle/part");
  assertEquals([french.response.status, textOf(french.document, "h1")], [404, "Page introuvable"]);
  const english = await running.site.page("/en/nowhere");
  assertEquals([english.response.status, textOf(english.document, "h1")], [404, "Page not found"]);
  assertEquals(valueOf(english.document, "html", "lang"), "en");
  assertEquals(running.site.log.filter(({ level }) => level === "error"), []);
});

Deno.test("the legal pages say who runs the site, or that nobody has said", async () => {
  const bare = await running.site.page("/mentions-legales");
  assertStringIncludes(bare.text, "non renseigné par l’exploitant");
  assertStringIncludes(bare.text, "la fédération est simulée");
  await using declared = await startBuiltSite(running.api.url, {
    environment: {
      SITE_PUBLISHER: "Association Exemple <b>",
      SITE_CONTACT: "contact@pacer.invalid",
      SITE_HOSTING: "Hébergeur Exemple",
    },
  });
  for (const path of ["/mentions-legales", "/en/legal", "/confidentialite", "/en/privacy"]) {
    const { document, text } = await declared.page(path);
    assertStringIncludes(text, "Association Exemple <b>");
    assertEquals(
      valueOf(document, "a[href^='mailto:']", "href"),
      "mailto:contact@pacer.invalid",
    );
    assert(!text.includes("non renseigné") && !text.includes("not given"), path);
  }
});
