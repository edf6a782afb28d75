/** @jsxRuntime automatic @jsxImportSource preact */
/** Effects over the pairs, against the use of the dealer, and why there is none where there is none. */
import type { Analysis } from '../../study/analysis/format.ts';
import { barChart, binsOf, distributionChart, useChart, type Use } from './charts/effect-charts.ts';
import { draw } from './charts/draw.ts';
import { Figure, numbers, texts } from './figure.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { distributionSays, strategiesSay, strategyWords, useSays, whySays } from './sweep-sentences.ts';
import { counted, fixed, percent, points } from './words.ts';

export async function distributionFigure({ pairs }: SweepRecord) {
  const effects = pairs.flatMap(({ effect }) => effect ?? []).sort((a, b) => a - b);
  const bins = binsOf(effects);
  const says = distributionSays(effects);
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
  // a pair that failed has no effect, and one whose files are missing no count: neither is shown
  const uses = pairs.flatMap(({ index, kappa, effect, deltaPassive, active }): Use[] => {
    const count = trades.get(active.runId);
    return effect === null || deltaPassive === null || count === undefined
      ? []
      : [{ pair: index, kappa, trades: count, effect, deltaPassive }];
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
      says={whySays(answer)}
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

export async function strategiesFigure({ answer }: Analysis) {
  const seen = answer.strategies.filter(({ liabilities }) => liabilities > 0);
  const bars = seen.map(({ strategy, default_rate: rate }) => ({
    name: strategyWords[strategy],
    value: Number(rate),
    label: `${strategyWords[strategy]}: ${percent(Number(rate))} defaulted`,
  }));
  const says = strategiesSay(answer);
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
