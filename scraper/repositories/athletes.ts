import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** Counts licenses that more than one athlete carries: a fact to report, not a reason to stop. */
export async function countSharedLicenses(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from (
      select from athlete where license_number is not null
      group by license_number having count(*) > 1
    ) as shared
  `;
  return row?.count ?? 0;
}
