/** @jsxRuntime automatic @jsxImportSource preact */
/** Effects over the pairs, against the use of the dealer, and why there is none where there is none. */
import { strategies } from '../metrics/repayments.ts';
import type { Analysis } from '../analysis/format.ts';
import { barChart, binsOf, distributionChart, useChart, type Use } from './charts/effect-charts.ts';
import { draw } from './charts/draw.ts';
import { Figure, numbers, texts } from './figure.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { counted, fixed, percent, points } from './words.ts';

export async function distributionFigure({ pairs }: SweepRecord) {
  const effects = pairs.flatMap(({ effect }) => effect ?? []).sort((a, b) => a - b);
  const bins = binsOf(effects);
  const at = (share: number): string => points(effects[Math.round(share * (effects.length - 1))] ?? 0);
  const says =
    effects.length === 0
      ? 'No pair was compared.'
      : `Half of the ${counted(effects.length, 'pair')} lie between ${at(0.25)} and ${at(0.75)} percentage points, with ${at(0.5)} in the middle; the least is ${at(0)}, the largest ${at(1)}.`;
  return (
    <Figure
      id="distribution"
      title="How the effects are spread"
      says={says}
      svg={effects.length === 0 ? null : await draw(distributionChart(bins), says)}
      table={{
        columns: numbers('from, points', 'to below', 'pairs'),
        rows: bins.map(({ from, to, pairs: count }) => [fixed(from), fixed(to), String(count)]),
      }}
    />
  );
}

export async function useFigure({ pairs, grid }: SweepRecord, { tables }: Analysis) {
  const trades = new Map(
    tables['dealer_usage_by_run.csv'].map((row) => [row.run_id, Number(row.trader_dealer_trade_count)]),
  );
  const uses = pairs.flatMap(({ index, kappa, effect, active }): Use[] => {
    const count = trades.get(active.runId);
    return effect === null || count === undefined ? [] : [{ pair: index, kappa, trades: count, effect }];
  });
  const says = useSays(uses);
  const kappas = grid.kappas ?? [...new Set(pairs.map(({ kappa }) => kappa))];
  return (
    <Figure
      id="use"
      title="Effect against how much the dealers were used"
      says={says}
      svg={uses.length === 0 ? null : await draw(useChart(uses, kappas), says)}
      table={{
        columns: numbers('pair', 'κ', 'trades with a dealer', 'effect, points'),
        rows: uses.map((use) => [String(use.pair), use.kappa, String(use.trades), points(use.effect)]),
      }}
    />
  );
}

/** The mean effect in the half of the pairs with more trades and in the other half. */
function useSays(uses: readonly Use[]): string {
  if (uses.length < 2) return 'There are too few pairs to compare.';
  const sorted = [...uses].sort((a, b) => a.trades - b.trades || a.pair - b.pair);
  const half = Math.floor(sorted.length / 2);
  const mean = (some: readonly Use[]): string =>
    points(some.reduce((sum, { effect }) => sum + effect, 0) / some.length);
  const [few, many] = [sorted.slice(0, half), sorted.slice(-half)];
  const range = (some: readonly Use[]): string =>
    `${String(some[0]?.trades ?? 0)} to ${String(some.at(-1)?.trades ?? 0)} trades`;
  return (
    `Where dealers were used less (${range(few)} with a dealer) the mean effect is ${mean(few)} percentage points, ` +
    `where they were used more (${range(many)}) ${mean(many)}. That is no proof that use causes effect: both go with scarce cash.`
  );
}

export async function whyFigure({ answer }: Analysis) {
  const rows = [
    ...answer.classes.map(({ words, pairs }) => ({ words, pairs })),
    ...(answer.not_classed > 0 ? [{ words: 'not known, files are missing', pairs: answer.not_classed }] : []),
  ];
  const bars = rows.map(({ words, pairs }) => ({
    name: words,
    value: pairs,
    label: `${words}: ${counted(pairs, 'pair')}`,
  }));
  return (
    <Figure
      id="why"
      title="Pairs in which market making made no difference, by reason"
      says={answer.unchanged === 0 ? 'Market making made a difference in every pair.' : answer.text}
      svg={
        answer.unchanged === 0
          ? null
          : await draw(barChart(bars, 'pairs', 'd'), 'Pairs without effect by reason')
      }
      table={{
        columns: [...texts('reason'), ...numbers('pairs')],
        rows: rows.map(({ words, pairs }) => [words, String(pairs)]),
      }}
    />
  );
}

const strategyWords: Readonly<Record<(typeof strategies)[number], string>> = {
  no_trade: 'never traded',
  hold_to_maturity: 'bought and held to maturity',
  sell_before: 'sold before maturity',
  round_trip: 'bought and sold again',
};

export async function strategiesFigure({ answer }: Analysis) {
  const seen = answer.strategies.filter(({ liabilities }) => liabilities > 0);
  const bars = seen.map(({ strategy, default_rate: rate }) => ({
    name: strategyWords[strategy],
    value: Number(rate),
    label: `${strategyWords[strategy]}: ${percent(Number(rate))} defaulted`,
  }));
  const says =
    seen.length === 0
      ? 'Nothing matured.'
      : `Of the face of liabilities whose tickets traders ${seen.map(({ strategy, default_rate: rate }) => `${strategyWords[strategy]}, ${percent(Number(rate))} defaulted`).join('; of those that they ')}. Tickets are sold when their holder is short of cash, so the rates compare different paper, not the merit of a strategy.`;
  return (
    <Figure
      id="strategies"
      title="How paper was traded, and what became of it"
      says={says}
      svg={seen.length === 0 ? null : await draw(barChart(bars, 'default rate, by face', '.1%'), says)}
      table={{
        columns: [...texts('strategy'), ...numbers('liabilities', 'face', 'face defaulted', 'default rate')],
        rows: answer.strategies.map((row) => [
          strategyWords[row.strategy],
          String(row.liabilities),
          fixed(Number(row.face), 0),
          fixed(Number(row.default_face), 0),
          percent(Number(row.default_rate)),
        ]),
      }}
    />
  );
}
