/** How two sweeps differ, in words and tables: their parameters first. EXP-09. */
import { at } from '../../core/list.ts';
import { meanOf, noInterval, points } from '../../run/metrics/effects.ts';
import { counted } from '../../counted.ts';
import { alignColumns, wrapped } from '../../run/columns.ts';
import { inUnits, nameOf } from '../../sweep/headline-sentences.ts';
import { comparisonName, type Measure } from '../../sweep/arms.ts';
import type { Answered } from '../../sweep/tally.ts';
import type { Difference, SweepComparison } from './compare.ts';

/** The value of a parameter; null where a sweep has none, or several. */
export const shown = (value: string | null): string =>
  value === null ? 'varies or absent' : value === '' ? 'none' : value;

/** What differs in their parameters, before anything else is said. */
export function parametersSay({ differences }: Pick<SweepComparison, 'differences'>): string {
  if (differences.length === 0) return 'All parameters of the two sweeps are the same.';
  const each = ({ parameter, a, b }: Difference): string =>
    `${parameter} (${shown(a)} in A, ${shown(b)} in B)`;
  return `The sweeps differ in ${counted(differences.length, 'parameter')}: ${differences.map(each).join(', ')}.`;
}

/** The test over all points, clustered by seed, and how many points show a difference. */
export function differenceSays(found: SweepComparison, measure: Measure): string {
  const first = at(found.overall, 0);
  const name = comparisonName(first.comparison);
  const overall = found.overall.find(
    (one) => comparisonName(one.comparison) === name && one.measure === measure,
  );
  const rows = found.points.filter(
    (row) => comparisonName(row.comparison) === name && row.measure === measure,
  );
  if (overall === undefined || overall.effect.pairs === 0) return 'No pair was compared in both sweeps.';
  const findings = rows.filter(({ isFinding }) => isFinding);
  const larger = findings.filter(({ effect }) => effect.mean > 0).length;
  const by =
    `By point, corrected over all points and comparisons, it is larger in B at ${String(larger)}, smaller at ` +
    `${String(findings.length - larger)} and not different beyond chance at ${String(rows.length - findings.length)} ` +
    `of ${counted(rows.length, 'point')}.`;
  return `Over ${counted(found.pairs, 'pair')}, the effect ${name.replace('-', '−')} on ${nameOf[measure]} ${overallSays(overall, measure)} ${by}`;
}

function overallSays({ effect, measure }: Answered, own: Measure): string {
  const { mean, low, high } = effect;
  if (low === null || high === null) {
    const [word, size] = mean >= 0 ? ['larger', mean] : ['smaller', -mean];
    return `is ${inUnits(size, own, true)} ${word} in B than in A; ${noInterval(effect)}, so this is no finding.`;
  }
  if (low <= 0 && high >= 0)
    return `does not differ beyond chance: B less A is ${inUnits(mean, measure, true)} (95 % interval ${inUnits(low, measure)} to ${inUnits(high, measure)}).`;
  const [word, size, from, to] = mean > 0 ? ['larger', mean, low, high] : ['smaller', -mean, -high, -low];
  return `is ${word} in B than in A, by ${inUnits(size, measure, true)} (95 % interval ${inUnits(from, measure)} to ${inUnits(to, measure)}).`;
}

export const answer = (found: SweepComparison): string[] => [
  parametersSay(found),
  differenceSays(found, 'delta'),
  ...(found.failed > 0
    ? [`${counted(found.failed, 'pair')} failed in one of the two and are left out.`]
    : []),
];

/** For a terminal: the sentences, then the differences of δ by point. CLI-04. */
export function showText(found: SweepComparison): string {
  const [first] = found.overall;
  const rows = found.points
    .filter(({ comparison, measure }) => comparison === first?.comparison && measure === 'delta')
    .map(({ point, means, effect, low, high, isFinding }) => [
      ...point,
      points(means?.[0] ?? null),
      points(means?.[1] ?? null),
      `${points(meanOf(effect))}${isFinding ? '*' : ' '}`,
      low === null || high === null ? '–' : `${points(low)} to ${points(high)}`,
    ]);
  const head = [...found.axes, 'effect in A', 'effect in B', 'B less A', 'interval'];
  return [
    `A  ${found.a}`,
    `B  ${found.b}`,
    '',
    ...answer(found).flatMap((says) => [...wrapped(says), '']),
    'Percentage points of δ by point, intervals by Bonferroni, * survives Holm at 5 %:',
    ...alignColumns([head, ...rows], 0).map((line) => `  ${line}`),
    '',
  ].join('\n');
}
