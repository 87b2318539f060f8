import { assertEquals } from "@std/assert";
import { PageMemory } from "./page_memory.ts";

const ANYBODY = () => new Headers({ "cache-control": "no-cache", "content-type": "text/html" });
const request = (path: string, init?: RequestInit) => new Request(`http://127.0.0.1${path}`, init);

Deno.test("PageMemory shows a page of everybody's for two seconds, with its headers", async () => {
  let now = 1000;
  const pages = new PageMemory(() => now);
  pages.keep(request("/en"), "<p>drawn", { status: 200, headers: ANYBODY() });
  const held = pages.find(request("/en"));
  assertEquals([await held?.text(), held?.headers.get("content-type")], ["<p>drawn", "text/html"]);
  assertEquals(pages.find(request("/")), null);
  now = 3001;
  assertEquals(pages.find(request("/en")), null);
});

Deno.test("PageMemory holds nothing that is somebody's, refused, or asked otherwise", () => {
  const pages = new PageMemory(() => 1);
  const named = new Headers({ "cache-control": "private, no-store" });
  const cookie = ANYBODY();
  cookie.set("set-cookie", "a=b");
  pages.keep(request("/a"), "", { status: 200, headers: named });
  pages.keep(request("/b"), "", { status: 404, headers: ANYBODY() });
  pages.keep(request("/c?q=lefevre"), "", { status: 200, headers: ANYBODY() });
  pages.keep(request("/d", { method: "POST" }), "", { status: 200, headers: ANYBODY() });
  pages.keep(request("/e"), "", { status: 200, headers: cookie });
  for (const path of ["/a", "/b", "/c", "/c?q=lefevre", "/d", "/e"]) {
    assertEquals(pages.find(request(path)), null, path);
  }
  pages.keep(request("/f"), "", { status: 200, headers: ANYBODY() });
  for (const init of [{ method: "POST" }, { method: "HEAD" }]) {
    assertEquals(pages.find(request("/f", init)), null);
  }
  // To nginx as well a question mark alone is no query.
  assertEquals(pages.find(request("/f?"))?.status, 200);
});

Deno.test("PageMemory holds 64 pages at most", () => {
  const pages = new PageMemory(() => 1);
  for (let at = 0; at < 100; at++) {
    pages.keep(request(`/${at}`), "", { status: 200, headers: ANYBODY() });
  }
  assertEquals([pages.find(request("/35")) === null, pages.find(request("/36")) === null], [
    true,
    false,
  ]);
});
