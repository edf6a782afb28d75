/** What became of defaults in each pair, and where market making did nothing, why. BAL-09, ANA-04, EXP-03. */
import type { Analysis } from '../../study/analysis/format.ts';
import { isNothing } from '../../run/metrics/effects.ts';
import { known } from '../../run/metrics/postings.ts';
import { pairComparison, isMarketMaking } from '../../scenario/regimes.ts';
import { isWhole, runIn } from './effect-data.ts';
import type { SweepPair, SweepRecord } from './read-sweep.ts';

/**
 * By the pair's index: `fewer defaults`, `more defaults`, `failed`, or the class of a pair without effect, which only
 * market making has; where nothing is compared, `complete` or `failed`.
 */
export function outcomesOf(
  { pairs, grid }: Pick<SweepRecord, 'pairs' | 'grid'>,
  analysis: Analysis,
): Map<number, string> {
  const compared = pairComparison(grid);
  if (compared === null)
    return new Map(pairs.map((pair) => [pair.index, isWhole(pair) ? 'complete' : 'failed']));
  const why = isMarketMaking(compared) ? reasons(analysis) : () => 'as many defaults';
  return new Map(pairs.map((pair) => [pair.index, outcomeOf(pair.effect, () => why(pair))]));
}

/** Why market making made no difference in a pair. ANA-04. */
function reasons({ answer, tables }: Analysis): (pair: SweepPair) => string {
  const words = new Map(answer.classes.map((entry) => [entry.class as string, entry.words]));
  const classes = new Map(
    tables['zero_effect_pairs.csv'].map((row) => [
      row.active_run_id,
      // what would tell its class is not there (ANA-05)
      row.class === '' ? 'no effect, files missing' : known(words, row.class),
    ]),
  );
  return (pair) => known(classes, runIn(pair, 'active').runId);
}

function outcomeOf(effect: number | null, without: () => string): string {
  if (effect === null) return 'failed';
  if (isNothing(effect)) return without();
  return effect > 0 ? 'fewer defaults' : 'more defaults';
}
