/** The axis by which the headline of a sweep is told: the first that varies. */
import { axisText } from '../scenario/axes.ts';
import { pointCount, type Grid, type GridPoint } from '../scenario/grid.ts';

export interface FirstAxis {
  /** Its column, such as `kappa`. */
  readonly name: string;
  readonly values: readonly string[];
}

export function firstAxis(grid: Grid): FirstAxis {
  const money =
    grid.kappas === null
      ? { name: 'liquidity_ratio', values: grid.liquidityRatios ?? [] }
      : { name: 'kappa', values: grid.kappas };
  const axes: FirstAxis[] = [
    money,
    { name: 'concentration', values: grid.concentrations },
    { name: 'mu', values: grid.mus },
    { name: 'outside_mid_ratio', values: grid.outsideMidRatios },
    ...grid.axes.map(({ path, values }) => ({ name: path, values: values.map(axisText) })),
  ];
  return axes.find(({ values }) => values.length > 1) ?? money;
}

/** The place of a pair's value on the axis: all axes before it have one value. BAL-10. */
export const placeOnAxis = (grid: Grid, { values }: FirstAxis, { index }: GridPoint): number =>
  Math.floor(index / (pointCount(grid) / values.length));
