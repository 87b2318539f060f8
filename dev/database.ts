import { z } from "zod";
import { databaseUrl, databaseVariables } from "@mypacer/shared/database/config.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { startEmbedded } from "@mypacer/shared/database/embedded.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { readEnvironment } from "@mypacer/shared/process/environment.ts";

/**
 * Opens the database that the environment names, else the embedded one, and brings its schema up to
 * date.
 *
 * @param parts Takes the embedded server; disposing of it stops the server, unless another process
 *   had started it.
 * @returns The URL of the database.
 */
export async function openDatabase(
  parts: AsyncDisposableStack,
  { folder, say }: { folder: string; say(line: string): void },
): Promise<string> {
  const given = readEnvironment(z.object(databaseVariables));
  let url: string;
  if (given.DATABASE_URL === undefined && given.POSTGRES_HOST === undefined) {
    say(`Opening the database in ${folder}`);
    const embedded = await startEmbedded({ folder: `${folder}/postgres` });
    parts.defer(() => embedded.stop());
    url = embedded.url;
  } else {
    url = databaseUrl(given);
  }
  const sql = connect({ url, max: 1, applicationName: "mypacer-dev" });
  try {
    for (const name of (await migrate(sql)).applied) say(`Migrated: ${name}`);
  } finally {
    await sql.end();
  }
  return url;
}
