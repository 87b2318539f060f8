import { birthYearRange, categoryOf } from "@mypacer/shared/domain/people/category.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import type { FIELD } from "../../api/search/index/row_parser.ts";
import { FULL_SIZE, type InventedDirectory } from "../search/directory.ts";

/** Rows made at once. */
export const ROWS_AT_ONCE = 5000;

type Row = Record<keyof typeof FIELD, string | number | null>;

/** Invented people as the API reads them from PostgreSQL: lines of COPY, thousands at a time. */
export function* indexRows({ people }: InventedDirectory): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = "";
  for (let index = 0; index < people.length; index++) {
    lines += line(rowOf(people, index));
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
      yield encoder.encode(lines);
      lines = "";
    }
  }
  yield encoder.encode(lines);
}

function rowOf(people: InventedDirectory["people"], index: number): Row {
  const { ffaId, name, sex, birthYear, publishesBirth, nationality } = people.at(index);
  const memberships = people.memberships.of(index);
  const last = memberships.at(-1);
  const season = last?.season ?? FULL_SIZE.firstSeason;
  const category = categoryOf(birthYear, season);
  const range = publishesBirth ? null : birthYearRange(category, season);
  return {
    id: index + 1,
    ffa_id: ffaId,
    // The one field that may hold what COPY escapes.
    name: name.replace(/[\\\t\n\r]/g, (sign) => `\\${sign}`),
    normalized_name: normalizeName(name),
    birth_year: publishesBirth ? birthYear : null,
    birth_year_min: range?.min ?? null,
    birth_year_max: range?.max ?? null,
    sex,
    nationality,
    category,
    club_id: last === undefined ? null : last.club + 1,
    first_season: memberships[0]?.season ?? season,
    last_season: season,
  };
}

/** In the order of `FIELD`, which is that of the properties above. */
function line(row: Row): string {
  const fields = Object.values(row).map((value) => value ?? "\\N");
  return `${fields.join("\t")}\n`;
}
