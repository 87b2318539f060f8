import { assertEquals, assertRejects } from "@std/assert";
import { FederationError } from "./client.ts";
import { LocalSite } from "../testing/local_site.ts";

Deno.test("get() keeps to the rate, all callers together", async () => {
  await using site = new LocalSite(() => new Response("page"), { rate: 2 });
  await site.drive(Promise.all(["/a", "/b", "/c", "/d"].map((path) => site.get(path))));
  assertEquals(site.visits.map(({ at }) => at), [0, 500, 1000, 1500, 2000]);
});

Deno.test("get() counts repetitions among the rate", async () => {
  await using site = new LocalSite(
    (path, count) =>
      path === "/a" && count === 1 ? new Response("", { status: 500 }) : new Response("page"),
    { rate: 0.5 },
  );
  await site.drive(Promise.all([site.get("/a"), site.get("/b")]));
  assertEquals(site.visits.map(({ path, at }) => [path, at]), [
    ["/robots.txt", 0],
    ["/a", 2000],
    ["/b", 4000],
    ["/a", 6000],
  ]);
});

Deno.test("get() never has more than two requests under way", async () => {
  const gates: PromiseWithResolvers<void>[] = [];
  await using site = new LocalSite(async () => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    return new Response("page");
  });
  const all = Promise.all(Array.from({ length: 7 }, (_, index) => site.get(`/${index}`)));
  for (let answered = 0; answered < 7; answered++) {
    await site.until(() => gates.length > answered);
    await site.until(() => site.client.counters.active === Math.min(2, 7 - answered));
    gates[answered]?.resolve();
  }
  await all;
  assertEquals([site.busiest, site.paths.length, site.client.counters.queued], [2, 7, 0]);
});

Deno.test("get() lets visitors go before the crawl", async () => {
  await using site = new LocalSite(() => new Response("page"), { rate: 1, concurrency: 1 });
  await site.drive(site.client.robots());
  const crawl = ["/c1", "/c2", "/c3"].map((path) => site.get(path));
  await site.until(() => site.client.counters.queued === 3);
  const visitor = site.get("/v1", { priority: "interactive" });
  await site.until(() => site.client.counters.queued === 4);
  await site.drive(Promise.all([...crawl, visitor]));
  assertEquals(site.paths, ["/v1", "/c1", "/c2", "/c3"]);
});

Deno.test("get() leaves a failing site alone, tries it with one request, and goes on when that succeeds", async () => {
  let healthy = false;
  await using site = new LocalSite(() => new Response("page", { status: healthy ? 200 : 503 }));
  await assertRejects(() => site.drive(site.get("/a")), FederationError);
  assertEquals([site.paths.length, site.client.counters.circuit], [5, "open"]);

  const refused = await assertRejects(
    () => site.get("/v", { priority: "interactive" }),
    FederationError,
  );
  assertEquals([refused.kind, refused.retryAfter, site.paths.length], ["circuit-open", 30, 5]);

  healthy = true;
  const opened = site.visits.at(-1)?.at ?? 0;
  const crawl = Promise.all([site.get("/b"), site.get("/c"), site.get("/d")]);
  await site.until(() => site.client.counters.queued === 3);
  site.clock.advance(29_999);
  assertEquals(site.client.counters.circuit, "open");
  site.clock.advance(1);
  await site.until(() => site.paths.length >= 6);
  await crawl;
  assertEquals(site.pages.slice(5).map(({ path, at }) => [path, at - opened]), [
    ["/b", 30_000],
    ["/c", 30_000],
    ["/d", 30_000],
  ]);
  assertEquals(site.client.counters.circuit, "closed");
});

Deno.test("get() sends one request only while the circuit is half open, and waits twice as long after it failed", async () => {
  const gate = Promise.withResolvers<void>();
  await using site = new LocalSite(async (path) => {
    if (path !== "/b") return new Response("", { status: 503 });
    await gate.promise;
    return new Response("", { status: 503 });
  });
  await assertRejects(() => site.drive(site.get("/a")), FederationError);
  const trial = site.get("/b", { retries: 0 });
  const waiting = site.get("/c", { retries: 0 });
  await site.until(() => site.client.counters.queued === 2);
  site.clock.advance(30_000);
  await site.until(() => site.paths.includes("/b"));
  assertEquals([site.client.counters.circuit, site.client.counters.queued], ["half-open", 1]);
  gate.resolve();
  await assertRejects(() => trial, FederationError);
  assertEquals(site.client.counters.circuit, "open");
  site.clock.advance(59_999);
  assertEquals(site.paths.includes("/c"), false);
  site.clock.advance(1);
  await assertRejects(() => waiting, FederationError);
  assertEquals(site.paths.at(-1), "/c");
});

Deno.test("get() counts a page that does not exist as a site that works", async () => {
  await using site = new LocalSite(() => new Response("", { status: 404 }));
  for (let count = 0; count < 8; count++) {
    await assertRejects(() => site.get(`/${count}`), FederationError);
  }
  assertEquals(site.client.counters.circuit, "closed");
});

Deno.test("get() ends as soon as its signal does: before, in the queue, under way, between two attempts", async () => {
  const held = Promise.withResolvers<void>();
  await using site = new LocalSite(async (path) => {
    if (path === "/failing") return new Response("", { status: 500 });
    await held.promise;
    return new Response("page");
  }, { concurrency: 1 });
  const reason = new Error("the visitor left");

  await assertRejects(
    () => site.get("/never", { signal: AbortSignal.abort(reason) }),
    Error,
    reason.message,
  );

  const active = new AbortController();
  const underWay = site.get("/active", { signal: active.signal });
  await site.until(() => site.paths.includes("/active"));
  const queued = new AbortController();
  const inQueue = site.get("/queued", { signal: queued.signal });
  await site.until(() => site.client.counters.queued === 1);
  queued.abort(reason);
  assertEquals(await assertRejects(() => inQueue), reason);
  active.abort(reason);
  assertEquals(await assertRejects(() => underWay), reason);
  await site.until(() => site.client.counters.active === 0);

  const between = new AbortController();
  const failing = site.get("/failing", { signal: between.signal });
  await site.until(() => site.client.counters.retries === 1);
  between.abort(reason);
  assertEquals(await assertRejects(() => failing), reason);

  assertEquals(site.paths, ["/active", "/failing"]);
  assertEquals([site.client.counters.queued, site.clock.pending], [0, 0]);
  held.resolve();
});

Deno.test("close() ends everything under way and refuses what follows", async () => {
  const held = Promise.withResolvers<void>();
  await using site = new LocalSite(async () => {
    await held.promise;
    return new Response("page");
  });
  const readings = ["/a", "/b", "/c"].map((path) => site.get(path));
  await site.until(() => site.pages.length === 2);
  site.client.close();
  for (const ended of await Promise.allSettled([...readings, site.get("/d")])) {
    assertEquals(ended.status === "rejected" && ended.reason.name, "AbortError");
  }
  held.resolve();
  assertEquals([site.pages.length, site.clock.pending], [2, 0]);
});
