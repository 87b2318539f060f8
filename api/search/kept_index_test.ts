import { assertEquals, assertMatch } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { makeIndex } from "./index/make_index.ts";
import { IndexKeeper } from "./index_keeper.ts";

/** A directory of one athlete, and the folder of its index. */
interface Host extends AsyncDisposable {
  file: string;
  add(ffaId: string, name: string): Promise<void>;
  /** Starts a process that needs an index; what it says of it, and the names that it finds. */
  start(): Promise<{ lines: string[]; names: string[] }>;
}

async function createHost(): Promise<Host> {
  const database = await createTestDatabase();
  const folder = await Deno.makeTempDir({ prefix: "mypacer-index-" });
  const file = `${folder}/search-index`;
  const add = (ffaId: string, name: string) =>
    fillDirectory(database.sql, { athletes: [{ ffaId, name }] });
  await add("7000001", "LE GOFF Zélie");
  return {
    file,
    add,
    async start() {
      const written: string[] = [];
      const url = database.urlAs("mypacer_api");
      const sql = connect({ url, applicationName: "mypacer test", max: 1 });
      const keeper = new IndexKeeper({
        sql,
        file,
        build: async (order) => {
          const alone = connect({ url, applicationName: "mypacer test index", max: 1 });
          return await makeIndex(alone, order).finally(() => alone.end({ timeout: 1 }));
        },
        latestBirthYear: () => 2012,
        clock: () => new Date("2026-11-29T12:00:00Z"),
        log: createLogger("api", { terminal: false, write: (line) => written.push(line) }),
        oppositionKey: OPPOSITION_KEY,
      });
      await keeper.refresh();
      const { index } = keeper.current ?? {};
      keeper.close();
      await sql.end({ timeout: 1 });
      return {
        lines: written.map((line) => JSON.parse(line)).map(({ message, source }) =>
          source === undefined ? message : `${message}: ${source}`
        ),
        names: Array.from({ length: index?.size ?? 0 }, (_, row) => index?.name(row) ?? ""),
      };
    },
    async [Symbol.asyncDispose]() {
      await Deno.remove(folder, { recursive: true });
      await database.sql.end({ timeout: 1 });
      await database[Symbol.asyncDispose]();
    },
  };
}

const FROM_FILE = { lines: ["search index ready: file"], names: ["LE GOFF Zélie"] };
const madeBecause = (problem: string, names = ["LE GOFF Zélie"]) => ({
  lines: [`search index file is ${problem}; making it`, "search index ready: directory"],
  names,
});

/** Changes the file in place. */
async function change(file: string, edit: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  await Deno.writeFile(file, edit(await Deno.readFile(file)));
}

Deno.test("a process reads the index that another wrote; nobody else's account may read the file", async () => {
  await using host = await createHost();
  assertEquals(await host.start(), madeBecause("missing"));
  assertEquals(((await Deno.stat(host.file)).mode ?? 0) & 0o777, 0o600);
  assertEquals(await host.start(), FROM_FILE);
});

Deno.test("an index file that cannot be used is told of in one line and made again", async () => {
  await using host = await createHost();
  await host.start();
  const changes: [problem: string, edit: (bytes: Uint8Array) => Uint8Array][] = [
    ["damaged", (bytes) => {
      const at = bytes.length - 1000;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    }],
    ["damaged", (bytes) => new Uint8Array([...bytes, 0])],
    ["damaged", (bytes) => bytes.fill(0, 0, 1024)],
    ["damaged", (bytes) => bytes.fill(0, 30, 40)],
    ["cut off", (bytes) => bytes.subarray(0, bytes.length - 1)],
    ["cut off", (bytes) => bytes.subarray(0, 100)],
    ["cut off", () => new Uint8Array()],
    ["of another format", (bytes) => {
      const text = new TextDecoder().decode(bytes.subarray(0, 1024));
      assertMatch(text, /"format":\d,/);
      bytes.set(new TextEncoder().encode(text.replace(/"format":\d,/, '"format":1,')));
      return bytes;
    }],
  ];
  for (const [problem, edit] of changes) {
    await change(host.file, edit);
    assertEquals(await host.start(), madeBecause(problem));
    assertEquals(await host.start(), FROM_FILE, problem);
  }
});

Deno.test("an index file of another state of the directory is not used, not even for a moment", async () => {
  await using host = await createHost();
  await host.start();
  await host.add("7000002", "TESTARD Yann");
  assertEquals(await host.start(), madeBecause("outdated", ["LE GOFF Zélie", "TESTARD Yann"]));
});

Deno.test("a process killed while it writes the index leaves the former one, and its part is removed", async () => {
  await using host = await createHost();
  await host.start();
  const writer = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-read",
      "--allow-write",
      new URL("index/testing/stuck_writer.ts", import.meta.url).pathname,
      host.file,
    ],
    stdout: "piped",
  }).spawn();
  for await (const text of writer.stdout.pipeThrough(new TextDecoderStream())) {
    assertEquals(text, "in the middle\n");
    writer.kill("SIGKILL");
  }
  assertEquals((await writer.status).signal, "SIGKILL");
  const folder = host.file.slice(0, host.file.lastIndexOf("/"));
  const names = () => Array.from(Deno.readDirSync(folder), ({ name }) => name);
  assertEquals(names().length, 2);
  assertEquals(await host.start(), FROM_FILE);
  await Deno.remove(host.file);
  assertEquals(await host.start(), madeBecause("missing"));
  assertEquals(names(), ["search-index"]);
});

Deno.test("of processes that need the index at once, one makes it and the others read it", async () => {
  await using host = await createHost();
  const outcomes = await Promise.all([host.start(), host.start(), host.start()]);
  for (const { names } of outcomes) assertEquals(names, ["LE GOFF Zélie"]);
  // Who comes last may find the file that the first one wrote, on a busy machine.
  assertEquals(outcomes.map(({ lines }) => lines.at(-1)).toSorted(), [
    "search index ready: directory",
    "search index ready: file",
    "search index ready: file",
  ]);
});

Deno.test("an index that cannot be written is used all the same", async () => {
  await using host = await createHost();
  await Deno.mkdir(host.file);
  const { lines, names } = await host.start();
  assertEquals(names, ["LE GOFF Zélie"]);
  assertEquals(lines, [
    "search index file is unreadable; making it",
    "search index ready: directory",
    "search index not written to its file",
  ]);
});
