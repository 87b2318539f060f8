/**
 * Constants of the World Athletics scoring tables, edition 2025: figures only, read by
 * `world_athletics_points.ts`. Flat running; hurdles and steeplechase depend on heights and are
 * left out.
 *
 * The tables are World Athletics' own ("World Athletics Scoring Tables of Athletics", 2025 edition,
 * B. Spiriev). They list, for each point, the slowest mark that earns it, cut to hundredths on the
 * track and to seconds on the road. jchen1/iaaf-scoring-tables (`coefficients-2025.json`, MIT)
 * fitted a parabola to those lines, which therefore lies half a hundredth or half a second beside
 * the tables' own. Moved back by that half, every one of them is factor · (zero − t)² with the
 * round figures below, to within 0.1 point. For events that did not change with the 2025 edition
 * they are those of GlaivePro/IaafPoints (2022 edition).
 */
import type { Sex } from "../people/category.ts";

/** Edition of the tables. */
export const POINTS_EDITION = "2025";

/** Disciplines the tables know, each over its own course. */
export type ScoredDiscipline = "track" | "short-track" | "road";

/** Points = factor · (zero − t)², t and zero in seconds, for one race distance in meters. */
export type ScoredEvent = readonly [distance: number, factor: number, zero: number];

/**
 * Distances in meters whose points were compared with scores that World Athletics published for
 * results of either sex: `testdata/published_scores.ts`. For the others no scores were available.
 */
export const CONFIRMED_DISTANCES: Readonly<Record<ScoredDiscipline, readonly number[]>> = {
  track: [400, 800, 1500, 1609.344, 3000, 5000, 10_000],
  "short-track": [],
  road: [5000, 10_000, 21_097.5],
};

/** Events by sex and discipline, short to long. */
export const POINTS_COEFFICIENTS: Readonly<
  Record<Sex, Readonly<Record<ScoredDiscipline, readonly ScoredEvent[]>>>
> = {
  M: {
    track: [
      [60, 68.6, 10.7],
      [100, 24.63, 17],
      [200, 5.08, 35.5],
      [300, 1.83, 57.2],
      [400, 1.021, 79],
      [500, 0.585, 104],
      [600, 0.3857, 129.5],
      [800, 0.198, 182],
      [1000, 0.1123, 237.5],
      [1500, 0.04066, 385],
      [1609.344, 0.0351, 415],
      [2000, 0.02181, 528],
      [3000, 0.00815, 840],
      [3218.688, 0.00703, 904.8],
      [5000, 0.002778, 1440],
      [10000, 5.24e-4, 3150],
    ],
    "short-track": [
      [60, 68.6, 10.7],
      [200, 5.04, 36],
      [300, 1.803, 58],
      [400, 0.981, 80.6],
      [500, 0.565, 106],
      [600, 0.39, 131],
      [800, 0.1974, 184],
      [1000, 0.1139, 240],
      [1500, 0.042, 386],
      [1609.344, 0.0369, 415],
      [2000, 0.0226, 528],
      [3000, 0.008322, 840],
      [5000, 0.0029, 1440],
    ],
    road: [
      [1609.344, 0.0351, 415],
      [5000, 0.002778, 1440],
      [10000, 5.24e-4, 3150],
      [15000, 2.162e-4, 4868],
      [16093.44, 1.852e-4, 5250],
      [20000, 1.085e-4, 6703],
      [21097.5, 9.47e-5, 7140],
      [25000, 6.38e-5, 8640],
      [30000, 4.19e-5, 10600],
      [42195, 2.01e-5, 15300],
      [100000, 1.765e-6, 48600],
    ],
  },
  F: {
    track: [
      [60, 24.9, 14],
      [100, 9.92, 22],
      [200, 2.242, 45.5],
      [300, 0.7, 77],
      [400, 0.335, 110],
      [500, 0.1876, 145.5],
      [600, 0.129, 180],
      [800, 0.0688, 250],
      [1000, 0.0382, 330],
      [1500, 0.0134, 540],
      [1609.344, 0.01165, 580],
      [2000, 0.006766, 750],
      [3000, 0.002539, 1200],
      [3218.688, 0.002157, 1296.3],
      [5000, 8.08e-4, 2100],
      [10000, 1.712e-4, 4500],
    ],
    "short-track": [
      [60, 24.9, 14],
      [200, 1.962, 47.5],
      [300, 0.6595, 79],
      [400, 0.3224, 112],
      [500, 0.1714, 150.5],
      [600, 0.1063, 190.35],
      [800, 0.0572, 264],
      [1000, 0.03473, 340.4],
      [1500, 0.01365, 540],
      [1609.344, 0.01154, 585.5],
      [2000, 0.00685, 752.2],
      [3000, 0.00259, 1200],
      [5000, 8.25e-4, 2100],
    ],
    road: [
      [1609.344, 0.01165, 580],
      [5000, 8.08e-4, 2100],
      [10000, 1.712e-4, 4500],
      [15000, 5.95e-5, 7289],
      [16093.44, 5.016e-5, 7904],
      [20000, 2.956e-5, 10154],
      [21097.5, 2.596e-5, 10798],
      [25000, 1.782e-5, 13020],
      [30000, 1.178e-5, 15960],
      [42195, 5.39e-6, 23400],
      [100000, 8.74e-7, 61200],
    ],
  },
};
