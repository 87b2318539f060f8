import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { createFederationClient, FederationError } from "./client.ts";
import { LocalSite } from "../testing/local_site.ts";

const SECOND = 1000;

Deno.test("get() gives the page, says honestly who asks, and reads robots.txt first and once", async () => {
  await using site = new LocalSite((path) => new Response(`page é ${path}`));
  const page = await site.get("/athletes/7000001/records");
  assertEquals([page.status, page.body], [200, "page é /athletes/7000001/records"]);
  assertEquals(page.url.href, site.urls.records("7000001").href);
  assertEquals(page.fetchedAt.toISOString(), "2026-11-01T08:00:00.000Z");
  await site.get("/athletes/7000002/records");
  assertEquals(site.visits.map(({ path }) => path), [
    "/robots.txt",
    "/athletes/7000001/records",
    "/athletes/7000002/records",
  ]);
  for (const { headers } of site.visits) {
    assertEquals(headers.get("user-agent"), "MyPacer/0.1 (+https://mypacer.example/contact)");
  }
  const { requests, retries, failures, bytes, circuit } = site.client.counters;
  assertEquals({ requests, retries, failures, bytes, circuit }, {
    requests: 3,
    retries: 0,
    failures: 0,
    bytes: 2 * new TextEncoder().encode("page é /athletes/7000001/records").length,
    circuit: "closed",
  });
});

Deno.test("get() reads a charset that is announced", async () => {
  await using site = new LocalSite(() =>
    new Response(new Uint8Array([0xe9]), {
      headers: { "content-type": "text/html; charset=iso-8859-1" },
    })
  );
  assertEquals((await site.get("/")).body, "é");
});

Deno.test("get() asks for a page only if it changed, where its version is known", async () => {
  const modified = "Sun, 01 Nov 2026 08:00:00 GMT";
  await using site = new LocalSite((_, __, { headers }) =>
    headers.get("if-none-match") === '"1"' && headers.get("if-modified-since") === modified
      ? new Response(null, { status: 304 })
      : new Response("page", { headers: { etag: '"1"', "last-modified": modified } })
  );
  const first = await site.get("/");
  assertEquals(first.validators, { etag: '"1"', lastModified: modified });
  assertEquals([first.isUnchanged, first.body], [false, "page"]);
  // No page is no fault of an answer without one.
  const findFault = (body: string) => body === "" ? "it is empty" : null;
  const second = await site.get("/", { known: first.validators, findFault });
  assertEquals([second.status, second.isUnchanged, second.body], [304, true, ""]);
  assertEquals(second.validators, first.validators);
  assertEquals(site.client.counters.failures, 0);
  const other = await site.get("/", { known: { etag: '"0"', lastModified: null } });
  assertEquals([other.status, other.body], [200, "page"]);
});

Deno.test("get() takes an answer without a page for a failure where it knows none", async () => {
  await using site = new LocalSite(() => new Response(null, { status: 304 }));
  await assertRejects(() => site.get("/", { retries: 0 }), FederationError, "status 304");
});

Deno.test("get() never asks another host", async () => {
  await using site = new LocalSite(() => new Response("page"));
  for (
    const other of [
      "http://127.0.0.1:1/",
      "http://localhost/",
      site.base.href.replace("//", "//me@"),
    ]
  ) {
    await assertRejects(
      () => site.client.get(new URL(other)),
      TypeError,
      "Cannot read an address of",
    );
  }
  assertEquals(site.visits, []);
});

Deno.test("get() waits as many seconds as Retry-After says", async () => {
  await using site = new LocalSite((_, count) =>
    count === 1
      ? new Response("busy", { status: 503, headers: { "retry-after": "7" } })
      : new Response("page")
  );
  assertEquals((await site.drive(site.get("/a"))).body, "page");
  assertEquals(site.pages.map(({ at }) => at), [0, 7 * SECOND]);
  assertEquals(site.client.counters.retries, 1);
});

Deno.test("get() waits until the date that Retry-After says", async () => {
  await using site = new LocalSite((_, count) =>
    count === 1
      ? new Response("slow down", {
        status: 429,
        headers: { "retry-after": "Sun, 01 Nov 2026 08:01:30 GMT" },
      })
      : new Response("page")
  );
  await site.drive(site.get("/a"));
  assertEquals(site.pages.map(({ at }) => at), [0, 90 * SECOND]);
});

