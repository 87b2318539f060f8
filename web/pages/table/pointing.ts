/** What follows the pointer and the keys over the table. */
import { followArrows } from "../../kit/keyboard/one_stop.ts";
import { followCells } from "./cells.ts";
import { followColumns } from "./columns_pointed.ts";
import { TABLE_STOPS } from "./table_keys.ts";
import type { PointingOptions } from "./pointing_options.ts";
import { followTips } from "./tips.ts";

/** Starts all of it. @returns A function that stops it. */
export function followPointing(root: HTMLElement, options: PointingOptions): () => void {
  const stops = [
    followTips(root),
    followColumns(root),
    followArrows(root, TABLE_STOPS),
    followCells(root, options),
  ];
  return () => stops.forEach((stop) => stop());
}
