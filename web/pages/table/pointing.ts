/** What follows the pointer and the keys over the table. */
import { followLights } from "./lights.ts";
import { followTips } from "./tips.ts";

/** Starts all of it. @returns A function that stops it. */
export function followPointing(root: HTMLElement): () => void {
  const stops = [followTips(root), followLights(root)];
  return () => stops.forEach((stop) => stop());
}
