/** Where in a grid a statement speaks: values of axes by the keys of a scenario. CLM-01. */
import { axisText } from '../../scenario/axes.ts';
import { gridPoints, type Grid, type GridPoint } from '../../scenario/grid.ts';
import { decimal } from '../../num.ts';

/** An axis of an experiment, of one value or of several. */
export interface GridAxis {
  /** As a claim names it: `ring.kappa`. */
  readonly name: string;
  readonly values: readonly string[];
  readonly of: (point: GridPoint) => string;
}

/** Every axis that a claim may name. */
export function gridAxes(grid: Grid): GridAxis[] {
  const points = [...gridPoints({ ...grid, replicates: 1 })];
  const money: Pick<GridAxis, 'name' | 'of'> =
    grid.kappas === null
      ? { name: 'ring.liquidity_ratio', of: ({ liquidityRatio }) => liquidityRatio ?? '' }
      : { name: 'ring.kappa', of: ({ kappa }) => kappa ?? '' };
  const all: Pick<GridAxis, 'name' | 'of'>[] = [
    money,
    { name: 'ring.concentration', of: ({ concentration }) => concentration },
    { name: 'ring.mu', of: ({ mu }) => mu },
    { name: 'outside_mid_ratio', of: ({ outsideMidRatio }) => outsideMidRatio },
    ...grid.axes.map(({ path }, i) => ({
      name: path,
      of: ({ settings }: GridPoint) => axisText(settings[i]?.value ?? null),
    })),
  ];
  return all.map((axis) => ({ ...axis, values: [...new Set(points.map(axis.of))] }));
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** The value of an axis that is written so: 0.50 is 0.5. Null where the axis does not have it. */
export const valueOn = ({ values }: GridAxis, written: string): string | null =>
  values.find(
    (value) =>
      value === written ||
      (isNumber(value) && isNumber(written) && decimal.of(value).comparedTo(decimal.of(written)) === 0),
  ) ?? null;

/** An axis and one of its values. */
export interface At {
  readonly axis: GridAxis;
  readonly value: string;
}

export const isAt = (point: GridPoint, places: readonly At[]): boolean =>
  places.every(({ axis, value }) => axis.of(point) === value);
