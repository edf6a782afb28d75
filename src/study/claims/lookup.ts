/** What the words in the slots of a phrase stand for, or the fault of each. CLM-01, CLM-03. */
import { sweepRegimes, type Comparison, type SweepRegime } from '../../scenario/regimes.ts';
import { decimal } from '../../num.ts';
import { subjectWithin } from '../../sweep/headline-sentences.ts';
import type { Experiment } from './experiment.ts';
import { nearestOf, type Findings } from './findings.ts';
import {
  figureNamed,
  figureWords,
  hasFigure,
  namedFigures,
  pairColumns,
  type FigureMetric,
  type Unit,
} from './metrics.ts';
import type { Matched } from './phrases.ts';
import type { GridAxis } from '../axes.ts';
import { valueOn, type At } from './places.ts';
import type { ClaimStep } from './read.ts';

/** What an effect is called: the second arm does it, against the first. */
export const effects: readonly (readonly [words: string, comparison: Comparison])[] = (
  [
    ['passive', 'active'],
    ['passive', 'backstop'],
    ['backstop', 'active'],
    ['baseline', 'passive'],
  ] as const
).map((comparison) => [subjectWithin(comparison), comparison]);

const shares: Readonly<Record<string, number>> = {
  half: 1 / 2,
  'a third': 1 / 3,
  'two thirds': 2 / 3,
  'a quarter': 1 / 4,
  'three quarters': 3 / 4,
};

/** A change of a rate by 50 percent is half of it, which is not 50 percentage points. */
const sharesIn = ({ word }: Unit): readonly string[] =>
  word === 'percent'
    ? ['percent', '%', 'percentage points', 'percentage point', 'points']
    : ['percentage points', 'percentage point', 'points'];

/** What "nowhere" would ask for where it is refused. CLM-02. */
const HAS_NO_OPPOSITE =
  'everywhere, of the opposite: only lowers, raises, at least and at most have a nowhere';

/** Reads the slots of one step. What is wrong is told once, and the reading is null. */
export class Lookup {
  constructor(
    readonly step: ClaimStep,
    readonly matched: Matched,
    readonly experiment: Experiment,
    readonly findings: Findings,
  ) {}

  slot(name: string): string {
    return this.matched.slots[name] ?? '';
  }

