/** @jsxRuntime automatic @jsxImportSource preact */
/** What moved over the days of a run: anchors, debt to money, defaults. */
import { draw } from './charts/draw.ts';
import {
  anchorsByDay,
  anchorsChart,
  debtChart,
  defaultsChart,
  type SystemDay,
} from './charts/series-charts.ts';
import { Figure, numbers, texts } from './figure.tsx';
import type { AnchorMove, Market } from './market.ts';
import type { RunRecord, Table } from './read-run.ts';
import { bucketName, counted, fixed, listed, partyName, percent } from './words.ts';

export async function anchorsFigure({ markets, metrics }: RunRecord) {
  const { lastDay } = metrics;
  const rows = markets.flatMap((market) => anchorsByDay(market, lastDay));
  const says = anchorsSay(markets);
  return (
    <Figure
      id="anchors"
      title="Outside mid and spread, and the loss rates"
      says={says}
      svg={await draw(anchorsChart(markets, lastDay), says)}
      table={{
        columns: [
          ...numbers('day'),
          ...texts('bucket'),
          ...numbers('outside mid', 'outside spread', 'loss rate'),
        ],
        rows: rows.map(({ day, bucket, mid, spread, loss }) => [
          String(day),
          bucket,
          fixed(mid),
          fixed(spread),
          percent(loss),
        ]),
      }}
    />
  );
}

/** Which anchors moved, on how many days, from where to where. An anchor moves by a loss or by its least spread. ANC-03, ANC-07R. */
export function anchorsSay(markets: readonly Market[]): string {
  const moves = markets.flatMap(({ anchors }) => anchors);
  if (moves.length === 0) return 'No anchor moved.';
  const days = new Set(moves.map(({ day }) => day)).size;
  const told = (
    what: string,
    ends: (market: Market, end: AnchorMove) => readonly [number, number],
  ): string[] => {
    const moved = markets.flatMap((market) => {
      const end = market.anchors.at(-1);
      if (end === undefined) return [];
      const [from, to] = ends(market, end);
      return from === to ? [] : [`${bucketName(market.bucket)} from ${fixed(from)} to ${fixed(to)}`];
    });
    return moved.length === 0 ? [] : [`the outside ${what} of ${listed(moved)}`];
  };
  const changes = [
    ...told('mids', ({ openingMid }, { mid }) => [openingMid, mid]),
    ...told('spreads', ({ openingSpread }, { spread }) => [openingSpread, spread]),
  ];
  return `Anchors moved on ${counted(days, 'day')}: ${changes.join('; ')}.`;
}

export async function debtFigure({ tables, metrics }: RunRecord) {
  const days = systemDays(tables.get('system_state_timeseries'));
  const last = days.at(-1);
  const says =
    `Debt to money was ${fixed(metrics.debtToMoneyRatio)} at the start ` +
    `(${fixed(metrics.initialTotalDebt)} over ${fixed(metrics.initialTotalMoney)})` +
    (last === undefined ? '.' : ` and ${fixed(last.ratio)} at the end of day ${String(last.day)}.`);
  return (
    <Figure
      id="debt-to-money"
      title="Debt to money"
      says={says}
      svg={await draw(debtChart(days), says)}
      table={{
        columns: numbers('day', 'debt', 'traders’ money', 'debt to money'),
        rows: days.map(({ day, debt, money, ratio }) => [
          String(day),
          fixed(debt),
          fixed(money),
          fixed(ratio),
        ]),
      }}
    />
  );
}

/** The columns of OUT-05 that are drawn. */
function systemDays(table: Table | undefined): SystemDay[] {
  if (table === undefined) return [];
  const place = (name: string): number => table.columns.indexOf(name);
  return table.rows.map((row) => {
    const number = (name: string): number => {
      const cell = row[place(name)] ?? null;
      return typeof cell === 'object' && cell !== null ? cell.toNumber() : Number(cell);
    };
    return {
      day: number('day'),
      debt: number('total_face_value'),
      money: number('trader_cash'),
      ratio: number('debt_to_money'),
    };
  });
}

export async function defaultsFigure({ defaults, metrics }: RunRecord) {
  const { payoff, lastDay } = metrics;
  const debtors = new Set(defaults.map(({ debtor }) => debtor)).size;
  const says =
    defaults.length === 0
      ? 'Nobody defaulted.'
      : `${counted(debtors, 'trader')} defaulted on ${counted(defaults.length, 'liability', 'liabilities')}: ` +
        `of ${fixed(payoff.due)} due in the run ${fixed(payoff.paid)} was paid, a default rate of ${percent(payoff.defaultRate)}.`;
  return (
    <Figure
      id="defaults"
      title="Who defaulted, when, with what recovery"
      says={says}
      svg={defaults.length === 0 ? null : await draw(defaultsChart(defaults, lastDay), says)}
      table={{
        columns: [
          ...numbers('day'),
          ...texts('debtor', 'liability'),
          ...numbers('due', 'paid', 'recovery'),
          ...texts('held by'),
        ],
        rows: defaults.map(({ day, debtor, liability, due, paid, recovery, holders }) => [
          String(day),
          debtor,
          liability,
          fixed(due),
          fixed(paid),
          percent(recovery),
          listed(holders.map(partyName)),
        ]),
      }}
    />
  );
}
