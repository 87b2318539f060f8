import { findCut, type ReceivedAnswer } from "./parsers/whole.ts";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { FederationError } from "./client.ts";
import { LocalSite } from "../testing/local_site.ts";

Deno.test("get() refuses a body announced as too large without reading it", async () => {
  await using site = new LocalSite(() => new Response("x".repeat(2001)), { largestBody: 2000 });
  const error = await assertRejects(() => site.get("/a"), FederationError, "2001 bytes");
  assertEquals([error.kind, site.paths.length], ["too-large", 1]);
});

Deno.test("get() stops reading a stream as soon as it is too large", async () => {
  const chunk = new Uint8Array(64 * 1024).fill(120);
  let sent = 0;
  let stopped = false;
  await using site = new LocalSite(
    () =>
      new Response(
        new ReadableStream({
          pull: (stream) => {
            sent += chunk.length;
            stream.enqueue(chunk);
          },
          cancel: () => void (stopped = true),
        }),
      ),
    { largestBody: 256 * 1024 },
  );
  const error = await assertRejects(() => site.get("/a"), FederationError, "too large");
  assertEquals(error.kind, "too-large");
  await site.until(() => stopped);
  // The rest is what lay in buffers on the way.
  assert(sent < 16 * 1024 * 1024, `${sent} bytes were sent`);
});

Deno.test("get() reads a body of just the largest size", async () => {
  await using site = new LocalSite(() => new Response("x".repeat(2000)), { largestBody: 2000 });
  assertEquals((await site.get("/a")).body.length, 2000);
});

Deno.test("get() asks again for a body that breaks off", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const bodies = ["<html>only the beg", "<html>the whole page</html>"];
  const length = bodies[1]?.length ?? 0;
  const serving = (async () => {
    const answers = ["HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"]
      .concat(
        bodies.map((body) =>
          `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`
        ),
      );
    for (const answer of answers) {
      using connection = await listener.accept();
      await connection.read(new Uint8Array(4096));
      await connection.write(new TextEncoder().encode(answer));
    }
  })();
  await using site = new LocalSite(() => new Response("unused"));
  const base = new URL(`http://127.0.0.1:${listener.addr.port}`);
  const client = site.connect({ baseUrl: base });
  const reading = client.get(new URL("/a", base));
  await site.until(() => client.counters.retries === 1 && client.counters.active === 0);
  site.clock.advance(1000);
  assertEquals((await reading).body, "<html>the whole page</html>");
  assertEquals(client.counters.failures, 1);
  await serving;
  client.close();
});

Deno.test("get() follows a redirect inside the site and says where the page came from", async () => {
  await using site = new LocalSite((path) =>
    path === "/old"
      ? new Response(null, { status: 301, headers: { location: "/new?x=1" } })
      : new Response("page")
  );
  const page = await site.get("/old");
  assertEquals([page.body, page.url.pathname + page.url.search], ["page", "/new?x=1"]);
});

Deno.test("get() does not follow a redirect to another host", async () => {
  await using other = new LocalSite(() => new Response("secret"));
  for (
    const target of [
      other.base.href,
      "//metadata.example/",
      "file:///etc/passwd",
      "http://[::1]:1/",
    ]
  ) {
    await using site = new LocalSite(() =>
      new Response(null, { status: 302, headers: { location: target } })
    );
    const error = await assertRejects(() => site.get("/a"), FederationError, "another site");
    assertEquals([error.kind, error.status, site.paths.length], ["foreign-redirect", 302, 1]);
  }
  assertEquals(other.visits, []);
});

Deno.test("get() gives up redirects without end", async () => {
  await using site = new LocalSite((path) =>
    new Response(null, { status: 302, headers: { location: `${path}x` } })
  );
  const error = await assertRejects(() => site.get("/a"), FederationError, "more than 5 times");
  assertEquals([error.kind, site.paths.length], ["foreign-redirect", 6]);
});

Deno.test("get() reads nothing that robots.txt disallows, not by a redirect either", async () => {
  const rules = "User-agent: *\nDisallow: /private\n";
  await using site = new LocalSite(
    () => new Response(null, { status: 302, headers: { location: "/private/b" } }),
    { robots: () => new Response(rules) },
  );
  for (const path of ["/private", "/private/a?b=1", "/a"]) {
    const error = await assertRejects(() => site.get(path), FederationError, "may not be read");
    assertEquals(error.kind, "refused-by-robots");
  }
  assertEquals(site.paths, ["/a"]);
});

