import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { SEXES } from "./index_data.ts";

/** Counts by the name of their place; without those of no name, and without zeros. */
function namedCounts(
  counts: Uint32Array,
  names: readonly (string | null)[],
): Record<string, number> {
  return Object.fromEntries(
    names.map((name, place) => [name, counts[place] ?? 0] as const)
      .filter((entry): entry is [string, number] => entry[0] !== null && entry[1] > 0),
  );
}

/** Counts athletes by sex and by age category. */
export function countRows(index: DirectoryIndex, rows: readonly number[]): ResultCounts {
  const { columns, categories } = index.data;
  const countBy = (places: ArrayLike<number>, names: readonly (string | null)[]) => {
    const counts = new Uint32Array(names.length);
    for (const row of rows) {
      const place = places[row] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return namedCounts(counts, names);
  };
  return {
    sex: countBy(columns.sex, SEXES),
    category: countBy(columns.category, [null, ...categories]),
  };
}
