import type { Writable } from "node:stream";
import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { DirectoryRow } from "./directory_row.ts";

/** Makes the table that lines of a file wait in; it goes with the transaction. */
export async function createStaging(sql: Queryable): Promise<void> {
  await sql`
    create temporary table staging (
      line bigint generated always as identity, ffa_id text, name text, sex text,
      nationality char(3), license_number text, birth_year smallint, club_number text, club_name text
    ) on commit drop
  `;
}

/** Copies rows into the staging table, as fast as they come. @returns How many were copied. */
export async function copyToStaging(
  sql: Queryable,
  batches: AsyncIterable<readonly DirectoryRow[]>,
): Promise<number> {
  const copy = await sql`
    copy staging (
      ffa_id, name, sex, nationality, license_number, birth_year, club_number, club_name
    ) from stdin
  `.writable();
  let rows = 0;
  try {
    for await (const batch of batches) {
      rows += batch.length;
      await write(copy, batch.map(copyLine).join(""));
    }
  } catch (error) {
    // Tells the server to forget what it was sent.
    copy.on("error", () => {});
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
  await end(copy);
  return rows;
}

function copyLine(row: DirectoryRow): string {
  const { ffaId, name, sex, nationality, licenseNumber, birthYear, clubNumber, clubName } = row;
  const fields = [ffaId, name, sex, nationality, licenseNumber, birthYear, clubNumber, clubName];
  return `${fields.map(copyField).join("\t")}\n`;
}

/**
 * A field in COPY's text format: values hold no control characters, so the backslash alone is
 * special.
 */
function copyField(value: string | number | null): string {
  return value === null ? "\\N" : String(value).replaceAll("\\", "\\\\");
}

function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => error ? reject(error) : resolve());
  });
}

function end(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.on("error", reject);
    stream.end(resolve);
  });
}
