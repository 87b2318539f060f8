/** What a deploy goes by: nginx, the host's images, tags of every form and what `.env` freezes. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { assertAgreement } from "./testing/interruptions.ts";
import { runInstallation, type RunningInstallation } from "./testing/running_installation.ts";
import { findTool, missingTools, testWith } from "./testing/tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock");

/** Runs a script that must succeed, and gives its messages. */
async function succeed(
  installation: RunningInstallation,
  script: string,
  ...args: string[]
): Promise<string> {
  const { code, stderr } = await installation.run(script, ...args);
  assertEquals(code, 0, stderr);
  return stderr;
}
const liveTag = async (installation: RunningInstallation) =>
  /^TAG=(.*)$/m.exec(await installation.record("live"))?.[1];

testWith(
  missing,
  "deploy goes by what nginx names when the notes say otherwise, and a bad release removes nothing",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    await installation.publish("1.2.0-prod", { brokenSite: "pages" });
    await succeed(installation, "deploy", "1.0.0-prod");
    const blue = await installation.record("live");
    await succeed(installation, "deploy", "--no-backup", "1.1.0-prod");
    const process = await Deno.readTextFile(join(installation.folder, "web-green.json"));
    // As a deploy left it that ended between the switch and its note.
    await Deno.writeTextFile(join(installation.folder, "releases/live"), blue);
    const told = await installation.run("status");
    assertEquals(told.code, 1);
    assertStringIncludes(told.stdout, "! nginx names green, releases/live says blue\n");
    assertStringIncludes(told.stdout, "ops/status.sh --mend makes them agree\n");

    const bad = await installation.run("deploy", "--no-backup", "1.2.0-prod");
    assertEquals(bad.code, 1);
    assertStringIncludes(bad.stderr, "fail the smoke test; green still serves");
    assertEquals(await assertAgreement(installation), "green");
    assertEquals(await liveTag(installation), "1.1.0-prod");
    // The same process as before: it was neither created anew nor removed.
    assertEquals(
      await Deno.readTextFile(join(installation.folder, "web-green.json")),
      process,
    );
    assertEquals((await installation.nginx.ask("/")).status, 200);

    // The note again, and what serves nobody runs as well.
    await Deno.writeTextFile(join(installation.folder, "releases/live"), blue);
    const mended = await installation.run("status", "--mend");
    assertEquals(mended.code, 1);
    assertStringIncludes(mended.stdout, "mended     nginx, notes and containers agree\n");
    assertEquals(await assertAgreement(installation), "green");
    await succeed(installation, "rollback");
    assertEquals(await liveTag(installation), "1.0.0-prod");
  },
);

testWith(
  missing,
  "deploy refuses a site whose files are missing, and keeps the log of it",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod", { brokenSite: "without files" });
    await succeed(installation, "deploy", "1.0.0-prod");
    const { code, stderr } = await installation.run("deploy", "--no-backup", "1.1.0-prod");
    assertEquals(code, 1);
    assertStringIncludes(stderr, "/assets/main-1a2b3c.js did not answer");
    const [, path = ""] = /its log is kept: (\S+)/.exec(stderr) ?? [];
    assertMatch(path, /\/releases\/failed\/\d{8}T\d{6}Z-1\.1\.0-prod\.log$/);
    assertStringIncludes(await Deno.readTextFile(path), "/assets/main-1a2b3c.js did not answer");
    assertStringIncludes((await installation.run("status")).stdout, `failed     ${path}`);
    assertEquals(await assertAgreement(installation), "blue");
  },
);

testWith(
  missing,
  "rollback and deploy need no registry for images that are on the host",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await succeed(installation, "deploy", "1.0.0-prod");
    await installation.publish("v1.1.0-prod");
    await installation.publish("latest-prod");
    await succeed(installation, "deploy", "--no-backup", "1.1.0-prod");
    assertEquals(await liveTag(installation), "1.1.0-prod");
    await installation.setRegistry("down");
    await succeed(installation, "rollback");
    assertEquals(await liveTag(installation), "1.0.0-prod");
    await succeed(installation, "deploy", "--no-backup", "v1.1.0-prod");
    assertEquals(await liveTag(installation), "v1.1.0-prod");
    const absent = await installation.run("deploy", "latest-prod");
    assertEquals(absent.code, 1);
    assertStringIncludes(absent.stderr, "the images of latest-prod cannot be pulled");
    assertEquals(await assertAgreement(installation), "green");
  },
);

testWith(
  missing,
  "deploy takes the tags that the workflows publish in each of their forms",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("v1.0.0-prod");
    await succeed(installation, "deploy", "1.0.0-prod");
    const same = ["v1.0.0-prod", "v1.0.0", "1.0.0"];
    for (const tag of same) {
      assertStringIncludes(await succeed(installation, "deploy", tag), "nothing to do");
    }
    await installation.publish("sha-0123456");
    await succeed(
      installation,
      "deploy",
      "--no-backup",
      "0123456789abcdef0123456789abcdef01234567",
    );
    assertMatch(await installation.record("live"), /^WEB_IMAGE_TAG=sha-0123456@/m);
    for (const tag of ["sha-0123456", "sha-0123456789abcdef", "0123456"]) {
      assertStringIncludes(await succeed(installation, "deploy", tag), "nothing to do");
    }
    await installation.publish("latest-prod");
    await succeed(installation, "deploy", "--no-backup", "latest-prod");
    // The tag is moved: what it names now is pulled.
    await installation.publish("latest-prod");
    await succeed(installation, "deploy", "--no-backup", "latest-prod");
    const digest = (record: string) =>
      /^API_IMAGE_TAG=latest-prod@sha256:0+(\d)$/m.exec(record)?.[1];
    assertEquals(
      [digest(await installation.record("previous")), digest(await installation.record("live"))],
      ["3", "4"],
    );
  },
);

