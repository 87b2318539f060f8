/** The straight line through points, by ordinary least squares. */

/** A point: the explaining and the explained variable. */
export type Point = readonly [x: number, y: number];

/** y = intercept + slope·x, and how well it fits. */
export interface Line {
  slope: number;
  intercept: number;
  /** Share of the variance explained, 0 to 1; 1 for two points. */
  rSquared: number;
  /** Standard deviation of the residuals with n − 2 degrees of freedom; null for two points. */
  deviation: number | null;
  count: number;
  meanX: number;
  /** Sum of the squared distances of x from its mean. */
  spreadX: number;
}

/**
 * Fits a line.
 *
 * @returns Null when there are fewer than two points, or all of them have one x.
 */
export function fitLine(points: readonly Point[]): Line | null {
  const count = points.length;
  if (count < 2) return null;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  let spreadX = 0;
  let spreadY = 0;
  let shared = 0;
  for (const [x, y] of points) {
    spreadX += (x - meanX) ** 2;
    spreadY += (y - meanY) ** 2;
    shared += (x - meanX) * (y - meanY);
  }
  // Equal x may differ by a rounding error of the mean.
  if (spreadX <= 1e-12 * Math.max(1, meanX ** 2)) return null;
  const slope = shared / spreadX;
  const intercept = meanY - slope * meanX;
  const unexplained = points.reduce((sum, [x, y]) => sum + (y - intercept - slope * x) ** 2, 0);
  return {
    slope,
    intercept,
    rSquared: spreadY === 0 ? 1 : Math.min(1, Math.max(0, 1 - unexplained / spreadY)),
    deviation: count === 2 ? null : Math.sqrt(unexplained / (count - 2)),
    count,
    meanX,
    spreadX,
  };
}

/** 95 % quantiles of Student's t for 1 to 30 degrees of freedom; from any table of statistics. */
const STUDENT_95 = [
  6.314,
  2.92,
  2.353,
  2.132,
  2.015,
  1.943,
  1.895,
  1.86,
  1.833,
  1.812,
  1.796,
  1.782,
  1.771,
  1.761,
  1.753,
  1.746,
  1.74,
  1.734,
  1.729,
  1.725,
  1.721,
  1.717,
  1.714,
  1.711,
  1.708,
  1.706,
  1.703,
  1.701,
  1.699,
  1.697,
];
/** The same of the normal distribution. */
const NORMAL_95 = 1.645;

/**
 * Margin above and below the line at x that holds nine of ten new values of y.
 *
 * @returns Half the width of the 5–95 % prediction interval; null for a line through two points,
 *   which leaves no residual.
 */
export function predictionMargin(line: Line, x: number): number | null {
  if (line.deviation === null) return null;
  const quantile = STUDENT_95[line.count - 3] ?? NORMAL_95;
  return quantile * line.deviation *
    Math.sqrt(1 + 1 / line.count + (x - line.meanX) ** 2 / line.spreadX);
}

/**
 * Solves f(x) = target between two bounds by halving, where f is monotonic.
 *
 * @returns x to the precision of a double; null when the target does not lie between f(low) and
 *   f(high).
 */
export function bisect(
  f: (x: number) => number,
  target: number,
  { low, high }: { low: number; high: number },
): number | null {
  const rising = f(high) > f(low);
  const below = (x: number) => rising ? f(x) < target : f(x) > target;
  const above = rising ? f(low) > target : f(low) < target;
  if (above || below(high)) return null;
  for (let step = 0; step < 200 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
