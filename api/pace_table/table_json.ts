import { paceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import type { PaceTable } from "@mypacer/shared/contract/pace_table.ts";
import { round2Json } from "./round.ts";

/** Paces in s/km, distances in m. */
export interface TableOptions {
  slowest: number;
  fastest: number;
  step: number;
  distances: readonly number[];
}

/**
 * A table as `GET /pace-table` answers it. Its rows are put together as text: that takes a quarter
 * of the time of `JSON.stringify`.
 */
export function tableJson({ distances, ...options }: TableOptions): string {
  const { rows } = paceTable({ ...options, distances: [...distances] });
  const head: Omit<PaceTable, "rows"> = { ...options, distances: [...distances] };
  const written = rows.map(({ pace, speed, times }) =>
    `{"pace":${pace},"speed":${round2Json(speed)},"times":[${times.map(round2Json).join()}]}`
  );
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${written.join()}]}`;
}

/**
 * A table as the original service answers it: a list of rows whose keys are `pace`, `speed` and the
 * distances.
 *
 * Put together as text because an object would put the keys that look like whole numbers first.
 */
export function generatedTableJson({ distances, ...options }: TableOptions): string {
  const keys = [...new Set(distances)];
  const { rows } = paceTable({ ...options, distances: keys });
  const names = keys.map((key) => `,"${key}":`);
  const written = rows.map(({ pace, speed, times }) => {
    let row = `{"pace":${pace},"speed":${round2Json(speed)}`;
    for (let column = 0; column < times.length; column++) {
      row += `${names[column]}${round2Json(times[column] ?? 0)}`;
    }
    return `${row}}`;
  });
  return `[${written.join(",")}]`;
}
