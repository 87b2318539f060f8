/** What Compose makes of production where the database is not on the host. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { parse } from "yaml";
import { pathTo } from "../../dev/paths.ts";
import { missingTools, testWith } from "../testing/tools.ts";

const root = (path: string) => pathTo(`../${path}`);
const HOSTS = "10.0.0.11,10.0.0.12,10.0.0.13";

interface Service {
  entrypoint?: string[];
  command?: string[] | string;
  environment?: Record<string, string>;
  networks?: Record<string, unknown>;
  read_only?: boolean;
}

async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(program, { args, env, cwd: root("") })
    .output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

testWith(
  missingTools("docker-compose"),
  "with a database elsewhere the programs begin as their images do, and may reach its hosts as well",
  async () => {
    const files = [
      "docker-compose.prod.yml",
      "ops/secrets/docker-compose.yml",
      "ops/ha/docker-compose.yml",
    ]
      .flatMap((file) => ["-f", file]);
    const { code, stdout, stderr } = await run(
      "docker-compose",
      ["--env-file", ".env.example", ...files, "config"],
      { POSTGRES_HOST: HOSTS, POSTGRES_PORT: "5000", SECRETS_FOLDER: "./secrets" },
    );
    assertEquals(code, 0, stderr);
    const services: Record<string, Service> = parse(stdout, { merge: true }).services;
    for (
      const [name, image] of [
        ["api", "api"],
        ["api-green", "api"],
        ["migrate", "api"],
        ["scraper", "scraper"],
      ] as const
    ) {
      const text = await Deno.readTextFile(root(`${image}/Dockerfile`));
      const words: string[] = JSON.parse(/^ENTRYPOINT (\[.+\])$/m.exec(text)?.[1] ?? "[]");
      const service = services[name];
      assertEquals(service?.entrypoint, [...words, `--allow-net=${HOSTS}`], name);
      const {
        POSTGRES_HOST,
        POSTGRES_PORT,
        POSTGRES_SSLMODE,
        POSTGRES_SSLROOTCERT,
        POSTGRES_USER,
      } = service?.environment ?? {};
      assertEquals(
        [POSTGRES_HOST, POSTGRES_PORT, POSTGRES_SSLMODE, POSTGRES_SSLROOTCERT],
        [HOSTS, "5000", "verify-full", "/run/secrets/database_authority"],
        name,
      );
      assertMatch(POSTGRES_USER ?? "", /^mypacer_(?:api|owner|scraper)$/);
      // Nothing reaches beyond the host from `database` alone.
      assertEquals(Object.keys(service?.networks ?? {}).sort(), ["database", "site"], name);
    }
    assertEquals([services.db?.read_only, services.db?.command], [true, ["sleep", "infinity"]]);
  },
);

Deno.test("the scripts refuse what needs the superuser of a database that is elsewhere", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-elsewhere-" });
  const example = await Deno.readTextFile(root(".env.example"));
  const settings = (more: string) =>
    Deno.writeTextFile(
      join(folder, "env"),
      `${example.replaceAll(/change-me/g, "given")}\nRELEASES_FOLDER=${folder}/releases\n${more}\n`,
    );
  const restore = () =>
    run("sh", ["ops/restore.sh", `${folder}/dump`], { ENV_FILE: join(folder, "env") });
  await Deno.writeTextFile(join(folder, "dump"), "");
  await Deno.mkdir(join(folder, "secrets"));
  await Deno.writeTextFile(join(folder, "secrets/opposition_key"), "given");
  // A program of that name is all that is looked for.
  await settings(`POSTGRES_HOST=${HOSTS}`);
  assertStringIncludes((await restore()).stderr, "needs files of secrets");
  await settings(`POSTGRES_HOST=${HOSTS}\nSECRETS_FOLDER=${folder}/secrets\nPOINT_IN_TIME=local`);
  assertStringIncludes((await restore()).stderr, "is for a database on this host");
  await Deno.remove(folder, { recursive: true });
});
