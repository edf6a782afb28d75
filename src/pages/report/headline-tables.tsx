/** @jsxRuntime automatic @jsxImportSource preact */
/** The headline of a sweep: effects by its first axis, a table for each comparison. EXP-03, EXP-06, EXP-07. */
import { measures, type Comparison, type Measure } from '../../sweep/arms.ts';
import { subjectOf } from '../../sweep/headline-sentences.ts';
import { inUnits } from './effect-data.ts';
import { DataTable, numbers, texts } from '../table.tsx';
import type { HeadlineCell, SweepSummary } from './read-summary.ts';
import { withMinus } from './words.ts';

const heads: Readonly<Record<Measure, string>> = {
  delta: 'δ, points',
  delta1: 'δ₁, points',
  traders_defaulted: 'traders defaulted',
  unpaid: 'unpaid',
};

export function HeadlineTables({ summary: { axis, headline } }: { readonly summary: SweepSummary }) {
  const comparisons = [...new Set(headline.map(({ comparison }) => comparison))];
  const values = [...new Set(headline.map(({ value }) => value))];
  return (
    <>
      {comparisons.map((comparison) => (
        <section key={comparison}>
          <h3>{captionOf(comparison)}</h3>
          <DataTable
            label={captionOf(comparison)}
            columns={[
              ...texts(axis.replaceAll('_', ' ')),
              ...numbers(...measures.map((measure) => heads[measure])),
            ]}
            rows={values.map((value) => [
              value,
              ...measures.map((measure) =>
                cellText(
                  headline.find(
                    (row) => row.comparison === comparison && row.value === value && row.measure === measure,
                  ),
                ),
              ),
            ])}
          />
        </section>
      ))}
      <p>
        Means over seeds, positive where the second arm has fewer defaults
        {headline.some(({ low }) => low !== null)
          ? "; in brackets Bonferroni's interval, 95 % for all effects by one measure in these tables together. A star marks a finding: it survives Holm's correction at 5 % over the same effects."
          : '. There is no interval, so none of them is a finding.'}{' '}
        δ counts rolled debts, so an arm that rolls more over has more debt to divide by; δ₁ counts the debts
        of the start alone.
      </p>
    </>
  );
}

const captionOf = (comparison: string): string =>
  `${subjectOf(comparison.split(' - ') as unknown as Comparison)} (${withMinus(comparison)})`;

function cellText(row: HeadlineCell | undefined): string {
  if (row?.mean == null) return '–';
  const { measure, mean, low, high, isFinding } = row;
  const interval =
    low === null || high === null ? '' : ` (${inUnits(low, measure)} to ${inUnits(high, measure)})`;
  const text = inUnits(mean, measure);
  if (!isFinding) return `${text}${interval}`;
  // a finding is not zero, however small it is
  const size = /[1-9]/.test(text) ? text : mean > 0 ? '<0.01' : '>−0.01';
  return `${size}*${interval}`;
}
