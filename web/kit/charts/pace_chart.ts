/** The layout of the picture of pace over distance. Both axes are logarithmic. */
import { DISTANCES, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import {
  type PersonalCurve,
  predictOnCurve,
} from "@mypacer/shared/domain/models/personal_curve.ts";

/** Size of a picture and the room for its axes, in its own units, in which texts are 13 high. */
export interface ChartSize {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The picture twice, for a desk and for a phone: its texts are legible on both. */
export const CHART_SIZES = {
  wide: { width: 760, height: 400, left: 62, right: 16, top: 24, bottom: 44 },
  narrow: { width: 340, height: 340, left: 44, right: 12, top: 28, bottom: 46 },
} as const satisfies Record<string, ChartSize>;

/** A run on the picture. */
export interface ChartRun {
  /** m. */
  distance: number;
  /** s. */
  time: number;
}

/** Coordinates of the picture. */
export interface PaceChart extends ChartSize {
  /** From the left, of a distance in m. */
  x: (distance: number) => number;
  /** From the top, of a pace in s/km: faster is higher. */
  y: (pace: number) => number;
  /** Distances labelled below, m. */
  distances: number[];
  /** Paces labelled at the side, s/km. */
  paces: number[];
}

/** Room beyond the outermost points, as a factor. */
const BEYOND = { distance: 1.25, pace: 1.04 } as const;
/** Steps between labelled paces, s. */
const PACE_STEPS = [5, 10, 15, 30, 60, 120, 300] as const;
/** Most labelled paces. */
const MOST_PACES = 8;
/** Fewest units between two labelled distances. */
const APART = 46;

/** Lays out a picture of runs; null where there is none. */
export function layChart(runs: readonly ChartRun[], size: ChartSize): PaceChart | null {
  if (runs.length === 0) return null;
  const paces = runs.map(({ distance, time }) => time * 1000 / distance);
  const lengths = runs.map(({ distance }) => distance);
  const shortest = Math.min(...lengths) / BEYOND.distance;
  const longest = Math.max(...lengths) * BEYOND.distance;
  const fastest = Math.min(...paces) / BEYOND.pace;
  const slowest = Math.max(...paces) * BEYOND.pace;
  const between = (value: number, from: number, to: number) =>
    Math.log(value / from) / Math.log(to / from);
  const round = (value: number) => Math.round(value * 10) / 10;
  const { width, height, left, right, top, bottom } = size;
  const x = (distance: number) =>
    round(left + between(distance, shortest, longest) * (width - left - right));
  const y = (pace: number) =>
    round(top + between(pace, fastest, slowest) * (height - top - bottom));
  const step = PACE_STEPS.find((step) => (slowest - fastest) / step <= MOST_PACES) ?? 600;
  const first = Math.ceil(fastest / step) * step;
  const written = Array.from(
    { length: Math.max(0, Math.floor((slowest - first) / step) + 1) },
    (_, index) => first + index * step,
  );
  const distances = writtenDistances(lengths, x, { shortest, longest });
  return { ...size, x, y, distances, paces: written };
}

/** Distances that are labelled before others where there is no room for all, m. */
const KNOWN_BEST = [MARATHON, 10_000, 1500, 100, 5000, HALF_MARATHON, 400, 800, 3000, 200];

/** Distances in the order in which they are labelled. */
function byRank(distances: readonly number[]): number[] {
  const rank = (distance: number) => {
    const at = KNOWN_BEST.findIndex((known) => sameDistance(known, distance));
    return at === -1 ? KNOWN_BEST.length : at;
  };
  return distances.toSorted((a, b) => rank(a) - rank(b) || a - b);
}

/** Labelled distances: those of the runs first, others where there is room. */
function writtenDistances(
  lengths: readonly number[],
  x: (distance: number) => number,
  { shortest, longest }: { shortest: number; longest: number },
): number[] {
  const others = DISTANCES.map(({ meters }) => meters);
  const chosen: number[] = [];
  for (const distance of [...byRank(lengths), ...byRank(others)]) {
    if (distance < shortest || distance > longest) continue;
    if (chosen.every((other) => Math.abs(x(other) - x(distance)) >= APART)) chosen.push(distance);
  }
  return chosen.sort((a, b) => a - b);
}

/** Points along a curve: the line itself, and the band around it where there is one. */
export interface CurveLine {
  line: [x: number, y: number][];
  band: [x: number, y: number][];
}

/** Points of a curve. */
const STEPS = 40;

/** Draws a runner's curve from the shortest to the longest of its runs. */
export function layCurve(chart: PaceChart, curve: PersonalCurve): CurveLine {
  const { shortest: from, longest: to } = curve;
  const line: [number, number][] = [];
  const fast: [number, number][] = [];
  const slow: [number, number][] = [];
  for (let step = 0; step <= STEPS; step++) {
    const distance = from * (to / from) ** (step / STEPS);
    const answer = predictOnCurve(curve, distance);
    if (!answer.valid) continue;
    const at = (time: number): [number, number] => [
      chart.x(distance),
      chart.y(time * 1000 / distance),
    ];
    line.push(at(answer.time));
    fast.push(at(answer.fastest));
    slow.push(at(answer.slowest));
  }
  return { line, band: [...fast, ...slow.reverse()] };
}
