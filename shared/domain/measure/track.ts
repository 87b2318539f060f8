/** The 400 m track, and where on it a runner is. */

/**
 * Lengths of the standard track, in meters. Source: World Athletics, Track and Field Facilities
 * Manual, edition of 2019, chapter 2.
 */
export const TRACK = {
  straight: 84.39,
  /** Radius of the bends at the inner edge. */
  bend: 36.5,
  laneWidth: 1.22,
} as const;

/** How far from its inner line a lane is measured, m: lane 1 has a kerb, the others a line. */
const MEASURED = { kerb: 0.3, line: 0.2 } as const;

/** Length of a lap, m, of the first lane. */
export const LAP = 400;

/**
 * Length of a lap in a lane, m, as it is measured.
 *
 * @param lane 1 is the inner one.
 * @throws {RangeError} If the lane is not a whole number above 0.
 */
export function lapOfLane(lane: number): number {
  if (!Number.isInteger(lane) || lane < 1) {
    throw new RangeError(`Cannot measure lane ${lane}: must be a whole number above 0`);
  }
  const from = lane === 1 ? MEASURED.kerb : MEASURED.line;
  const radius = TRACK.bend + (lane - 1) * TRACK.laneWidth + from;
  return 2 * TRACK.straight + 2 * Math.PI * radius;
}

/** A point of the plane, m from the middle of the track: x to the right, y down. */
export interface TrackPoint {
  x: number;
  y: number;
}

const HALF_STRAIGHT = TRACK.straight / 2;
/** Length of a bend of the first lane, m. */
const BEND = LAP / 2 - TRACK.straight;

/**
 * Where a runner is on an oval as seen from above: the finish stands at the end of the straight
 * that is drawn below, and everybody runs to the left, as on every track.
 *
 * Lanes that are drawn beside each other have bends of their own radius. A runner's place on them
 * is that of the first lane, so that runners beside each other have run the same.
 *
 * @param meters From the finish line, in running direction; below 0 is before it. Laps repeat.
 * @param radius Of the bends that are drawn, m.
 */
export function pointOnTrack(meters: number, radius: number): TrackPoint {
  const along = ((meters % LAP) + LAP) % LAP;
  const half = Math.floor(along / (LAP / 2));
  const within = along - half * (LAP / 2);
  // The second half is the first, turned around the middle.
  const sign = half === 0 ? 1 : -1;
  if (within >= BEND) {
    return { x: sign * (HALF_STRAIGHT - (within - BEND)), y: sign * -radius };
  }
  const angle = Math.PI * within / BEND;
  return {
    x: sign * (HALF_STRAIGHT + radius * Math.sin(angle)),
    y: sign * radius * Math.cos(angle),
  };
}

/**
 * Where a runner is on the straight before the finish, which a chute makes long enough for 100 m.
 *
 * @param toGo Meters to the finish line, 0 to 130.
 * @param radius Of the bends that are drawn, m.
 */
export function pointOnStraight(toGo: number, radius: number): TrackPoint {
  return { x: HALF_STRAIGHT - toGo, y: radius };
}
