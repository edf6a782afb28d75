/** The axes of a grid, each with its values in the order of the grid. EXP-01. */
import { gridPoints, pointAxes, type Grid, type PointAxis } from '../scenario/grid.ts';

export interface GridAxis extends PointAxis {
  readonly values: readonly string[];
}

/** All of them, those of one value too; of κ and L/Q one is empty at every point, unless a design draws it. */
export function axesOf(grid: Grid): GridAxis[] {
  const points = [...gridPoints({ ...grid, replicates: 1 })];
  return pointAxes(grid).map((axis) => ({ ...axis, values: [...new Set(points.map(axis.of))] }));
}

/** Those of more than one value. */
export const varyingAxes = (grid: Grid): GridAxis[] => axesOf(grid).filter(({ values }) => values.length > 1);
