import { DISTANCES, HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/distance.ts";

/** Lengths of the official distances of one kind, m. */
const lengthsOf = (kind: "track" | "road") =>
  DISTANCES.filter((distance) => distance.kind === kind).map(({ meters }) => meters);
const track = lengthsOf("track");
const road = lengthsOf("road");

/** The official distances by where they are run, m: those of the track, of both, of the road. */
export const COLUMN_GROUPS = {
  track: track.filter((meters) => !road.includes(meters)),
  both: track.filter((meters) => road.includes(meters)),
  road: road.filter((meters) => !track.includes(meters)),
} as const;

/** Ready-made choices of columns, m; null for the usual ones. */
export const COLUMN_SETS = {
  essential: [400, 1000, 1500, 3000, 5000, 10_000, HALF_MARATHON, MARATHON],
  track,
  road,
  usual: null,
} as const satisfies Record<string, readonly number[] | null>;
