/** What follows the pointer and the keys over the table. */
import { followArrows } from "../../kit/keyboard/one_stop.ts";
import type { Language } from "../../kit/language/language.ts";
import { followCells } from "./cells.ts";
import { followColumns } from "./columns_pointed.ts";
import { TABLE_STOPS } from "./table_keys.ts";
import { followTips } from "./tips.ts";

/** What the table needs to answer the pointer and the keys. */
export interface PointingOptions {
  language: Language;
  /** Announces a text to screen readers. */
  announce: (text: string) => void;
  /** Makes the row of a pace "ma ligne", or no longer. @param pace s/km. */
  pin: (pace: number) => void;
}

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
