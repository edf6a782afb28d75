/**
 * Marginal effects: the effect of each pair on what varies between the points, by least squares, with errors
 * clustered by seed, since pairs of one seed share their draws (BAL-11R). A description of the grid, no model of why.
 */
import jstat from 'jstat';
import { at, groupBy } from '../core/list.ts';
import { pValue } from '../run/metrics/multiplicity.ts';

export interface Observation {
  /** Pairs of one cluster are not independent: the seed, or the pair itself where each has its own. */
  readonly cluster: string;
  readonly y: number;
  readonly x: readonly number[];
}

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

export interface Regression {
  readonly coefficients: readonly Coefficient[];
  readonly observations: number;
  readonly clusters: number;
  readonly rSquared: number;
}

/**
 * `names` are those of the regressors; a constant comes before them. Null where there are too few clusters, or where
 * the regressors do not vary on their own.
 */
export function regress(names: readonly string[], data: readonly Observation[]): Regression | null {
  const rows = data.map(({ x }) => [1, ...x]);
  const y = data.map((one) => one.y);
  const width = names.length + 1;
  const clusters = groupBy(
    data.map((_, i) => i),
    (i) => at(data, i).cluster,
  );
  const [n, groups] = [data.length, clusters.size];
  if (groups < 2 || n <= width) return null;
  const inverse = inverted(cross(rows, rows, width));
  if (inverse === null) return null;
  const moments = Array.from({ length: width }, (_, j) => total(rows.map((row, i) => at(row, j) * at(y, i))));
  const beta = inverse.map((row) => total(row.map((value, j) => value * at(moments, j))));
  const residuals = rows.map((row, i) => at(y, i) - total(row.map((value, j) => value * at(beta, j))));
  const scores = [...clusters.values()].map((members) =>
    Array.from({ length: width }, (_, j) => total(members.map((i) => at(at(rows, i), j) * at(residuals, i)))),
  );
  const spread = product(product(inverse, cross(scores, scores, width)), inverse);
  // the usual correction for few clusters, with t of one degree less than there are clusters
  const correction = (groups / (groups - 1)) * ((n - 1) / (n - width));
  const t = jstat.studentt.inv(0.975, groups - 1);
  const mean = total(y) / n;
  const all = total(y.map((value) => (value - mean) ** 2));
  return {
    coefficients: ['constant', ...names].map((name, j) => {
      const estimate = at(beta, j);
      const error = Math.sqrt(Math.max(0, correction * at(at(spread, j), j)));
      const test = {
        pairs: groups,
        mean: estimate,
        standardError: error,
        low: null,
        high: null,
        isFinding: false,
      };
      const p = pValue(test) ?? 1;
      return { name, estimate, error, low: estimate - t * error, high: estimate + t * error, p };
    }),
    observations: n,
    clusters: groups,
    rSquared: all === 0 ? 0 : 1 - total(residuals.map((value) => value ** 2)) / all,
  };
}

type Matrix = readonly (readonly number[])[];

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Σ aᵢ bᵢᵀ over rows. */
const cross = (a: Matrix, b: Matrix, width: number): number[][] =>
  Array.from({ length: width }, (_, j) =>
    Array.from({ length: width }, (_, k) => total(a.map((row, i) => at(row, j) * at(at(b, i), k)))),
  );

const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) =>
    Array.from({ length: row.length }, (_, k) => total(row.map((value, j) => value * at(at(b, j), k)))),
  );

/** Gauss and Jordan, with the largest pivot; null where the matrix has no inverse. */
function inverted(matrix: Matrix): number[][] | null {
  const size = matrix.length;
  const scale = Math.max(...matrix.flat().map(Math.abs));
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(at(at(work, i), column)) > Math.abs(at(at(work, best), column))) best = i;
    const pivot = at(work, best);
    if (Math.abs(at(pivot, column)) < 1e-10 * scale) return null;
    work[best] = at(work, column);
    work[column] = pivot.map((value) => value / at(pivot, column));
    for (let i = 0; i < size; i++) {
      const factor = at(at(work, i), column);
      if (i !== column) work[i] = at(work, i).map((value, j) => value - factor * at(at(work, column), j));
    }
  }
  return work.map((row) => row.slice(size));
}
