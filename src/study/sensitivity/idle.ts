/**
 * Rulings that cannot matter for a sweep, each with its reason: the figures of every pair would come out the
 * same. A ruling of which that is not certain is not idle, and is run.
 */
import { decimal, type Num } from '../../num.ts';
import type { ScenarioBucket } from '../../scenario/scenario.ts';
import { pointCount } from '../../scenario/grid.ts';
import type { LoadedSweep } from '../../scenario/sweep.ts';

/** What the runs of the reading beside it came to. */
export interface Evidence {
  /** Whether any liability of any pair defaulted. */
  readonly anyDefault: boolean;
  /** Whether any pair failed. */
  readonly anyFailed: boolean;
}

type Reason = (sweep: LoadedSweep, evidence: Evidence) => string | null;

/** By the path of the switch. */
const reasons: Readonly<Record<string, Reason>> = {
  // where a check failed its run ended, and without the check it would go on
  checks: ({ base }, { anyFailed }) =>
    base.checks && !anyFailed ? 'the checks only watch, and every one of them held' : null,
  'rulings.cap_quotes_at_par': capIsIdle,
  'rulings.clearing': clearingIsIdle,
  stop_on_default: (_, { anyDefault }) =>
    anyDefault ? null : 'nothing defaulted in any run, so no run would have stopped',
  'anchors.update': anchorsAreIdle,
  'rollover.issue_price': issuePriceIsIdle,
  'sweep.seed_per_pair': ({ grid }) =>
    pointCount(grid) === grid.replicates
      ? 'the grid has one point, whose pairs have the same seeds in both readings'
      : null,
};

/** Why reading the ruling another way would change nothing, or null where it may. */
export const whyIdle = (path: string, sweep: LoadedSweep, evidence: Evidence): string | null =>
  (Object.hasOwn(reasons, path) ? reasons[path] : undefined)?.(sweep, evidence) ?? null;

/** The buckets at every outside mid of the grid, per unit of face. BAL-06. */
const bucketsOf = ({ base, grid }: LoadedSweep): ScenarioBucket[] =>
  Object.values(base.buckets).flatMap((bucket) => grid.outsideMidRatios.map((M0) => ({ ...bucket, M0 })));

const isZero = (value: string): boolean => decimal.of(value).isZero();
const atMost = (a: Num, b: Num): boolean => a.comparedTo(b) <= 0;

/** O_min does not widen the opening spread. ANC-07R. */
const opensWideEnough = ({ O0, Omin }: ScenarioBucket): boolean => atMost(decimal.of(Omin), decimal.of(O0));

/**
 * No quote can reach par where the outside ask stays below it: no quote is above A, and with φ_O ≤ 2·φ_M a
 * loss cannot raise A = M + O/2. Where the floor of M would raise it, the guard is on, whose quotes no cap
 * touches. KER-10, KER-12, KER-16R, ANC-03, ANC-06R.
 */
function capIsIdle(sweep: LoadedSweep): string | null {
  const { update } = sweep.base.anchors;
  const staysBelow = ({ M0, O0, Omin, phiM, phiO }: ScenarioBucket): boolean => {
    const widest = [O0, Omin].map((spread) => decimal.of(M0).plus(decimal.of(spread).div(2)));
    const cannotRise = !update || atMost(decimal.of(phiO), decimal.of(phiM).times(2));
    return cannotRise && widest.every((ask) => ask.comparedTo(1) < 0);
  };
  return bucketsOf(sweep).every(staysBelow)
    ? 'every outside ask starts below par and cannot rise, and no quote is above it'
    : null;
}

/** POL-10R has default_avoidance look at the clearing rule even where everybody pays. SET-06R. */
function clearingIsIdle({ base }: LoadedSweep, { anyDefault }: Evidence): string | null {
  if (anyDefault || base.trader_policy.kind !== 'liquidity_and_investment') return null;
  return 'everybody paid in full out of cash on hand, and the policy does not look at receipts';
}

function anchorsAreIdle(sweep: LoadedSweep, { anyDefault }: Evidence): string | null {
  const buckets = bucketsOf(sweep);
  if (!buckets.every(opensWideEnough)) return null;
  if (buckets.every(({ phiM, phiO }) => isZero(phiM) && isZero(phiO)))
    return 'losses do not move the anchors: phiM and phiO are 0';
  return anyDefault ? null : 'nothing defaulted in any run, so no loss moved an anchor';
}

function issuePriceIsIdle(sweep: LoadedSweep): string | null {
  const { rollover, anchors } = sweep.base;
  if (!rollover.enabled) return 'rollover is off, so nothing is issued again';
  const staysAtPar = ({ M0, phiM }: ScenarioBucket): boolean =>
    decimal.of(M0).comparedTo(1) === 0 && (!anchors.update || isZero(phiM));
  return bucketsOf(sweep).every(staysAtPar) ? 'every outside mid is at par and stays there' : null;
}
