import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { startBuiltSite } from "../testing/built_site.ts";
import { useSampleSite } from "../testing/sample_site.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const running = useSampleSite();

/** Address where nothing listens. */
function nowhere(): string {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return `http://127.0.0.1:${port}`;
}

Deno.test("a request under /api reaches the API as it was sent", async () => {
  running.api.requests.length = 0;
  const response = await running.site.ask("/api/echo?a=1&b=%20%2F&a=2", {
    method: "POST",
    body: '{"é":1}',
    headers: {
      "content-type": "application/json",
      "if-none-match": '"x"',
      "accept-language": "fr",
      "x-forwarded-for": "203.0.113.9",
      "x-own": "kept",
    },
  });
  assertEquals(response.status, 201);
  assertEquals(await response.text(), "echo");
  assertEquals(response.headers.get("x-own"), "1");
  assertEquals(response.headers.get("etag"), '"1"');
  const [request] = running.api.requests;
  assertEquals(request?.line, "POST /echo?a=1&b=%20%2F&a=2");
  assertEquals(request?.body, '{"é":1}');
  assertEquals(request?.headers.get("if-none-match"), '"x"');
  assertEquals(request?.headers.get("x-own"), "kept");
  assertEquals(request?.headers.get("host"), new URL(running.api.url).host);
  // Who asks is what the connection says, not what the request claims.
  assertEquals(request?.headers.get("x-forwarded-for"), "127.0.0.1");
});

Deno.test("only /api and what is below it is passed on", async () => {
  running.api.requests.length = 0;
  for (const path of ["/apiary", "/ap", "/en/api/status"]) {
    const response = await running.site.ask(path);
    await response.body?.cancel();
    assertEquals(response.status, 404, path);
  }
  // A path that looks like an address stays a path of the API.
  for (const path of ["/api/other.invalid/x", "/api/@other.invalid/"]) {
    const response = await running.site.ask(path);
    await response.body?.cancel();
    assertEquals(response.status, 404, path);
  }
  assert(
    running.api.requests.every(({ headers }) =>
      headers.get("host") === new URL(running.api.url).host
    ),
  );
});

Deno.test("what the API answers comes back with its status and headers", async () => {
  const missing = await running.site.ask("/api/athletes/999/records");
  assertEquals(missing.status, 404);
  assertEquals((await missing.json()).status, 404);
  const found = await running.site.ask("/api/athletes?q=lefevre", {
    headers: { "accept-encoding": "gzip" },
  });
  assertEquals(found.headers.get("content-type"), "application/json");
  assertEquals((await found.json()).items[0].ffa_id, "1001");
});

Deno.test("a body that the API refuses unread is refused with its own answer", async () => {
  for (const size of [100_000, 5_000_000]) {
    const response = await running.site.ask("/api/limited", {
      method: "POST",
      body: new Uint8Array(size),
    });
    assertEquals(response.status, 413, `${size} bytes`);
    assertEquals((await response.json()).status, 413);
  }
});

Deno.test("the API is told when the visitor leaves before its answer", async () => {
  running.api.moods.set("1004", "silent");
  const visitor = new AbortController();
  const asked = running.site.ask("/api/athletes/1004/records", { signal: visitor.signal });
  await until(
    "the request at the API",
    () => running.api.requests.some(({ line }) => line === "GET /athletes/1004/records"),
  );
  assertEquals(running.api.abandoned, []);
  visitor.abort();
  await assertRejects(() => asked, DOMException);
  await until("the end of the request", () => running.api.abandoned.length > 0);
  assertEquals(running.api.abandoned, ["1004"]);
  running.api.moods.clear();
  assertEquals(running.site.log.filter(({ message }) => message === "the API does not answer"), []);
});

Deno.test("an API that is down is a 502 problem, and the log keeps the search to itself", async () => {
  await using lonely = await startBuiltSite(nowhere());
  const response = await lonely.ask("/api/athletes?q=secretname");
  assertEquals(response.status, 502);
  assertEquals(response.headers.get("content-type"), "application/problem+json");
  assertEquals(await response.json(), {
    type: "about:blank",
    title: "Bad Gateway",
    status: 502,
    detail: "The API does not answer",
  });
  const search = await lonely.page("/recherche?q=secretname");
  assertEquals(search.response.status, 503);
  assertStringIncludes(search.text, "La recherche ne répond pas");
  const home = await lonely.page("/?athletes=77");
  assertEquals(home.response.status, 200);
  assertStringIncludes(home.text, "le service ne répond pas");
  assertStringIncludes(home.text, "4'00");
  await lonely.end("SIGTERM");
  assertMatch(lonely.written(), /Connection refused/);
  assert(!lonely.written().includes("secretname"), lonely.written());
});

Deno.test("an answer that is not of the contract is unavailable records, not an error page", async () => {
  running.api.moods.set("1003", "broken");
  const { response, text } = await running.site.page("/?athletes=1003");
  assertEquals(response.status, 200);
  assertStringIncludes(text, "DUPONT Marie");
  assertStringIncludes(text, "Records indisponibles");
});

/** The status of an answer to a path that is sent as it stands. */
async function statusOf(
  path: string,
  { host = "127.0.0.1", method = "GET" }: { host?: string; method?: string } = {},
): Promise<number> {
  const port = Number(new URL(running.site.url).port);
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const request = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  await connection.write(new TextEncoder().encode(request));
  const answer = await new Response(connection.readable).text();
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}

Deno.test("a path that is not in its normal form is refused, and nothing of it reaches the API", async () => {
  const before = running.api.requests.length;
  for (
    const path of [
      "/x/..\\api/metrics",
      "\\api/metrics",
      "/x/../api/metrics",
      "/x/%2e%2E/api/metrics",
      "/x/..%5Capi/metrics",
      "/./api/metrics",
      "//api/metrics",
      "/api//other.invalid/x",
      "/api/..%2f..%2fstatus",
    ]
  ) {
    assertEquals(await statusOf(path), 400, path);
  }
  assertEquals(await statusOf("/", { host: "a host" }), 400);
  assertEquals(running.api.requests.length, before);
  assertEquals(await statusOf("/api/status"), 200);
  assertEquals(await statusOf("/en/?d=5000,10000&q=a\\b/../c"), 200);
});

Deno.test("a method that cannot be passed on is refused, not taken for an API that is down", async () => {
  const before = running.api.requests.length;
  for (const method of ["TRACE", "TRACK"]) {
    assertEquals(await statusOf("/api/status", { method }), 405, method);
  }
  assertEquals(running.api.requests.length, before);
});
