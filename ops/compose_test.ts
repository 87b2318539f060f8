import { assertEquals, assertMatch } from "@std/assert";
import { pathTo } from "../dev/paths.ts";

const decoder = new TextDecoder();

Deno.test("compose.sh starts nothing that is not named: the idle color stays where it is", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-compose-" });
  await Deno.writeTextFile(`${folder}/docker`, '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  const run = async (line: string) => {
    const { code, stdout, stderr } = await new Deno.Command(pathTo("../ops/compose.sh"), {
      args: line.split(" "),
      env: {
        PATH: `${folder}:${Deno.env.get("PATH")}`,
        ENV_FILE: pathTo("../.env.example"),
        POSTGRES_PASSWORD: "x",
        FEDERATION_CONTACT: "x",
        OPPOSITION_KEY: "x",
        RELEASES_FOLDER: `${folder}/releases`,
      },
      stdin: "null",
    }).output();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  };
  for (
    const line of [
      "up --detach",
      "--profile observability up --detach",
      "up --detach --scale scraper=2 --wait-timeout 60",
      "--profile observability --progress plain create",
      "restart",
      "start",
    ]
  ) {
    const { code, stdout, stderr } = await run(line);
    assertEquals([code, stdout], [2, ""], line);
    assertMatch(stderr, /name the services; without names the idle color starts too/);
  }
  for (
    const line of [
      "--profile observability up --detach prometheus grafana",
      "up --detach --no-deps --scale scraper=2 scraper",
      "logs --since 10m",
      "--profile crawl down",
      "run --rm scraper scraper/cli.ts up",
      "exec db psql --username mypacer mypacer --command analyze",
      "ps",
    ]
  ) {
    const { code, stdout, stderr } = await run(line);
    assertEquals(code, 0, `${line}: ${stderr}`);
    assertEquals(stdout.endsWith(`${line}\n`), true, stdout);
  }
  await Deno.remove(folder, { recursive: true });
});
