/** What a sweep found, for a person at a terminal. */
import { counted, percent } from '../counted.ts';
import { exitCodes } from '../exit-codes.ts';
import { jsonDocument } from '../files/json-document.ts';
import { alignColumns, wrapped } from '../run/columns.ts';
import { measures, type Measure } from '../sweep/arms.ts';
import { inUnits, subjectOf } from '../sweep/headline-sentences.ts';
import { pairComparison, shownArms, type Arms, type SweepRegime } from '../scenario/regimes.ts';
import { meanDeltaOf, type HeadlineRow, type Summary } from '../sweep/summary.ts';
import { out } from '../terminal.ts';

const rateText = (rate: number | null): string => (rate === null ? '-' : percent(rate, 1, 2));

/** Failures shown; the rest stands in summary.json. */
const SHOWN = 5;

/** What an arm is called beside its default rate. */
const armWords: Readonly<Record<SweepRegime, string>> = {
  passive: 'passive',
  active: 'with market making',
  backstop: 'in the backstop',
  baseline: 'in the baseline',
};

/** Prints what a whole sweep came to; the exit status tells of pairs that failed. CLI-04. */
export function printSummary(summary: Summary, arms: Arms, outDir: string, json: boolean): void {
  out(json ? jsonDocument(summary) : describeSummary(summary, arms, outDir));
  if (summary.failed > 0) process.exitCode = exitCodes.failed;
}

/** @param arms those of the sweep, and what is compared of them */
export function describeSummary(summary: Summary, arms: Arms, outDir: string): string {
  const { pairs, failed, failures, verified } = summary;
  const isCompared = pairComparison(arms) !== null;
  const shown = failures
    .slice(0, SHOWN)
    .map(({ index, errors }) => `  pair ${String(index)}: ${errors.join('; ')}`);
  const more =
    failures.length > SHOWN ? [`  and ${String(failures.length - SHOWN)} more, in summary.json`] : [];
  const counts = [
    `Pairs     ${String(pairs)}: ${String(summary.completed)} ${isCompared ? 'compared' : 'complete'}, ${String(failed)} failed`,
    ...shown,
    ...more,
  ];
  const answer = summary.answer.flatMap((says) => [...wrapped(says), '']);
  if (summary.frontier !== null) return [...counts, `Files     ${outDir}`, '', ...answer].join('\n');
  const rates = shownArms(arms).map((arm) => `${rateText(meanDeltaOf(summary, arm))} ${armWords[arm]}`);
  const lines = [
    ...counts,
    `Defaults  ${rates.join(', ')}, on average`,
    ...(isCompared ? effectLines(summary) : []),
    ...(verified > 0 ? [`Verified  ${String(verified)} pairs decide alike in exact decimals`] : []),
    `Files     ${outDir}`,
    '',
    ...(isCompared ? comparedLines(summary) : []),
    ...answer,
  ];
  return lines.join('\n');
}

const effectLines = (summary: Summary): string[] => [
  `Effect    fewer in ${counted(summary.improved, 'pair')}, the same in ${String(summary.unchanged)}, more in ${String(summary.worsened)}`,
  `Grid      points with a finding (Holm, 5 %): ${String(summary.pointsLowered)} fewer, ${String(summary.pointsRaised)} more defaults`,
];

/** The tables of the comparisons, and how they are read. */
const comparedLines = (summary: Summary): string[] => [
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
];

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
