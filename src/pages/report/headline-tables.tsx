/** @jsxRuntime automatic @jsxImportSource preact */
/** The headline of a sweep: effects by its first axis, a table for each comparison. EXP-03, EXP-06, EXP-07. */
import { measures, type Comparison, type Measure } from '../../sweep/arms.ts';
import { inUnits, subjectOf } from '../../sweep/headline-sentences.ts';
import type { HeadlineCell, SweepSummary } from './read-sweep.ts';

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
        <table key={comparison} class="headline">
          <caption>
            {subjectOf(comparison.split(' - ') as unknown as Comparison)} ({comparison.replace('-', '−')})
          </caption>
          <thead>
            <tr>
              <th scope="col">{axis.replaceAll('_', ' ')}</th>
              {measures.map((measure) => (
                <th key={measure} scope="col">
                  {heads[measure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value}>
                <th scope="row">{value}</th>
                {measures.map((measure) => (
                  <td key={measure}>
                    {cellText(
                      headline.find(
                        (row) =>
                          row.comparison === comparison && row.value === value && row.measure === measure,
                      ),
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p>
        Means over seeds, positive where the second arm has fewer defaults; in brackets Bonferroni's interval,
        95 % for all effects by one measure in these tables together. A star marks a finding: it survives
        Holm's correction at 5 % over the same effects. δ counts rolled debts, so an arm that rolls more over
        has more debt to divide by; δ₁ counts the debts of the start alone.
      </p>
    </>
  );
}

function cellText(row: HeadlineCell | undefined): string {
  if (row?.mean == null) return '–';
  const { measure, mean, low, high, isFinding } = row;
  const interval =
    low === null || high === null ? '' : ` (${inUnits(low, measure)} to ${inUnits(high, measure)})`;
  return `${inUnits(mean, measure)}${isFinding ? '*' : ''}${interval}`;
}
