import { assert, assertEquals, assertMatch } from "@std/assert";
import { createTestApp } from "./testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "./testing/test_directory.ts";
import { recordsPage } from "../simulator/testing/written_pages.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { until } from "@mypacer/shared/testing/until.ts";

/** The API as a process of its own. */
interface Process extends AsyncDisposable {
  url: string;
  child: Deno.ChildProcess;
  /** What it wrote so far. */
  written(): string;
}

const command = (env: Record<string, string>) =>
  new Deno.Command(Deno.execPath(), {
    // Reading: the thread that makes the search index loads its own code.
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-net",
      "--allow-env",
      "--allow-read=.,../shared,../node_modules",
      "main.ts",
    ],
    cwd: new URL(".", import.meta.url),
    env: {
      FEDERATION_URL: "http://127.0.0.1:9",
      FEDERATION_RATE: "0",
      API_PORT: "0",
      API_THREADS: "1",
      ...env,
    },
    stdout: "null",
    stderr: "piped",
  });

/** Starts the API and waits until it says where it listens. */
async function startApi(env: Record<string, string>): Promise<Process> {
  const child = command(env).spawn();
  let said = "";
  const listening = Promise.withResolvers<number>();
  const reading = (async () => {
    for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
      said += text;
      const port = /"message":"listening".*"port":(\d+)/.exec(said)?.[1];
      if (port !== undefined) listening.resolve(Number(port));
    }
    listening.reject(new Error(`The API ended before it listened: ${said}`));
  })();
  const port = await listening.promise;
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    written: () => said,
    async [Symbol.asyncDispose]() {
      try {
        child.kill("SIGKILL");
      } catch (error) {
        // Ended already, as it should have.
        if (!(error instanceof TypeError)) throw error;
      }
      await child.status;
      await reading;
    },
  };
}

Deno.test("main answers what is under way, closes the database and frees the port on SIGTERM", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }] });
  const stopping = Promise.withResolvers<void>();
  app.federation.answer = async () => {
    await stopping.promise;
    return new Response(recordsPage({ rows: [] }));
  };
  await using api = await startApi({
    DATABASE_URL: app.database.urlAs("mypacer_api"),
    FEDERATION_URL: app.federation.url,
  });
  const answer = fetch(`${api.url}/athletes/7000001/records`);
  await until("a request to the federation", () => app.federation.requestedPaths.length > 0);
  api.child.kill("SIGTERM");
  await until("the signal", () => api.written().includes(`"message":"stopping"`));
  stopping.resolve();
  const response = await answer;
  assertEquals([response.status, (await response.json()).source], [200, "live"]);
  assertEquals((await api.child.status).code, 0);
  // The server sees a moment later that a connection was closed.
  await until("the end of its connections", async () => {
    const open = await app.sql`
      select from pg_stat_activity where application_name = 'mypacer_api'
        and datname = current_database()
    `;
    return open.length === 0;
  });
  const port = Number(new URL(api.url).port);
  Deno.listen({ hostname: "127.0.0.1", port }).close();
});

Deno.test("main refuses a huge body over HTTP with an answer, and stays alive", async () => {
  await using app = await createTestApp();
  await using api = await startApi({ DATABASE_URL: app.database.urlAs("mypacer_api") });
  const body = JSON.stringify({ distances: new Array(1_000_000).fill(1609.34) });
  assert(body.length > 7_000_000);
  for (const path of ["/pace-table", "/generate_table"]) {
    const response = await fetch(api.url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    assertEquals([response.status, (await response.json()).errors[0].parameter], [413, "body"]);
  }
  // No length told beforehand, and no end in sight.
  const chunk = new Uint8Array(65_536).fill(0x20);
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(chunk),
  });
  const outcome = await fetch(`${api.url}/pace-table`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: endless,
  }).then(async (response) => {
    await response.body?.cancel();
    return response.status;
  }, () => "cut off");
  assert(outcome === 413 || outcome === "cut off", String(outcome));
  const alive = await fetch(`${api.url}/health`);
  assertEquals((await alive.json()).status, "healthy");
});

Deno.test("main ends with one line that names the variable that is wrong", async () => {
  const wrong: [env: Record<string, string>, line: RegExp][] = [
    [{ DATABASE_URL: "", POSTGRES_HOST: "" }, /^DATABASE_URL: nothing was given; accepted: .+\n$/],
    [{ DATABASE_URL: "postgres://x/y", API_PORT: "http" }, /^API_PORT: "http" was given; .+\n$/],
    [{ DATABASE_URL: "postgres://x/y", API_THREADS: "0" }, /^API_THREADS: "0" was given; .+\n$/],
    [{ DATABASE_URL: "postgres://x/y", RECORDS_MAX_AGE: "-1" }, /^RECORDS_MAX_AGE: "-1" .+\n$/],
    [
      {
        DATABASE_URL: "postgres://x/y",
        FEDERATION_URL: "https://www.athle.fr",
        FEDERATION_RATE: "1",
      },
      /^FEDERATION_CONTACT: nothing was given; .+\n$/,
    ],
  ];
  for (const [env, line] of wrong) {
    const { code, stderr } = await command(env).output();
    assertEquals(code, 1);
    assertMatch(new TextDecoder().decode(stderr), line);
  }
});

