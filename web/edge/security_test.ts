import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { brokenBuild, startBuiltSite } from "../testing/built_site.ts";
import { HEAD_SCRIPT } from "../kit/frame/head_script.ts";
import { useSampleSite } from "../testing/sample_site.ts";

const running = useSampleSite();

/** Headers of every answer, whatever it is. */
function assertSecured({ headers, url }: Response): void {
  assertEquals(headers.get("x-content-type-options"), "nosniff", url);
  assertEquals(headers.get("x-frame-options"), "DENY", url);
  assertEquals(headers.get("cross-origin-opener-policy"), "same-origin", url);
  assertEquals(headers.get("cross-origin-resource-policy"), "same-origin", url);
  assertMatch(headers.get("referrer-policy") ?? "", /^(same-origin|no-referrer)$/, url);
  // Scripts are no documents, which alone have permissions.
  if (/^text\/javascript/.test(headers.get("content-type") ?? "")) {
    assertEquals(headers.get("permissions-policy"), null, url);
  } else {
    assertStringIncludes(headers.get("permissions-policy") ?? "", "geolocation=()", url);
  }
  const policy = headers.get("content-security-policy") ?? "";
  assertStringIncludes(policy, "default-src 'none'", url);
  assertStringIncludes(policy, "frame-ancestors 'none'", url);
  assert(!/unsafe|\*|https?:/.test(policy), policy);
}

async function digest(script: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `'sha256-${new Uint8Array(bytes).toBase64()}'`;
}

Deno.test("every kind of answer carries the security headers", async () => {
  const { html } = await running.site.page("/");
  const asset = html.match(/\/assets\/[^"]+\.js/)?.[0] ?? "";
  const asked: [path: string, status: number, method?: string][] = [
    ["/", 200],
    ["/", 200, "HEAD"],
    ["/en", 200],
    ["/?slow=zz", 400],
    ["/?athletes=1001&without=1001", 303],
    ["/recherche?q=dupont", 200],
    ["/mentions-legales", 200],
    ["/nowhere", 404],
    ["/.vite/manifest.json", 404],
    ["/%E0%A4%A", 400],
    ["/", 405, "POST"],
    [asset, 200],
    ["/assets/nowhere.js", 404],
    ["/favicon.svg", 200],
    ["/robots.txt", 200],
    ["/sitemap.xml", 200],
    ["/club/033904", 200],
    ["/retrait", 200],
    ["/api/status", 200],
    ["/api/nowhere", 404],
  ];
  for (const [path, status, method = "GET"] of asked) {
    const response = await running.site.ask(path, { method });
    await response.body?.cancel();
    assertEquals(response.status, status, `${method} ${path}`);
    assertSecured(response);
    assertEquals(response.headers.get("strict-transport-security"), null);
  }
});

Deno.test("the policy allows the scripts of head and boot by their hash, and no other inline one", async () => {
  for (const path of ["/", "/en?athletes=1001", "/recherche?q=dupont"]) {
    const { response, html } = await running.site.page(path);
    // A data block is not run: browsers ask no policy about it.
    const scripts = [
      ...html.matchAll(
        /<script(?![^>]*(?:\bsrc=|"application\/ld\+json"))[^>]*>([^]*?)<\/script>/g,
      ),
    ];
    assertEquals(scripts.length, 2, path);
    const [head, boot] = await Promise.all(scripts.map(([, code = ""]) => digest(code)));
    const policy = response.headers.get("content-security-policy") ?? "";
    assertStringIncludes(policy, `script-src 'self' ${head} ${boot};`);
    assert(!/\sstyle="/.test(html), "the policy refuses style attributes");
    assert(!/\son[a-z]+="/.test(html), "the policy refuses handlers in attributes");
  }
});

Deno.test("a page without an island allows no inline script but the one of its head", async () => {
  const { response, html } = await running.site.page("/confidentialite");
  assert(!html.includes('<script type="module">'));
  assertStringIncludes(
    response.headers.get("content-security-policy") ?? "",
    `script-src 'self' ${await digest(HEAD_SCRIPT)};`,
  );
});

Deno.test("a script that stands in what is typed is neither run nor allowed", async () => {
  const code = "const early=alert()";
  const script = `<script type="module">${code}</script></head>`;
  const { response, html } = await running.site.page(`/recherche?q=${encodeURIComponent(script)}`);
  assert(!html.includes(script));
  const policy = response.headers.get("content-security-policy") ?? "";
  assert(!policy.includes(await digest(code)), policy);
  const [scripts = ""] = policy.match(/script-src[^;]*/) ?? [];
  assertEquals(scripts.match(/sha256/g)?.length, 2);
});

Deno.test("the style sheets stand in the page, each allowed by its hash, and no other", async () => {
  for (const path of ["/", "/recherche?q=dupont", "/planificateur", "/nowhere"]) {
    const { response, html } = await running.site.page(path);
    assert(!html.includes('rel="stylesheet"'), path);
    const sheets = [...html.matchAll(/<style>([^]*?)<\/style>/g)];
    assert(sheets.length > 0, "the sheet of the site; a page of its own style has a second");
    const [allowed = ""] =
      (response.headers.get("content-security-policy") ?? "").match(/style-src[^;]*/) ?? [];
    assertEquals(allowed.match(/sha256/g)?.length, sheets.length);
    for (const [, sheet = ""] of sheets) assertStringIncludes(allowed, await digest(sheet));
  }
});

Deno.test("nothing of a page comes from another host", async () => {
  for (const path of ["/", "/en?athletes=1001,1002", "/confidentialite", "/nowhere"]) {
    const { html } = await running.site.page(path);
    const loaded = html.matchAll(/<(?:script|img|iframe|source)[^>]+src="([^"]+)"/g);
    const linked = html.matchAll(
      /<link[^>]+rel="(?!canonical|alternate)[^"]*"[^>]+href="([^"]+)"/g,
    );
    for (const [, address = ""] of [...loaded, ...linked]) assertMatch(address, /^\/[^/]/);
  }
});

Deno.test("over https the site asks to be reached by https only", async () => {
  await using secure = await startBuiltSite(running.api.url, {
    environment: { SITE_URL: "https://pacer.invalid" },
  });
  const { response } = await secure.page("/");
  assertMatch(response.headers.get("strict-transport-security") ?? "", /^max-age=31536000/);
});

Deno.test("a page that fails is logged whole and tells the visitor nothing of it", async () => {
  await using build = await brokenBuild("legal_page-");
  await using broken = await startBuiltSite(running.api.url, { build });
  for (const path of ["/mentions-legales", "/en/legal"]) {
    const { response, html, text } = await broken.page(path);
    assertEquals(response.status, 500);
    assertSecured(response);
    assertStringIncludes(text, path.startsWith("/en") ? "Something went wrong" : "Une erreur");
    assert(!/LegalPage|legal_page|Module not found|file:|TypeError/.test(html), html);
    assertEquals(response.headers.get("cache-control"), "no-store");
  }
  const errors = broken.log.filter(({ level }) => level === "error");
  assertEquals(errors.map(({ path }) => path), ["/mentions-legales", "/en/legal"]);
  assertStringIncludes(JSON.stringify(errors[0]), "legal_page");
  // The rest of the site still stands.
  assertEquals((await broken.page("/")).response.status, 200);
});
