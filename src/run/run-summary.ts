/** What a run came to, for somebody who reads it on a terminal of 80 columns. CLI-04. */
import type { CheckCounts } from '../core/checks/violation.ts';
import type { RunEnding } from '../core/events.ts';
import { at, last } from '../core/list.ts';
import type { Metrics } from './metrics/run-metrics.ts';
import { counted } from '../counted.ts';
import { alignColumns, money, percent, tally } from './columns.ts';

const WIDTH = 80;

export interface Told {
  readonly metrics: Metrics;
  readonly ending: RunEnding;
  readonly checks: CheckCounts | null;
  readonly folder: string | null;
}

const endings: Readonly<Record<RunEnding, string>> = {
  periods: 'all periods done',
  no_tickets: 'ended early: no ticket is left',
  default: 'ended at the first default, as asked',
  violation: 'STOPPED: a check does not hold',
};

export function describeRunResult(told: Told): string {
  const { metrics, ending, checks, folder } = told;
  const sections = [
    [metrics.runId, `  ${endings[ending]}; last period ${String(metrics.lastDay)}`],
    debts(metrics),
    trading(metrics),
    profits(metrics),
    losses(metrics),
    returns(metrics),
    [checksLine(checks, ending), ...(folder === null ? [] : [`Files     ${folder}`])],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function debts({
  payoff,
  initialTotalDebt,
  initialTotalMoney,
  debtToMoneyRatio,
  activity,
}: Metrics): string[] {
  const { liabilitiesMatured, liabilitiesDefaulted, due, paid, payoffRate, defaultRate } = payoff;
  const matured = counted(liabilitiesMatured, 'liability', 'liabilities');
  const start = `${money(initialTotalDebt)} over ${money(initialTotalMoney)}`;
  const rolled = activity.ticketsRolledOver;
  return [
    `Debts     ${matured} matured, ${String(liabilitiesDefaulted)} defaulted`,
    `          due ${money(due)}, paid ${money(paid)}`,
    `          payoff rate ${percent(payoffRate)}, default rate ${percent(defaultRate)}`,
    `          debt to money at the start ${money(debtToMoneyRatio)} (${start})`,
    ...(rolled > 0 ? [`          ${counted(rolled, 'ticket')} issued again`] : []),
  ];
}

function trading({ regime, activity }: Metrics): string[] {
  if (regime !== 'active' && regime !== 'backstop') return ['Trades    none in this regime'];
  const refused = tally(activity.ordersRefused);
  const head = ['bucket', 'buys', 'sells', 'at dealer', 'passed to VBT', 'because'];
  const rows = activity.byBucket.map(
    ({ bucket, buys, sells, interior, passThrough, passThroughByReason }) => [
      bucket,
      ...[buys, sells, interior, passThrough].map(String),
      tally(passThroughByReason),
    ],
  );
  const of = `${counted(activity.trades, 'trade')}, ${String(activity.liquidityDriven)} to raise cash`;
  return [
    `Trades    ${of}`,
    ...alignReasons([head, ...rows]).map((line) => `  ${line}`),
    ...(refused === '' ? [] : [`          orders refused: ${refused}`]),
  ];
}

/** Counts flush right, the reasons behind them flush left. */
function alignReasons(rows: readonly (readonly string[])[]): string[] {
  const counts = alignColumns(
    rows.map((row) => row.slice(0, -1)),
    1,
  );
  return counts.map((line, i) => `${line}  ${last(at(rows, i))}`.trimEnd());
}

function profits({ desks, dealerTotalPnl, vbtTotalPnl }: Metrics): string[] {
  if (desks.length === 0) return ['Desks     none in this regime'];
  return [
    `Desks     dealers made ${money(dealerTotalPnl)}, VBTs ${money(vbtTotalPnl)}; where it came from`,
    ...deskTable(desks),
  ];
}

/** In units of money where hundredths do not fit on the terminal. */
function deskTable(desks: Metrics['desks'], places = 2): string[] {
  const head = ['desk', 'at start', 'made', 'return', 'spread', 'settled', 'moved', 'rolled', 'revalued'];
  const rows = desks.map(({ desk, equityInitial, pnl, returnOnEquity, parts }) => [
    desk,
    money(equityInitial, places),
    money(pnl, places),
    percent(returnOnEquity, places),
    money(parts.spreadIncome, places),
    money(parts.settlementResult, places),
    money(parts.internalTransfers, places),
    money(parts.rolloverResult, places),
    money(parts.revaluation, places),
  ]);
  const lines = alignColumns([head, ...rows], 1, 1).map((line) => `  ${line}`);
  return places > 0 && lines.some((line) => line.length > WIDTH) ? deskTable(desks, 0) : lines;
}

function losses({ losses }: Metrics): string[] {
  const { total, traders, dealers, vbts } = losses;
  if (total.isZero()) return ['Losses    none from defaults'];
  const borne = Object.entries({ traders, dealers, VBTs: vbts }).map(
    ([name, loss]) => `${name} ${money(loss)} (${percent(loss.div(total))})`,
  );
  return [`Losses    ${money(total)} from defaults, borne by`, `          ${borne.join(', ')}`];
}

function returns({ traderReturns }: Metrics): string[] {
  const { overTraders, overTickets, ticketsStillHeld } = traderReturns;
  if (overTickets.count + ticketsStillHeld === 0) return [];
  const who = `${counted(overTickets.count, 'ticket')} bought by ${counted(overTraders.count, 'trader')}`;
  return [
    `Returns   ${who}; mean ${percent(overTraders.mean)}, above 0 for ${percent(overTraders.shareAboveZero)}`,
    ...(ticketsStillHeld > 0 ? [`          ${String(ticketsStillHeld)} more still held at the end`] : []),
  ];
}

function checksLine(checks: CheckCounts | null, ending: RunEnding): string {
  if (checks === null) return 'Checks    OFF: nothing was verified';
  const all = Object.values(checks).reduce((sum, count) => sum + count, 0);
  const held = ending === 'violation' ? 'held before one did not' : 'made, all held';
  return `Checks    ${String(all)} ${held} (${tally({ ...checks })})`;
}
