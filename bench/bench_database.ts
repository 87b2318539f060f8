import { connect } from "@mypacer/shared/database/connect.ts";
import { startEmbedded } from "@mypacer/shared/database/embedded.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import type { FederationSize } from "../simulator/people/clubs.ts";
import { seedDirectory } from "./seed_directory.ts";

/** Starts a database in a temporary folder, removed with the other parts; its address. */
export async function startBenchDatabase(parts: AsyncDisposableStack): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-bench-" });
  parts.defer(() => Deno.remove(folder, { recursive: true }));
  const database = await startEmbedded({ folder });
  parts.defer(() => database.stop());
  return database.url;
}

/** Fills a database with a directory of invented people. */
export async function fillBenchDatabase(url: string, size: FederationSize): Promise<void> {
  const sql = connect({ url, applicationName: "mypacer bench", max: 1 });
  try {
    await migrate(sql);
    await seedDirectory(sql, size);
  } finally {
    await sql.end();
  }
}
