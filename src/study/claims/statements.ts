/** From the phrase of a statement to what is tested. Each function is one kind of phrase. CLM-01, CLM-02. */
import type { Comparison } from '../../scenario/regimes.ts';
import { readsColumn, readsDifference, readsFigure, type FigureMetric, type Unit } from './metrics.ts';
import type { Lookup } from './lookup.ts';
import type { PhraseKind } from './phrases.ts';
import { against, MARGIN, type Contrast, type Side, type Statement } from './statement.ts';

type Measured = Pick<Statement, 'measured' | 'unit' | 'reads' | 'sign'>;

/** The level of a share is in percent. */
const levelUnit = (unit: Unit): Unit => (unit.isShare ? { ...unit, word: 'percent' } : unit);

const plain: Unit = { isShare: false, word: '' };
const above = (border: number): Side => ({ relation: 'above', border });
const below = (border: number): Side => ({ relation: 'below', border });

/** How far an effect lowers a metric, or raises it. */
function effectOn(
  lookup: Lookup,
  verb: 'lowers' | 'raises',
): (Measured & { readonly comparison: Comparison }) | null {
  const comparison = lookup.effect();
  const metric = lookup.metric(comparison ?? []);
  if (comparison === null || metric === null) return null;
  const [a, b] = comparison;
  return {
    comparison,
    measured: `${metric.name}, ${verb === 'lowers' ? `${a} less ${b}` : `${b} less ${a}`}`,
    unit: metric.unit,
    reads: readsDifference(a, b, metric),
    sign: verb === 'lowers' ? 1 : -1,
  };
}

/** The sides of "lowers" at some place: above an amount, or nowhere above it. */
function complete(
  lookup: Lookup,
  measured: Measured | null,
  sides: (measured: Measured) => readonly Side[] | null,
  contrast: Contrast | null = null,
): Statement | null {
  const place = lookup.place(contrast?.axis ?? null);
  const tested = measured === null ? null : sides(measured);
  if (measured === null || place === null || tested === null) return null;
  const { step, experiment } = lookup;
  const isNegated = place.where === 'nowhere';
  const own = isNegated
    ? tested.map(({ relation, border }) => ({ relation: against(relation), border }))
    : tested;
  return {
    ...{ step, experiment, contrast, at: place.at, sides: own, isAtEveryPoint: place.where !== null },
    measured: measured.measured,
    unit: measured.unit,
    reads: measured.reads,
    sign: measured.sign,
  };
}

/** Above an amount; without one above 0, and "nowhere" leaves the margin of an equivalence. CLM-02. */
function changes(verb: 'lowers' | 'raises') {
  return (lookup: Lookup): Statement | null =>
    complete(lookup, effectOn(lookup, verb), ({ unit }) => {
      const isNowhere = lookup.slot('place').endsWith(' nowhere');
      const amount = isNowhere
        ? lookup.margin(unit, MARGIN)
        : (lookup.change(unit) ?? (lookup.slot('amount') === '' ? 0 : null));
      return amount === null ? null : [above(amount)];
    });
}

const doesNot =
  (verb: 'lowers' | 'raises') =>
  (lookup: Lookup): Statement | null =>
    complete(lookup, effectOn(lookup, verb), ({ unit }) => {
      const margin = lookup.margin(unit, MARGIN);
      return margin === null ? null : [below(margin)];
    });

function doesNotChange(lookup: Lookup): Statement | null {
  return complete(lookup, effectOn(lookup, 'lowers'), ({ unit }) => {
    const margin = lookup.widthOf(lookup.margin(unit, MARGIN));
    return margin === null ? null : [above(-margin), below(margin)];
  });
}

function contrastOf(lookup: Lookup): Contrast | null {
  const axis = lookup.axis('axis');
  const values = axis === null ? null : lookup.values(axis);
  return axis === null || values === null ? null : { axis, first: values[0], second: values[1] };
}

/** A contrast of a measured value, larger or smaller at its first value. */
function contrasted(
  lookup: Lookup,
  measured: Measured | null,
  contrast: Contrast | null,
  side: Side,
): Statement | null {
  if (contrast === null) {
    lookup.place(null);
    return null;
  }
  const { axis, first, second } = contrast;
  const named =
    measured === null
      ? null
      : { ...measured, measured: `${measured.measured}, at ${axis.key} ${first} less at ${second}` };
  return complete(lookup, named, () => [side], contrast);
}

const ordered = (lookup: Lookup): Side => (lookup.slot('order') === 'larger' ? above(0) : below(0));

const verbOf = (lookup: Lookup): 'lowers' | 'raises' =>
  lookup.slot('verb') === 'raises' ? 'raises' : 'lowers';

