/** The repository's nginx configuration, in front of a real API and site. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import {
  ADDRESS_HEADER,
  type Asked,
  type RawAnswer,
  runNginx,
  type RunningNginx,
} from "./testing/running_nginx.ts";
import {
  PERSON,
  type RunningPair,
  type RunningServices,
  runServices,
} from "./testing/running_services.ts";
import { http2Statuses } from "./testing/http2_statuses.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

const missing = missingTools("nginx", "openssl");
const nameInQuery = encodeURIComponent(PERSON.name);

let services: RunningServices;
let pair: RunningPair;
let nginx: RunningNginx;

if (missing === null) {
  beforeTests(async (parts) => {
    services = parts.use(await runServices());
    pair = await services.add();
    nginx = parts.use(await runNginx());
    await nginx.point({ api: [pair.apiPort], web: [pair.webPort] });
  });
}

const header = ({ headers }: RawAnswer, name: string) =>
  headers.filter(([each]) => each === name).map(([, value]) => value);

testWith(
  missing,
  "nginx leads plain HTTP and www to HTTPS on the apex, with the query",
  async () => {
    for (const host of ["mypacer.fr", "www.mypacer.fr"]) {
      const answer = await nginx.askPlain("/?slow=5:00", { host });
      assertEquals([answer.status, header(answer, "location")], [301, [
        "https://mypacer.fr/?slow=5:00",
      ]]);
    }
    const www = await nginx.ask("/en?slow=5:00", { host: "www.mypacer.fr" });
    assertEquals([www.status, header(www, "location")], [301, [
      "https://mypacer.fr/en?slow=5:00",
    ]]);
    const stage = await nginx.askPlain("/", { host: "stage.mypacer.fr" });
    assertEquals(header(stage, "location"), ["https://stage.mypacer.fr/"]);
  },
);

testWith(missing, "nginx answers certbot's challenge over plain HTTP", async () => {
  const path = ".well-known/acme-challenge/token";
  await Deno.writeTextFile(`${nginx.folder}/www/html/${path}`, "token.thumbprint");
  assertEquals((await nginx.askPlain(`/${path}`)).text, "token.thumbprint");
});

testWith(
  missing,
  "nginx serves the site at / and the API under /api/ without the prefix",
  async () => {
    const page = await nginx.ask("/?slow=5:00&fast=4:00");
    assertEquals(page.status, 200);
    assertStringIncludes(page.text, "<table");
    const found = await nginx.ask(`/api/athletes?q=${nameInQuery}`);
    assertEquals(JSON.parse(found.text).items[0].ffa_id, PERSON.ffaId);
    const path = await nginx.ask(`/api/athletes/${PERSON.ffaId}`);
    assertEquals(JSON.parse(path.text).name, PERSON.name);
    assertEquals((await nginx.ask("/api/health/ready")).status, 200);
    assertEquals((await nginx.ask("/api/metrics")).status, 404);
    assertEquals((await nginx.ask("/.vite/manifest.json")).status, 404);
  },
);

testWith(
  missing,
  "nginx passes on its own request id, which the API's answer carries once",
  async () => {
    const answer = await nginx.ask("/api/status", {
      headers: { "x-request-id": "forged-by-a-client" },
    });
    assertEquals(header(answer, "x-request-id").length, 1);
    assertMatch(header(answer, "x-request-id")[0] ?? "", /^[0-9a-f]{32}$/);
  },
);

testWith(missing, "nginx lets every answer carry each security header once", async () => {
  const once = [
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "content-security-policy",
  ];
  const answers: [path: string, status: number][] = [
    ["/", 200],
    ["/nowhere", 404],
    ["/robots.txt", 200],
    ["/api/status", 200],
    ["/api/nowhere", 404],
    ["/api/metrics", 404],
  ];
  for (const [path, status] of answers) {
    const answer = await nginx.ask(path);
    assertEquals(answer.status, status, path);
    for (const name of once) assertEquals(header(answer, name).length, 1, `${path}: ${name}`);
    const names = answer.headers.map(([name]) => name).filter((name) => name !== "set-cookie");
    assertEquals(names.length, new Set(names).size, `${path}: ${names}`);
  }
  const stage = await nginx.ask("/unknown", { host: "stage.mypacer.fr" });
  assertEquals(header(stage, "x-robots-tag"), ["noindex, nofollow"]);
});

testWith(missing, "nginx speaks TLS 1.2 and 1.3 only", async () => {
  const offer = async (version: string) => {
    const child = new Deno.Command("openssl", {
      args: `s_client -connect 127.0.0.1:${nginx.port} -servername mypacer.fr ${version}`.split(
        " ",
      ),
      stdin: "null",
      stdout: "null",
      stderr: "null",
    });
    return (await child.output()).success;
  };
  assertEquals(await Promise.all(["-tls1_1", "-tls1_2", "-tls1_3"].map(offer)), [
    false,
    true,
    true,
  ]);
});

testWith(missing, "nginx hands out compressed pages, tables and files", async () => {
  const gzip = { headers: { "accept-encoding": "gzip" } };
  const br = { headers: { "accept-encoding": "gzip, deflate, br" } };
  const table = "/api/pace-table?slowest=480&fastest=120&step=5";
  const page = await nginx.ask("/");
  const asset = /\/assets\/[\w./-]+\.js/.exec(page.text)?.[0] ?? "";
  for (const path of ["/", table, asset]) {
    const plain = await nginx.ask(path);
    assertEquals(header(plain, "content-encoding"), [], path);
    for (const [asked, coding] of [[gzip, "gzip"], [br, "br"]] as const) {
      const answer = await nginx.ask(path, asked);
      const [sent = ""] = header(answer, "content-encoding");
      // The site compresses a page by gzip at first, whatever else is accepted.
      assert(sent === coding || path === "/" && sent === "gzip", `${path}: ${sent}`);
      assert(answer.body.length < plain.body.length, path);
    }
  }
});

testWith(missing, "nginx keeps hashed files, and has them after the site forgot them", async () => {
  const page = await nginx.ask("/");
  const asset = /\/assets\/[\w./-]+\.js/.exec(page.text)?.[0] ?? "";
  const first = await nginx.ask(asset);
  assertEquals(header(first, "cache-control"), ["public, max-age=31536000, immutable"]);
  // A switch to a release that no longer has the file: here, to a port where nothing is.
  await nginx.point({ api: [pair.apiPort], web: [9] });
  try {
    const kept = await nginx.ask(asset);
    assertEquals([kept.status, kept.text], [200, first.text]);
  } finally {
    await nginx.point({ api: [pair.apiPort], web: [pair.webPort] });
  }
});

/** Whether nginx answered the last request for a path by itself: HIT, MISS, … */
async function cacheStatuses(path: string): Promise<string[]> {
  const lines = (await nginx.accessLog()).trim().split("\n").map((line) => JSON.parse(line));
  return lines.filter((line) => line.path === path).map(({ cache }) => cache);
}

