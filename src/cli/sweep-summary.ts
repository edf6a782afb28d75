/** What a sweep found, for a person at a terminal. */
import { percent } from '../counted.ts';
import { alignColumns, wrapped } from '../run/columns.ts';
import { measures, type Measure } from '../sweep/arms.ts';
import { inUnits, subjectOf } from '../sweep/headline-sentences.ts';
import type { HeadlineRow, Summary } from '../sweep/summary.ts';

const rateText = (rate: number | null): string => (rate === null ? '-' : percent(rate, 1, 2));

/** Failures shown; the rest stands in summary.json. */
const SHOWN = 5;

export function describeSummary(summary: Summary, outDir: string): string {
  const { pairs, failed, failures, verified } = summary;
  const shown = failures
    .slice(0, SHOWN)
    .map(({ index, errors }) => `  pair ${String(index)}: ${errors.join('; ')}`);
  const more =
    failures.length > SHOWN ? [`  and ${String(failures.length - SHOWN)} more, in summary.json`] : [];
  const counts = [
    `Pairs     ${String(pairs)}: ${String(summary.completed)} compared, ${String(failed)} failed`,
    ...shown,
    ...more,
  ];
  const answer = summary.answer.flatMap((says) => [...wrapped(says), '']);
  if (summary.frontier !== null) return [...counts, `Files     ${outDir}`, '', ...answer].join('\n');
  const lines = [
    ...counts,
    `Defaults  ${rateText(summary.meanDeltaPassive)} passive, ${rateText(summary.meanDeltaActive)} with market making, on average`,
    `Effect    fewer in ${String(summary.improved)} pairs, the same in ${String(summary.unchanged)}, more in ${String(summary.worsened)}`,
    `Grid      points with a finding (Holm, 5 %): ${String(summary.pointsLowered)} fewer, ${String(summary.pointsRaised)} more defaults`,
    ...(verified > 0 ? [`Verified  ${String(verified)} pairs decide alike in exact decimals`] : []),
    `Files     ${outDir}`,
    '',
    ...headlineTable(summary),
    ...wrapped(
      'The interval is corrected for all tests by one measure in these tables together (Bonferroni); a star is ' +
        "a finding by Holm's test at 5 %, which finds more: it may stand beside an interval that covers zero.",
    ),
    '',
    ...wrapped(
      'δ counts rolled debts, so an arm that rolls more over divides by more; δ₁ counts the debts of the start alone.',
    ),
    '',
    ...wrapped(`One test over the whole sweep: ${summary.sentence}`),
    '',
    ...answer,
  ];
  return lines.join('\n');
}

const heads: Readonly<Record<Measure, string>> = {
  delta: 'δ, points',
  delta1: 'δ₁, points',
  traders_defaulted: 'traders',
  unpaid: 'unpaid',
};

/** A table for each comparison by the first axis: fewer defaults are positive, a star is a finding. EXP-06. */
function headlineTable({ axis, headline }: Summary): string[] {
  const comparisons = [...new Set(headline.map(({ comparison }) => comparison))];
  return comparisons.flatMap((comparison) => {
    const own = headline.filter((row) => row.comparison === comparison);
    const values = [...new Set(own.map(({ value }) => value))];
    const rows = values.map((value) => [
      value,
      ...measures.flatMap((measure) => {
        const row = own.find((one) => one.value === value && one.measure === measure);
        return row === undefined ? [] : cellsOf(row);
      }),
    ]);
    const head = [
      axis.replaceAll('_', ' '),
      heads.delta,
      'interval',
      ...measures.slice(1).map((name) => heads[name]),
    ];
    return [
      `${subjectOf(comparison)} (${comparison.join(' − ')}); + is fewer defaults, * a finding`,
      ...alignColumns([head, ...rows], 1).map((line) => `  ${line}`),
      '',
    ];
  });
}

/** Of δ the corrected interval is shown, too. */
function cellsOf({ measure, effect, low, high, isFinding }: HeadlineRow): string[] {
  const mean = effect.pairs === 0 ? '-' : `${inUnits(effect.mean, measure)}${isFinding ? '*' : ' '}`;
  if (measure !== 'delta') return [mean];
  return [
    mean,
    low === null || high === null ? '-' : `${inUnits(low, measure)} to ${inUnits(high, measure)}`,
  ];
}
