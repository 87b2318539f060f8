import { paceTable } from "@mypacer/shared/domain/pace_table.ts";
import type { PaceTable } from "@mypacer/shared/contract/pace_table.ts";
import { round2 } from "./round.ts";

/** What a table is made of: paces in s/km, distances in m. */
export interface TableOptions {
  slowest: number;
  fastest: number;
  step: number;
  distances: readonly number[];
}

/** A table as `GET /pace-table` answers it. */
export function tableJson({ distances, ...options }: TableOptions): string {
  const { rows } = paceTable({ ...options, distances: [...distances] });
  const table: PaceTable = {
    ...options,
    distances: [...distances],
    rows: rows.map(({ pace, speed, times }) => ({
      pace,
      speed: round2(speed),
      times: times.map(round2),
    })),
  };
  return JSON.stringify(table);
}

/**
 * A table as the original service answers it: a list of rows whose keys are `pace`, `speed` and the distances.
 *
 * Written by hand because an object would put the keys that look like whole numbers first.
 */
export function generatedTableJson({ distances, ...options }: TableOptions): string {
  const keys = [...new Set(distances)];
  const { rows } = paceTable({ ...options, distances: keys });
  const written = rows.map(({ pace, speed, times }) =>
    `{"pace":${pace},"speed":${round2(speed)}${
      times.map((time, index) => `,"${keys[index]}":${round2(time)}`).join("")
    }}`
  );
  return `[${written.join(",")}]`;
}
