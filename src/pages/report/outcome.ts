/** What market making did in each pair, and where it did nothing, why. BAL-09, ANA-04. */
import type { Analysis } from '../../study/analysis/format.ts';
import { isNothing } from '../../run/metrics/effects.ts';
import { known } from '../../run/metrics/postings.ts';
import type { SweepPair } from './read-sweep.ts';

/** By the pair's index: `fewer defaults`, `more defaults`, `failed`, or the class of a pair without effect. */
export function outcomesOf(pairs: readonly SweepPair[], { answer, tables }: Analysis): Map<number, string> {
  const words = new Map(answer.classes.map((entry) => [entry.class as string, entry.words]));
  const classes = new Map(
    tables['zero_effect_pairs.csv'].map((row) => [
      row.active_run_id,
      // what would tell its class is not there (ANA-05)
      row.class === '' ? 'no effect, files missing' : known(words, row.class),
    ]),
  );
  return new Map(
    pairs.map(({ index, effect, active }) => [index, outcomeOf(effect, () => known(classes, active.runId))]),
  );
}

function outcomeOf(effect: number | null, without: () => string): string {
  if (effect === null) return 'failed';
  if (isNothing(effect)) return without();
  return effect > 0 ? 'fewer defaults' : 'more defaults';
}