Deno.test("get() obeys the rules for MyPacer before those for everybody", async () => {
  const rules = "User-agent: *\nDisallow: /\n\nUser-agent: mypacer\nAllow: /\n";
  await using site = new LocalSite(() => new Response("page"), {
    robots: () => new Response(rules),
  });
  assertEquals((await site.get("/a")).body, "page");
  assertEquals((await site.client.robots()).allows("/bases/liste.aspx"), true);
});

Deno.test("get() leaves the crawl delay of robots.txt between requests", async () => {
  await using site = new LocalSite(() => new Response("page"), {
    robots: () => new Response("User-agent: *\nCrawl-delay: 3\n"),
  });
  await site.drive(Promise.all(["/a", "/b", "/c"].map((path) => site.get(path))));
  assertEquals(site.visits.map(({ at }) => at), [0, 3000, 6000, 9000]);
});

Deno.test("get() reads nothing while robots.txt cannot be read, and asks for it again later", async () => {
  await using site = new LocalSite(() => new Response("page"), {
    robots: (count) => new Response("", { status: count <= 3 ? 500 : 200 }),
  });
  const error = await assertRejects(
    () => site.drive(site.get("/a")),
    FederationError,
    "/robots.txt",
  );
  assertEquals([error.kind, site.paths.length], ["unavailable", 0]);
  assertEquals((await site.get("/a")).body, "page");
});

Deno.test("get() reads robots.txt again after a day, and keeps the former rules when that fails", async () => {
  await using site = new LocalSite(() => new Response("page"), {
    robots: (count) =>
      count === 1
        ? new Response("User-agent: *\nDisallow: /no\n")
        : count <= 4
        ? new Response("error", { status: 500 })
        : new Response(""),
  });
  const robotsRead = () => site.visits.length - site.pages.length;
  await site.get("/a");
  site.clock.advance(23 * 3_600_000);
  await site.get("/a");
  assertEquals(robotsRead(), 1);
  site.clock.advance(3_600_000);
  assertEquals(
    (await assertRejects(() => site.drive(site.get("/no")), FederationError)).kind,
    "refused-by-robots",
  );
  assertEquals(robotsRead(), 4);
  site.clock.advance(3_600_000);
  assertEquals((await site.get("/no")).body, "page");
});

Deno.test("get() reads nothing where a page comes in place of robots.txt", async () => {
  await using site = new LocalSite(() => new Response("page"), {
    robots: () => new Response("<!DOCTYPE html><html><head><title>Just a moment…</title></head>"),
  });
  const error = await assertRejects(() => site.drive(site.get("/a")), FederationError);
  assertEquals([error.kind, site.paths], ["unavailable", []]);
});

for (
  const [from, to] of [["www.athle.example", "athle.example"], [
    "athle.example",
    "www.athle.example",
  ]]
) {
  Deno.test(`get() follows a redirect from ${from} to ${to}`, async () => {
    await using site = new LocalSite((path, _, { headers }) =>
      headers.get("x-host") === from
        ? Response.redirect(`https://${to}${path}`)
        : new Response("page")
    );
    const client = site.connect({
      baseUrl: `https://${from}`,
      contact: "team@mypacer.example",
      rate: 10,
      // No name server knows these names: the request goes to this machine and says its host.
      fetch: (input, init) => {
        const { hostname, pathname } = new URL(String(input));
        const headers = { ...init?.headers, "x-host": hostname };
        return fetch(new URL(pathname, site.base), { ...init, headers });
      },
    });
    const { body, url } = await site.drive(
      client.get(new URL("/a", `https://${from}`)),
      client,
    );
    assertEquals([body, url.href], ["page", `https://${to}/a`]);
    client.close();
  });
}

Deno.test("get() says how the page came", async () => {
  await using site = new LocalSite(() =>
    new Response("é", { headers: { "content-type": "text/html; charset=utf-8" } })
  );
  assertEquals((await site.get("/a")).transfer, {
    milliseconds: 0,
    bytes: 2,
    contentType: "text/html; charset=utf-8",
    contentEncoding: null,
    isLengthAnnounced: true,
  });
});

Deno.test("get() takes a page without its last end tag for whole where its length was announced", async () => {
  const page = "<html><body><table><tr><td>a</td></tr></table>" + " ".repeat(1000);
  const chunked = () => new Response(new Blob([page]).stream().pipeThrough(new TransformStream()));
  await using site = new LocalSite((path) => path === "/a" ? new Response(page) : chunked());
  const options = {
    findFault: (body: string, transfer: ReceivedAnswer) => findCut(body, transfer),
    retries: 0,
  };
  assertEquals((await site.drive(site.get("/a", options))).body, page);
  await assertRejects(
    () => site.drive(site.get("/b", options)),
    FederationError,
    "it breaks off: </html> is missing",
  );
});
