import { findTool } from "./tools.ts";
import { pathTo } from "../../dev/paths.ts";

/** The oldest version that speaks with the server of production. */
const OLDEST = 16;

/** Major version that a program tells, or 0. */
function versionOf(program: string): number {
  try {
    const { stdout } = new Deno.Command(program, { args: ["--version"] }).outputSync();
    return Number(/\(PostgreSQL\) (\d+)/.exec(new TextDecoder().decode(stdout))?.[1] ?? 0);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

/** Folders that may hold PostgreSQL's programs, the likelier first. */
function candidates(): string[] {
  const folder = Deno.env.get("PG_BIN");
  if (folder) return [folder];
  const folders = [pathTo("../.data/postgresql-client/bin")];
  const found = findTool("pg_dump");
  if (found !== null) folders.push(found.replace(/\/pg_dump$/, ""));
  for (const version of [18, 17, 16]) folders.push(`/usr/lib/postgresql/${version}/bin`);
  return folders;
}

/** Folder of pg_dump, pg_restore and psql that are new enough; null when there is none. */
export function findPostgresqlClient(): string | null {
  return candidates().find((folder) => versionOf(`${folder}/pg_dump`) >= OLDEST) ?? null;
}

/** What to do where there is none. */
export const CLIENT_MISSING =
  `pg_dump, pg_restore and psql of PostgreSQL ${OLDEST} or newer missing; ` +
  "on Debian 13: apt-get install postgresql-client; on Debian 12: .ci/postgresql_client.sh .data/postgresql-client";
