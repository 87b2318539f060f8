/**
 * Quantile regression of any smooth function by reweighted least squares: what lies far from the
 * function weighs less, what lies above it q, what lies below 1 − q. Where the weights settle, the
 * pinball loss is lowest; q = 0.5 is least absolute deviations.
 *
 * Source: E. J. Schlossmacher, An Iterative Technique for Absolute Deviations Curve Fitting,
 * Journal of the American Statistical Association 68(344), 857–859, 1973, with the weights of both
 * sides as in W. K. Newey and J. L. Powell, Asymmetric Least Squares, Econometrica 55(4), 1987.
 * Nothing is drawn by chance: the same data give the same figures.
 */

/** What is fitted. */
export interface QuantileProblem {
  /** Share of the observations that shall lie below the function, above 0 and below 1. */
  quantile: number;
  /** Observed values. */
  observed: Float64Array;
  /** Share of the loss that is not worth another pass. */
  tolerance: number;
  /** The function's values, in the order of those observed. */
  evaluate(parameters: readonly number[]): Float64Array;
}

/**
 * How near an observation must lie to weigh no more than that, as shares of the median distance:
 * far at first, so that no step gets caught on a single observation, then nearer.
 */
const NEARNESS = [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003] as const;
/** Passes at most. */
const PASSES = 30;
/** Relative change by which a derivative is taken. */
const STEP = 1e-5;

/** Mean pinball loss: q for each unit above the function, 1 − q for each below. */
export function pinballLoss(
  { quantile, observed, evaluate }: Omit<QuantileProblem, "tolerance">,
  at: readonly number[],
) {
  const values = evaluate(at);
  let sum = 0;
  for (let i = 0; i < observed.length; i++) {
    const above = (observed[i] ?? NaN) - (values[i] ?? NaN);
    sum += above * (above >= 0 ? quantile : quantile - 1);
  }
  return sum / observed.length;
}

/** Median distance of the observations from the function; never 0. */
function usualDistance({ observed, evaluate }: QuantileProblem, at: readonly number[]): number {
  const values = evaluate(at);
  const distances = observed.map((value, i) => Math.abs(value - (values[i] ?? NaN))).sort();
  return Math.max(Number.MIN_VALUE, distances[distances.length >> 1] ?? NaN);
}

/** Solves a symmetric, positive system by Gaussian elimination with pivots. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(cell(i, column)) > Math.abs(cell(pivot, column))) pivot = i;
    }
    const [top, chosen] = [rows[column], rows[pivot]];
    if (top === undefined || chosen === undefined || chosen[column] === 0) {
      throw new RangeError(`Cannot fit: nothing tells parameter ${column}`);
    }
    rows[column] = chosen;
    rows[pivot] = top;
    for (let i = column + 1; i < size; i++) {
      const factor = cell(i, column) / cell(column, column);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * cell(column, j));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = cell(i, size);
    for (let j = i + 1; j < size; j++) rest -= cell(i, j) * (solution[j] ?? 0);
    solution[i] = rest / cell(i, i);
  }
  return solution;
}

function derivatives({ evaluate }: QuantileProblem, at: readonly number[], values: Float64Array) {
  return at.map((parameter, k) => {
    const step = STEP * Math.max(0.1, Math.abs(parameter));
    const moved = evaluate(at.map((value, j) => j === k ? value + step : value));
    return moved.map((value, i) => (value - (values[i] ?? NaN)) / step);
  });
}

/** The step to the least squares. @param nearness Below this distance the weight grows no more. */
function stepFrom(problem: QuantileProblem, at: readonly number[], nearness: number): number[] {
  const { quantile, observed, evaluate } = problem;
  const values = evaluate(at);
  const columns = derivatives(problem, at, values);
  const size = at.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  const row = new Float64Array(size);
  for (let i = 0; i < observed.length; i++) {
    const above = (observed[i] ?? NaN) - (values[i] ?? NaN);
    const weight = (above >= 0 ? quantile : 1 - quantile) / (nearness + Math.abs(above));
    for (let k = 0; k < size; k++) row[k] = columns[k]?.[i] ?? 0;
    for (let k = 0; k < size; k++) {
      const derivative = row[k] ?? 0;
      right[k] = (right[k] ?? 0) + derivative * weight * above;
      const line = matrix[k] ?? [];
      for (let j = 0; j < size; j++) {
        line[j] = (line[j] ?? 0) + weight * derivative * (row[j] ?? 0);
      }
    }
  }
  // What no observation tells stays where it started.
  matrix.forEach((line, k) => line[k] = (line[k] ?? 0) + 1e-6 * observed.length);
  return solve(matrix, right);
}

/**
 * Fits the parameters.
 *
 * @param start Where to start from: any sensible values.
 * @returns The parameters of the lowest loss that was met with.
 */
export function fitQuantile(problem: QuantileProblem, start: readonly number[]): number[] {
  let at = [...start];
  let loss = pinballLoss(problem, at);
  for (let pass = 0; pass < PASSES; pass++) {
    const before = loss;
    for (const share of NEARNESS) {
      const step = stepFrom(problem, at, share * usualDistance(problem, at));
      for (let part = 1; part > 0.1; part /= 2) {
        const next = at.map((value, k) => value + part * (step[k] ?? 0));
        const lower = pinballLoss(problem, next);
        if (lower < loss) {
          [at, loss] = [next, lower];
          break;
        }
      }
    }
    if (before - loss <= problem.tolerance * loss) break;
  }
  return at;
}
