/** The look at the site from another host: the script, and the workflow that runs it. */
import { assertEquals, assertMatch } from "@std/assert";
import { parse } from "yaml";
import { pathTo } from "../dev/paths.ts";
import { freePort } from "../shared/process/free_ports.ts";
import { runNginx } from "./testing/running_nginx.ts";
import { PERSON, runServices } from "./testing/running_services.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const decoder = new TextDecoder();

/** Runs a program; `curl` finds mypacer.fr and trusts its certificate by the folder. */
async function run(program: string, args: string[], env: Record<string, string>) {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    env,
    stdin: "null",
    ...env.HOME && { cwd: env.HOME },
  }).output();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Names of the lines, those with trouble with their mark. */
const linesOf = (text: string) =>
  text.split("\n").filter((line) => line !== "").map((line) => line.slice(0, 13).trim());

testWith(
  missingTools("nginx", "openssl", "curl"),
  "probe.sh tells what a visitor is without",
  async (t) => {
    await using services = await runServices();
    const pair = await services.add();
    await using nginx = await runNginx();
    await nginx.point({ api: [pair.apiPort], web: [pair.webPort] });
    await Deno.writeTextFile(
      `${nginx.folder}/.curlrc`,
      `resolve = "mypacer.fr:${nginx.port}:127.0.0.1"\ncacert = "${nginx.folder}/tls/fullchain.pem"\n`,
    );
    const probe = (...args: string[]) =>
      run(
        pathTo("../ops/probe.sh"),
        [`https://mypacer.fr:${nginx.port}`, "--pause", "0", ...args],
        {
          CURL_HOME: nginx.folder,
        },
      );
    const someone = ["--search", PERSON.name];

    await t.step("nothing", async () => {
      const { code, stdout } = await probe(...someone, "--days", "0");
      assertEquals([code, linesOf(stdout)], [
        0,
        ["home page", "file", "ready", "version", "search", "certificate"],
      ], stdout);
      assertMatch(stdout, /^version +\d+\.\d+\.\d+, 1 athletes$/m);
      assertMatch(stdout, /^search +200 in [\d.]+ s, 1 found$/m);
    });

    await t.step("a certificate for long", async () => {
      const { code, stdout } = await probe(...someone, "--days", "10000");
      assertEquals(code, 3);
      assertMatch(stdout, /^! certificate +ends in \d+ days$/m);
    });

    await t.step("who is searched", async () => {
      const { code, stdout } = await probe("--search", "xyzzyx", "--days", "0");
      assertEquals(code, 1);
      assertMatch(stdout, /^! search +200 in [\d.]+ s, but nobody was found$/m);
    });

    await t.step("the API; a change is told once", async () => {
      const told = ["--changes", `${nginx.folder}/probe`, "--days", "0", ...someone];
      assertEquals(await probe(...told), { code: 0, stdout: "", stderr: "" });
      const nowhere = freePort();
      await nginx.point({ api: [nowhere], web: [pair.webPort] });
      const first = await probe(...told);
      assertEquals([first.code, linesOf(first.stdout)], [
        1,
        ["home page", "file", "! ready", "! version", "! search", "certificate"],
      ], first.stdout);
      assertEquals(await probe(...told), { code: 0, stdout: "", stderr: "" });
      await nginx.point({ api: [pair.apiPort], web: [pair.webPort] });
      const mended = await probe(...told);
      assertEquals(mended.code, 0);
      assertMatch(mended.stdout, /^https:\/\/mypacer\.fr:\d+ is well again$/m);
    });

    await t.step("all of it", async () => {
      const nowhere = freePort();
      const { code, stdout } = await run(
        pathTo("../ops/probe.sh"),
        [`http://127.0.0.1:${nowhere}`, "--pause", "0"],
        {},
      );
      assertEquals([code, linesOf(stdout)], [1, [
        "! home page",
        "! ready",
        "! version",
        "! search",
      ]]);
    });
  },
);

/** `gh` that keeps issues in a file: one line each, its number, state and title. */
const GH = `#!/bin/sh
issues=$HOME/issues
touch "$issues"
case "$1 $2" in
  "issue list") sed -n 's/^\\([0-9]*\\) open .*/\\1/p' "$issues" ;;
  "issue create") echo "$(($(wc -l <"$issues") + 1)) open $4" >>"$issues"; cp "$6" "$HOME/body" ;;
  "issue close") sed -i "s/^$3 open/$3 closed/" "$issues" ;;
  *) exit 2 ;;
esac
`;

Deno.test("the workflow opens one issue for a trouble, and closes it", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-probe-" });
  const { jobs } = parse(await Deno.readTextFile(pathTo("../.github/workflows/probe.yml")));
  const { run: script } = jobs.look.steps.find(({ name }: { name?: string }) => name === "Tell");
  await Deno.writeTextFile(`${folder}/gh`, GH, { mode: 0o755 });
  await Deno.writeTextFile(`${folder}/probe.txt`, "! search     502 in 0.1 s\n");
  const tell = async (code: number) => {
    const { code: ended } = await run("bash", ["-e", "-c", script], {
      PATH: `${folder}:${Deno.env.get("PATH")}`,
      HOME: folder,
      CODE: String(code),
      PROBE_URL: "https://mypacer.fr",
    });
    return [ended, await Deno.readTextFile(`${folder}/issues`).catch(() => "")];
  };
  const issue = (state: string, number = 1) =>
    `${number} ${state} The site is not as it should be\n`;
  assertEquals(await tell(0), [0, ""]);
  // Red once, so that GitHub tells as well.
  assertEquals(await tell(1), [1, issue("open")]);
  assertMatch(await Deno.readTextFile(`${folder}/body`), /^! search +502/m);
  assertEquals(await tell(1), [0, issue("open")]);
  assertEquals(await tell(0), [0, issue("closed")]);
  assertEquals(await tell(3), [1, issue("closed") + issue("open", 2)]);
  await Deno.remove(folder, { recursive: true });
});
