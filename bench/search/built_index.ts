import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { IndexBuilder } from "../../api/search/index/builder.ts";
import type { IndexData } from "../../api/search/index/index_data.ts";
import { COLUMNS, RowParser } from "../../api/search/index/row_parser.ts";
import { athleteFields, copyLine } from "./athlete_rows.ts";
import type { InventedDirectory } from "./directory.ts";

const encoder = new TextEncoder();

/** Makes the index of a directory without a database between: the same rows, in the same order. */
export function buildIndex(
  directory: InventedDirectory,
  { activeSince }: { activeSince: number },
): IndexData {
  const { clubs } = directory.people;
  const builder = new IndexBuilder(
    Array.from({ length: clubs.length }, (_, index) => clubs.at(index))
      .map(({ index, number, name }) => ({ id: index + 1, ffaNumber: number, name }))
      .sort((a, b) => a.ffaNumber < b.ffaNumber ? -1 : 1),
  );
  const parser = new RowParser(builder);
  let id = 0;
  for (const athlete of athleteFields(directory)) {
    const row: Record<string, string | number | null> = {
      ...athlete,
      id: ++id,
      normalized_name: normalizeName(athlete.name),
    };
    parser.push(encoder.encode(copyLine(COLUMNS.map((column) => row[column] ?? null))));
  }
  parser.end();
  return builder.finish({ activeSince });
}
