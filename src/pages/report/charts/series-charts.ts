/** What moves by day over a whole run: anchors with the losses behind them, debt to money, defaults. */
import type { TopLevelSpec } from 'vega-lite';
import type { Market } from '../market.ts';
import type { Default } from '../read-run.ts';
import { bucketName, fixed, percent } from '../words.ts';
import { ink } from './look.ts';

const WIDTH = 520;
const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross'];
const dashes = [
  [1, 0],
  [6, 2],
  [2, 2],
  [8, 2, 2, 2],
  [1, 3],
];

const dayAxis = (title: string | null, lastDay: number) => ({
  field: 'day',
  type: 'quantitative' as const,
  title,
  scale: { domain: [0, lastDay], nice: false },
  axis: { tickMinStep: 1, format: 'd' },
});

/** Outside mid, outside spread and loss rate by bucket, as they stand at the close of each day. ANC-03. */
export function anchorsChart(markets: readonly Market[], lastDay: number): TopLevelSpec {
  const names = markets.map(({ bucket }) => bucketName(bucket));
  const rows = markets.flatMap((market) => anchorsByDay(market, lastDay));
  const losses = rows.filter(({ loss }) => loss > 0);
  const bucket = {
    color: { field: 'bucket', type: 'nominal' as const, scale: { domain: names }, title: null },
    strokeDash: {
      field: 'bucket',
      type: 'nominal' as const,
      scale: { domain: names, range: dashes.slice(0, names.length) },
      title: null,
    },
    shape: {
      field: 'bucket',
      type: 'nominal' as const,
      scale: { domain: names, range: shapes.slice(0, names.length) },
      title: null,
    },
  };
  const panel = (field: string, title: string) => ({
    width: WIDTH,
    height: 120,
    data: { values: rows },
    encoding: {
      x: dayAxis(null, lastDay),
      y: { field, type: 'quantitative' as const, title },
      ...bucket,
    },
    layer: [
      { mark: { type: 'line' as const, aria: false } },
      {
        mark: { type: 'point' as const, filled: true, size: 40, opacity: 1 },
        encoding: { description: { field: `${field}Label` } },
      },
    ],
  });
  return {
    spacing: 8,
    vconcat: [
      panel('mid', 'outside mid'),
      panel('spread', 'outside spread'),
      {
        width: WIDTH,
        height: 70,
        data: { values: losses },
        mark: { type: 'bar', width: 8 },
        encoding: {
          x: dayAxis('day', lastDay),
          y: {
            field: 'loss',
            type: 'quantitative',
            title: 'loss rate',
            scale: { domain: [0, 1] },
            axis: { format: '%', values: [0, 0.5, 1] },
          },
          color: bucket.color,
          description: { field: 'lossLabel' },
        },
      },
    ],
  };
}

/** One row by day: what was in force at its close, and the loss that moved it there. */
export function anchorsByDay(market: Market, lastDay: number) {
  const bucket = bucketName(market.bucket);
  let [mid, spread] = [market.openingMid, market.openingSpread];
  return Array.from({ length: lastDay + 1 }, (_, day) => {
    const move = market.anchors.find((candidate) => candidate.day === day);
    if (move !== undefined) [mid, spread] = [move.mid, move.spread];
    const loss = move?.lossRate ?? 0;
    const when = `day ${String(day)}, ${bucket}:`;
    return {
      day,
      bucket,
      mid,
      spread,
      loss,
      midLabel: `${when} outside mid ${fixed(mid)}`,
      spreadLabel: `${when} outside spread ${fixed(spread)}`,
      lossLabel: `${when} loss rate ${percent(loss)}`,
    };
  });
}

export interface SystemDay {
  readonly day: number;
  readonly debt: number;
  readonly money: number;
  readonly ratio: number;
}

/** Debt outstanding, the traders' money, and the one over the other. MET-04, OUT-05. */
export function debtChart(days: readonly SystemDay[]): TopLevelSpec {
  const ratios = days.map((row) => ({
    ...row,
    label: `day ${String(row.day)}: debt to money ${fixed(row.ratio)}`,
  }));
  const amounts = days.flatMap(({ day, debt, money }) => [
    { day, what: 'debt (face outstanding)', value: debt, label: `day ${String(day)}: debt ${fixed(debt)}` },
    {
      day,
      what: "traders' money",
      value: money,
      label: `day ${String(day)}: traders' money ${fixed(money)}`,
    },
  ]);
  const lastDay = Math.max(1, ...days.map(({ day }) => day));
  const kinds = ['debt (face outstanding)', "traders' money"];
  return {
    spacing: 8,
    vconcat: [
      {
        width: WIDTH,
        height: 120,
        data: { values: ratios },
        encoding: {
          x: dayAxis(null, lastDay),
          y: { field: 'ratio', type: 'quantitative', title: 'debt to money' },
        },
        layer: [
          { mark: { type: 'line', aria: false, color: ink.text } },
          {
            mark: { type: 'point', filled: true, color: ink.text, size: 40, opacity: 1 },
            encoding: { description: { field: 'label' } },
          },
        ],
      },
      {
        width: WIDTH,
        height: 120,
        data: { values: amounts },
        encoding: {
          x: dayAxis('day', lastDay),
          y: { field: 'value', type: 'quantitative', title: 'money' },
          color: {
            field: 'what',
            type: 'nominal',
            scale: { domain: kinds, range: [ink.orange, ink.blue] },
            title: null,
          },
          strokeDash: {
            field: 'what',
            type: 'nominal',
            scale: { domain: kinds, range: dashes.slice(0, 2) },
            title: null,
          },
          shape: {
            field: 'what',
            type: 'nominal',
            scale: { domain: kinds, range: ['square', 'circle'] },
            title: null,
          },
        },
        layer: [
          { mark: { type: 'line', aria: false } },
          {
            mark: { type: 'point', filled: true, size: 40, opacity: 1 },
            encoding: { description: { field: 'label' } },
          },
        ],
      },
    ],
  };
}

/** A dot for each liability that was not repaid in full: when, what part was recovered, how large. SET-04. */
export function defaultsChart(defaults: readonly Default[], lastDay: number): TopLevelSpec {
  const values = defaults.map(({ day, debtor, liability, due, paid, recovery }) => ({
    day,
    recovery,
    due,
    label: `day ${String(day)}: ${debtor} pays ${fixed(paid)} of ${fixed(due)} on ${liability}, recovery ${percent(recovery)}`,
  }));
  return {
    width: WIDTH,
    height: 220,
    data: { values },
    mark: { type: 'point', stroke: ink.purple, strokeWidth: 1.5, opacity: 0.9, filled: false },
    encoding: {
      x: dayAxis('day', lastDay),
      y: {
        field: 'recovery',
        type: 'quantitative',
        title: 'recovery rate',
        scale: { domain: [0, 1] },
        axis: { format: '%' },
      },
      size: { field: 'due', type: 'quantitative', title: 'due (money)', scale: { range: [20, 400] } },
      description: { field: 'label' },
    },
  };
}
