import { assert, assertEquals } from "@std/assert";
import { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { type DrawnPage, PublicPages, type PublicPagesBounds } from "./public_pages.ts";

/** A body that compression makes hardly smaller: so many bytes, in steps of 20,000. */
function incompressible(bytes: number): string {
  const parts = Array.from(
    { length: bytes / 20_000 },
    () => crypto.getRandomValues(new Uint8Array(15_000)).toBase64(),
  );
  return parts.join("");
}

/** Pages of a site that counts what it draws. */
function pagesOf({ bounds, page = {} }: {
  bounds?: PublicPagesBounds;
  page?: Partial<Omit<DrawnPage, "headers">> & { headers?: Record<string, string> };
} = {}) {
  const site = { basis: "monday", drawn: [] as string[] };
  const pages = new PublicPages({
    basis: () => Promise.resolve(site.basis),
    heavyWork: new HeavyWork(),
    ...bounds === undefined ? {} : { bounds },
  });
  const ask = async (path: string, init: RequestInit = {}) => {
    const request = new Request(`http://127.0.0.1${path}`, init);
    return await pages.answer(request, () => {
      site.drawn.push(path);
      const headers = new Headers({
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-cache",
        ...page.headers,
      });
      const parts = page.parts ?? [`<p>${path}: ${site.drawn.length}</p>`];
      return Promise.resolve({ status: page.status ?? 200, parts, headers });
    });
  };
  return { pages, site, ask };
}

Deno.test("PublicPages draws an address once, until what its pages rest on changes", async () => {
  const { site, ask } = pagesOf();
  const texts = [];
  for (const basis of ["monday", "monday", "tuesday", "tuesday", "monday"]) {
    site.basis = basis;
    texts.push(await (await ask("/?slow=5:00")).text());
  }
  assertEquals(texts, [1, 1, 2, 2, 3].map((count) => `<p>/?slow=5:00: ${count}</p>`));
});

Deno.test("PublicPages.kept() answers for a page that is kept, and for no other request", async () => {
  const { pages, site, ask } = pagesOf();
  const kept = async (path: string, init: RequestInit = {}) =>
    await (await pages.kept(new Request(`http://127.0.0.1${path}`, init)))?.text();
  assertEquals(await kept("/?slow=5:00"), undefined);
  await ask("/?slow=5:00");
  assertEquals(await kept("/?slow=5:00"), "<p>/?slow=5:00: 1</p>");
  for (const path of ["/", "/?slow=5:01", "/?slow=5:00&athletes=1001", "/en?slow=5:00"]) {
    assertEquals(await kept(path), undefined, path);
  }
  assertEquals(await kept("/?slow=5:00", { method: "POST" }), undefined);
  assertEquals(await kept("/?slow=5:00", { headers: { "fresh-partial": "true" } }), undefined);
  site.basis = "tuesday";
  assertEquals(await kept("/?slow=5:00"), undefined);
  assertEquals(site.drawn, ["/?slow=5:00"]);
});

Deno.test("PublicPages draws one page for all who ask for it at the same time", async () => {
  const { site, ask } = pagesOf();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/en/planner")));
  assertEquals(site.drawn, ["/en/planner"]);
  assertEquals(
    new Set(await Promise.all(answers.map((answer) => answer.text()))),
    new Set(["<p>/en/planner: 1</p>"]),
  );
});

Deno.test("PublicPages does not keep a page that was drawn while what it rests on changed", async () => {
  const site = { basis: "monday" };
  const pages = new PublicPages({
    basis: () => Promise.resolve(site.basis),
    heavyWork: new HeavyWork(),
  });
  const drawing = Promise.withResolvers<DrawnPage>();
  const page = (html: string) => ({
    status: 200,
    parts: [html],
    headers: new Headers({ "cache-control": "no-cache" }),
  });
  const ask = (path: string, drawn: Promise<DrawnPage>) =>
    pages.answer(new Request(`http://127.0.0.1${path}`), () => drawn);
  const first = ask("/", drawing.promise);
  await Promise.resolve();
  site.basis = "tuesday";
  await ask("/zones", Promise.resolve(page("zones")));
  drawing.resolve(page("of monday"));
  assertEquals(await (await first).text(), "of monday");
  const second = await ask("/", Promise.resolve(page("of tuesday")));
  assertEquals(await second.text(), "of tuesday");
});

Deno.test("PublicPages keeps no error, no page that is somebody's, and none asked for otherwise", async () => {
  const cases: [page: Parameters<typeof pagesOf>[0], path?: string, init?: RequestInit][] = [
    [{ page: { headers: { "cache-control": "private, no-store" } } }],
    [{ page: { headers: { "cache-control": "no-store" } } }],
    [{ page: { headers: { "set-cookie": "a=b" } } }],
    [{ page: { headers: { "x-robots-tag": "noindex" } } }],
    [{ page: { status: 400 } }],
    [{ page: { status: 503 } }],
    [{}, "/", { method: "POST" }],
    [{}, "/", { headers: { "fresh-partial": "true" } }],
    [{}, "/?athletes=1001"],
    [{}, "/?slow=5:00&%61thletes=1001"],
    [{}, "/clubs?q=exemple"],
    [{}, "/athlete/1001"],
    [{}, "/recherche"],
    [{}, "/nowhere"],
  ];
  for (const [options, path = "/", init] of cases) {
    const { pages, site, ask } = pagesOf(options);
    const answers = [await ask(path, init), await ask(path, init)];
    const what = JSON.stringify([options, path, init]);
    assertEquals([site.drawn.length, pages.bytes], [2, 0], what);
    for (const { headers, status } of answers) {
      assertEquals([headers.has("etag"), headers.has("x-accel-expires")], [false, false], what);
      assert(status !== 304);
    }
  }
});

Deno.test("PublicPages lets those who waited for a page that is not public draw their own", async () => {
  const { site, ask } = pagesOf({ page: { status: 503 } });
  const answers = await Promise.all([ask("/"), ask("/"), ask("/")]);
  assertEquals(answers.map(({ status }) => status), [503, 503, 503]);
  assertEquals(site.drawn.length, 3);
});

Deno.test("PublicPages keeps within its bytes, however many addresses are asked for", async () => {
  const bounds = { known: 200_000, new: 100_000 };
  const { pages, ask } = pagesOf({ bounds, page: { parts: [incompressible(20_000)] } });
  for (let at = 0; at < 100; at++) {
    for (let again = 0; again <= at % 2; again++) {
      await ask(`/?slow=5:00&step=${at}`, { headers: { "accept-encoding": "gzip" } });
      assert(pages.bytes <= bounds.known + bounds.new, `${pages.bytes} bytes`);
    }
  }
  assert(pages.bytes > 200_000, "nothing is kept");
  const { pages: none, ask: askLarge } = pagesOf({
    bounds,
    page: { parts: [incompressible(300_000)] },
  });
  await askLarge("/");
  assertEquals(none.bytes, 0);
});

Deno.test("addresses that are asked for once leave the known pages where they are", async () => {
  const bounds = { known: 100_000, new: 100_000 };
  const { site, ask } = pagesOf({ bounds, page: { parts: [incompressible(20_000)] } });
  await ask("/");
  await ask("/");
  for (let at = 0; at < 50; at++) await ask(`/?slow=5:00&x=${at}`);
  site.drawn.length = 0;
  await ask("/");
  assertEquals(site.drawn, []);
  // Of those, only the last are still there.
  await ask("/?slow=5:00&x=0");
  assertEquals(site.drawn, ["/?slow=5:00&x=0"]);
});

Deno.test("PublicPages compresses a page better once it is known, under the same tag", async () => {
  const html = Array.from({ length: 2000 }, (_, row) => `<td>${row * 7 % 1000}</td>`).join("");
  const { site, ask } = pagesOf({ page: { parts: [html] } });
  const browser = { headers: { "accept-encoding": "gzip, deflate, br, zstd" } };
  const [first, second] = [await ask("/?slow=5:00", browser), await ask("/?slow=5:00", browser)];
  assertEquals(first.headers.get("content-encoding"), "gzip");
  const later = await until("the page in brotli", async () => {
    const answer = await ask("/?slow=5:00", browser);
    return answer.headers.get("content-encoding") === "br" && answer;
  });
  const sizes = await Promise.all([first, second, later].map((answer) => answer.bytes()));
  assertEquals(sizes[0]?.length, sizes[1]?.length);
  assert((sizes[2]?.length ?? Infinity) < (sizes[0]?.length ?? 0), "no smaller");
  assertEquals(later.headers.get("etag"), first.headers.get("etag"));
  assertEquals(site.drawn.length, 1);
});

Deno.test("PublicPages compresses the pages of first visits well at once", async () => {
  const { ask } = pagesOf({ page: { parts: ["<td>4:30</td>".repeat(1000)] } });
  const coding = async (accepted: string) =>
    (await ask("/", { headers: { "accept-encoding": accepted } })).headers.get("content-encoding");
  assertEquals([await coding("gzip, br"), await coding("gzip")], ["br", "gzip"]);
});
