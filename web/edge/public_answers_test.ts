/** What browsers, sites that share links and nginx are told of the pages that are kept. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { INDEXED_PAGES, PATHS } from "../kit/addresses/paths.ts";
import { type BuiltSite, startBuiltSite } from "../testing/built_site.ts";
import { EVERY_PATH, STATES } from "../testing/every_page.ts";
import { type SampleApi, startSampleApi } from "../testing/sample_api.ts";
import { SAMPLE_ATHLETES } from "../testing/sample_people.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

let api: SampleApi;
let site: BuiltSite;

beforeTests(async (parts) => {
  api = parts.use(startSampleApi());
  site = parts.use(await startBuiltSite(api.url));
});

/** Headers of an answer, without the time and without how the body is sent. */
async function headersOf(path: string, init: RequestInit & { headers?: Record<string, string> }) {
  const response = await site.ask(path, init);
  const { date: _, "transfer-encoding": __, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, length: (await response.bytes()).length };
}

/** One state of each page that names nobody. */
const KNOWN = ["/", "/en?slow=5:00&fast=4:00", "/planificateur?d=10000&t=42:30", "/en/predictor"];

Deno.test("a page that names nobody has a tag, by which it is asked for again", async () => {
  for (const path of KNOWN) {
    for (const coding of ["identity", "gzip", "br"]) {
      const asked = { "accept-encoding": coding };
      const first = await headersOf(path, { headers: asked });
      const etag = first.headers["etag"] ?? "";
      assertMatch(etag, /^W\/"[^"]+"$/, path);
      assertEquals(first.headers["vary"]?.toLowerCase(), "fresh-partial, accept-encoding");
      assertEquals(first.headers["cache-control"], "no-cache");
      for (const method of ["GET", "HEAD"]) {
        for (const tags of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
          const again = await headersOf(path, {
            method,
            headers: { ...asked, "if-none-match": tags },
          });
          assertEquals([again.status, again.length], [304, 0], `${method} ${path} ${tags}`);
          for (const name of ["etag", "vary", "cache-control", "content-security-policy"]) {
            assertEquals(again.headers[name], first.headers[name], name);
          }
          assertEquals(again.headers["content-type"], undefined);
          assertEquals(again.headers["content-encoding"], undefined);
        }
        const other = await headersOf(path, { method, headers: { "if-none-match": '"other"' } });
        assertEquals([other.status, other.headers["etag"]], [200, etag]);
      }
    }
  }
});

Deno.test("different pages, and different states of one, have different tags", async () => {
  const paths = ["/", "/en", "/?slow=5:00", "/?slow=5:01", "/planificateur", "/en/planner"];
  const answers = await Promise.all(paths.map((path) => headersOf(path, {})));
  assertEquals(new Set(answers.map(({ headers }) => headers["etag"])).size, paths.length);
});

Deno.test("the first answer and the later ones of a page differ by nothing but their coding", async () => {
  for (const path of ["/?slow=5:10&fast=4:10", "/en/zones?vma=16"]) {
    const answers = [];
    for (const method of ["GET", "HEAD", "GET", "HEAD"]) {
      const { headers } = await headersOf(path, { method });
      const { "content-encoding": _, "content-length": __, ...others } = headers;
      answers.push(others);
    }
    const [first] = answers;
    for (const answer of answers) assertEquals(answer, first, path);
    assertMatch(first?.["content-security-policy"] ?? "", /script-src 'self' 'sha256-/);
  }
});

Deno.test("a part of a page, as Fresh's own navigation asks for it, is not taken for the page", async () => {
  await site.page("/zones");
  const { response } = await site.page("/zones", { headers: { "fresh-partial": "true" } });
  assertEquals([response.headers.has("etag"), response.headers.has("x-accel-expires")], [
    false,
    false,
  ]);
});

Deno.test("no page that names anybody, fails or refuses may be kept by anyone", async () => {
  const names = SAMPLE_ATHLETES.map(({ name }) => name);
  let named = 0;
  for (const path of [...EVERY_PATH, ...STATES.map(({ path }) => path)]) {
    const { response, text } = await site.page(path);
    const { headers, status } = response;
    const { searchParams } = new URL(path, site.url);
    const isNamed = searchParams.has("athletes") || names.some((name) => text.includes(name));
    if (isNamed) named++;
    const kept = headers.has("etag") || headers.has("x-accel-expires");
    assert(!kept || status === 200 && !isNamed && !searchParams.has("q"), path);
    assertEquals(headers.has("etag"), headers.has("x-accel-expires"), path);
    if (isNamed && status === 200) {
      assertEquals(headers.get("cache-control"), "private, no-store", path);
    }
  }
  assert(named > 15, `${named} pages name somebody`);
});

Deno.test("a page with athletes is drawn for each who asks, at the API's word", async () => {
  for (const path of ["/?athletes=1001", "/piste?athletes=1001", "/comparer?athletes=1001,1002"]) {
    const before = api.requests.length;
    const answers = [];
    for (let at = 0; at < 3; at++) {
      answers.push(await headersOf(path, { headers: { "if-none-match": "*" } }));
    }
    assertEquals(answers.map(({ status }) => status), [200, 200, 200], path);
    const asked = api.requests.slice(before).filter(({ line }) => line.includes("1001"));
    assert(asked.length >= 3, `${path}: ${asked.length}`);
  }
});

Deno.test("every page that names nobody is kept, in both languages", async () => {
  for (const path of INDEXED_PAGES.flatMap((name) => [PATHS.fr[name], PATHS.en[name]])) {
    const { headers } = await headersOf(path, {});
    assertEquals(headers["x-accel-expires"], "10", path);
  }
});
