import { assert, assertEquals, assertRejects } from "@std/assert";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";
import { requestRate } from "./request_rate.ts";

Deno.test("requestRate() sends each request whole, and counts the answers", async () => {
  const seen = new Set<string>();
  await using server = serveLocally(async (request) => {
    const { pathname } = new URL(request.url);
    seen.add(
      `${request.method} ${pathname} ${request.headers.get("x-asked")} ${await request.text()}`,
    );
    return new Response("é".repeat(50));
  });
  const { rps } = await requestRate(server.url, {
    requests: [
      { method: "GET", path: "/a", headers: { "x-asked": "1" } },
      { method: "POST", path: "/b", headers: { "x-asked": "2" }, body: "allure é" },
    ],
    seconds: 1,
  });
  assert(rps > 0);
  assertEquals([...seen].sort(), ["GET /a 1 ", "POST /b 2 allure é"]);
});

Deno.test("requestRate() takes no refusal for an answer", async () => {
  await using server = serveLocally(() => new Response("busy", { status: 503 }));
  await assertRejects(
    () =>
      requestRate(server.url, {
        requests: [{ method: "GET", path: "/", headers: {} }],
        seconds: 1,
      }),
    Error,
    "GET / was answered with 503",
  );
});
