/** Where in a grid a statement speaks: values of axes by the keys of a scenario. CLM-01. */
import type { Grid, GridPoint } from '../../scenario/grid.ts';
import { decimal } from '../../num.ts';
import { axesOf, type GridAxis } from '../axes.ts';

/** Every axis that a claim may name, by its key: of κ and L/Q the one that the grid goes by. */
export const namedAxes = (grid: Grid): GridAxis[] =>
  axesOf(grid).filter(({ column }) => column !== (grid.kappas === null ? 'kappa' : 'liquidity_ratio'));

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
