import { sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";

/** Distances that a picture shows before any other, m: those that most runners look for. */
const FIRST_SHOWN: readonly number[] = [5000, 10_000, HALF_MARATHON, MARATHON, 1000, 400, 3000];

/** Place of a distance among those to show first; after them all for any other. */
export function showingOrder(distance: number): number {
  const place = FIRST_SHOWN.findIndex((shown) => sameDistance(shown, distance));
  return place === -1 ? FIRST_SHOWN.length : place;
}

/** Whether a distance is among those to show first. */
export function isFirstShown(distance: number): boolean {
  return showingOrder(distance) < FIRST_SHOWN.length;
}
