import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { RemovalRequest } from "../contract/removal_request.ts";
import { isOpposed, oppose } from "../directory/opposition.ts";
import { saveRemovalRequest } from "./removal_request.ts";
import { createTestDatabase } from "../testing/test_database.ts";

const KEY = "a key of thirty-two characters, or more";

async function run(args: string[], env: Record<string, string>) {
  const script = fileURLToPath(new URL("./opposition_cli.ts", import.meta.url));
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--allow-net", "--allow-env", script, ...args],
    clearEnv: true,
    env: { HOME: Deno.env.get("HOME") ?? "/", PATH: Deno.env.get("PATH") ?? "", ...env },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("opposition add, list and remove keep the list, and name nobody", async () => {
  await using database = await createTestDatabase();
  const { sql, urlAs } = database;
  const env = { DATABASE_URL: urlAs("mypacer_scraper"), OPPOSITION_KEY: KEY };
  await sql`insert into athlete (ffa_id, name, first_season, last_season) values ('7000001', 'ROC Ada', 2026, 2026)`;
  const said = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(args, env);
    assertEquals([code, stderr], [0, ""]);
    return stdout;
  };
  assertEquals(await said("list"), "0 people are on the list\n");
  const added = await said("add", "7000001", "--channel", "email");
  assertEquals(added, "the person is removed and stays out\n");
  assertEquals((await sql`select from athlete`).length, 0);
  assertEquals(await isOpposed(sql, ["7000001", "7000002"], { key: KEY }), new Set(["7000001"]));
  const list = await said("list");
  assertMatch(list, /^\d{4}-\d\d-\d\d {2}[0-9a-f]{12} {2}email\n1 person is on the list\n$/);
  assertEquals(await said("list", "7000001"), "on the list\n");
  assertEquals(await said("list", "7000002"), "not on the list\n");
  assertMatch(await said("remove", "7000001"), /^the person is off the list/);
  assertEquals(await said("remove", "7000001"), "the person was not on the list\n");
  assertEquals(await isOpposed(sql, ["7000001"], { key: KEY }), new Set());
});

Deno.test("opposition purge removes who is on the list and in the directory all the same", async () => {
  await using database = await createTestDatabase();
  const { sql, urlAs } = database;
  const env = { DATABASE_URL: urlAs("mypacer_scraper"), OPPOSITION_KEY: KEY };
  assertEquals((await run(["purge"], env)).stdout, "0 people were removed\n");
  await oppose(sql, "7000001", { channel: "email", key: KEY });
  await oppose(sql, "7000003", { channel: "email", key: KEY });
  // As a backup of before brings them back.
  await sql`
    insert into athlete (ffa_id, name, first_season, last_season)
    select (7000000 + number)::text, 'ROC Ada', 2026, 2026 from generate_series(1, 3) as number
  `;
  assertEquals((await run(["purge"], env)).stdout, "2 people were removed\n");
  assertEquals([...await sql`select ffa_id from athlete`], [{ ffaId: "7000002" }]);
  const withoutKey = await run(["purge"], { DATABASE_URL: urlAs("mypacer_scraper") });
  assertEquals(withoutKey.code, 2);
  assertStringIncludes(withoutKey.stderr, "OPPOSITION_KEY: nothing was given");
});

Deno.test("opposition shows the requests of the site and deletes them once they are handled", async () => {
  await using database = await createTestDatabase();
  const { sql, urlAs } = database;
  const env = { DATABASE_URL: urlAs("mypacer_scraper"), OPPOSITION_KEY: KEY };
  const request = (fields: Partial<RemovalRequest>) =>
    saveRemovalRequest(sql, RemovalRequest.parse({ kind: "removal", ...fields }));
  const first = await request({ ffa_id: "7000001", email: "ada@example.org" });
  const second = await request({ name: "ROC Ada\u001b[2J", kind: "correction", message: "a\nb" });
  await sql`update removal_request set created_at = now() - interval '40 days' where reference = ${first}`;
  const { stdout } = await run(["requests"], env);
  const [shownFirst = "", shownSecond = ""] = stdout.split("\n\n");
  assertStringIncludes(shownFirst, `${first}  removal`);
  assertStringIncludes(shownFirst, "40 days ago, LATE");
  assertStringIncludes(shownFirst, "  federation id: 7000001\n  e-mail: ada@example.org");
  assertStringIncludes(shownSecond, `${second}  correction`);
  // What a stranger wrote moves no cursor and forges no line.
  assertStringIncludes(shownSecond, "  name: ROC Ada [2J\n  message: a b");
  const { code } = await run(["add", "7000001", "--channel", "form", "--request", first], env);
  assertEquals(code, 0);
  assertEquals(
    (await run(["close", second.toLowerCase()], env)).stdout,
    "the request is deleted\n",
  );
  assertEquals((await run(["close", second], env)).stdout, "no request has this reference\n");
  assertEquals((await run(["requests"], env)).stdout, "no request waits\n");
  assertEquals(await isOpposed(sql, ["7000001"], { key: KEY }), new Set(["7000001"]));
});

Deno.test("opposition says in one line what is wrong", async (test) => {
  await using database = await createTestDatabase();
  const environment = { DATABASE_URL: database.url, OPPOSITION_KEY: KEY };
  const wrong: [args: string[], env: Record<string, string>, message: string][] = [
    [[], environment, "COMMAND: one of add, list"],
    [["ad", "7000001"], environment, "COMMAND: one of add, list"],
    [["add"], environment, "FFA_ID: one federation id is accepted"],
    [["add", "abc", "--channel", "email"], environment, "FFA_ID: one federation id is accepted"],
    [["add", "7000001"], environment, "--channel: a word"],
    [["add", "7000001", "--chanel", "x"], environment, "--chanel"],
    [["remove", "7000001", "--channel", "x"], environment, "accepted by add only"],
    [["remove", "1", "2"], environment, "one operand at most"],
    [["close", "abc"], environment, "REFERENCE: the name of a request"],
    [["requests", "1"], environment, "no operand is accepted"],
    [
      ["add", "7000001", "--channel", "x"],
      { DATABASE_URL: database.url },
      "OPPOSITION_KEY: nothing was given",
    ],
    [["add", "7000001", "--channel", "x"], { OPPOSITION_KEY: KEY }, "DATABASE_URL: nothing was"],
  ];
  for (const [args, env, message] of wrong) {
    await test.step(`${args.join(" ")}: ${message}`, async () => {
      const { code, stderr } = await run(args, env);
      assertEquals(code, 2);
      assertEquals(stderr.trim().split("\n").length, 1);
      assertStringIncludes(JSON.parse(stderr).message, message);
    });
  }
});