const moreAt = (lookup: Lookup): Statement | null =>
  contrasted(lookup, effectOn(lookup, verbOf(lookup)), contrastOf(lookup), above(0));

const ROLLOVER = 'rollover.enabled';

function moreThanWithout(lookup: Lookup): Statement | null {
  const axis = lookup.axis('rollover', ROLLOVER);
  const measured = effectOn(lookup, verbOf(lookup));
  const isThanWithout = lookup.slot('rollover') === 'without rollover';
  const [on, off] =
    axis === null
      ? [null, null]
      : [lookup.value('rollover', axis, 'true'), lookup.value('rollover', axis, 'false')];
  const contrast =
    axis === null || on === null || off === null
      ? null
      : { axis, first: isThanWithout ? on : off, second: isThanWithout ? off : on };
  return contrasted(lookup, measured, contrast, above(0));
}

const effectLarger = (lookup: Lookup): Statement | null =>
  contrasted(lookup, effectOn(lookup, 'lowers'), contrastOf(lookup), ordered(lookup));

function inArm(lookup: Lookup): Measured | null {
  const arm = lookup.arm('arm');
  const metric = lookup.metric(arm === null ? [] : [arm]);
  if (arm === null || metric === null) return null;
  return {
    measured: `${metric.name} in the arm ${arm}`,
    unit: levelUnit(metric.unit),
    reads: readsFigure(arm, metric),
    sign: 1,
  };
}

const bounded = (lookup: Lookup, amount: number | null | undefined): readonly Side[] | null =>
  amount == null ? null : [lookup.slot('bound') === 'at least' ? above(amount) : below(amount)];

const level = (lookup: Lookup): Statement | null =>
  complete(lookup, inArm(lookup), ({ unit }) => bounded(lookup, lookup.amount(unit)));

const inEveryRun = (lookup: Lookup): Statement | null =>
  complete(lookup, inArm(lookup), ({ unit }) => {
    const amount = lookup.amount(unit);
    return amount == null ? null : [{ relation: 'equal', border: amount }];
  });

const levelLarger = (lookup: Lookup): Statement | null =>
  contrasted(lookup, inArm(lookup), contrastOf(lookup), ordered(lookup));

function twoArms(lookup: Lookup): Measured | null {
  const [a, b] = [lookup.arm('arm'), lookup.arm('arm2')];
  const metric: FigureMetric | null = lookup.metric([a, b].filter((arm) => arm !== null));
  if (a === null || b === null || metric === null) return null;
  if (a === b) return lookup.againstItself('arm2', `the arm ${a}`);
  return {
    measured: `${metric.name}, ${a} less ${b}`,
    unit: metric.unit,
    reads: readsDifference(a, b, metric),
    sign: 1,
  };
}

const armAgainstArm = (lookup: Lookup): Statement | null =>
  complete(lookup, twoArms(lookup), () => [ordered(lookup)]);

const same = (lookup: Lookup): Statement | null =>
  complete(lookup, twoArms(lookup), () => [{ relation: 'equal', border: 0 }]);

function ofColumn(lookup: Lookup): Measured | null {
  const column = lookup.column();
  return column === null
    ? null
    : { measured: column.name, unit: plain, reads: readsColumn(column.place), sign: 1 };
}

const columnLevel = (lookup: Lookup): Statement | null =>
  complete(lookup, ofColumn(lookup), ({ unit }) => bounded(lookup, lookup.amount(unit)));

const columnLarger = (lookup: Lookup): Statement | null =>
  contrasted(lookup, ofColumn(lookup), contrastOf(lookup), ordered(lookup));

function days(lookup: Lookup): Statement | null {
  const metric: FigureMetric = {
    name: 'the share of days with dealer inventory',
    unit: { isShare: true, word: 'percent of the days' },
    figure: 'dealer_active_fraction',
  };
  const { name, unit } = metric;
  const arm = lookup.armOf('share', 'active');
  const measured: Measured | null =
    arm === null
      ? null
      : { measured: `${name} in the arm ${arm}`, unit, reads: readsFigure(arm, metric), sign: 1 };
  return complete(lookup, measured, () => bounded(lookup, lookup.share()));
}

/** The statement of a step; null where it has faults, which are told. */
export const statementOf: Readonly<Partial<Record<PhraseKind, (lookup: Lookup) => Statement | null>>> = {
  lowers: changes('lowers'),
  raises: changes('raises'),
  'does not raise': doesNot('raises'),
  'does not lower': doesNot('lowers'),
  'does not change': doesNotChange,
  'more at': moreAt,
  'more than without': moreThanWithout,
  'effect larger': effectLarger,
  level,
  'in every run': inEveryRun,
  'level larger': levelLarger,
  'arm against arm': armAgainstArm,
  same,
  'column level': columnLevel,
  'column larger': columnLarger,
  days,
};
