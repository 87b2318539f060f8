/** Programs in containers of their own, and in the database's, to their end. */
import { pathTo } from "../../../dev/paths.ts";
import { imageOf, referenceOf } from "./images.ts";
import { takeOptions } from "./options.ts";
import { fail } from "./output.ts";
import { backupPassword, secretsOf } from "./secrets.ts";
import { standIn } from "./stand_in.ts";

/** Runs a program to its end in place of this one. */
async function become(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<never> {
  const child = new Deno.Command(program, { args, env, stdin: "inherit" }).spawn();
  Deno.exit((await child.status).code);
}

/**
 * `pg_restore --exit-on-error … --username USER --dbname NAME` by way of SQL: the programs of 17,
 * where 16 cannot be had, set a parameter that a server of 16 does not know. In the container both
 * are of 16.
 */
const RESTORE = `
  set -e
  while [ "$1" != --username ]; do shift; done
  "\${0}pg_restore" --no-owner --no-privileges --file=- >"$STAND_IN.sql"
  sed '/^SET transaction_timeout /d' "$STAND_IN.sql" |
    "\${0}psql" --quiet --output /dev/null --set ON_ERROR_STOP=1 --username "$2" --dbname "$4"
`;

/** `psql` in which what was renamed is not kept. */
const FAILING_SWAP = `sed 's/^commit;$/select 1 \\/ 0;/' | "\${0}psql" "$@"`;

/** What the container `beside` runs; PostgreSQL's account reads a copy. */
const BESIDE = `${standIn.archive?.environment["BESIDE_FOLDER"]}/beside.sh`;

/** `docker compose run`: the programs that the scripts know. */
export async function runProgram(words: string[]): Promise<never> {
  const options = takeOptions(words, { "--rm": 0, "--no-deps": 0, "-T": 0, "-e": 1 });
  if (words[0] === "beside") {
    const { account, environment } = standIn.archive ?? fail("no archive");
    const [program = "", ...args] = [...account, "sh", BESIDE, ...words.slice(1)];
    // A container of its own.
    const own = environment["BESIDE_FOLDER"];
    return await become(program, args, {
      ...environment,
      PGBACKREST_SPOOL_PATH: `${own}/spool`,
      PGBACKREST_LOCK_PATH: `${own}/lock`,
    });
  }
  const program = {
    "migrate": "migrate_cli.ts",
    "migrate shared/database/migrate_cli.ts --dry-run": "migrate_cli.ts",
    "scraper shared/database/opposition_cli.ts purge": "opposition_cli.ts",
  }[words.join(" ")] ?? fail(`cannot run ${words}`);
  const { root = pathTo("../") } = await imageOf(referenceOf("migrate"));
  return await become(
    Deno.execPath(),
    [
      "run",
      "--quiet",
      "-A",
      "--config",
      `${root}/deno.json`,
      `${root}/shared/database/${program}`,
      ...words.slice(2),
    ],
    secretsOf(words[0] ?? "", options.get("-e")?.split("=")[1]),
  );
}

/** `docker compose exec`: programs of the database. */
export async function execProgram(words: string[]): Promise<never> {
  takeOptions(words, { "-T": 0 });
  const [service, program = "", ...args] = words;
  if (service !== "db") fail(`no container ${service}`);
  const url = new URL(standIn.databaseUrl);
  const folder = standIn.pgBin === null ? "" : `${standIn.pgBin}/`;
  const env = {
    PGHOST: url.hostname,
    PGPORT: url.port,
    // In the container every role may log in over the local socket.
    PGPASSWORD: args.includes("mypacer_backup")
      ? await backupPassword()
      : decodeURIComponent(url.password),
  };
  if (program === "pgbackrest" || program === "sh") {
    const { account, environment } = standIn.archive ?? fail(`no program ${program}`);
    const [first = "", ...others] = [...account, program, ...args];
    return await become(first, others, { ...env, ...environment });
  }
  if (program === "pg_restore" && args.includes("--dbname")) {
    return await become("sh", ["-c", RESTORE, folder, ...args], env);
  }
  if (program === "psql" && standIn.swapFails && args.at(-1) === "postgres") {
    return await become("sh", ["-c", FAILING_SWAP, folder, ...args], env);
  }
  return await become(folder + program, args, env);
}
