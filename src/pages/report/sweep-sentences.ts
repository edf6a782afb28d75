/**
 * What the page of a sweep says of its figures: every sentence is made from the sweep in hand. Where it says
 * nothing of a cause, the figures show none.
 */
import { strategies } from '../../run/metrics/repayments.ts';
import type { Answer } from '../../study/analysis/format.ts';
import { at, last } from '../../core/list.ts';
import type { Use } from './charts/scatter.tsx';
import type { GridMean, SweepRecord } from './read-sweep.ts';
import { pairComparison } from '../../scenario/regimes.ts';
import { subjectOf, subjectWithin } from '../../sweep/headline-sentences.ts';
import { counted, percent, points } from './words.ts';

/** How the pairs came out, and what the intervals of single points say. */
export function countsSay({ summary, points: means, grid }: SweepRecord): string {
  const { pairs, completed, failed, improved, unchanged, worsened } = summary;
  const comparison = pairComparison(grid);
  const lost = failed === 0 ? 'none failed' : `${String(failed)} failed; the table of pairs has the errors`;
  const done = comparison === null ? 'ran to the end' : 'could be compared';
  const counts = `Of ${counted(pairs, 'pair')} ${String(completed)} ${done}, ${lost}.`;
  if (completed === 0 || comparison === null) return counts;
  return (
    `${counts} ${subjectOf(comparison)} left fewer defaults in ${String(improved)}, as many in ${String(unchanged)} ` +
    `and more in ${String(worsened)}. ${chanceSays(means, grid, summary, subjectWithin(comparison))}`
  );
}

function chanceSays(
  means: readonly GridMean[],
  { replicates, seedPerPair }: SweepRecord['grid'],
  { grid_points_lowered: lowered, grid_points_raised: raised }: SweepRecord['summary'],
  subject: string,
): string {
  const known = means.filter(({ low }) => low !== null).length;
  if (known === 0)
    return `${noInterval(replicates)}, so chance cannot be told from effect at any single point.`;
  const seeds = `${String(replicates)} seeds each, ${seedPerPair ? 'every pair its own' : 'the same at every point'}`;
  const some = known === means.length ? '' : `${String(known)} ${known === 1 ? 'has' : 'have'} an interval: `;
  return (
    `Of ${counted(means.length, 'grid point')} (${seeds}) ${some}${subject} lowered defaults ` +
    `at ${String(lowered)} and raised them at ${String(raised)} (findings by Holm's correction at 5 %).`
  );
}

/** Why no point has an interval: one seed was asked for, too many pairs failed, or too few seeds agree. EXP-11R. */
const noInterval = (replicates: number): string =>
  replicates < 2
    ? 'With one seed a grid point there is no interval'
    : 'At every grid point pairs failed or its few seeds agree, so there is no interval';

/** Which effects are beyond chance; without an interval none is called so. */
export function starsSay(means: readonly GridMean[], { replicates }: SweepRecord['grid']): string {
  if (means.every(({ low }) => low === null))
    return `${noInterval(replicates)}: no single point is a finding.`;
  const beyond = means.filter(({ finding }) => finding !== 'none' && finding !== '').length;
  return `A star marks the ${counted(beyond, 'point')} of ${String(means.length)} that are findings by Holm's correction at 5 %.`;
}

