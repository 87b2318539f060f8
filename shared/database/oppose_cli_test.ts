import { assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { isOpposed } from "./opposition.ts";
import { createTestDatabase } from "./test_database.ts";

const KEY = "a key of thirty-two characters, or more";

async function run(args: string[], env: Record<string, string>) {
  const script = fileURLToPath(new URL("./oppose_cli.ts", import.meta.url));
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--allow-net", "--allow-env", script, ...args],
    clearEnv: true,
    env: { HOME: Deno.env.get("HOME") ?? "/", PATH: Deno.env.get("PATH") ?? "", ...env },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("db:oppose removes a person for good, and names nobody", async () => {
  await using database = await createTestDatabase();
  const { sql, url } = database;
  await sql`insert into athlete (ffa_id, name, first_season, last_season) values ('7000001', 'ROC Ada', 2026, 2026)`;
  const { code, stderr } = await run(["7000001", "--channel", "email"], {
    DATABASE_URL: url,
    OPPOSITION_KEY: KEY,
  });
  assertEquals(code, 0, stderr);
  assertEquals((await sql`select from athlete`).length, 0);
  assertEquals(await isOpposed(sql, ["7000001", "7000002"], { key: KEY }), new Set(["7000001"]));
  assertEquals(stderr.includes("7000001"), false);
});

Deno.test("db:oppose says in one line what is wrong", async (test) => {
  await using database = await createTestDatabase();
  const environment = { DATABASE_URL: database.url, OPPOSITION_KEY: KEY };
  const wrong: [args: string[], env: Record<string, string>, message: string][] = [
    [[], environment, "FFA_ID: one federation id is accepted"],
    [["abc", "--channel", "email"], environment, "FFA_ID: one federation id is accepted"],
    [["7000001"], environment, "--channel: a word"],
    [["7000001", "--chanel", "x"], environment, "--chanel"],
    [
      ["7000001", "--channel", "x"],
      { DATABASE_URL: database.url },
      "OPPOSITION_KEY: nothing was given",
    ],
    [["7000001", "--channel", "x"], { OPPOSITION_KEY: KEY }, "DATABASE_URL: nothing was given"],
  ];
  for (const [args, env, message] of wrong) {
    await test.step(message, async () => {
      const { code, stderr } = await run(args, env);
      assertEquals(code, 2);
      assertEquals(stderr.trim().split("\n").length, 1);
      assertStringIncludes(JSON.parse(stderr).message, message);
    });
  }
});
