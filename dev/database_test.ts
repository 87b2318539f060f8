import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { freePorts } from "../shared/process/free_ports.ts";
import { assertRoom, watchDiskRoom } from "./disk_room.ts";
import { pathTo } from "./paths.ts";
import { ServiceError } from "./service.ts";

/** `start` over a data folder that it cannot use: exit code and what it says of it. */
async function startOver(dataFolder: string) {
  const [web, api, simulator] = freePorts(3);
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", pathTo("./start.ts"), "--watch"],
    env: {
      DATA_FOLDER: dataFolder,
      WEB_PORT: String(web),
      API_PORT: String(api),
      SIMULATOR_PORT: String(simulator),
    },
    stdin: "null",
    stdout: "null",
  }).output();
  return { code, said: new TextDecoder().decode(stderr) };
}

Deno.test("start says in one line why a data folder cannot be used", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-data-" });
  await Deno.writeTextFile(`${folder}/file`, "");
  const cases: [string, RegExp][] = [
    [`${folder}/file/data`, /^DATA_FOLDER: .+ cannot be used, it lies in a file$/m],
    [`${folder}/file`, /^DATA_FOLDER: .+ cannot be used, it is a file$/m],
  ];
  // Root may write everywhere.
  if (Deno.uid() !== 0) {
    await Deno.mkdir(`${folder}/locked`, { mode: 0o500 });
    cases.push([`${folder}/locked/data`, /cannot be used, this account may not write it$/m]);
  }
  for (const [dataFolder, line] of cases) {
    const { code, said } = await startOver(dataFolder);
    assertEquals(code, 1, said);
    assertMatch(said, line);
    assertEquals(/^ {4}at /m.exec(said), null, said);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a disk without room is told with what is left, at the start and later", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-room-" });
  await assertRoom(folder, 1);
  const never = 1e18;
  const { message } = await assertRejects(() => assertRoom(folder, never), ServiceError);
  assertMatch(message, /^The disk of .+ is full: \d+ MB are left, 1000000000000 MB are needed$/);
  const { signal } = new AbortController();
  await assertRejects(
    () => watchDiskRoom(folder, { signal, least: never, every: 1 }),
    ServiceError,
  );
  await watchDiskRoom(folder, { signal: AbortSignal.abort(), least: never });
  await Deno.remove(folder);
});
