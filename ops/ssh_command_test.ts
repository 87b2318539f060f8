/**
 * What a deploy key may do: the forced command, run as sshd runs it, on an installation with a
 * clone of its own.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathTo } from "../dev/paths.ts";
import { runInstallation, type RunningInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock", "git");

const decoder = new TextDecoder();

async function git(folder: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("git", {
    args: ["-c", "user.name=Zoe", "-c", "user.email=zoe@example.org", "-C", folder, ...args],
    env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  }).output();
  assertEquals(code, 0, `git ${args.join(" ")}: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout).trim();
}

/** A repository with the scripts of this folder, and a clone of it on the server. */
async function makeClone(folder: string) {
  const origin = join(folder, "origin");
  const clone = join(folder, "clone");
  await Deno.mkdir(join(origin, "ops"), { recursive: true });
  await git(folder, "init", "--quiet", "--initial-branch=main", origin);
  for await (const { name } of Deno.readDir(pathTo("../ops"))) {
    if (!name.endsWith(".sh")) continue;
    await Deno.copyFile(pathTo(`../ops/${name}`), join(origin, "ops", name));
  }
  /** Adds a commit; its hash. */
  const commit = async (text: string) => {
    await Deno.writeTextFile(join(origin, "NOTE"), text);
    await git(origin, "add", "--all");
    await git(origin, "commit", "--quiet", "--message", text);
    return await git(origin, "rev-parse", "HEAD");
  };
  const first = await commit("first");
  await git(origin, "tag", "v1.0.0");
  await git(folder, "clone", "--quiet", origin, clone);
  return { origin, clone, commit, first };
}

/** Runs the forced command as sshd does: by a shell, with what was asked for in a variable. */
async function ask(
  { clone, environment }: { clone: string; environment: Record<string, string> },
  asked: string,
  options: string[] = [],
) {
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["-c", [join(clone, "ops/ssh_command.sh"), ...options].join(" ")],
    env: { ...environment, SSH_ORIGINAL_COMMAND: asked, GIT_CONFIG_GLOBAL: "/dev/null" },
    cwd: "/",
    stdin: "null",
  }).output();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

const noteIn = (clone: string) => Deno.readTextFile(join(clone, "NOTE"));
const environmentOf = ({ variables }: RunningInstallation) => ({ ...variables });

testWith(
  missing,
  "a key deploys a release with its files, rolls back and asks how things are",
  async () => {
    await using installation = await runInstallation();
    const { origin, clone, commit } = await makeClone(installation.folder);
    const server = { clone, environment: environmentOf(installation) };
    await installation.publish("1.1.0-prod");
    await commit("second");
    await git(origin, "tag", "v1.1.0");

    const plan = await ask(server, "deploy --dry-run v1.1.0-prod");
    assertEquals(plan.code, 0, plan.stderr);
    assertEquals(await noteIn(clone), "first");
    const deployed = await ask(server, "deploy v1.1.0-prod");
    assertEquals(deployed.code, 0, deployed.stderr);
    assertEquals(await noteIn(clone), "second");
    assertMatch(await installation.record("live"), /^TAG=v?1\.1\.0-prod$/m);
    const one = await ask(server, "deploy --dry-run --only web 1.1.0-prod");
    assertEquals(one.code, 0, one.stderr);
    assertMatch(one.stdout, /^wanted {5}v?1\.1\.0-prod/m);
    assertStringIncludes((await ask(server, "status")).stdout, "1.1.0-prod, blue, since");
    const nothingBefore = await ask(server, "rollback");
    assertEquals(nothingBefore.code, 1);
    assertStringIncludes(nothingBefore.stderr, "there is no recorded release 'previous'");

    // A tag that was moved is not what was released.
    await commit("another");
    await git(origin, "tag", "--force", "v1.1.0");
    const moved = await ask(server, "deploy 1.1.0-prod");
    assertEquals(moved.code, 1);
    assertStringIncludes(moved.stderr, "cannot be had, or it was moved");
    assertEquals((await ask(server, "deploy 9.9.9-prod")).code, 1);
    const log = await installation.record("ssh.log");
    assertMatch(log, /^\S+Z accepted: deploy v1\.1\.0-prod$/m);
    assertMatch(log, /^\S+Z accepted: rollback$/m);
  },
);

