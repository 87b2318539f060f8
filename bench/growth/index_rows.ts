import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { COLUMNS } from "../../api/search/index/row_parser.ts";
import { athleteFields, copyLine } from "../search/athlete_rows.ts";
import type { InventedDirectory } from "../search/directory.ts";

/** Rows made at once. */
export const ROWS_AT_ONCE = 5000;

/** Invented people as the API reads them from PostgreSQL: lines of COPY, thousands at a time. */
export function* indexRows(directory: InventedDirectory): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = "";
  let id = 0;
  for (const athlete of athleteFields(directory)) {
    const row: Record<string, string | number | null> = {
      ...athlete,
      id: ++id,
      normalized_name: normalizeName(athlete.name),
    };
    lines += copyLine(COLUMNS.map((column) => row[column] ?? null));
    if (id % ROWS_AT_ONCE === 0) {
      yield encoder.encode(lines);
      lines = "";
    }
  }
  yield encoder.encode(lines);
}
