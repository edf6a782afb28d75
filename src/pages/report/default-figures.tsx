/** @jsxRuntime automatic @jsxImportSource preact */
/** Who defaulted, and the cascade of defaults by day. SET-04, MET-13. */
import { groupBy } from '../../core/list.ts';
import { DayBars } from './charts/days.tsx';
import { defaultCells, DefaultsPanel } from './charts/defaults.tsx';
import { ink } from './charts/look.ts';
import { Figure, Panel } from './figure.tsx';
import { DataTable, numbers, texts } from '../table.tsx';
import type { Default, RunRecord } from './read-run.ts';
import { counted, fixed, listed, partyName, percent } from './words.ts';

export function DefaultsFigure({ run: { defaults, metrics } }: { readonly run: RunRecord }) {
  const { payoff, lastDay } = metrics;
  const debtors = new Set(defaults.map(({ debtor }) => debtor)).size;
  const says =
    defaults.length === 0
      ? 'Nobody defaulted.'
      : `${counted(debtors, 'trader')} defaulted on ${counted(defaults.length, 'liability', 'liabilities')}: ` +
        `of ${fixed(payoff.due)} due in the run ${fixed(payoff.paid)} was paid, a default rate of ${percent(payoff.defaultRate)}. ` +
        `A square stands for a tenth of the recovery rates, the larger the more fell due there.`;
  return (
    <Figure
      id="defaults"
      title="Who defaulted, when, with what recovery"
      says={says}
      table={{
        columns: [
          ...numbers('day'),
          ...texts('debtor', 'liability'),
          ...numbers('due', 'paid', 'recovery'),
          ...texts('held by', 'round'),
        ],
        rows: defaults.map(({ day, debtor, liability, due, paid, recovery, holders, isInduced }) => [
          String(day),
          debtor,
          liability,
          fixed(due),
          fixed(paid),
          percent(recovery),
          listed(holders.map(partyName)),
          isInduced ? 'induced' : 'first',
        ]),
      }}
      after={
        defaults.length === 0 ? null : (
          <details>
            <summary>The squares as numbers</summary>
            <DataTable
              label="numbers: defaults by day and recovery"
              columns={numbers('day', 'recovery from, percent', 'to', 'liabilities', 'due')}
              rows={defaultCells(defaults).map(({ day, tenth, liabilities, due }) => [
                ...[day, 10 * tenth, 10 * tenth + 10, liabilities].map((value) => fixed(value, 0)),
                fixed(due),
              ])}
            />
          </details>
        )
      }
    >
      {defaults.length === 0 ? null : (
        <Panel name="">
          <DefaultsPanel label={says} defaults={defaults} lastDay={lastDay} />
        </Panel>
      )}
    </Figure>
  );
}

/** First-round and induced defaults day by day. MET-13. */
export function CascadeFigure({ run: { defaults, metrics, scenario } }: { readonly run: RunRecord }) {
  if (defaults.length === 0) return null;
  const { rounds, lastDay } = metrics;
  const days = [...groupBy(defaults, ({ day }) => day)].map(([day, some]) => ({
    day,
    first: some.filter(({ isInduced }) => !isInduced),
    induced: some.filter(({ isInduced }) => isInduced),
  }));
  const due = (some: readonly Default[]): number => some.reduce((sum, one) => sum + one.due, 0);
  const bars = (of: 'first' | 'induced', name: string) =>
    days
      .filter((row) => row[of].length > 0)
      .map((row) => ({
        day: row.day,
        value: due(row[of]),
        label: `day ${String(row.day)}, ${name}: ${counted(row[of].length, 'liability', 'liabilities')}, due ${fixed(due(row[of]))}`,
      }));
  const says =
    `${counted(rounds.firstRound.count, 'liability', 'liabilities')} defaulted in the first round (due ${fixed(rounds.firstRound.face)}), ` +
    `${counted(rounds.induced.count, 'liability', 'liabilities')} because others had defaulted (due ${fixed(rounds.induced.face)}).` +
    (rounds.induced.count === 0 && scenario.rollover.enabled && scenario.rollover.issue_price === 'par'
      ? ' With rollover at par nothing is transmitted: what is repaid is lent again at once.'
      : '');
  return (
    <Figure
      id="cascade"
      title="The cascade: first-round and induced defaults by day"
      says={says}
      table={{
        columns: numbers('day', 'first round', 'due', 'induced', 'due'),
        rows: days.map(({ day, first, induced }) => [
          String(day),
          String(first.length),
          fixed(due(first)),
          String(induced.length),
          fixed(due(induced)),
        ]),
      }}
    >
      <Panel name="">
        <DayBars
          label={says}
          yTitle="due and not paid in full, money"
          lastDay={lastDay}
          series={[
            { name: 'first round', colour: ink.purple, sign: 1, bars: bars('first', 'first round') },
            { name: 'induced', colour: ink.orange, sign: 1, bars: bars('induced', 'induced') },
          ]}
        />
      </Panel>
    </Figure>
  );
}
