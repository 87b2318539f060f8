import { assertEquals } from "@std/assert";
import { findHttpVersion } from "./http_version.ts";

const { signal } = new AbortController();

Deno.test("findHttpVersion() takes plain http for HTTP/1.1, and asks nobody", async () => {
  assertEquals(await findHttpVersion(new URL("http://127.0.0.1:9"), signal), "HTTP/1.1");
});

Deno.test("findHttpVersion() does not know the version of a site that makes no handshake", async () => {
  assertEquals(await findHttpVersion(new URL("https://127.0.0.1:9"), signal), "unknown");
});
