/** @jsxRuntime automatic @jsxImportSource preact */
/** Effects over the pairs, against the use of the dealer, and why there is none where there is none. */
import { groupBy } from '../../core/list.ts';
import type { Analysis } from '../../study/analysis/format.ts';
import { Bars } from './charts/bars.tsx';
import { binsOf, Histogram } from './charts/histogram.tsx';
import { ink, ordered } from './charts/look.ts';
import { cellsOf, domainsOf, isCrowded, Scatter, type Use } from './charts/scatter.tsx';
import { runIn } from './effect-data.ts';
import { Figure, Panel } from './figure.tsx';
import { numbers, texts } from '../table.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { distributionSays, strategiesSay, strategyWords, useSays, whySays } from './sweep-sentences.ts';
import { amount, counted, fixed, percent, points } from './words.ts';

export function DistributionFigure({ sweep: { pairs } }: { readonly sweep: SweepRecord }) {
  const effects = pairs.flatMap(({ effect }) => effect ?? []).sort((a, b) => a - b);
  const bins = binsOf(effects);
  const says = distributionSays(effects);
  return (
    <Figure
      id="distribution"
      title="How the effects are spread"
      says={says}
      table={{
        columns: numbers('from, points', 'to below', 'pairs'),
        rows: bins.map(({ from, to, pairs: count }) => [fixed(from), fixed(to), amount(count)]),
      }}
    >
      {effects.length === 0 ? null : (
        <Panel name="">
          <Histogram label={says} bins={bins} />
        </Panel>
      )}
    </Figure>
  );
}

interface Analysed {
  readonly sweep: SweepRecord;
  readonly analysis: Analysis;
}

/** Pairs of which both the effect and the number of trades are known. */
function usesOf({ pairs }: SweepRecord, { tables }: Analysis): Use[] {
  const trades = new Map(
    tables['dealer_usage_by_run.csv'].map((row) => [row.run_id, Number(row.trader_dealer_trade_count)]),
  );
  // a pair that failed has no effect, and one whose files are missing no count: neither is shown
  return pairs.flatMap((pair): Use[] => {
    const { index, kappa, effect, deltas } = pair;
    const count = trades.get(runIn(pair, 'active').runId);
    const deltaPassive = deltas.get('passive') ?? null;
    return effect === null || deltaPassive === null || count === undefined
      ? []
      : [{ pair: index, kappa, trades: count, effect, deltaPassive }];
  });
}

export function UseFigure({ sweep, analysis }: Analysed) {
  const uses = usesOf(sweep, analysis);
  const says = useSays(uses);
  const kappas = sweep.grid.kappas ?? [];
  // in a design every pair may have a κ of its own
  const panels =
    kappas.length > 1
      ? [...groupBy(uses, ({ kappa }) => kappa)].map(([kappa, some]) => ({ name: `κ ${kappa}`, uses: some }))
      : [{ name: '', uses }];
  const domains = domainsOf(uses);
  const cells = panels.map((panel) => (isCrowded(panel.uses) ? cellsOf(panel.uses, domains) : []));
  const most = Math.max(1, ...cells.flat().map(({ pairs }) => pairs));
  const range = (values: readonly [number, number], places: number): string =>
    values.map((value) => fixed(value, places)).join(' to ');
  return (
    <Figure
      id="use"
      title="Effect against how much the dealers were used"
      says={`${says}${most > 1 ? ' A square is the larger the more pairs lie there.' : ''}`}
      table={{
        columns: [...texts('pairs'), ...numbers('κ', 'trades with a dealer', 'effect, points')],
        rows: panels.flatMap(({ name, uses: some }, i) =>
          isCrowded(some)
            ? (cells[i] ?? []).map((cell) => [
                amount(cell.pairs),
                name.replace('κ ', ''),
                range(cell.trades, 0),
                range(cell.effect, 2),
              ])
            : some.map((use) => [
                `pair ${String(use.pair)}`,
                use.kappa,
                amount(use.trades),
                points(use.effect),
              ]),
        ),
      }}
    >
      {uses.length === 0
        ? null
        : panels.map(({ name, uses: some }, i) => (
            <Panel key={name} name={name === '' ? '' : `${name}: ${counted(some.length, 'pair')}`}>
              <Scatter
                label={`${name} ${says}`.trim()}
                uses={some}
                domains={domains}
                most={most}
                colour={ordered(i, panels.length)}
              />
            </Panel>
          ))}
    </Figure>
  );
}

/** Nothing where market making made a difference in every pair: there is nothing to explain. */
export function WhyFigure({ analysis: { answer } }: { readonly analysis: Analysis }) {
  const rows = [
    ...answer.classes.map(({ words, pairs }) => ({ words, pairs })),
    ...(answer.not_classed > 0 ? [{ words: 'not known, files are missing', pairs: answer.not_classed }] : []),
  ];
  const says = whySays(answer);
  if (answer.unchanged === 0) return <p id="why">{says}</p>;
  return (
    <Figure
      id="why"
      title="Pairs in which market making made no difference, by reason"
      says={says}
      table={{
        columns: [...texts('reason'), ...numbers('pairs')],
        rows: rows.map(({ words, pairs }) => [words, amount(pairs)]),
      }}
    >
      <Panel name="">
        <Bars
          label="Pairs without effect by reason"
          title="pairs"
          whole
          bars={rows
            .filter(({ pairs }) => pairs > 0)
            .map(({ words, pairs }) => ({
              name: words,
              figure: amount(pairs),
              to: pairs,
              label: `${words}: ${counted(pairs, 'pair')}`,
            }))}
        />
      </Panel>
    </Figure>
  );
}

export function StrategiesFigure({ analysis: { answer } }: { readonly analysis: Analysis }) {
  const seen = answer.strategies.filter(({ liabilities }) => liabilities > 0);
  const says = strategiesSay(answer);
  return (
    <Figure
      id="strategies"
      title="How paper was traded, and what became of it"
      says={says}
      table={{
        columns: [...texts('strategy'), ...numbers('liabilities', 'face', 'face defaulted', 'default rate')],
        rows: answer.strategies.map((row) => [
          strategyWords[row.strategy],
          amount(row.liabilities),
          fixed(Number(row.face), 0),
          fixed(Number(row.default_face), 0),
          percent(Number(row.default_rate)),
        ]),
      }}
    >
      {seen.length === 0 ? null : (
        <Panel name="">
          <Bars
            label={says}
            title="default rate, by face"
            unit=" %"
            bars={seen.map(({ strategy, default_rate: rate }) => ({
              name: strategyWords[strategy],
              figure: percent(Number(rate)),
              to: 100 * Number(rate),
              colour: ink.blue,
              label: `${strategyWords[strategy]}: ${percent(Number(rate))} defaulted`,
            }))}
          />
        </Panel>
      )}
    </Figure>
  );
}
