/** The axes of a grid, each with its values in the order of the grid and the value of a point on it. EXP-01. */
import { axisText } from '../scenario/axes.ts';
import { gridPoints, type Grid, type GridPoint } from '../scenario/grid.ts';

export interface GridAxis {
  /** The column of tables, as `kappa`; of further axes their key. */
  readonly column: string;
  /** Its key in a scenario file, as `ring.kappa`. */
  readonly key: string;
  readonly values: readonly string[];
  readonly of: (point: GridPoint) => string;
}

/** All of them, those of one value too; of κ and L/Q one is empty at every point, unless a design draws it. */
export function axesOf(grid: Grid): GridAxis[] {
  const points = [...gridPoints({ ...grid, replicates: 1 })];
  const all: Omit<GridAxis, 'values'>[] = [
    { column: 'kappa', key: 'ring.kappa', of: ({ kappa }) => kappa ?? '' },
    {
      column: 'liquidity_ratio',
      key: 'ring.liquidity_ratio',
      of: ({ liquidityRatio }) => liquidityRatio ?? '',
    },
    { column: 'concentration', key: 'ring.concentration', of: ({ concentration }) => concentration },
    { column: 'mu', key: 'ring.mu', of: ({ mu }) => mu },
    {
      column: 'outside_mid_ratio',
      key: 'outside_mid_ratio',
      of: ({ outsideMidRatio }) => outsideMidRatio,
    },
    ...grid.axes.map(({ path }, i) => ({
      ...{ column: path, key: path },
      of: ({ settings }: GridPoint) => axisText(settings[i]?.value ?? null),
    })),
  ];
  return all.map((axis) => ({ ...axis, values: [...new Set(points.map(axis.of))] }));
}

/** Those of more than one value. */
export const varyingAxes = (grid: Grid): GridAxis[] => axesOf(grid).filter(({ values }) => values.length > 1);
