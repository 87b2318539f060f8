import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { connect, type Sql } from "./connect.ts";
import { startEmbedded } from "./embedded.ts";
import { isRunning, readState } from "./embedded_server.ts";
import { readProcFile } from "../process/proc_file.ts";
import { until } from "../testing/until.ts";

/** A folder that only its owner can enter, root's where root runs the tests, removed afterwards. */
async function privateFolder() {
  const outer = await Deno.makeTempDir();
  await Deno.chmod(outer, 0o700);
  return {
    folder: join(outer, "clone", ".data", "postgres"),
    [Symbol.asyncDispose]: () => Deno.remove(outer, { recursive: true }),
  };
}

async function query<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect({ url, applicationName: "test", max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function spawnHolder(folder: string) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("./testdata/hold_embedded.ts", import.meta.url).pathname, folder],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
}

/** Another process that holds the server of a folder. */
async function holder(folder: string) {
  const child = spawnHolder(folder);
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await reader.read();
  const told: { url: string; reused: boolean } = JSON.parse(value);
  const end = async (kill: boolean) => {
    if (kill) child.kill("SIGKILL");
    await child.stdin.close();
    await reader.cancel();
    return await child.status;
  };
  return { ...told, end };
}

async function pidOf(folder: string): Promise<number> {
  return (await readState(join(folder, "data")))?.pid ?? 0;
}

/** Processes whose working folder this is. */
async function workersIn(folder: string): Promise<number[]> {
  const { stdout } = await new Deno.Command("sh", {
    args: [
      "-c",
      'for at in /proc/[0-9]*; do [ "$at/cwd" -ef "$1" ] && echo "$at"; done',
      "sh",
      folder,
    ],
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).match(/\d+/g)?.map(Number) ?? [];
}

/** Addresses that listen on a port, as the kernel writes them. */
async function listeners(port: number): Promise<string[]> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((table) => readProcFile(`/proc/net/${table}`)),
  );
  return tables.join("\n").split("\n").map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === "0A")
    .map(([, local]) => local ?? "");
}

Deno.test("startEmbedded() keeps its data, and stop() leaves no process and no port", async () => {
  await using place = await privateFolder();
  const { folder } = place;
  const first = await startEmbedded({ folder });
  await query(first.url, (sql) => sql`create table kept as select 42 as answer`);
  const pid = await pidOf(folder);
  await first.stop();
  await first.stop();
  assertEquals(await isRunning(pid), false);
  Deno.listen({ hostname: "127.0.0.1", port: first.port }).close();

  const second = await startEmbedded({ folder, port: first.port });
  assertEquals({ port: second.port, reused: second.reused }, { port: first.port, reused: false });
  assertEquals(
    await query(second.url, async (sql) => [...await sql`select answer from kept`]),
    [{ answer: 42 }],
  );
  await second.stop();
});

Deno.test("startEmbedded() guards the data: own password, own account, folder closed", async () => {
  await using place = await privateFolder();
  const server = await startEmbedded({ folder: place.folder });
  try {
    const wrong = new URL(server.url);
    wrong.password = "password";
    await assertRejects(() => query(wrong.href, (sql) => sql`select 1`), Error, "password");
    const password = await Deno.stat(join(place.folder, "password"));
    const data = await Deno.stat(join(place.folder, "data"));
    assertEquals([password.mode, data.mode].map((mode) => (mode ?? 0) & 0o777), [0o600, 0o700]);
    assertEquals(data.uid === 0, false);
  } finally {
    await server.stop();
  }
});

Deno.test({
  name: "startEmbedded() listens on 127.0.0.1 and nowhere else, whatever the settings say",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using place = await privateFolder();
    const settings = { listen_addresses: "*", work_mem: "5MB" };
    const server = await startEmbedded({ folder: place.folder, settings });
    try {
      assertEquals(await listeners(server.port), [
        `0100007F:${server.port.toString(16).toUpperCase().padStart(4, "0")}`,
      ]);
      const [row] = await query(server.url, async (sql) => await sql`show work_mem`);
      assertEquals({ ...row }, { workMem: "5MB" });
    } finally {
      await server.stop();
    }
  },
});