Deno.test("get() sends nothing at all while the site asks for a pause", async () => {
  await using site = new LocalSite((path, count) =>
    path === "/a" && count === 1
      ? new Response("busy", { status: 503, headers: { "retry-after": "60" } })
      : new Response("page")
  );
  const first = site.get("/a");
  await site.until(() => site.client.counters.failures === 1);
  await site.drive(Promise.all([first, site.get("/b")]));
  assertEquals(site.pages.slice(1).map(({ at }) => at), [60 * SECOND, 60 * SECOND]);
});

Deno.test("get() fails at once when the site asks for more patience than a visitor has", async () => {
  await using site = new LocalSite(() =>
    new Response("busy", { status: 503, headers: { "retry-after": "3000" } })
  );
  const error = await assertRejects(
    () => site.get("/a", { priority: "interactive" }),
    FederationError,
  );
  assertEquals([error.kind, error.status, error.retryAfter], ["unavailable", 503, 3000]);
  const next = await assertRejects(() => site.get("/b"), FederationError);
  assertEquals([next.kind, next.retryAfter], ["circuit-open", 3000]);
  assertEquals(site.paths, ["/a"]);
});

Deno.test("get() backs off longer each time, with chance in it, and then gives up", async () => {
  await using site = new LocalSite(() => new Response("error", { status: 503 }));
  const error = await assertRejects(
    () => site.drive(site.get("/a")),
    FederationError,
    "status 503",
  );
  assertEquals([error.kind, error.status], ["unavailable", 503]);
  // Three quarters of 1, 2, 4 and 8 s, since chance is one half.
  assertEquals(site.pages.map(({ at }) => at), [0, 750, 2250, 5250, 11_250]);
  assertEquals(site.logged.length, 4);
});

Deno.test("get() asks twice for a visitor and as often as told", async () => {
  await using site = new LocalSite(() => new Response("error", { status: 502 }));
  await assertRejects(
    () => site.drive(site.get("/a", { priority: "interactive" })),
    FederationError,
  );
  assertEquals(site.paths.length, 2);
  await assertRejects(() => site.drive(site.get("/b", { retries: 0 })), FederationError);
  assertEquals(site.paths.length, 3);
});

for (const [priority, seconds] of [["interactive", 30], ["crawl", 60]] as const) {
  Deno.test(`get() gives up a ${priority} answer that takes longer than ${seconds} s`, async () => {
    const held = Promise.withResolvers<void>();
    await using site = new LocalSite(async () => {
      await held.promise;
      return new Response("late");
    });
    const reading = site.get("/athletes/7000001", { retries: 0, priority });
    await site.until(() => site.pages.length === 1);
    site.clock.advance(seconds * SECOND - 1);
    assertEquals(site.client.counters.active, 1);
    site.clock.advance(1);
    const error = await assertRejects(
      () => reading,
      FederationError,
      `/athletes/{id} did not come within ${seconds} s`,
    );
    assertEquals(error.kind, "timeout");
    held.resolve();
  });
}

Deno.test("get() gives up a body that does not end, as well as a head that does not come", async () => {
  let cancelled = false;
  await using site = new LocalSite(() =>
    new Response(
      new ReadableStream({
        start: (stream) => stream.enqueue(new TextEncoder().encode("<html>")),
        cancel: () => void (cancelled = true),
      }),
    )
  );
  const reading = site.get("/a", { retries: 0 });
  await site.until(() => site.pages.length === 1);
  site.clock.advance(60 * SECOND);
  assertEquals((await assertRejects(() => reading, FederationError)).kind, "timeout");
  await site.until(() => cancelled);
});

Deno.test("get() says not-found without asking again", async () => {
  await using site = new LocalSite(() => new Response("no such page", { status: 404 }));
  const error = await assertRejects(() => site.get("/athletes/1"), FederationError, "status 404");
  assertEquals([error.kind, error.status], ["not-found", 404]);
  assertEquals([site.paths.length, site.client.counters.failures], [1, 0]);
});

