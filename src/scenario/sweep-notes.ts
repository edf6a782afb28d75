/** What is right in a sweep and still worth knowing. RING-08, INI-04R. */
import { listed } from '../counted.ts';
import { ignoredTarget } from './allocation.ts';
import { dayStep, dueDays } from './calendar.ts';
import type { Grid } from './grid.ts';
import type { Scenario } from './scenario.ts';

/** For the manifest: what a reader of the results should know about this grid. RING-08, INI-04R. */
export const sweepNotes = (base: Scenario, grid: Grid): string[] => [
  ...sameDays(base, grid),
  ...ignoredTarget(base),
  ...shortRuns(base),
];

/** Debts differ from pair to pair; the note of each run says how much. LOOP-03. */
function shortRuns({ periods, ring: { maturity_days } }: Scenario): string[] {
  if (periods >= maturity_days) return [];
  const days = `periods ${String(periods)} are fewer than ring.maturity_days ${String(maturity_days)}`;
  return [`${days}: what falls due later never matures (LOOP-03)`];
}

/** RING-08. */
function sameDays({ ring }: Scenario, { mus }: Grid): string[] {
  const { n_traders, maturity_days: T } = ring;
  const bySet = new Map<string, string[]>();
  for (const mu of mus) {
    // the days repeat from trader T on
    const days = new Set(dueDays(Math.min(n_traders, T), mu, T));
    const key = [...days].sort((a, b) => a - b).join(', ');
    bySet.set(key, [...(bySet.get(key) ?? []), mu]);
  }
  return [...bySet].flatMap(([days, same]) => {
    if (same.length === 1) return [];
    const isOneOrder = new Set(same.map((mu) => dayStep(mu, T))).size === 1;
    const difference = isOneOrder
      ? 'trader by trader, so their pairs are the same'
      : 'and differ only in the order around the ring';
    return [`mu ${listed(same)} have the same due days (${shortened(days)}), ${difference} (RING-08)`];
  });
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