Deno.test("startEmbedded() recovers at once from kill -9 of the process before", async () => {
  await using place = await privateFolder();
  const { folder } = place;
  const killed = await holder(folder);
  await query(killed.url, (sql) => sql`create table kept as select 42 as answer`);
  await killed.end(true);
  const server = await startEmbedded({ folder });
  try {
    assertEquals(server.reused, false);
    assertEquals(
      await query(server.url, async (sql) => [...await sql`select answer from kept`]),
      [{ answer: 42 }],
    );
  } finally {
    await server.stop();
  }
});

Deno.test("startEmbedded() leaves no server behind when its process is killed", async () => {
  await using place = await privateFolder();
  const killed = await holder(place.folder);
  const pid = await pidOf(place.folder);
  assertEquals(await isRunning(pid), true);
  await killed.end(true);
  await until("the end of the server", async () => !await isRunning(pid));
});

Deno.test({
  name: "startEmbedded() leaves no server behind when its process is killed while it starts one",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using place = await privateFolder();
    const { folder } = place;
    await (await startEmbedded({ folder })).stop();
    await Deno.remove(join(folder, "log"));
    const child = spawnHolder(folder);
    // The log is there a moment before the server, which at first ignores what it is asked.
    await until(
      "the log of the server",
      async () => (await Array.fromAsync(Deno.readDir(folder))).length === 4,
    );
    child.kill("SIGKILL");
    await Promise.all([child.status, child.stdin.close(), child.stdout.cancel()]);
    await until(
      "the end of all processes",
      async () => (await workersIn(join(folder, "data"))).length === 0,
    );
  },
});

Deno.test("startEmbedded() recovers when the server itself was killed", async () => {
  await using place = await privateFolder();
  const { folder } = place;
  const first = await startEmbedded({ folder });
  await query(first.url, (sql) => sql`create table kept as select 42 as answer`);
  Deno.kill(await pidOf(folder), "SIGKILL");
  await first.stop();
  const second = await startEmbedded({ folder });
  try {
    assertEquals(
      await query(second.url, async (sql) => [...await sql`select answer from kept`]),
      [{ answer: 42 }],
    );
  } finally {
    await second.stop();
  }
});

Deno.test("startEmbedded() is not misled by a process number that another program got", async () => {
  await using place = await privateFolder();
  const { folder } = place;
  await (await startEmbedded({ folder })).stop();
  const bystander = new Deno.Command("sleep", { args: ["60"] }).spawn();
  await Deno.writeTextFile(
    join(folder, "data", "postmaster.pid"),
    `${bystander.pid}\n${folder}/data\n0\n5432\n\n127.0.0.1\n0\nready   \n`,
  );
  const server = await startEmbedded({ folder });
  await server.stop();
  assertEquals(await isRunning(bystander.pid), true);
  bystander.kill("SIGKILL");
  await bystander.status;
});

Deno.test("startEmbedded() gives a second process the server of the first", async () => {
  await using place = await privateFolder();
  const { folder } = place;
  const first = await startEmbedded({ folder });
  try {
    const second = await holder(folder);
    assertEquals({ url: second.url, reused: second.reused }, { url: first.url, reused: true });
    assertEquals((await second.end(false)).code, 0);
    assertEquals(
      await query(first.url, async (sql) => [...await sql`select 1 as alive`]),
      [{ alive: 1 }],
    );
  } finally {
    await first.stop();
  }
});

Deno.test("startEmbedded() starts anew over a first start that was cut short", async () => {
  await using place = await privateFolder();
  await Deno.mkdir(join(place.folder, "data.new"), { recursive: true });
  await Deno.writeTextFile(join(place.folder, "data.new", "PG_VERSION"), "16\n");
  const server = await startEmbedded({ folder: place.folder });
  await server.stop();
});

Deno.test("startEmbedded() says in one line why it cannot start, and can start afterwards", async () => {
  await using place = await privateFolder();
  const { folder } = place;
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const error = await assertRejects(
    () => startEmbedded({ folder, port: taken.addr.port }),
    Error,
    "PostgreSQL did not start",
  );
  assertStringIncludes(error.message, "Address already in use");
  assertEquals(error.message.includes("\n"), false);
  taken.close();
  await (await startEmbedded({ folder })).stop();

  await Deno.writeTextFile(join(folder, "data", "PG_VERSION"), "15\n");
  await assertRejects(() => startEmbedded({ folder }), Error, "is of PostgreSQL 15, this is 16");
});
