import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import type { CheckOutcome } from "@mypacer/shared/contract/status.ts";

/** A check of the federation's pages and its outcome. */
export interface CheckRow {
  checkedAt: Date;
  outcome: CheckOutcome;
}

/** The last check, and the last one that let a crawl begin; null before the first. */
export interface LastChecks {
  last: CheckRow | null;
  understood: CheckRow | null;
}

/** Records a check. @param check.pages Verdicts by the names of pages. */
export async function recordCheck(
  sql: Sql,
  { form, outcome, pages }: {
    form: "full" | "short";
    outcome: CheckOutcome;
    pages: Record<string, string>;
  },
): Promise<void> {
  await sql`
    insert into federation_check (form, outcome, pages)
    values (${form}, ${outcome}, ${sql.json(pages)})
  `;
}

export async function findLastChecks(sql: Queryable): Promise<LastChecks> {
  const [last] = await sql<CheckRow[]>`
    select checked_at, outcome from federation_check order by checked_at desc, id desc limit 1
  `;
  const [understood] = await sql<CheckRow[]>`
    select checked_at, outcome from federation_check where outcome in ('well', 'new')
    order by checked_at desc, id desc limit 1
  `;
  return { last: last ?? null, understood: understood ?? null };
}