/** Asks until nginx answers by itself. */
const untilKept = (path: string, asked: Asked = {}) =>
  until(`${path} from the cache`, async () => {
    const before = (await cacheStatuses(path)).length;
    const answer = await nginx.ask(path, asked);
    const statuses = await until("the log", async () => {
      const all = await cacheStatuses(path);
      return all.length > before && all;
    });
    return statuses.at(-1) === "HIT" && answer;
  });

testWith(missing, "nginx keeps a page that names nobody for a moment, by its coding", async () => {
  for (const coding of ["gzip", "br", "identity"]) {
    const asked = { headers: { "accept-encoding": coding } };
    const first = await nginx.ask("/zones", asked);
    const kept = await untilKept("/zones", asked);
    const [etag = ""] = header(kept, "etag");
    assertMatch(etag, /^W\/"/);
    for (const name of ["etag", "content-type", "cache-control", "content-security-policy"]) {
      assertEquals(header(kept, name), header(first, name), name);
    }
    assertEquals(header(kept, "content-encoding"), coding === "identity" ? [] : [coding]);
    assertEquals([first, kept].flatMap((answer) => header(answer, "x-accel-expires")), []);
    for (const name of ["content-security-policy", "strict-transport-security"]) {
      assertEquals(header(kept, name).length, 1, name);
    }
    const again = await untilKept("/zones", {
      headers: { ...asked.headers, "if-none-match": etag },
    });
    assertEquals([again.status, again.body.length], [304, 0]);
    const head = await untilKept("/zones", { ...asked, method: "HEAD" });
    assertEquals(
      [head.status, header(head, "etag"), header(head, "content-length")],
      [200, [etag], [String(kept.body.length)]],
    );
  }
});

testWith(missing, "nginx keeps no page that names somebody, no error and no part", async () => {
  const asked: [path: string, asked?: Asked][] = [
    [`/en?athletes=${PERSON.ffaId}`],
    [`/en/track?athletes=${PERSON.ffaId}`],
    [`/en/search?q=${nameInQuery}`],
    [`/en/compare?athletes=${PERSON.ffaId}`],
    [`/en/race?athletes=${PERSON.ffaId}`],
    [`/en/athlete/${PERSON.ffaId}`],
    ["/en/club/075001"],
    ["/en/clubs?q=athle"],
    ["/en/removal?name=Zelie"],
    ["/en/zones?vma=wrong"],
    ["/en/nowhere"],
    ["/en/models", { headers: { "fresh-partial": "true" } }],
    ["/en/group", { method: "POST", body: "" }],
  ];
  for (const [index, [path, how]] of asked.entries()) {
    // Each as another visitor: none is refused.
    const from = `127.0.3.${index + 1}`;
    const [bare = ""] = path.split("?");
    const before = (await cacheStatuses(bare)).length;
    for (let time = 0; time < 3; time++) await nginx.ask(path, { ...how, from });
    const statuses = await until("the log", async () => {
      const all = (await cacheStatuses(bare)).slice(before);
      return all.length === 3 && all;
    });
    assert(!statuses.includes("HIT"), `${path}: ${statuses}`);
  }
  const stored = [];
  for await (const path of filesBelow(`${nginx.folder}/cache_pages`)) {
    stored.push(await Deno.readTextFile(path));
  }
  const text = stored.join("\n");
  assertEquals(/athletes=|[?&]q=|7000001|lefebvre|zélie/i.exec(text)?.[0], undefined);
});

/** Paths of the files in a folder and in those within. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* filesBelow(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}

testWith(
  missing,
  "nginx lets the site compare the tags of files that keep their names",
  async () => {
    const first = await nginx.ask("/favicon.svg");
    const again = await nginx.ask("/favicon.svg", {
      headers: { "if-none-match": header(first, "etag")[0] ?? "" },
    });
    assertEquals([first.status, again.status], [200, 304]);
  },
);

testWith(missing, "nginx refuses bodies and headers that are too large", async () => {
  const body = "x".repeat(70_000);
  const large = await nginx.ask("/api/pace-table", { method: "POST", body });
  assertEquals(large.status, 413);
  const wide = await nginx.ask("/", { headers: { cookie: "x".repeat(9000) } });
  assertEquals(wide.status, 400);
});

/** So many requests at once. */
const burst = (path: string, asked: Asked = {}) =>
  Promise.all(Array.from({ length: 60 }, () => nginx.ask(path, asked)));

testWith(missing, "nginx limits searches and records of one visitor, and no page", async () => {
  const search = await burst(`/api/athletes?q=${nameInQuery}`);
  const refused = search.filter(({ status }) => status === 429);
  assert(refused.length > 0 && refused.length < 60, `${refused.length} refused`);
  const [one] = refused;
  assert(one !== undefined);
  assertEquals(header(one, "content-type"), ["application/problem+json"]);
  assertEquals(header(one, "retry-after"), ["1"]);
  assertEquals(JSON.parse(one.text).status, 429);
  // Written otherwise, it is the same path.
  const disguised = await burst(`/api/%61thletes?q=${nameInQuery}`);
  assert(disguised.some(({ status }) => status === 429));
  const records = await burst(`/api/athletes/${PERSON.ffaId}/records`);
  assert(records.some(({ status }) => status === 429));
  const pages = await burst("/mentions-legales");
  assertEquals(pages.filter(({ status }) => status !== 200).length, 0);
});

testWith(
  missing,
  "nginx limits rosters, tables and pages with a query, each visitor's",
  async () => {
    const json = { "content-type": "application/json" };
    const table = JSON.stringify({ min_pace: 400, max_pace: 300, increment: 50 });
    const limited: [path: string, asked?: Asked][] = [
      ["/api/clubs/075001/athletes"],
      ["/api/clubs/075001/athletes?limit=1"],
      ["/api/clubs/075001"],
      ["/club/075001"],
      ["/en/club/075001"],
      [`/api/athletes/${PERSON.ffaId}`],
      ["/api/pace-table?slowest=400&fastest=300&step=50"],
      ["/api/generate_table", { method: "POST", headers: json, body: table }],
      ["/?slow=6:00&fast=5:00"],
      ["/en/predictor?distance=10000"],
      ["/tableau/csv"],
      ["/en/table/text?slow=6:00"],
      ["/groupe", { method: "POST", body: "" }],
    ];
    for (const [index, [path, asked]] of limited.entries()) {
      const from = `127.0.1.${index + 1}`;
      const answers = await burst(path, { ...asked, from });
      const refused = answers.filter(({ status }) => status === 429).length;
      assert(refused > 0 && refused < 60, `${path}: ${refused} of 60 refused`);
      const other = await nginx.ask(path, { ...asked, from: "127.0.2.1" });
      assert(other.status !== 429, `${path}: ${other.status} for another visitor`);
    }
    // Pictures less often than anything else.
    const drawn = await burst("/tableau/apercu", { from: "127.0.1.100" });
    assert(drawn.filter(({ status }) => status !== 429).length <= 12);
    for (const path of ["/en/planner/preview", "/athlete/7/apercu", "/en/compare/preview"]) {
      const { status } = await nginx.ask(path, { from: "127.0.1.100" });
      assertEquals(status, 429, path);
    }
    // What needs neither is answered to who was refused.
    assertEquals((await nginx.ask("/", { from: "127.0.1.1" })).status, 200);
  },
);

testWith(missing, "nginx limits every request of one HTTP/2 connection", async () => {
  const paths = Array.from({ length: 60 }, (_, at) => `/en/planner?d=${at + 1}km&t=40:00`);
  const statuses = await http2Statuses(nginx, paths);
  const refused = statuses.filter((status) => status === 429).length;
  assert(refused > 0 && refused < 60, `${refused} of 60 refused`);
});

testWith(missing, "nginx lets no TRACE through", async () => {
  for (const path of ["/", "/api/status"]) {
    assertEquals((await nginx.ask(path, { method: "TRACE" })).status, 405, path);
  }
});

testWith(missing, "nginx takes a /64 of IPv6 for one visitor, however it is written", async () => {
  const roster = (address: string) =>
    nginx.ask("/api/clubs/075001", { headers: { [ADDRESS_HEADER]: address } });
  // One network: groups of zeros are left out of some of its addresses, and others are full.
  const refused = async (network: string) => {
    const hosts = Array.from(
      { length: 60 },
      (_, host) => host % 2 === 0 ? `:${host + 1}` : `1:2:3:${host + 1}`,
    );
    const answers = await Promise.all(hosts.map((host) => roster(`${network}:${host}`)));
    return answers.filter(({ status }) => status === 429).length;
  };
  assert(await refused("2001:db8:0:0") > 0);
  assert(await refused("2001:db8:7:a00") > 0);
  // Its neighbors are others: 60 of them, and none is refused.
  const neighbors = Array.from({ length: 60 }, (_, at) => `2001:db8:8:${(at + 1).toString(16)}::1`);
  const answers = await Promise.all(neighbors.map(roster));
  assertEquals(answers.filter(({ status }) => status !== 200).length, 0);
  const networks = new Set(
    (await nginx.accessLog()).trim().split("\n").map((line) => JSON.parse(line).network),
  );
  for (const network of ["2001:db8::", "2001:db8:7::", "2001:db8:8::"]) {
    assert(networks.has(network), network);
  }
});

testWith(
  missing,
  "nginx shows a page of its own while nothing answers, and during maintenance",
  async () => {
    await nginx.point({ api: [9], web: [9] });
    try {
      const page = await nginx.ask(`/?q=${nameInQuery}`);
      assertEquals([page.status, header(page, "content-type")], [502, [
        "text/html; charset=utf-8",
      ]]);
      assertStringIncludes(page.text, "revient dans un instant");
      assertEquals(header(page, "retry-after"), ["30"]);
      const style = /<style>([^]*?)<\/style>/.exec(page.text)?.[1] ?? "";
      const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
      assertStringIncludes(
        header(page, "content-security-policy")[0] ?? "",
        `'sha256-${new Uint8Array(hash).toBase64()}'`,
      );
      const api = await nginx.ask("/api/status");
      assertEquals([api.status, header(api, "content-type")], [503, ["application/problem+json"]]);
      assertEquals(JSON.parse(api.text).status, 503);
    } finally {
      await nginx.point({ api: [pair.apiPort], web: [pair.webPort] });
    }
    const flag = `${nginx.folder}/etc/mypacer/prod_maintenance`;
    await Deno.writeTextFile(flag, "");
    const closed = await nginx.ask("/");
    assertEquals([closed.status, closed.text.includes("maintenance")], [503, true]);
    assertEquals((await nginx.ask("/api/status")).status, 503);
    await Deno.remove(flag);
    assertEquals((await nginx.ask("/")).status, 200);
  },
);

testWith(missing, "nginx passes the API's own 503 as it is", async () => {
  const answer = await nginx.ask(`/api/athletes/${PERSON.ffaId}/records`);
  assertEquals(answer.status, 503);
  // nginx's own has none.
  assertEquals(header(answer, "x-request-id").length, 1);
});

testWith(missing, "nginx's logs hold no search, no name and no whole address", async () => {
  await nginx.ask(`/api/athletes?q=${nameInQuery}`);
  await nginx.ask(`/recherche?q=${nameInQuery}`, {
    headers: { referer: `https://mypacer.fr/?q=${nameInQuery}` },
  });
  const log = await nginx.accessLog();
  const lines = log.trim().split("\n").map((line) => JSON.parse(line));
  assert(lines.length > 10);
  assert(lines.some(({ path }) => path === "/api/athletes"));
  for (const text of [log, await nginx.errorLog(), await startLog()]) {
    assertEquals(/zélie|z%c3%a9lie|lefebvre|\?/i.exec(text)?.[0], undefined);
    assertEquals(/127\.0\.0\.1(?!:)/.exec(text)?.[0], undefined);
  }
  for (const { network } of lines) {
    assertMatch(network, /^127\.0\.[0-3]\.0$|^2001:db8:([78]:)?:$/);
  }
});

const startLog = () => Deno.readTextFile(`${nginx.folder}/log/start.log`);
