/** How far one runner is behind another, and over which distance that changes. */

/**
 * How far one is behind another: above 0 = slower, below 0 = faster. Swapping the two negates it.
 */
export interface Gap {
  /** s. */
  seconds: number;
  /** s/km. */
  secondsPerKilometer: number;
  /** Per cent of the mean of both times, so that it is the same for both. */
  percent: number;
}

/** Where the lead changes. */
export interface Crossover {
  /** Meters, interpolated between the two common distances around it. */
  distance: number;
  /** Which of the two is faster over shorter distances; the other is over longer ones. */
  fasterBefore: "first" | "second";
}

/**
 * The gap between two times over one distance.
 *
 * @param first s, above 0. @param second s, above 0. @param distance m, above 0.
 */
export function gapBetween(first: number, second: number, distance: number): Gap {
  const seconds = first - second;
  return {
    seconds,
    secondsPerKilometer: seconds * 1000 / distance,
    percent: 200 * seconds / (first + second),
  };
}

/**
 * Finds where the lead changes.
 *
 * Between two distances the logarithm of the ratio of times is interpolated linearly in the
 * logarithm of the distance, as two power laws cross. A tie at a common distance is the crossover
 * itself.
 *
 * @param times Times of both over common distances (m, s), short to long.
 */
export function findCrossovers(
  times: readonly { distance: number; first: number; second: number }[],
): Crossover[] {
  const crossovers: Crossover[] = [];
  let lead: { x: number; ratio: number } | null = null;
  let tie: number | null = null;
  for (const { distance, first, second } of times) {
    const x = Math.log(distance);
    const ratio = Math.log(first / second);
    if (ratio === 0) {
      tie ??= distance;
      continue;
    }
    if (lead !== null && Math.sign(lead.ratio) !== Math.sign(ratio)) {
      const share = lead.ratio / (lead.ratio - ratio);
      crossovers.push({
        distance: tie ?? Math.exp(lead.x + share * (x - lead.x)),
        fasterBefore: ratio > 0 ? "first" : "second",
      });
    }
    lead = { x, ratio };
    tie = null;
  }
  return crossovers;
}
