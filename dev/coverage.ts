/** Tells which share of each member's lines its tests run. */
import {
  exitCodeOf,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { linesByMember } from "./covered_lines.ts";
import { pathTo } from "./paths.ts";

const HELP = `Tells which share of each member's lines the tests run.

Usage: deno task coverage [MEMBER …]

  MEMBER  whose tests are run; shared, api, scraper and simulator unless given

What only a browser or a process of its own runs is not counted. Exit codes: 0 done, 1 a test failed, 2 wrong use.
`;
const MEMBERS = ["shared", "api", "scraper", "simulator", "web", "e2e", "ops", "bench", "dev"];
const USUAL = ["shared", "api", "scraper", "simulator"];

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
  try {
    const deno = (args: string[], stdout: "null" | "piped") =>
      new Deno.Command(Deno.execPath(), { args, cwd: pathTo("../"), stdout }).spawn();
    const tests = ["test", "-A", "--no-check", "--parallel", "--reporter=dot"];
    const { success } = await deno([...tests, `--coverage=${folder}`, ...members], "null").status;
    if (!success) return 1;
    const report = await deno(["coverage", "--lcov", folder], "piped").output();
    const lcov = new TextDecoder().decode(report.stdout);
    for (const [member, { covered, all }] of linesByMember(lcov, pathTo("../"))) {
      const share = (covered / all * 100).toFixed(1).padStart(5);
      print(`${member.padEnd(10)} ${share} %  ${covered} of ${all} lines`);
    }
    return 0;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) Deno.exit(await exitCodeOf(() => main(Deno.args)));
