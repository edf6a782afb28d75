/** @jsxRuntime automatic @jsxImportSource preact */
/** Money between desks and traders by day, and the balance sheets of the desks. MET-11, MET-14, OUT-04. */
import type { DayOfUse } from '../../run/metrics/market-use.ts';
import { DayBars, DayLines, type DayLine } from './charts/days.tsx';
import { ink } from './charts/look.ts';
import { Figure, Panel } from './figure.tsx';
import { numbers, texts } from '../table.tsx';
import type { RunRecord } from './read-run.ts';
import { rowsOf } from './series-figures.tsx';
import { amount, bucketName, fixed, listed } from './words.ts';

const flows = [
  { key: 'purchases', name: 'desks buy from traders', sign: 1, colour: ink.blue },
  { key: 'issues', name: 'desks lend again', sign: 1, colour: ink.sky },
  { key: 'sales', name: 'desks sell to traders', sign: -1, colour: ink.orange },
  { key: 'payouts', name: 'traders repay', sign: -1, colour: ink.purple },
] as const;

export function FlowsFigure({ run: { metrics } }: { readonly run: RunRecord }) {
  const days = Object.values(metrics.marketUse.byDay);
  const desks = (['dealers', 'vbts'] as const).filter((kind) =>
    days.some((day) => flows.some(({ key }) => !day[kind][key].isZero())),
  );
  if (desks.length === 0) return null;
  const { total } = metrics.vbtFunding;
  const says =
    `Above zero the traders get money from the desks, below zero the desks from the traders. ` +
    (total.drawn.isZero()
      ? 'No VBT’s cash fell below zero.'
      : `The VBTs’ cash fell below zero: at the worst they lacked ${fixed(total.drawn)} (shaded: what they lack at the close of a day).`);
  const name = (kind: 'dealers' | 'vbts'): string => (kind === 'dealers' ? 'dealers' : 'VBTs');
  return (
    <Figure
      id="flows"
      title="Money between desks and traders by day"
      says={says}
      table={{
        columns: [
          ...numbers('day'),
          ...texts('desks'),
          ...numbers(...flows.map((flow) => flow.name), 'lacking at the close'),
        ],
        rows: days.flatMap((day) =>
          desks.map((kind) => [
            String(day.day),
            name(kind),
            ...flows.map(({ key }) => fixed(day[kind][key])),
            kind === 'vbts' ? fixed(day.vbtFundingDrawn) : '–',
          ]),
        ),
      }}
    >
      {desks.map((kind) => (
        <Panel key={kind} name={name(kind)}>
          <DayBars
            label={`${name(kind)}. ${says}`}
            yTitle="money"
            lastDay={metrics.lastDay}
            series={flows
              .map(({ key, ...flow }) => ({ ...flow, bars: barsOf(days, kind, key) }))
              .filter(({ bars }) => bars.length > 0)}
            {...(kind === 'vbts' && !total.drawn.isZero()
              ? { shaded: { name: 'outside funding at the close', points: fundingOf(days, metrics.lastDay) } }
              : {})}
          />
        </Panel>
      ))}
    </Figure>
  );
}

const barsOf = (days: readonly DayOfUse[], kind: 'dealers' | 'vbts', key: (typeof flows)[number]['key']) =>
  days
    .map((day) => ({ day: day.day, value: day[kind][key].toNumber() }))
    .filter(({ value }) => value > 0)
    .map(({ day, value }) => ({
      day,
      value,
      label: `day ${String(day)}, ${kind === 'dealers' ? 'dealers' : 'VBTs'}, ${flows.find((flow) => flow.key === key)?.name ?? key}: ${fixed(value)}`,
    }));

/** What the VBTs lack from day to day: on a day without any flow as on the day before. */
function fundingOf(days: readonly DayOfUse[], lastDay: number) {
  let value = 0;
  return Array.from({ length: lastDay + 1 }, (_, day) => {
    const own = days.find((one) => one.day === day);
    if (own !== undefined) value = own.vbtFundingDrawn.toNumber();
    return { day, value, label: '' };
  });
}

/** Cash and paper of every desk at the close of each day; a desk that never has any of both is left out. */
export function DesksFigure({ run: { tables, metrics, scenario } }: { readonly run: RunRecord }) {
  const table = tables.get('inventory_timeseries');
  if (table === undefined) return null;
  const size = Number(scenario.ticket_size_S);
  const bucketAt = (i: number): string => {
    const cell = table.rows[i]?.[table.columns.indexOf('bucket')];
    return typeof cell === 'string' ? cell : '';
  };
  const buckets = [...new Set(table.rows.map((_, i) => bucketAt(i)))];
  const rows = rowsOf(table).map((cell, i) => ({
    bucket: bucketAt(i),
    day: cell('day'),
    desk: (kind: 'dealer' | 'vbt') => ({
      cash: cell(`${kind}_cash`),
      face: size * cell(`${kind}_inventory`),
    }),
  }));
  const desks = buckets.flatMap((bucket) =>
    (['dealer', 'vbt'] as const).map((kind) => ({
      name: `${bucketName(bucket)} ${kind === 'vbt' ? 'VBT' : 'dealer'}`,
      days: rows.filter((row) => row.bucket === bucket).map((row) => ({ day: row.day, ...row.desk(kind) })),
    })),
  );
  const shown = desks.filter(({ days }) => days.some(({ cash, face }) => cash !== 0 || face !== 0));
  const idle = desks.filter((desk) => !shown.includes(desk)).map(({ name }) => name);
  const says =
    'Cash and the face of its tickets at the close of each day, for every desk.' +
    (idle.length === 0 ? '' : ` Without cash and tickets on every day: ${listed(idle)}.`);
  if (shown.length === 0) return null;
  const line = ({ name, days }: (typeof desks)[number], of: 'cash' | 'face'): DayLine => ({
    name: of,
    colour: of === 'cash' ? ink.blue : ink.orange,
    dash: of === 'cash' ? '' : '6 3',
    points: days.map((day) => ({
      day: day.day,
      value: day[of],
      label: `${name}, day ${String(day.day)}: ${of} ${amount(day[of])}`,
    })),
  });
  return (
    <Figure
      id="desks"
      title="The balance sheets of the desks"
      says={says}
      table={{
        columns: [...texts('desk'), ...numbers('day', 'cash', 'face of tickets')],
        rows: shown.flatMap(({ name, days }) =>
          days.map(({ day, cash, face }) => [name, String(day), amount(cash), amount(face)]),
        ),
      }}
    >
      {shown.map((desk) => (
        <Panel key={desk.name} name={desk.name}>
          <DayLines
            label={`${desk.name}: cash and face of its tickets`}
            yTitle="money"
            lastDay={metrics.lastDay}
            lines={[line(desk, 'cash'), line(desk, 'face')]}
          />
        </Panel>
      ))}
    </Figure>
  );
}
