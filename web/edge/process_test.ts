import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { startBuiltSite } from "../testing/built_site.ts";
import { startSampleApi } from "../testing/sample_api.ts";
import { readProcFile } from "@mypacer/shared/process/proc_file.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

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

/** Sockets that listen on a port of this machine. */
async function listening(port: number): Promise<number> {
  const table = await readProcFile("/proc/net/tcp") ?? "";
  // Local address, remote address, and the state: 0A is listening.
  const socket = new RegExp(
    `:${port.toString(16).toUpperCase().padStart(4, "0")} 0{8}:0{4} 0A`,
    "g",
  );
  return table.match(socket)?.length ?? 0;
}

Deno.test("several threads serve the port, and answer what is under way when they are told to stop", async () => {
  await using api = startSampleApi();
  await using site = await startBuiltSite(api.url, { environment: { WEB_THREADS: "3" } });
  const port = Number(new URL(site.url).port);
  await untilEquals(() => listening(port), 3);
  const pages = await Promise.all(
    Array.from({ length: 24 }, async () => {
      // At the same time, so on a connection of its own, which the system gives to any thread.
      const { response, text } = await site.page("/?slow=5:00");
      return [response.status, text.includes("5:00")];
    }),
  );
  assertEquals(pages, pages.map(() => [200, true]));
  api.moods.set("1001", "silent");
  const underWay = Array.from({ length: 12 }, async () => {
    const response = await site.ask("/api/athletes/1001/records");
    return [response.status, (await response.json()).athlete.ffa_id];
  });
  await until(
    "the requests at the API",
    () => api.requests.filter(({ line }) => line.includes("1001/records")).length === 12,
  );
  const ended = site.end("SIGTERM");
  await until("the signal", () => site.log.some(({ message }) => message === "stopping"));
  api.speak();
  assertEquals(await Promise.all(underWay), Array.from({ length: 12 }, () => [200, "1001"]));
  assertEquals(await ended, 0);
  // Once, by the main thread. On a busy machine others warn that the API took its time.
  const messages = site.log.filter(({ level }) => level === "info").map(({ message }) => message);
  assertEquals(messages, ["listening", "stopping", "stopped"]);
});

Deno.test("a port that another process serves is refused, also where threads share one", async () => {
  await using api = startSampleApi();
  const environment = { WEB_THREADS: "2" };
  await using site = await startBuiltSite(api.url, { environment });
  const { port } = new URL(site.url);
  await assertRejects(
    () => startBuiltSite(api.url, { environment: { ...environment, WEB_PORT: port } }),
    Error,
    "in use",
  );
});

Deno.test("a wrong setting stops the start and names itself", async () => {
  for (
    const [name, value] of [["WEB_PORT", "x"], ["WEB_THREADS", "0"], ["API_URL", "ftp://a"], [
      "SITE_URL",
      "pacer",
    ]]
  ) {
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
