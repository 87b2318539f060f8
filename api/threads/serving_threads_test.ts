import { assertEquals } from "@std/assert";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import type { IndexChange } from "../search/index_holder.ts";
import { DirectoryShare } from "../directory_share/directory_share.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { packResponse, unpackRequest } from "./passed.ts";
import { ServingThreads, type ServingThreadsOptions } from "./serving_threads.ts";

/** One thread that serves a port alone, with a main thread behind it. */
interface Served extends AsyncDisposable {
  app: TestApp;
  threads: ServingThreads;
  /** Requests that the thread passed on. */
  passed: string[];
  lines: string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** @param share Percent of the directory that one network may read in a day. */
async function serve(
  { keeper, share: percent = 0 }: { keeper?: ServingThreadsOptions["keeper"]; share?: number } = {},
): Promise<Served> {
  const app = await createTestApp({ inMemory: true });
  await fillDirectory(app.sql, {
    athletes: [{ ffaId: "7000001", name: "LE GOFF Zélie", birthYear: 1990 }],
  });
  await app.keeper?.refresh();
  const share = new DirectoryShare({
    percent,
    countAthletes: () => Promise.resolve(1),
    clock: () => new Date(),
    log: createLogger("api", { terminal: false, write: () => {} }),
  });
  const passed: string[] = [];
  const lines: string[] = [];
  const port = freePort();
  const threads = new ServingThreads({
    count: 1,
    keeper: keeper ?? app.keeper ?? { follow: () => () => {} },
    log: createLogger("api", { terminal: false, write: (line) => lines.push(line) }),
    calls: {
      async answer(request) {
        passed.push(`${request.method} ${new URL(request.url).pathname}`);
        return await packResponse(await app.answer(unpackRequest(request)));
      },
      find: () => Promise.reject(new Error("no search of the main thread was needed")),
      clubOf: () => Promise.resolve(null),
      borrowShare: (client, ffaIds) => share.borrow(client, ffaIds),
      repayShare: (repayments) => Promise.resolve(share.repay(repayments)),
    },
    settings: {
      hostname: "127.0.0.1",
      port,
      federationUrl: app.federation.url,
      version: "0.0.0",
      oppositionKey: OPPOSITION_KEY,
      hasDirectoryShare: percent > 0,
      logLevel: "error",
      dsn: undefined,
    },
  });
  const fetchFrom = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init);
  const answers = () => fetchFrom("/docs").then((r) => r.body?.cancel(), () => "refused");
  await until("the thread", async () => (await answers()) !== "refused");
  passed.length = 0;
  return {
    app,
    threads,
    passed,
    lines,
    fetch: fetchFrom,
    async [Symbol.asyncDispose]() {
      await threads.stop();
      await app[Symbol.asyncDispose]();
    },
  };
}

Deno.test("a serving thread answers searches and tables as the main thread does, by itself", async () => {
  await using served = await serve();
  const { app } = served;
  // The first search may come before the index.
  await until("the index", async () => {
    served.passed.length = 0;
    await (await served.fetch("/athletes?q=legof")).body?.cancel();
    return served.passed.length === 0;
  });
  for (
    const path of ["/athletes?q=legof", "/athletes?q=x", "/pace-table?slowest=300&fastest=240"]
  ) {
    const expected = await app.fetch(path);
    const response = await served.fetch(path);
    assertEquals(response.status, expected.status, path);
    const [body, expectedBody] = [await response.json(), await expected.json()];
    // These are another's at each answer.
    for (const field of ["took_ms", "request_id"]) {
      delete body[field];
      delete expectedBody[field];
    }
    assertEquals(body, expectedBody);
    const tag = response.headers.get("etag");
    assertEquals(tag, expected.headers.get("etag"));
    if (tag === null) continue;
    const again = await served.fetch(path, { headers: { "if-none-match": tag } });
    assertEquals([again.status, await again.text()], [304, ""]);
  }
  assertEquals(served.passed, []);
});

Deno.test("a serving thread passes everything else to the main thread, whole", async () => {
  await using served = await serve();
  const found = await served.fetch("/athletes/7000001");
  assertEquals((await found.json()).name, "LE GOFF Zélie");
  const tag = found.headers.get("etag") ?? "";
  const again = await served.fetch("/athletes/7000001", { headers: { "if-none-match": tag } });
  assertEquals([again.status, await again.text()], [304, ""]);
  const head = await served.fetch("/athletes/7000001", { method: "HEAD" });
  assertEquals([head.status, await head.text()], [200, ""]);
  const refused = await served.fetch("/athletes", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{",
  });
  assertEquals([refused.status, (await refused.json()).type], [400, "/problems/invalid-parameter"]);
  const huge = await served.fetch("/athletes", { method: "POST", body: "x".repeat(70_000) });
  assertEquals([huge.status, (await huge.json()).errors[0].parameter], [413, "body"]);
  assertEquals((await (await served.fetch("/nowhere")).json()).status, 404);
  assertEquals(served.passed, [
    "GET /athletes/7000001",
    "GET /athletes/7000001",
    "HEAD /athletes/7000001",
    "POST /athletes",
    "GET /nowhere",
  ]);
});

Deno.test("a serving thread asks the main thread what a network may still read", async () => {
  await using served = await serve({ share: 1 });
  const { app } = served;
  await fillDirectory(app.sql, {
    athletes: Array.from({ length: 160 }, (_, index) => ({
      ffaId: String(7_000_100 + index),
      name: `LE GOFF ${"abcdefghijklmnop"[index % 16]}${"aeiouy"[Math.floor(index / 16) % 6]}na`,
      birthYear: 1960 + index % 40,
    })),
  });
  await app.keeper?.refresh();
  const ask = async (client: string, offset: number) => {
    const response = await served.fetch(`/athletes?q=legoff&limit=50&offset=${offset}`, {
      headers: { "x-forwarded-for": client },
    });
    const { items, type } = await response.json();
    return [response.status, items?.length ?? type];
  };
  await until("the index", async () => (await ask("192.0.2.9", 0))[1] === 50);
  // Of so few athletes a network may read 100 at once.
  assertEquals(await ask("192.0.2.1", 0), [200, 50]);
  assertEquals(await ask("192.0.2.1", 50), [200, 50]);
  assertEquals(await ask("192.0.2.1", 100), [429, "/problems/directory-share"]);
  assertEquals(await ask("192.0.2.1", 50), [200, 50]);
  assertEquals(await ask("192.0.2.2", 100), [200, 50]);
  assertEquals(served.passed, []);
});

Deno.test("a serving thread that ends by an error is told of and started again, and its counts stay", async () => {
  let tell: (change: IndexChange) => void = () => {};
  const keeper = {
    follow(listener: typeof tell) {
      tell = listener;
      return () => {};
    },
  };
  await using served = await serve({ keeper });
  await (await served.fetch("/pace-table")).body?.cancel();
  const tables = async () =>
    (await served.threads.counts()).flatMap(({ answers }) => [...answers]).filter(([labels]) =>
      labels.includes("/pace-table")
    ).map(([, count]) => count);
  assertEquals(await tables(), [1]);
  // No index has one byte.
  tell({ kind: "index", shared: new SharedArrayBuffer(1), opposition: [] });
  await until("its end", () => served.lines.length > 0);
  assertEquals(
    JSON.parse(served.lines[0] ?? "").message,
    "a serving thread ended; another is started",
  );
  await until("another", () =>
    served.fetch("/pace-table").then(async (response) => {
      await response.body?.cancel();
      return response.ok;
    }, () => false));
  assertEquals(await tables(), [1, 1]);
});
