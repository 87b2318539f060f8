import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { TooBusyError } from "@mypacer/shared/process/heavy_work.ts";
import { columns, type TableState } from "../table_state/table_state.ts";
import { scaleOf } from "../table_state/row_kinds.ts";
import type { Site } from "./site.ts";

/** Tables of fewer cells take only a few milliseconds: they need no turn. */
const HEAVY = 3000;
/** Cells drawn per millisecond. */
const CELLS_PER_MS = 1000;

/** Expected drawing time of a state's table, ms; 0 where it needs no turn. */
export function drawingTime(state: TableState): number {
  const cells = rowCount({ ...state, scale: scaleOf(state) }) * columns(state).length;
  return cells < HEAVY ? 0 : cells / CELLS_PER_MS;
}

/**
 * Waits for the turn to draw something heavy, which must then be drawn immediately.
 *
 * @param expected Expected time, ms; 0 does not wait.
 * @returns Null when it may be drawn, else the answer with the reason.
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
      "Trop de grands tableaux sont demandés à la fois\u00a0: réessayez dans un instant.\n" +
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