testWith(missing, "a key may do nothing else, whatever it asks for", async () => {
  await using installation = await runInstallation();
  const { clone } = await makeClone(installation.folder);
  const server = { clone, environment: environmentOf(installation) };
  const trap = join(installation.folder, "trap");
  const refused = [
    "",
    " ",
    "id",
    "sh",
    "deploy",
    "deploy latest-prod",
    "deploy sha-0123456",
    "deploy 1.0.0-prod extra",
    "deploy --no-backup 1.0.0-prod",
    "deploy --only db 1.0.0-prod",
    "deploy --only web",
    "deploy --only web --dry-run 1.0.0-prod",
    "deploy --staging 1.0.0-prod",
    "deploy -- 1.0.0-prod",
    "deploy 1.0.0-prod; touch " + trap,
    `deploy 1.0.0-prod\ntouch ${trap}`,
    `deploy $(touch ${trap})`,
    `deploy \`touch ${trap}\``,
    `deploy 1.0.0-prod && touch ${trap}`,
    `deploy 1.0.0-prod | touch ${trap}`,
    `deploy 1.0.0-prod > ${trap}`,
    "deploy ../../1.0.0-prod",
    "deploy *",
    "deploy --upload-pack=touch",
    "rollback --staging",
    "rollback 1.0.0-prod",
    "status --mend",
    "status --dry-run",
    "restore --latest",
    "cd /srv/mypacer && ops/deploy.sh 1.0.0-prod",
    "scp -t /tmp",
    "internal-sftp",
    "d\u00e9ploy 1.0.0-prod",
    "deploy " + "1".repeat(5000),
  ];
  for (const asked of refused) {
    const { code, stderr } = await ask(server, asked);
    assertEquals(code, 2, `${asked}: ${stderr}`);
    assertStringIncludes(
      stderr,
      "accepted: deploy [--dry-run] [--only api|scraper|web] TAG, rollback [--dry-run], status",
    );
  }
  assertEquals(await installation.record("live"), "");
  await assertGone(trap);
  const log = (await installation.record("ssh.log")).trimEnd().split("\n");
  assertEquals(log.length, refused.length);
  assert(log.every((line) => /^\S+Z refused: [A-Za-z0-9 ._?-]{0,100}$/.test(line)), log.join("\n"));
});

testWith(missing, "the key of staging brings commits of main there, and no others", async () => {
  await using installation = await runInstallation();
  const { origin, clone, commit, first } = await makeClone(installation.folder);
  const server = { clone, environment: environmentOf(installation) };
  const onMain = await commit("on main");
  await git(origin, "checkout", "--quiet", "-b", "of-a-stranger");
  const elsewhere = await commit("elsewhere");
  await git(clone, "fetch", "--quiet", "origin");
  const askStaging = (asked: string) => ask(server, asked, ["--staging"]);
  const stranger = await askStaging(`deploy sha-${elsewhere.slice(0, 7)}`);
  assertEquals(stranger.code, 1);
  assertStringIncludes(stranger.stderr, "is not on main");
  assertEquals(await noteIn(clone), "first");
  for (const asked of ["deploy 1.0.0-prod", "deploy latest-staging", `deploy ${first}`]) {
    assertEquals((await askStaging(asked)).code, 2, asked);
  }
  // The files of the commit are here; its images are not.
  const unpublished = await askStaging(`deploy sha-${onMain.slice(0, 7)}`);
  assertEquals(unpublished.code, 1);
  assertEquals(await noteIn(clone), "on main");
});

async function assertGone(path: string): Promise<void> {
  try {
    await Deno.stat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  throw new Error(`${path} exists`);
}
