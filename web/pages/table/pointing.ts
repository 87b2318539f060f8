/** What follows the pointer and the keys over the table. */
import { followArrows } from "../../kit/keyboard/one_stop.ts";
import { followLights } from "./lights.ts";
import { TABLE_STOPS } from "./table_keys.ts";
import { followTips } from "./tips.ts";

/** Starts all of it. @returns A function that stops it. */
export function followPointing(root: HTMLElement): () => void {
  const stops = [followTips(root), followLights(root), followArrows(root, TABLE_STOPS)];
  return () => stops.forEach((stop) => stop());
}