/** @param effects in ascending order. */
export function distributionSays(effects: readonly number[]): string {
  if (effects.length === 0) return 'No pair was compared.';
  const rank = (share: number): string => points(at(effects, Math.round(share * (effects.length - 1))));
  if (effects.length === 1)
    return `The one pair that was compared has an effect of ${rank(0)} percentage points.`;
  return (
    `At least half of the ${counted(effects.length, 'pair')} lie between ${rank(0.25)} and ${rank(0.75)} percentage points, ` +
    `with ${rank(0.5)} in the middle; the least is ${rank(0)}, the largest ${rank(1)}.`
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The effect in the half of the pairs with fewer trades and in the other half, and whether the two halves are
 * alike where nobody trades: dealers have no part in that, so where they differ there, something else does.
 */
export function useSays(uses: readonly Use[]): string {
  if (uses.length < 2) return 'There are too few pairs to compare.';
  const sorted = [...uses].sort((a, b) => a.trades - b.trades || a.pair - b.pair);
  if (at(sorted, 0).trades === last(sorted).trades)
    return `Dealers were used alike in all of the pairs: ${counted(last(sorted).trades, 'trade')} with a dealer in each.`;
  const half = Math.floor(sorted.length / 2);
  const halves = [sorted.slice(0, half), sorted.slice(-half)].map((some) => ({
    range: `${String(at(some, 0).trades)} to ${counted(last(some).trades, 'trade')}`,
    effect: points(mean(some.map(({ effect }) => effect))),
    passive: percent(mean(some.map(({ deltaPassive }) => deltaPassive))),
  }));
  const [few, many] = [at(halves, 0), at(halves, 1)];
  const alike =
    few.passive === many.passive
      ? `Where nobody trades ${few.passive} defaulted in either half.`
      : `Where nobody trades ${few.passive} defaulted in the first half and ${many.passive} in the second: the pairs differ in more than use.`;
  return (
    `Where dealers were used less (${few.range} with a dealer) the mean effect is ${few.effect} percentage points, ` +
    `where they were used more (${many.range}) ${many.effect}. ${alike} Use comes out of each pair and is not ` +
    `assigned by chance, so this alone shows no cause.`
  );
}

export function whySays(answer: Pick<Answer, 'compared' | 'unchanged' | 'text'>): string {
  if (answer.compared === 0) return 'No pair was compared.';
  return answer.unchanged === 0
    ? 'Market making made a difference in every pair that was compared.'
    : answer.text;
}

export const strategyWords: Readonly<Record<(typeof strategies)[number], string>> = {
  no_trade: 'never traded',
  hold_to_maturity: 'bought and held to maturity',
  sell_before: 'sold before maturity',
  round_trip: 'bought and sold again',
};

export function strategiesSay({ strategies: all, missing }: Pick<Answer, 'strategies' | 'missing'>): string {
  const seen = all.filter(({ liabilities }) => liabilities > 0);
  if (seen.length === 0)
    return missing.length > 0
      ? 'The files that would say are missing.'
      : 'No liability matured in a run with a market.';
  const told = seen.map(
    ({ strategy, default_rate: rate }) => `${strategyWords[strategy]}, ${percent(Number(rate))} defaulted`,
  );
  const caveat =
    seen.length === 1
      ? ''
      : ' Which paper is traded comes out of each run and is not assigned by chance, so the rates compare different paper, not strategies.';
  return `Of the face of liabilities whose tickets traders ${told.join('; of those that they ')}.${caveat}`;
}

/** What running pairs in decimals, too, has shown. */
export function verificationSays({ arithmetic, summary, verifyShare }: SweepRecord): string {
  const { verified, failed } = summary;
  if (verifyShare === 0) return `Run in ${arithmetic}; no pair was run in decimals, too.`;
  const asked = `Run in ${arithmetic}; ${percent(verifyShare)} of the pairs were to be run in decimals, too:`;
  return failed === 0
    ? `${asked} ${counted(verified, 'pair')} agreed in every decision.`
    : `${asked} ${counted(verified, 'pair')} agreed in every decision; what failed is in the table of pairs.`;
}

/** Whether the identities were checked, as far as the runs went. */
export const checksSay = ({ checks, summary: { failed } }: SweepRecord): string =>
  !checks
    ? 'The checks were OFF: nothing was verified while the runs went on.'
    : failed === 0
      ? 'The identities C1 to C6 were checked after every event of every run.'
      : 'The identities C1 to C6 were checked after every event, in a run that failed up to where it ended.';
