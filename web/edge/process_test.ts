import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { startBuiltSite } from "../testing/built_site.ts";
import { startSampleApi } from "../testing/sample_api.ts";
import { until } from "@mypacer/shared/testing/until.ts";

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`on ${signal} the site answers what is under way, then ends with code 0`, async () => {
    await using api = startSampleApi();
    await using site = await startBuiltSite(api.url);
    api.moods.set("1001", "silent");
    const underWay = site.ask("/api/athletes/1001/records");
    await until(
      "the request at the API",
      () => api.requests.some(({ line }) => line === "GET /athletes/1001/records"),
    );
    const ended = site.end(signal);
    await until("the signal", () => site.log.some(({ message }) => message === "stopping"));
    api.speak();
    const response = await underWay;
    assertEquals(response.status, 200);
    assertEquals((await response.json()).athlete.ffa_id, "1001");
    assertEquals(await ended, 0);
    const port = Number(new URL(site.url).port);
    Deno.listen({ hostname: "127.0.0.1", port }).close();
  });
}

Deno.test("what is still under way eight seconds after SIGTERM is cut off", async () => {
  await using api = startSampleApi();
  await using site = await startBuiltSite(api.url);
  api.moods.set("1001", "silent");
  const cut = assertRejects(() => site.ask("/api/athletes/1001/records"), TypeError);
  await until(
    "the request at the API",
    () => api.requests.some(({ line }) => line === "GET /athletes/1001/records"),
  );
  assertEquals(await site.end("SIGTERM"), 0);
  await cut;
  const last = site.log.at(-1);
  assertEquals([last?.message, last?.["after"]], ["requests under way were cut off", 8000]);
});

Deno.test("a wrong setting stops the start and names itself", async () => {
  for (const [name, value] of [["WEB_PORT", "x"], ["API_URL", "ftp://a"], ["SITE_URL", "pacer"]]) {
    const error = await assertRejects(
      async () =>
        await startBuiltSite("http://127.0.0.1:9", { environment: { [name ?? ""]: value ?? "" } }),
      Error,
    );
    assertMatch(error.message, /^The site ended with code 1: /);
    assertStringIncludes(error.message, `${name}: "${value}" was given`);
    assert(!error.message.includes("at "), "no stack");
  }
});

Deno.test("hashed files are kept for good, others asked for again", async () => {
  await using api = startSampleApi();
  await using site = await startBuiltSite(api.url);
  const { html } = await site.page("/");
  const files = new Set(html.match(/\/assets\/[\w./-]+/g));
  assert(files.size >= 4);
  for (const path of files) {
    const response = await site.ask(path, { headers: { "accept-encoding": "br" } });
    const size = (await response.bytes()).length;
    assertEquals(response.status, 200, path);
    assertEquals(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
    if (size > 1024 && /\.(js|css)$/.test(path)) {
      // `fetch` decodes and hides the encoding; what is sent compressed varies by it.
      assertMatch(response.headers.get("vary") ?? "", /accept-encoding/i, path);
    }
    const etag = response.headers.get("etag") ?? "";
    const again = await site.ask(path, { headers: { "if-none-match": etag } });
    await again.body?.cancel();
    assertEquals(again.status, 304, path);
  }
  const favicon = await site.ask("/favicon.svg");
  await favicon.body?.cancel();
  assertEquals(favicon.headers.get("cache-control"), null);
  assert(favicon.headers.has("etag"));
});

Deno.test("a first visit stays under 40 kB of scripts", async () => {
  await using api = startSampleApi();
  await using site = await startBuiltSite(api.url);
  const { html } = await site.page("/");
  let total = 0;
  for (const path of new Set(html.match(/\/assets\/[^"]+\.js/g))) {
    const response = await site.ask(path);
    const packed = response.body?.pipeThrough(new CompressionStream("gzip"));
    total += (await new Response(packed).bytes()).length;
  }
  assert(total > 5000 && total < 40_000, `${total} bytes`);
});
