import type { Readable } from "node:stream";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { IndexBuilder } from "./builder.ts";
import type { IndexData, IndexedClub } from "./index_data.ts";
import { COLUMNS, RowParser } from "./row_parser.ts";

/** Passes on a stream's chunks as they come: awaiting each would take as long as reading them. */
async function readAll(rows: Readable, read: (chunk: Uint8Array) => void): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      rows.on("end", resolve);
      rows.on("error", reject);
      rows.on("data", (chunk: Uint8Array) => {
        try {
          read(chunk);
        } catch (error) {
          rows.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  } finally {
    // postgres.js 3.4 pauses the connection while the stream is full and has it resumed by the next
    // reading. Of a stream that ends with the chunk that filled it there is none, and what follows
    // would wait forever.
    rows._read(0);
  }
}

/** What an index is made of. */
export interface DirectoryWanted {
  /** Season; athletes of it or a later one come before the others. */
  activeSince: number;
  /** The latest birth year that is listed: who may be younger is not in the index. */
  latestBirthYear: number;
}

/**
 * Reads the directory and makes an index of it: one pass over the rows as they stream in, none of
 * them kept.
 */
export async function readDirectory(
  sql: Sql,
  { activeSince, latestBirthYear }: DirectoryWanted,
): Promise<IndexData> {
  return await sql.begin("isolation level repeatable read read only", async (transaction) => {
    // Reading a million rows takes as long as it takes.
    await transaction`set local statement_timeout = 0`;
    const clubs = await transaction<(IndexedClub & { id: number })[]>`
      select id, ffa_number, name from club order by ffa_number
    `;
    const builder = new IndexBuilder(clubs);
    const parser = new RowParser(builder);
    const rows = await transaction`
      copy (
        select ${transaction.unsafe(COLUMNS.join(", "))} from athlete
        where coalesce(birth_year, birth_year_max, 0) <= ${
      // COPY takes no parameters.
      transaction.unsafe(String(Math.trunc(latestBirthYear)))}
      ) to stdout
    `.readable();
    await readAll(rows, (chunk) => parser.push(chunk));
    parser.end();
    return builder.finish({ activeSince });
  });
}
