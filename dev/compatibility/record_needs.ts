/**
 * Writes down what this release needs of the schema: runs the tests of everything that reads or
 * writes the database, has PostgreSQL log their statements, and finds what these depend on.
 */
import {
  exitCodeOf,
  HELP_OPTION,
  printText,
  readCommandLine,
  say,
} from "@mypacer/shared/process/command_line.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { pathTo } from "../paths.ts";
import { NEEDS_FOLDER } from "./needs_files.ts";
import { findNeeds } from "./schema_needs.ts";

const HELP =
  `Writes down what this release needs of the schema, to shared/database/needed_by/VERSION.json:
part of preparing a release, once its version stands in api/deno.json.

Usage: deno task db:needs [--print]

  --print  print it instead

A test checks every later schema against each file there. A column may go once no file needs it: remove the files of
releases that are not rolled back to any more. Exit codes: 0 done, 1 the tests or something else failed, 2 wrong use.
`;

/** Members whose tests run the statements of everything that is deployed. */
export const MEMBERS_WITH_STATEMENTS = [
  "shared/database",
  "shared/directory",
  "shared/federation",
  "api",
  "scraper",
];

/** One line of PostgreSQL's log in JSON. */
type LogLine = { message?: string; dbname?: string };

/** Statements that a folder of logs holds, without those of the server's own databases. */
async function* readStatements(folder: string): AsyncGenerator<string> {
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".json")) continue;
    for (const line of (await Deno.readTextFile(`${folder}/${name}`)).split("\n")) {
      if (line === "") continue;
      const { message = "", dbname = "" }: LogLine = JSON.parse(line);
      if (!dbname.startsWith("test_")) continue;
      const [, statement] = /^(?:statement|execute \S+): ([\s\S]*)$/.exec(message) ?? [];
      if (statement !== undefined) yield statement;
    }
  }
}

async function main(args: string[]): Promise<number> {
  const { values } = readCommandLine({
    args,
    options: { print: { type: "boolean" }, help: HELP_OPTION },
  });
  if (values.help) {
    printText(HELP);
    return 0;
  }
  const folder = await Deno.makeTempDir({ prefix: "mypacer-statements-" });
  try {
    // The server may run under an account of its own.
    await Deno.chmod(folder, 0o777);
    const tests = await new Deno.Command(Deno.execPath(), {
      args: [
        "test",
        "-A",
        "--no-check",
        "--parallel",
        "--reporter=dot",
        ...MEMBERS_WITH_STATEMENTS,
      ],
      cwd: pathTo("../"),
      env: { TEST_STATEMENT_LOG: folder },
      stdout: "null",
    }).spawn().status;
    if (!tests.success) {
      say("a test failed: what this release needs cannot be told");
      return 1;
    }
    const statements = await Array.fromAsync(readStatements(folder));
    await using database = await createTestDatabase();
    const { needs, understood, refused } = await findNeeds(database.sql, statements);
    say(
      `${understood} statements understood. Of tables that single tests make, or without a type:`,
    );
    for (const statement of refused) say(`  ${statement.slice(0, 100)}`);
    const text = `${JSON.stringify(needs, null, 2)}\n`;
    const { version } = JSON.parse(await Deno.readTextFile(pathTo("../api/deno.json")));
    if (values.print) printText(text);
    else await Deno.writeTextFile(`${NEEDS_FOLDER}${version}.json`, text);
    return 0;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) Deno.exit(await exitCodeOf(() => main(Deno.args)));
