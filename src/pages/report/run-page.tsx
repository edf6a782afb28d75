/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of one run: what came of it, bucket by bucket, day by day, and history by history. */
import { document, sheet } from '../page.tsx';
import type { RunEnding } from '../../core/events.ts';
import { timeline } from './charts/market.tsx';
import { CascadeFigure, DefaultsFigure } from './default-figures.tsx';
import { DesksFigure, FlowsFigure } from './desk-figures.tsx';
import { HistoryPicker } from './history-list.tsx';
import type { Histories } from './histories.ts';
import { isIdle, MarketFigure } from './market-figure.tsx';
import type { RunRecord } from './read-run.ts';
import { RingSection } from '../ring/section.tsx';
import { MOST_TRADERS } from '../ring/history.ts';
import { AnchorsFigure, DebtFigure } from './series-figures.tsx';
import { FactList } from './fact-list.tsx';
import { amount, bucketName, counted, fixed, listed, percent } from './words.ts';

export interface RunPlace {
  /** From the page to the folder of the report: `` or `../`. */
  readonly root: string;
  /** The page's data file, seen from the page. */
  readonly data: string;
  /** Address and name of the sweep's page, where the run belongs to one. */
  readonly up: { readonly href: string; readonly name: string } | null;
}

const endings: Readonly<Record<RunEnding, string>> = {
  periods: 'all periods done',
  no_tickets: 'ended early: no ticket is left',
  default: 'ended at the first default, as asked',
  violation: 'STOPPED: a check does not hold',
};

export function runPage(run: RunRecord, place: RunPlace): string {
  const { manifest, scenario, markets, histories, metrics } = run;
  const desks = markets.some(({ quotes }) => quotes.length > 0);
  const time = timeline(markets);
  const idle = markets.filter(isIdle).map(({ bucket }) => bucketName(bucket));
  const body = (
    <main>
      <h1>Run {manifest.run_id}</h1>
      <p class="answer">{answer(run)}</p>
      <RunFacts run={run} />
      <RingSection ring={run.ring} />
      <section id="buckets" aria-labelledby="buckets-title">
        <h2 id="buckets-title">The buckets</h2>
        {desks ? (
          <>
            {markets
              .filter((market) => !isIdle(market))
              .map((market) => (
                <MarketFigure
                  key={market.bucket}
                  market={market}
                  time={time}
                  scenario={scenario}
                  root={place.root}
                />
              ))}
            {idle.length === 0 ? null : (
              <p>No tickets, no capacity and no trade on any day: {listed(idle)}.</p>
            )}
          </>
        ) : (
          <p>{noQuotesSay(manifest.regime)}</p>
        )}
      </section>
      <section id="days" aria-labelledby="days-title">
        <h2 id="days-title">The days</h2>
        <div class="figures">
          <DefaultsFigure run={run} />
          <CascadeFigure run={run} />
        </div>
        {desks ? <FlowsFigure run={run} /> : null}
        {desks ? <DesksFigure run={run} /> : null}
        {desks ? <AnchorsFigure run={run} /> : null}
        <DebtFigure run={run} />
      </section>
      <section id="histories" aria-labelledby="histories-title">
        <h2 id="histories-title">The histories</h2>
        <p>
          What happened to one trader, and to one ticket, in the order in which it happened. Every name is a
          link. {followed(histories)}
        </p>
        <div class="histories">
          <div id="trader-history">
            <HistoryPicker
              kind="t"
              histories={histories.traders.slice(0, 1)}
              chosen={histories.traders[0]}
              sentences={histories.sentences}
            />
          </div>
          <div id="ticket-history">
            <HistoryPicker
              kind="k"
              histories={histories.tickets.slice(0, 1)}
              chosen={histories.tickets[0]}
              sentences={histories.sentences}
            />
          </div>
        </div>
      </section>
      <section id="how" aria-labelledby="how-title">
        <h2 id="how-title">How it was run</h2>
        <ul>
          <li>
            Policy {scenario.trader_policy.kind.replaceAll('_', ' ')}; seed {manifest.seed};{' '}
            {manifest.arithmetic} arithmetic; ringspec {manifest.version}.
          </li>
          <li>{checksWords(run)}</li>
          {manifest.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <p class="quiet">
          Days are drawn from the event log of the run, which rebuilds every balance sheet; last day{' '}
          {metrics.lastDay}.
        </p>
      </section>
    </main>
  );
  return document({
    title: `Run ${manifest.run_id}`,
    links: [
      ...(place.up === null ? [] : [[place.up.href, place.up.name] as const]),
      ['#ring', 'Ring'],
      ['#buckets', 'Buckets'],
      ['#days', 'Days'],
      ['#histories', 'Histories'],
      [`${place.root}ladder.html`, 'Ladder'],
    ],
    styles: [sheet('report/site.css'), sheet('ring/ring.css')],
    scripts: [
      place.data,
      ...(run.ring.traders > MOST_TRADERS ? [] : [place.data.replace('.histories.js', '.ring.js')]),
      `${place.root}assets/run.js`,
    ],
    body,
  });
}

function answer({ manifest, metrics, trades }: RunRecord): string {
  const { payoff } = metrics;
  if (metrics.ending === null) throw new Error('a run that did not end has no page');
  const ending = endings[metrics.ending];
  const traded = manifest.regime === 'active' ? `${counted(trades, 'trade')}; ` : '';
  return (
    `${percent(payoff.defaultRate)} of what fell due was not paid: ${String(payoff.liabilitiesDefaulted)} of ` +
    `${counted(payoff.liabilitiesMatured, 'liability', 'liabilities')} defaulted. ${traded}${ending}.` +
    (manifest.message === null ? '' : ` ${manifest.message}`)
  );
}

/** In a baseline there are no desks (LOOP-04); any other run posts quotes when it begins. */
const noQuotesSay = (regime: string): string =>
  regime === 'baseline'
    ? 'There are no large holders in this regime, so there are no quotes.'
    : 'The run ended before any quote was posted.';

function RunFacts({ run: { manifest, metrics, trades } }: { readonly run: RunRecord }) {
  const facts: readonly (readonly [string, string])[] = [
    ['regime', manifest.regime],
    ['default rate', percent(metrics.payoff.defaultRate)],
    ['due', fixed(metrics.payoff.due)],
    ['paid', fixed(metrics.payoff.paid)],
    ['trades', amount(trades)],
    ['dealers made', fixed(metrics.dealerTotalPnl)],
    ['VBTs made', fixed(metrics.vbtTotalPnl)],
    ['debt to money at the start', fixed(metrics.debtToMoneyRatio)],
  ];
  return <FactList facts={facts} />;
}

function followed({ traders, tickets, allTraders, allTickets }: Histories): string {
  if (traders.length === allTraders && tickets.length === allTickets) return '';
  return `Followed are the first ${String(traders.length)} of ${String(allTraders)} traders and ${String(tickets.length)} of ${String(allTickets)} tickets.`;
}

function checksWords({ manifest: { checks } }: RunRecord): string {
  if (!checks.on || checks.made === null) return 'The checks were OFF: nothing was verified.';
  const all = Object.values(checks.made).reduce((sum, count) => sum + count, 0);
  return `${String(all)} checks were made while it ran.`;
}
