import { z } from "zod";
import { databaseUrl, databaseVariables } from "@mypacer/shared/database/config.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { startEmbedded, untilServerEnds } from "@mypacer/shared/database/embedded.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { readEnvironment } from "@mypacer/shared/process/environment.ts";
import { assertRoom, watchDiskRoom } from "./disk_room.ts";
import { ServiceError } from "./service.ts";

/** A database that is open. */
export interface OpenDatabase {
  url: string;
  /**
   * Rejects with a {@linkcode ServiceError} when the embedded server ends by itself, or its disk is
   * full.
   */
  failed: Promise<never>;
}

/**
 * Opens the database that the environment names, else the embedded one, and brings its schema up to
 * date.
 *
 * @param parts Takes the embedded server; disposing of it stops the server, unless another process
 *   had started it.
 * @throws {ServiceError} In one line, if the embedded server cannot be started.
 */
export async function openDatabase(
  parts: AsyncDisposableStack,
  { folder, say }: { folder: string; say(line: string): void },
): Promise<OpenDatabase> {
  const variables = readEnvironment(z.object(databaseVariables));
  let url: string;
  let failed = new Promise<never>(() => {});
  if (variables.DATABASE_URL === undefined && variables.POSTGRES_HOST === undefined) {
    say(`Opening the database in ${folder}`);
    const embedded = await start(folder);
    const closing = new AbortController();
    failed = watch(folder, closing.signal);
    failed.catch(() => {});
    parts.defer(async () => {
      closing.abort();
      await embedded.stop();
    });
    url = embedded.url;
  } else {
    url = databaseUrl(variables);
  }
  const sql = connect({ url, max: 1, applicationName: "mypacer-dev" });
  try {
    for (const name of (await migrate(sql)).applied) say(`Migrated: ${name}`);
  } finally {
    await sql.end();
  }
  return { url, failed };
}

/** What an error of a file means for the folder of the data. */
const FAULTS: Record<string, string> = {
  EROFS: "it is read-only",
  EACCES: "this account may not write it",
  EPERM: "this account may not write it",
  ENOSPC: "its disk is full",
  ENOTDIR: "it lies in a file",
  EEXIST: "it is a file",
};

async function start(folder: string) {
  try {
    await Deno.mkdir(folder, { recursive: true });
    await assertRoom(folder);
    return await startEmbedded({ folder: `${folder}/postgres` });
  } catch (cause) {
    if (cause instanceof ServiceError || !(cause instanceof Error)) throw cause;
    const fault = "code" in cause ? FAULTS[String(cause.code)] : undefined;
    throw new ServiceError(
      fault === undefined
        ? `The database in ${folder} cannot be started: ${cause.message}`
        : `DATA_FOLDER: ${folder} cannot be used, ${fault}`,
      { cause },
    );
  }
}

async function watch(folder: string, signal: AbortSignal): Promise<never> {
  const outcome = await Promise.race([
    untilServerEnds(`${folder}/postgres`, { signal }),
    watchDiskRoom(folder, { signal }),
  ]);
  // Nobody waits any more for what was stopped on purpose.
  if (signal.aborted) return await new Promise<never>(() => {});
  throw new ServiceError(
    `PostgreSQL ended by itself: ${outcome}. More stands in ${folder}/postgres/log`,
  );
}