Deno.test("main searches in memory once its index is made, and follows the end of a crawl", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000001", name: "LE GOFF Zélie" }] });
  await using api = await startApi({ DATABASE_URL: app.database.urlAs("mypacer_api") });
  const ask = async (path: string) => await (await fetch(api.url + path)).json();
  await until("the index", async () => (await ask("/health/ready")).search_engine === "memory");
  assertEquals((await ask("/athletes?q=zelie+legof")).items[0].ffa_id, "7000001");
  await app.sql`insert into crawl_run (kind, seasons) values ('season', '{2026}')`;
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000002", name: "TESTARD Yann" }] });
  await app.sql`update crawl_run set state = 'finished', finished_at = now()`;
  await until("the new index", async () => (await ask("/athletes?q=testart")).items.length === 1);
  api.child.kill("SIGTERM");
  assertEquals((await api.child.status).code, 0);
});

Deno.test("main serves one port by several threads: one count, one end, and nobody shows who objected", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    athletes: [
      { ffaId: "7000001", name: "LE GOFF Zélie" },
      { ffaId: "7000002", name: "TESTARD Yann" },
    ],
  });
  await using api = await startApi({
    DATABASE_URL: app.database.urlAs("mypacer_api"),
    API_THREADS: "3",
    OPPOSITION_KEY,
  });
  // Each on a connection of its own, so that the system chooses a thread for each.
  const ask = async (path: string): Promise<Response> => {
    const response = await fetch(api.url + path, { headers: { connection: "close" } });
    assertEquals(response.status, 200);
    return response;
  };
  const askAll = (path: string) => Promise.all(Array.from({ length: 30 }, () => ask(path)));
  await until("the index", async () => {
    const ready = await ask("/health/ready").then((response) => response.json());
    return ready.search_engine === "memory";
  });
  const names = async () => {
    const pages = await Promise.all((await askAll("/athletes?q=testard")).map((r) => r.json()));
    return new Set(pages.flatMap(({ items }) => items.map(({ name }: { name: string }) => name)));
  };
  assertEquals(await names(), new Set(["TESTARD Yann"]));
  const counted = async () => {
    const metrics = await (await ask("/metrics")).text();
    return /^mypacer_http_requests_total\{method="GET",route="\/athletes",status="200"\} (\d+)$/m
      .exec(metrics)?.[1];
  };
  assertEquals([await counted(), await counted()], ["30", "30"]);
  await oppose(app.sql, "7000002", { channel: "email", key: OPPOSITION_KEY });
  await until("nobody", async () => (await names()).size === 0);
  assertEquals(await names(), new Set());
  api.child.kill("SIGTERM");
  assertEquals((await api.child.status).code, 0);
  assertEquals(api.written().match(/"message":"stopp/g)?.length, 2, api.written());
});

Deno.test("main refuses a port that another process serves, also where threads share one", async () => {
  await using app = await createTestApp();
  const env = { DATABASE_URL: app.database.urlAs("mypacer_api"), API_THREADS: "2" };
  await using api = await startApi(env);
  const { code, stderr } = await command({ ...env, API_PORT: new URL(api.url).port }).output();
  assertEquals(code, 1);
  assertMatch(new TextDecoder().decode(stderr), /^.*[Aa]ddress.*in use.*\n$/);
});

Deno.test("main renews its index under load without a wrong or a lost answer (ANSWERS=50000 asks for more)", async () => {
  await using app = await createTestApp();
  const people = Array.from({ length: 40 }, (_, at) => ({
    ffaId: String(7_000_001 + at),
    name: `TESTARD${"abcdefghij"[at % 10]}${"klmn"[Math.floor(at / 10)]} Yann`,
  }));
  await fillDirectory(app.sql, { athletes: people });
  await using api = await startApi({
    DATABASE_URL: app.database.urlAs("mypacer_api"),
    API_THREADS: "2",
  });
  const ask = async (path: string) => await (await fetch(api.url + path)).text();
  await until("the index", async () => (await ask("/health/ready")).includes(`"memory"`));
  const renewals = async () =>
    Number(/^mypacer_search_index_builds_total (\d+)$/m.exec(await ask("/metrics"))?.[1]);
  const before = await renewals();
  const most = Number(Deno.env.get("ANSWERS") ?? 500);
  const wrong: string[] = [];
  let sent = 0;
  const client = async () => {
    // At least two indexes come and go meanwhile, however slow the machine is.
    while (sent < most || await renewals() < before + 2) {
      const { ffaId, name } = people[sent++ % people.length] ?? { ffaId: "", name: "" };
      const found = await ask(`/athletes?q=${name.split(" ")[0]}&limit=1`);
      if (JSON.parse(found).items[0]?.ffa_id !== ffaId) wrong.push(found);
    }
  };
  const renew = async () => {
    while (sent < most || await renewals() < before + 2) {
      const count = await renewals();
      await app.sql`insert into crawl_run (kind, seasons) values ('season', '{2026}')`;
      await app.sql`
        update crawl_run set state = 'finished', finished_at = now() where state = 'running'
      `;
      await until("an index", async () => await renewals() > count);
    }
  };
  await Promise.all([renew(), ...Array.from({ length: 8 }, client)]);
  assertEquals(wrong, []);
});
