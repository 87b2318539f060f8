/**
 * Where everything of a race stands on its picture. The straights and the bends have the
 * proportions of a 400 m track; the lanes are wider than they are, so that bibs fit.
 */
import { metersAfter } from "@mypacer/shared/domain/analysis/steady_race.ts";
import {
  LAP,
  pointOnStraight,
  pointOnTrack,
  TRACK,
  type TrackPoint,
} from "@mypacer/shared/domain/measure/track.ts";

/** Longest distance that is run on the straight alone, m. */
const SPRINT = 100;
/** Longest distance whose laps are those of the track, m: a marathon's 105 would only blur. */
const TRUE_LAPS = 10_000;
/** Meters that a lap of the picture stands for beyond it. */
const LONG_LAP = 4000;
/** Radius of the outer edge, m. */
const OUTER = 58;
/** Width of a drawn lane, m, and the room that all of them have. */
const LANE = { most: 10, room: 42 } as const;
/** Room around the track, m. */
const MARGIN = 7;

/** Size of the picture, m. */
export const SCENE = {
  width: TRACK.straight + 2 * (OUTER + MARGIN),
  height: 2 * (OUTER + MARGIN),
} as const;

/** Lanes of a race, m from the middle of the bends. */
export interface Lanes {
  /** Radius of the middle of each lane, the first is the inner one. */
  middles: number[];
  /** Radius of the lines, from the inner edge to the outer one. */
  lines: number[];
}

/** The lanes that so many runners need; never fewer than two. */
export function lanesFor(runners: number): Lanes {
  const count = Math.max(2, runners);
  const width = Math.min(LANE.most, LANE.room / count);
  const inner = OUTER - count * width;
  return {
    middles: Array.from({ length: count }, (_, lane) => inner + (lane + 0.5) * width),
    lines: Array.from({ length: count + 1 }, (_, line) => inner + line * width),
  };
}

/** Meters of the race that a lap of the picture stands for. */
export function lapOfPicture(distance: number): number {
  return distance > TRUE_LAPS ? LONG_LAP : LAP;
}

/** Whether a distance is run on the straight alone. */
export function isSprint(distance: number): boolean {
  return distance <= SPRINT;
}

/** A point of the picture, from its upper left corner. */
function onPicture({ x, y }: TrackPoint): TrackPoint {
  return { x: x + SCENE.width / 2, y: y + SCENE.height / 2 };
}

/**
 * Where a runner is on the picture.
 *
 * @param toGo Meters to the finish. @param radius Middle of the lane.
 */
export function placeOf(distance: number, toGo: number, radius: number): TrackPoint {
  return onPicture(
    isSprint(distance)
      ? pointOnStraight(toGo, radius)
      : pointOnTrack(-toGo * LAP / lapOfPicture(distance), radius),
  );
}

/**
 * Where everybody is on the picture.
 *
 * @param distance m. @param times Of the runners, s.
 * @param clock Since the start, s.
 * @returns A point a runner, in lanes from the inside.
 */
export function placesAt(distance: number, times: readonly number[], clock: number): TrackPoint[] {
  const { middles } = lanesFor(times.length);
  return times.map((time, lane) =>
    placeOf(distance, distance - metersAfter(distance, time, clock), middles[lane] ?? OUTER)
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Outline of an oval, as the path of a picture. */
export function ovalPath(radius: number): string {
  const { x, y } = onPicture({ x: -TRACK.straight / 2, y: radius });
  const [r, straight] = [round(radius), TRACK.straight];
  return `M${round(x)} ${round(y)}h${straight}a${r} ${r} 0 0 0 0 ${-2 * r}h${-straight}` +
    `a${r} ${r} 0 0 0 0 ${2 * r}z`;
}

/** A line across the lanes, from the inner to the outer edge. */
export function lineAcross(distance: number, toGo: number, { lines }: Lanes) {
  const ends = [lines[0] ?? 0, lines.at(-1) ?? OUTER].map((radius) =>
    placeOf(distance, toGo, radius)
  );
  const [from, to] = ends.map(({ x, y }) => `${round(x)} ${round(y)}`);
  return `M${from}L${to}`;
}

/** A line of the chute that makes the straight long enough for a sprint. */
export function chutePath(distance: number, radius: number): string {
  const { x, y } = placeOf(distance, distance, radius);
  return `M${round(x)} ${round(y)}h${round(distance - TRACK.straight)}`;
}
