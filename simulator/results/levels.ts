/** A level of the federation's scale with the points it earns a club. */
export type Level = { code: string; points: number };

/**
 * Lowest share of the world's best for each level, best first. Simulated: the real scale is by
 * event.
 */
const LEVELS: readonly (readonly [share: number, code: string, points: number])[] = [
  [0.95, "IA", 40],
  [0.92, "IB", 35],
  [0.9, "N1", 30],
  [0.88, "N2", 28],
  [0.86, "N3", 26],
  [0.84, "N4", 24],
  [0.82, "IR1", 20],
  [0.8, "IR2", 18],
  [0.78, "IR3", 16],
  [0.76, "IR4", 15],
  [0.74, "R1", 13],
  [0.72, "R2", 12],
  [0.7, "R3", 11],
  [0.68, "R4", 10],
  [0.66, "R5", 9],
  [0.64, "R6", 8],
  [0.62, "D1", 7],
  [0.6, "D2", 6],
  [0.58, "D3", 5],
  [0.56, "D4", 4],
  [0.54, "D5", 3],
  [0.52, "D6", 2],
  [0.5, "D7", 1],
];

/** The level of a mark by its share of the world's best, or null below the scale. */
export function levelOf(share: number): Level | null {
  const level = LEVELS.find(([lowest]) => share >= lowest);
  return level === undefined ? null : { code: level[1], points: level[2] };
}

/** Points of a mark on its own, by its share of the world's best: about 1,200 for the best. */
export function pointsOf(share: number): number {
  return Math.max(1, Math.round(1250 * share ** 3));
}
