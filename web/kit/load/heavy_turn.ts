import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { TooBusyError } from "@mypacer/shared/process/heavy_work.ts";
import { columns, type TableState } from "../table_state/table_state.ts";
import { scaleOf } from "../table_state/row_kinds.ts";
import type { Site } from "./site.ts";

/** Tables of fewer cells take a few milliseconds more than an empty page: they wait for nothing. */
const HEAVY = 3000;
/** Cells drawn in a millisecond. */
const CELLS_PER_MS = 1000;

/** Time that the table of a state takes to draw, ms; 0 where that is not worth a turn. */
export function drawingTime(state: TableState): number {
  const cells = rowCount({ ...state, scale: scaleOf(state) }) * columns(state).length;
  return cells < HEAVY ? 0 : cells / CELLS_PER_MS;
}

/**
 * Waits until something heavy may be drawn, which has to be done at once then.
 *
 * @param expected Time it takes, ms; 0 waits for nothing.
 * @returns Null when it may be drawn, else the answer that says why not.
 */
export async function heavyTurn(
  { heavyWork }: Pick<Site, "heavyWork">,
  expected: number,
): Promise<Response | null> {
  if (expected === 0) return null;
  try {
    await heavyWork.turn(expected);
    return null;
  } catch (error) {
    if (!(error instanceof TooBusyError)) throw error;
    return new Response(
      "Trop de grands tableaux sont demandés à la fois : réessayez dans un instant.\n" +
        "Too many large tables are asked for at once: try again in a moment.\n",
      {
        status: 503,
        headers: {
          "content-type": "text/plain; charset=utf-8",
          "cache-control": "no-store",
          "retry-after": String(error.retryAfter),
        },
      },
    );
  }
}
