/** What a sweep found, for a person at a terminal. */
import type { Summary } from '../sweep/aggregate.ts';

const percent = (rate: number | null): string => (rate === null ? '-' : `${(100 * rate).toFixed(2)} %`);

/** Failures shown; the rest stands in summary.json. */
const SHOWN = 5;

export function describeSummary(summary: Summary, outDir: string): string {
  const { pairs, failed, failures, verified } = summary;
  const shown = failures
    .slice(0, SHOWN)
    .map(({ index, errors }) => `  pair ${String(index)}: ${errors.join('; ')}`);
  const more =
    failures.length > SHOWN ? [`  and ${String(failures.length - SHOWN)} more, in summary.json`] : [];
  const lines = [
    `Pairs     ${String(pairs)}: ${String(summary.completed)} compared, ${String(failed)} failed`,
    ...shown,
    ...more,
    `Defaults  ${percent(summary.meanDeltaPassive)} passive, ${percent(summary.meanDeltaActive)} with market making, on average`,
    `Effect    fewer in ${String(summary.improved)} pairs, the same in ${String(summary.unchanged)}, more in ${String(summary.worsened)}`,
    `Grid      points with an effect beyond chance: ${String(summary.pointsLowered)} fewer, ${String(summary.pointsRaised)} more defaults`,
    ...(verified > 0 ? [`Verified  ${String(verified)} pairs decide alike in exact decimals`] : []),
    `Files     ${outDir}`,
    '',
    summary.sentence,
    '',
  ];
  return lines.join('\n');
}