testWith(
  missing,
  "a version named in .env is brought live and kept while green is live",
  async () => {
    await using installation = await runInstallation();
    for (const tag of ["1.0.0-prod", "1.1.0-prod", "1.2.0-prod"]) await installation.publish(tag);
    await succeed(installation, "deploy", "1.0.0-prod");
    await succeed(installation, "deploy", "--no-backup", "1.1.0-prod");
    assertEquals(await assertAgreement(installation), "green");
    for (const image of ["API", "SCRAPER", "WEB"]) {
      await installation.setVariable(`${image}_IMAGE_TAG`, "v1.0.0-prod");
    }
    await succeed(installation, "deploy", "--no-backup");
    assertEquals(await liveTag(installation), "v1.0.0-prod");
    const other = await installation.run("deploy", "1.2.0-prod");
    assertEquals(other.code, 1);
    assertStringIncludes(other.stderr, "1.2.0-prod is not brought live");
    assertEquals(await assertAgreement(installation), "blue");
    assertStringIncludes((await installation.run("status")).stdout, "frozen     at v1.0.0-prod");
    // One service alone.
    await installation.setVariable("WEB_IMAGE_TAG", "1.2.0-prod");
    await succeed(installation, "deploy", "--no-backup");
    const live = await installation.record("live");
    assertMatch(live, /^API_IMAGE_TAG=1\.0\.0-prod@/m);
    assertMatch(live, /^WEB_IMAGE_TAG=1\.2\.0-prod@/m);
    assertEquals(await assertAgreement(installation), "green");
  },
);

testWith(
  missing,
  "a second script says that another one is at work, and changes nothing",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    await succeed(installation, "deploy", "1.0.0-prod");
    const first = installation.begin("deploy", "--no-backup", "1.1.0-prod");
    const messages = new Response(first.stderr).text();
    await until("the first to begin", async () => await installation.record("change") !== "");
    const change = await installation.record("change");
    for (const script of [["deploy", "1.0.0-prod"], ["rollback"]] as const) {
      const [name, ...args] = script;
      const second = await installation.run(name, ...args);
      assertEquals(second.code, 1);
      assertMatch(second.stderr, /another script is changing this installation \(process \d+\)/);
    }
    assertMatch((await installation.run("status")).stdout, /^at work /m);
    assertMatch(change, /^STEP=starting\nTAG=1\.1\.0-prod\nCOLOR=green\nFROM=blue$/m);
    assertEquals((await first.status).code, 0, await messages);
    await messages;
    assertEquals(await assertAgreement(installation), "green");
    assertEquals((await installation.record("history.log")).trim().split("\n").length, 2);
  },
);

testWith(
  missing,
  "deploy uses no image whose attestation does not hold, and asks for each once",
  async () => {
    await using installation = await runInstallation();
    await installation.setVariable("VERIFY_ATTESTATIONS", "true");
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    const unattested = join(installation.folder, "unattested");
    const asked = async () =>
      (await Deno.readTextFile(join(installation.folder, "gh.log"))).trimEnd().split("\n");
    // The first of the three images: nothing of it runs.
    await Deno.writeTextFile(unattested, `sha256:${"1".padStart(64, "0")}`);
    const refused = await installation.run("deploy", "1.0.0-prod");
    assertEquals(refused.code, 1);
    assertMatch(
      refused.stderr,
      /mypacer_api \(sha256:0+1\) is not proven to be made by the workflow of example\/mypacer/,
    );
    assertEquals([await installation.running(), await installation.record("live")], [[], ""]);
    assertMatch(
      (await asked())[0] ?? "",
      /^attestation verify oci:\/\/ghcr\.io\/example\/mypacer_api@sha256:0+1 --repo example\/mypacer --signer-workflow example\/mypacer\/\.github\/workflows\/images\.yml$/,
    );
    await Deno.remove(unattested);
    await succeed(installation, "deploy", "1.0.0-prod");
    assertEquals((await asked()).length, 4);
    // Known: neither a deploy nor a rollback asks again, and both do without GitHub.
    await Deno.remove(join(installation.folder, "gh"));
    assertStringIncludes(await succeed(installation, "deploy", "1.0.0-prod"), "nothing to do");
    if (findTool("gh") === null) {
      const without = await installation.run("deploy", "--no-backup", "1.1.0-prod");
      assertEquals(without.code, 1);
      assertStringIncludes(without.stderr, "gh is missing, which verifies attestations");
    }
    await installation.setVariable("VERIFY_ATTESTATIONS", "perhaps");
    const unclear = await installation.run("deploy", "--no-backup", "1.1.0-prod");
    assertStringIncludes(unclear.stderr, "neither true nor false");
    assertEquals(await assertAgreement(installation), "blue");
  },
);
