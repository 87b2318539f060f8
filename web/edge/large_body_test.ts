import { assert, assertEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compressLarge } from "./large_body.ts";

const LARGE = new TextEncoder().encode("<td>4'30\"</td>".repeat(10_000));
const SMALL = new TextEncoder().encode("<td>4'30\"</td>");

const ask = (encodings: string | null) =>
  new Request("http://127.0.0.1/", {
    headers: encodings === null ? {} : { "accept-encoding": encodings },
  });

Deno.test("compressLarge() codes a large body as the request accepts, brotli first", async () => {
  const cases: [accepted: string | null, coding: string | null][] = [
    ["gzip, deflate, br, zstd", "br"],
    ["br", "br"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["GZIP", "gzip"],
    ["identity", null],
    [null, null],
  ];
  for (const [accepted, coding] of cases) {
    const headers = new Headers();
    const body = await compressLarge(LARGE, { request: ask(accepted), headers });
    assertEquals(headers.get("content-encoding"), coding, `${accepted}`);
    const plain = coding === "br"
      ? brotliDecompressSync(body)
      : coding === "gzip"
      ? gunzipSync(body)
      : body;
    assertEquals(new Uint8Array(plain), LARGE);
    assert(coding === null || body.byteLength < LARGE.byteLength / 10);
  }
});

Deno.test("compressLarge() leaves a small body to the server", async () => {
  const headers = new Headers();
  assertEquals(await compressLarge(SMALL, { request: ask("br"), headers }), SMALL);
  assertEquals([...headers], []);
});
