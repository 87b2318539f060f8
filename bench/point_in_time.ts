/**
 * `deno task bench:point-in-time`: what a lost machine costs, and how long it takes to come back
 * from an off-site copy, with a directory as large as production's. The table is for people; the
 * last line of stdout is one JSON object.
 */
import {
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
} from "@mypacer/shared/process/command_line.ts";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { type ArchivedServer, startArchivedServer } from "../ops/testing/archived_server.ts";
import { runInstallation, type RunningInstallation } from "../ops/testing/running_installation.ts";
import { FULL_SIZE } from "./search/directory.ts";
import { seedDirectory } from "./seed_directory.ts";
import { setTable } from "./table_report.ts";

const HELP =
  `Measures what a lost machine costs: the newest write that is lost, the seconds until it is back.

Usage: deno task bench:point-in-time [options]

  --athletes N   size of the directory (940868)
  --seconds N    how long is written before the server is killed (150)
  --help         this text

A PostgreSQL with production's configuration archives into a folder on this host and an encrypted one that stands for
off-site, while somebody writes 20 times a second; it is killed, its data and the first folder are removed, and a
new one is restored from the second. Needs pgBackRest (.ci/tools.sh) and a built site. What the network takes is not
in it: the size of the repository tells. Other work on the machine spoils the times.
`;

/** Production's memory; what is written is on the disk before it counts. */
const SETTINGS = { shared_buffers: "512MB", fsync: "on" };

/** A write that was answered: when, by the database's clock (ms), and where in the WAL it ends. */
interface Write {
  at: number;
  position: bigint;
}

const positionOf = (lsn: string) => {
  const [high = "0", low = "0"] = lsn.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
};
const SEGMENT = 16n * 1024n * 1024n;
/** Where a segment ends. */
const endOf = (name: string) =>
  ((BigInt(`0x${name.slice(8, 16)}`) << 32n) / SEGMENT + BigInt(`0x${name.slice(16, 24)}`) + 1n) *
  SEGMENT;

/** Writes until the server is gone, and tells now and then how old the newest archived write is. */
async function writeUntilKilled(server: ArchivedServer, seconds: number) {
  const writer = connect({ url: server.url, applicationName: "bench", max: 1 });
  const watcher = connect({ url: server.url, applicationName: "bench", max: 1 });
  const writes: Write[] = [];
  const losses: number[] = [];
  const end = Date.now() + seconds * 1000;
  const write = async (sql: Sql) => {
    while (Date.now() < end) {
      await sql`insert into written default values`;
      const [row] = await sql`
        select extract(epoch from clock_timestamp())::float8 * 1000 as at, pg_current_wal_lsn()::text as lsn
      `;
      writes.push({ at: row?.["at"], position: positionOf(row?.["lsn"]) });
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const watch = async (sql: Sql) => {
    while (Date.now() < end) {
      const [row] = await sql`select last_archived_wal as name from pg_stat_archiver`;
      // A history or backup file would be no position.
      const name = /^[0-9A-F]{24}/.exec(row?.["name"] ?? "")?.[0];
      if (name !== undefined) {
        const newest = writes.findLast(({ position }) => position <= endOf(name));
        if (newest !== undefined) losses.push(Date.now() - newest.at);
      }
      await new Promise((done) => setTimeout(done, 250));
    }
  };
  await Promise.all([write(writer), watch(watcher)]);
  await server.kill();
  await Promise.all([writer.end({ timeout: 0 }), watcher.end({ timeout: 0 })]);
  return { last: writes.at(-1)?.at ?? 0, losses };
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

async function sizeOf(folder: string): Promise<number> {
  const { stdout } = await new Deno.Command("du", { args: ["-sm", folder] }).output();
  return Number(new TextDecoder().decode(stdout).split("\t")[0]);
}

async function main(): Promise<void> {
  const { values } = readCommandLine({
    options: {
      athletes: { type: "string", default: String(FULL_SIZE.athletes) },
      seconds: { type: "string", default: "150" },
      help: HELP_OPTION,
    },
  });
  if (values.help) return printText(HELP);
  const rows: [string, string][] = [];
  const tell = (what: string, figure: string) => {
    rows.push([what, figure]);
    say(`${what}: ${figure}`);
  };
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work;
    tell(what, `${seconds(performance.now() - began)} s`);
    return result;
  };
  const succeed = async (installation: RunningInstallation, script: string, ...args: string[]) => {
    const { code, stdout, stderr } = await installation.run(script, ...args);
    if (code !== 0) throw new Error(`${script}: ${stdout}${stderr}`);
    return stderr;
  };

  await using server = await startArchivedServer({ settings: SETTINGS });
  const sql = connect({ url: server.url, applicationName: "bench", max: 1 });
  await timed(
    "directory made",
    seedDirectory(sql, { ...FULL_SIZE, athletes: Number(values.athletes) }),
  );
  const [size] = await sql`
    select pg_database_size(current_database()) / 1024 / 1024 as megabytes, (select count(*) from athlete) as athletes
  `;
  await sql`create table written (at timestamptz not null default clock_timestamp())`;
  await sql.end();
  tell("athletes", String(size?.["athletes"]));
  tell("database", `${size?.["megabytes"]} MB`);
  {
    await using installation = await runInstallation({ POINT_IN_TIME: "offsite" }, server);
    await installation.publish("latest-prod");
    await timed(
      "ops/archive.sh start, two base backups",
      succeed(installation, "archive", "start"),
    );
  }
  tell("off-site repository", `${await sizeOf(server.offsite)} MB`);
  const { last, losses } = await writeUntilKilled(server, Number(values.seconds));
  tell("lost, if killed at the worst moment", `${seconds(Math.max(...losses))} s`);
  tell("off-site repository then", `${await sizeOf(server.offsite)} MB`);
  await Deno.remove(server.data, { recursive: true });
  await Deno.remove(server.repository, { recursive: true });

  const began = performance.now();
  await using another = await timed(
    "an empty server",
    startArchivedServer({ offsite: server.offsite, settings: SETTINGS }),
  );
  await using anew = await runInstallation({ POINT_IN_TIME: "offsite" }, another);
  await anew.publish("latest-prod");
  const said = await timed(
    "ops/restore_to.sh --database-lost latest",
    succeed(anew, "restore_to", "--database-lost", "latest"),
  );
  for (const [, what = "", after = ""] of said.matchAll(/^beside: (.+) after (\d+) s$/gm)) {
    tell(`  of which: ${what}`, `after ${after} s`);
  }
  const [newest] = await anew.query((sql) =>
    sql`select extract(epoch from max(at))::float8 * 1000 as at, count(*) as rows from written`
  );
  await timed(
    "ops/deploy.sh, until it is live",
    succeed(anew, "deploy", "--no-backup", "latest-prod"),
  );
  const back = performance.now() - began;
  tell("back after the loss, all of it", `${seconds(back)} s`);
  tell("lost of what was written", `${seconds(last - newest?.["at"])} s`);
  print(setTable([{ title: "what", text: true }, { title: "figure" }], rows));
  print(JSON.stringify({
    athletes: size?.["athletes"],
    worstLossSeconds: Math.max(...losses) / 1000,
    lossSeconds: (last - newest?.["at"]) / 1000,
    backSeconds: back / 1000,
  }));
}

if (import.meta.main) await main();
