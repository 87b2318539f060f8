import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** Whether the database has a table: a dry run may meet one without a schema. */
export async function hasTable(sql: Queryable, name: string): Promise<boolean> {
  const [row] = await sql<{ exists: boolean }[]>`select to_regclass(${name}) is not null as exists`;
  return row?.exists ?? false;
}