for (
  const [what, page] of [
    ["a site under maintenance", "<title>Site en maintenance</title><h1>Site en maintenance</h1>"],
    ["a firewall", "<title>Just a moment...</title><script>window._cf_chl_opt={};</script>"],
  ] as const
) {
  Deno.test(`get() does not take ${what} for a page that does not exist`, async () => {
    const body = `<!DOCTYPE html><html><head>${page}</head><body>${
      "<p>…</p>".repeat(200)
    }</body></html>`;
    await using site = new LocalSite(() => new Response(body, { status: 404 }));
    const error = await assertRejects(
      () => site.drive(site.get("/athletes/1", { retries: 0 })),
      FederationError,
      "status 404 and a page of",
    );
    assertEquals([error.kind, site.client.counters.failures], ["unavailable", 1]);
    // Nor the rules for robots for missing.
    await using silent = new LocalSite(() => new Response("page"), {
      robots: () => new Response(body, { status: 404 }),
    });
    await assertRejects(() => silent.drive(silent.get("/a")), FederationError, "/robots.txt");
    assertEquals(silent.paths, []);
  });
}

Deno.test("get() stops altogether when the site refuses us", async () => {
  await using site = new LocalSite(() => new Response("go away", { status: 403 }));
  assertEquals((await assertRejects(() => site.get("/a"), FederationError)).kind, "forbidden");
  assertEquals(site.client.counters.circuit, "open");
  const next = await assertRejects(
    () => site.get("/b", { priority: "interactive" }),
    FederationError,
  );
  assertEquals(next.kind, "circuit-open");
  assertEquals(site.paths, ["/a"]);
});

Deno.test("get() says too-many-requests when the site keeps saying so", async () => {
  await using site = new LocalSite(() => new Response("slow down", { status: 429 }));
  const error = await assertRejects(
    () => site.drive(site.get("/a", { retries: 1 })),
    FederationError,
  );
  assertEquals([error.kind, site.paths.length], ["too-many-requests", 2]);
});

Deno.test("get() does not repeat what the site calls a bad request", async () => {
  await using site = new LocalSite(() => new Response("what?", { status: 400 }));
  const error = await assertRejects(() => site.get("/a"), FederationError);
  assertEquals([error.kind, error.status, site.paths.length], ["unavailable", 400, 1]);
});

Deno.test("get() takes a page in which the caller finds a fault for a failure of the site", async () => {
  await using site = new LocalSite((_, count) => new Response(count === 1 ? "<ta" : "<table>"));
  const findFault = (body: string) => body.endsWith(">") ? null : "it breaks off";
  const page = await site.drive(site.get("/a", { findFault }));
  assertEquals([page.body, site.paths.length], ["<table>", 2]);
  const error = await assertRejects(
    () => site.drive(site.get("/b", { findFault: () => "it is wrong", retries: 0 })),
    FederationError,
    "it is wrong",
  );
  assertEquals([error.kind, site.client.counters.failures], ["unavailable", 2]);
});

Deno.test("get() names no person in its errors and logs, whatever the network says", async () => {
  const site = new LocalSite(() => new Response("page"));
  await site[Symbol.asyncDispose]();
  const client = site.connect();
  const error = await assertRejects(
    () => site.drive(client.get(site.urls.search("martinot zoe"), { retries: 1 }), client),
    FederationError,
  );
  assertEquals([error.kind, error.status], ["unavailable", null]);
  assert(error.cause instanceof Error);
  assertEquals(/martinot/i.test(`${error.message} ${error.cause.message} ${site.logged}`), false);
});

Deno.test("createFederationClient() refuses to be an impolite guest", () => {
  const options = { version: "1", log: { debug() {}, info() {}, warn() {}, error() {} } };
  const site = { baseUrl: "https://www.athle.fr", contact: "me@mypacer.example", rate: 1 };
  createFederationClient({ ...options, ...site }).close();
  for (
    const [wrong, message] of [
      [{ rate: 0 }, "rate must be"],
      [{ rate: NaN }, "rate must be"],
      [{ rate: 24 }, "rate must be"],
      [{ contact: null }, "contact must be"],
      [{ contact: "me) evil: header" }, "contact must be"],
      [{ baseUrl: "ftp://www.athle.fr" }, "baseUrl must be"],
    ] as const
  ) {
    assertThrows(
      () => createFederationClient({ ...options, ...site, ...wrong }),
      RangeError,
      message,
    );
  }
});
