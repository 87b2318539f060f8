import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { connect } from "@mypacer/shared/database/connect.ts";
import { createTestApp } from "./testing/test_app.ts";
import { fillDirectory } from "./testing/test_directory.ts";

Deno.test("createApp() gives each answer a request id, the proxy's when it is one", async () => {
  await using app = await createTestApp();
  const own = await app.fetch("/health");
  assertMatch(own.headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
  const given = await app.fetch("/health", { headers: { "x-request-id": "proxy-12345678" } });
  assertEquals(given.headers.get("x-request-id"), "proxy-12345678");
  const forged = await app.fetch("/health", { headers: { "x-request-id": '"}evil' } });
  assertNotEquals(forged.headers.get("x-request-id"), '"}evil');
  await Promise.all([own, given, forged].map((response) => response.body?.cancel()));
});

Deno.test("createApp() answers 304 to the tag of an unchanged answer, in any coding", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }] });
  const paths = ["/pace-table", "/athletes?q=testard", "/athletes/7000001", "/status", "/docs"];
  for (const path of paths) {
    const first = await app.fetch(path, { headers: { "accept-encoding": "br" } });
    await first.body?.cancel();
    const tag = first.headers.get("etag") ?? "";
    assertMatch(tag, /^W\/".+"$/, path);
    assert(first.headers.has("cache-control"), path);
    const again = await app.fetch(path, { headers: { "if-none-match": tag } });
    assertEquals([again.status, await again.text()], [304, ""], path);
    assertEquals(again.headers.get("etag"), tag);
    const other = await app.fetch(path, { headers: { "if-none-match": 'W/"other"' } });
    assertEquals(other.status, 200);
    await other.body?.cancel();
  }
});

Deno.test("createApp() compresses what is worth it, as the client accepts it", async () => {
  await using app = await createTestApp();
  const plain = await app.fetch("/pace-table");
  assertEquals(plain.headers.get("content-encoding"), null);
  const text = await plain.text();
  const read = async (accept: string) => {
    const response = await app.fetch("/pace-table", { headers: { "accept-encoding": accept } });
    assertEquals(response.headers.get("vary"), "accept-encoding");
    const bytes = new Uint8Array(await response.arrayBuffer());
    assertEquals(response.headers.get("content-length"), String(bytes.byteLength));
    return { coding: response.headers.get("content-encoding"), bytes };
  };
  for (const accept of ["gzip, deflate, br", "br", "br;q=0.1, gzip"]) {
    const { coding, bytes } = await read(accept);
    assertEquals([coding, brotliDecompressSync(bytes).toString()], ["br", text]);
  }
  for (const accept of ["gzip", "gzip, br;q=0"]) {
    const { coding, bytes } = await read(accept);
    assertEquals([coding, gunzipSync(bytes).toString()], ["gzip", text]);
  }
  for (const accept of ["identity", "br;q=0", "zstd", "a".repeat(500)]) {
    assertEquals((await read(accept)).coding, null);
  }
  // What is written for one answer alone is never worth Brotli.
  for (const [accept, coding] of [["gzip, br", "gzip"], ["br", null]] as const) {
    const once = await app.fetch("/openapi.json", { headers: { "accept-encoding": accept } });
    assertEquals(once.headers.get("content-encoding"), coding);
    await once.body?.cancel();
  }
  const small = await app.fetch("/health", { headers: { "accept-encoding": "br" } });
  assertEquals(small.headers.get("content-encoding"), null);
  await small.body?.cancel();
});

Deno.test("the original's default table takes less than 14 kB on the wire", async () => {
  await using app = await createTestApp();
  for (const coding of ["br", "gzip"]) {
    const response = await app.fetch("/generate_table", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-encoding": coding },
      body: '{"min_pace":360,"max_pace":120,"increment":1}',
    });
    const { byteLength } = await response.arrayBuffer();
    assertEquals(response.headers.get("content-encoding"), coding);
    assert(byteLength > 1000 && byteLength < 14_000, `${coding}: ${byteLength} bytes`);
  }
});

Deno.test("createApp() answers HEAD as GET, without the body", async () => {
  await using app = await createTestApp();
  const got = await app.fetch("/pace-table");
  const { byteLength } = await got.arrayBuffer();
  const head = await app.fetch("/pace-table", { method: "HEAD" });
  assertEquals(await head.text(), "");
  assertEquals(head.status, 200);
  assertEquals(head.headers.get("content-length"), String(byteLength));
  assertEquals(head.headers.get("etag"), got.headers.get("etag"));
});

Deno.test("createApp() keeps answers out of search engines and types from being guessed", async () => {
  await using app = await createTestApp();
  for (const path of ["/health", "/nothing", "/athletes?q=", "/docs"]) {
    const response = await app.fetch(path);
    await response.body?.cancel();
    assertEquals(response.headers.get("x-robots-tag"), "noindex", path);
    assertEquals(response.headers.get("x-content-type-options"), "nosniff", path);
  }
});

Deno.test("createApp() answers an unknown error with a bare 500 and logs it under its id", async () => {
  await using app = await createTestApp();
  await app.sql`alter table athlete rename to hidden`;
  const response = await app.fetch("/athletes?q=testard");
  const id = response.headers.get("x-request-id");
  assertEquals(response.status, 500);
  assertEquals(await response.json(), {
    type: "about:blank",
    title: "Internal error",
    status: 500,
    request_id: id,
  });
  const logged = app.lines.map((line) => JSON.parse(line)).find(({ level }) => level === "error");
  assertEquals([logged.requestId, logged.route], [id, "/athletes"]);
  assertMatch(logged.error.message, /relation "athlete" does not exist/);
});

Deno.test("createApp() answers 503 when a statement is canceled or the database is gone", async () => {
  await using app = await createTestApp();
  // A lock that somebody else holds, and a limit to how long a statement may take.
  const holder = await app.sql.reserve();
  await holder.unsafe("begin; lock table athlete in access exclusive mode");
  const hurried = connect({
    url: app.database.url,
    applicationName: "mypacer test",
    statementTimeout: 100,
  });
  await using slow = await createTestApp({ sql: hurried });
  const late = await slow.fetch("/athletes/7000001");
  assertEquals([late.status, (await late.json()).type], [503, "/problems/too-slow"]);
  await holder.unsafe("rollback");
  holder.release();
  await hurried.end();
  const gone = await slow.fetch("/athletes/7000001");
  assertEquals([gone.status, gone.headers.get("retry-after")], [503, "5"]);
  assertEquals((await gone.json()).type, "/problems/database-unavailable");
  const ready = await slow.fetch("/health/ready");
  assertEquals([ready.status, Object.keys(await ready.json())], [503, ["detail"]]);
});

Deno.test("createApp() never logs what a visitor searched for", async () => {
  await using app = await createTestApp();
  for (
    const path of ["/athletes?q=testard", "/get_athletes?name=testard", "/athletes?q=testard&x="]
  ) {
    await (await app.fetch(path)).body?.cancel();
  }
  assert(app.lines.length >= 3);
  assertEquals(app.lines.filter((line) => /testard/i.test(line)), []);
});