  #fault(slot: string, found: string, allowed: string, offset = 0): null {
    return this.findings.at(this.step, (this.matched.starts[slot] ?? 0) + offset, found, allowed);
  }

  effect(): Comparison | null {
    const words = this.slot('effect');
    const comparison = effects.find(([known]) => known === words)?.[1];
    if (comparison === undefined)
      return this.#fault(
        'effect',
        `the unknown effect "${words}"`,
        nearestOf(
          words,
          effects.map(([known]) => known),
        ),
      );
    const missing = comparison.filter((regime) => !this.#hasArm(regime));
    if (missing.length === 0) return comparison;
    return this.#fault(
      'effect',
      `"${words}" without the ${missing.length > 1 ? 'arms' : 'arm'} ${missing.join(' and ')}`,
      this.#arms(),
    );
  }

  /** @param regimes arms that need the figure */
  metric(regimes: readonly SweepRegime[]): FigureMetric | null {
    const words = this.slot('metric');
    const metric = figureNamed(words);
    if (metric === null) {
      const known = namedFigures.map(([name]) => name);
      const nearest = nearestOf(words, figureWords()).split('; ').at(-1) ?? '';
      return this.#fault(
        'metric',
        `the unknown metric "${words}"`,
        `${known.join(', ')}, or the name of a figure; ${nearest}`,
      );
    }
    const without = regimes.filter((regime) => !hasFigure(regime, metric.figure));
    if (without.length === 0) return metric;
    return this.#fault(
      'metric',
      `"${words}" of the arm ${without.join(' and ')}, where nobody trades`,
      'a metric of debts, or the arms active and backstop',
    );
  }

  arm(slot: 'arm' | 'arm2'): SweepRegime | null {
    const word = this.slot(slot);
    const regime = sweepRegimes.find((known) => known === word);
    if (regime !== undefined && this.#hasArm(regime)) return regime;
    return this.#fault(slot, `the arm "${word}"`, this.#arms());
  }

  /** An arm that a phrase speaks of without naming it; told at one of its slots where the experiment lacks it. */
  armOf(slot: string, regime: SweepRegime): SweepRegime | null {
    return this.#hasArm(regime)
      ? regime
      : this.#fault(slot, `days with inventory without the arm ${regime}`, this.#arms());
  }

  #hasArm(regime: SweepRegime): boolean {
    return this.experiment.sweep.grid.regimes.includes(regime);
  }

  #arms(): string {
    return `arms of the experiment: ${this.experiment.sweep.grid.regimes.join(', ')}`;
  }

  /** The place of a column in the rows of comparison.csv. */
  column(): { readonly name: string; readonly place: number } | null {
    const name = this.slot('column');
    const columns = pairColumns(this.experiment.sweep);
    const place = columns.get(name);
    if (place !== undefined) return { name, place };
    const nearest =
      nearestOf(name, [...columns.keys()])
        .split('; ')
        .at(-1) ?? '';
    return this.#fault(
      'column',
      `the unknown column ${name}`,
      `a column of comparison.csv that holds a figure; ${nearest}`,
    );
  }

  /** A number in the unit of the metric: 5 percentage points are 0.05. Undefined where it is left out. */
  amount(unit: Unit): number | null | undefined {
    const text = this.matched.slots['amount'];
    if (text === undefined) return undefined;
    const [number = '', ...words] = text.split(' ');
    const written = words.join(' ');
    if (unit.isShare) {
      if (sharesIn(unit).includes(written)) return this.#share('amount', number);
      return this.#fault('amount', text, `an amount in ${unit.word}, as ${number} ${unit.word}`);
    }
    if (written === '' || written === unit.word || `${written}s` === unit.word) return Number(number);
    return this.#fault('amount', text, `a number${unit.word === '' ? '' : `, as ${number} ${unit.word}`}`);
  }

  /** How far an effect lowers or raises; which of the two is said by the verb. */
  change(unit: Unit): number | null | undefined {
    const amount = this.amount(unit);
    if (amount == null || amount >= 0) return amount;
    return this.#fault('amount', this.slot('amount'), 'an amount that is not negative');
  }

  share(): number | null {
    const text = this.slot('share');
    return shares[text] ?? this.#share('share', String(Number.parseFloat(text)));
  }

  #share(slot: string, percent: string): number | null {
    const share = decimal.of(percent).div(100).toNumber();
    return share >= 0 && share <= 1 ? share : this.#fault(slot, this.slot(slot), 'from 0 to 100 percent');
  }

  axis(slot: string, name = this.slot(slot), offset = 0): GridAxis | null {
    const axis = this.experiment.axes.find((known) => known.key === name);
    if (axis !== undefined) return axis;
    const names = this.experiment.axes.map((known) => known.key);
    return this.#fault(slot, `the unknown axis ${name}`, nearestOf(name, names), offset);
  }

  value(slot: string, axis: GridAxis, written = this.slot(slot), offset = 0): string | null {
    const value = valueOn(axis, written);
    if (value !== null) return value;
    return this.#fault(
      slot,
      `${axis.key} ${written}`,
      `a value on the grid: ${axis.values.join(', ')}`,
      offset,
    );
  }

  /** Two values of one axis. */
  values(axis: GridAxis): readonly [first: string, second: string] | null {
    const [first, second] = [this.value('value', axis), this.value('value2', axis)];
    if (first === null || second === null) return null;
    return first === second ? this.againstItself('value2', `${axis.key} ${second}`) : [first, second];
  }

  againstItself(slot: string, what: string): null {
    return this.#fault(slot, `${what} against itself`, 'two that differ');
  }

  /** `at ring.kappa 2 and ring.mu 0.5 everywhere`, beside a contrast over the axis that is taken. */
  place(
    taken: GridAxis | null,
  ): { readonly at: At[]; readonly where: 'everywhere' | 'nowhere' | null } | null {
    const text = this.slot('place');
    const at: At[] = [];
    let isWhole = true;
    for (const found of text.matchAll(/ (?:at|and) (\S+) (\S+)/g)) {
      const [whole, name = '', written = ''] = found;
      const start = found.index + whole.length - `${name} ${written}`.length;
      const axis = this.axis('place', name, start);
      const value = axis === null ? null : this.value('place', axis, written, start + name.length + 1);
      if (axis === null || value === null) {
        isWhole = false;
        continue;
      }
      if (taken?.key === name || at.some((other) => other.axis.key === name)) {
        const allowed = taken?.key === name ? 'axes that the statement does not compare' : 'each axis once';
        this.#fault('place', `${name} ${written} beside another value of ${name}`, allowed, start);
        isWhole = false;
        continue;
      }
      at.push({ axis, value });
    }
    const where = text.endsWith(' everywhere') ? 'everywhere' : text.endsWith(' nowhere') ? 'nowhere' : null;
    if (where === 'nowhere' && !this.matched.phrase.hasNowhere) {
      const start = text.length - where.length;
      return this.#fault('place', `nowhere after "${this.matched.phrase.kind}"`, HAS_NO_OPPOSITE, start);
    }
    return isWhole ? { at, where } : null;
  }

  /** No effect is both above and below nothing. */
  widthOf(margin: number | null): number | null {
    return margin === 0 ? this.#fault('amount', this.slot('amount'), 'a margin above 0') : margin;
  }

  /** A rate may leave its margin out. CLM-02. */
  margin(unit: Unit, byDefault: number): number | null {
    const amount = this.change(unit);
    if (amount !== undefined) return amount;
    if (unit.isShare) return byDefault;
    return this.#fault(
      'metric',
      'no margin',
      'by more than an amount: only rates have a margin of their own',
    );
  }
}
