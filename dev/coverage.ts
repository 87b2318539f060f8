/** Tells which share of each member's lines its tests run. */
import {
  exitCodeOf,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noteRunScripts, type RunScript } from "./line_coverage/built_scripts.ts";
import { readLcov, sharesByMember } from "./line_coverage/covered_lines.ts";
import { pathTo } from "./paths.ts";

const HELP = `Tells which share of each member's lines the tests run.

Usage: deno task coverage [MEMBER …]

  MEMBER  whose tests are run; shared, api, scraper and simulator unless given. What the site's
          scripts run counts too, in its server and in browsers: \`deno task coverage web e2e\`

Exit codes: 0 done, 1 a test failed, 2 wrong use.
`;
const MEMBERS = ["shared", "api", "scraper", "simulator", "web", "e2e", "ops", "bench", "dev"];
const USUAL = ["shared", "api", "scraper", "simulator"];
/** Members whose tests run the built site. */
const RUN_THE_BUILD = ["web", "e2e", "ops", "bench", "dev"];
const ROOT = pathTo("../");

function deno(args: string[], { env = {}, stdout = "null" }: {
  env?: Record<string, string>;
  stdout?: "null" | "piped";
} = {}): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), { args, cwd: ROOT, env, stdout }).spawn();
}

/** What the processes of the tests noted of scripts of the built site. */
async function* scriptsOfServers(folder: string): AsyncGenerator<RunScript> {
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".json")) continue;
    const text = await Deno.readTextFile(join(folder, name));
    // Most files are of other scripts, and large.
    if (!text.slice(0, 1000).includes("/web/.output/server/")) continue;
    const { url, functions } = JSON.parse(text);
    yield { path: fileURLToPath(url), functions };
  }
}

/** What browsers noted of them (e2e/testing/browser_coverage.ts). */
async function* scriptsOfBrowsers(folder: string): AsyncGenerator<RunScript> {
  for await (const { name } of Deno.readDir(folder)) {
    const entries: { url: string; functions: RunScript["functions"] }[] = JSON.parse(
      await Deno.readTextFile(join(folder, name)),
    );
    for (const { url, functions } of entries) {
      const { pathname } = new URL(url);
      if (!pathname.startsWith("/assets/")) continue;
      yield { path: pathTo(`../web/.output/public${pathname}`), functions };
    }
  }
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readCommandLine({
    args,
    options: { help: HELP_OPTION },
    allowPositionals: true,
  });
  if (values.help) {
    printText(HELP);
    return 0;
  }
  const unknown = positionals.find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) throw new UsageError(`${unknown} is no member; see --help`);
  const members = positionals.length > 0 ? positionals : USUAL;
  const folder = await Deno.makeTempDir({ prefix: "mypacer-coverage-" });
  const [processes, browsers] = [join(folder, "processes"), join(folder, "browsers")];
  const runsBuild = members.some((member) => RUN_THE_BUILD.includes(member));
  try {
    await Deno.mkdir(browsers);
    if (runsBuild) {
      const build = deno(["task", "--quiet", "build"], { env: { SOURCE_MAPS: "yes" } });
      if (!(await build.status).success) return 1;
    }
    const tests = ["test", "-P", "--no-check", "--parallel", "--reporter=dot"];
    const ran = deno(
      [...tests, "--coverage-raw-data-only", `--coverage=${processes}`, ...members],
      { env: { BROWSER_COVERAGE: browsers }, stdout: "piped" },
    );
    const { success, stdout } = await ran.output();
    if (!success) await Deno.stderr.write(stdout);
    // It says of each script that a test made and deleted again that it is gone.
    const report = await deno(["coverage", "--lcov", "--quiet", processes], { stdout: "piped" })
      .output();
    const lines = readLcov(new TextDecoder().decode(report.stdout), ROOT);
    if (runsBuild) {
      await noteRunScripts(lines, await Array.fromAsync(scriptsOfServers(processes)), ROOT);
      await noteRunScripts(lines, await Array.fromAsync(scriptsOfBrowsers(browsers)), ROOT);
    }
    for (const [member, { covered, all }] of sharesByMember(lines)) {
      const share = (covered / all * 100).toFixed(1).padStart(5);
      print(`${member.padEnd(10)} ${share} %  ${covered} of ${all} lines`);
    }
    return success ? 0 : 1;
  } finally {
    await Deno.remove(folder, { recursive: true });
    // The site is served without maps.
    if (runsBuild) await deno(["task", "--quiet", "build"]).status;
  }
}

if (import.meta.main) Deno.exit(await exitCodeOf(() => main(Deno.args)));
