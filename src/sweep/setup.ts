/** What a sweep was made of, in a sentence, and every parameter as a table. EXP-02, EXP-08. */
import { counted } from '../counted.ts';
import { withSettings } from '../scenario/axes.ts';
import type { Grid, GriddedSweep } from '../scenario/grid.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { comparisonName } from './arms.ts';

/** The setup as sentences for the first screen. EXP-08. */
export function setupSays({ base, grid }: GriddedSweep): string {
  const { ring, rollover, trader_policy: policy, order_flow: flow, rulings } = base;
  const horizon = policy.kind === 'liquidity_and_investment' ? policy.H_min_invest : policy.horizon;
  const most = flow.Nmax === null ? 'no limit on arrivals' : `at most ${String(flow.Nmax)} arrivals a period`;
  const again = rollover.enabled ? `rollover at ${rollover.issue_price}` : 'no rollover';
  const spreads = Object.entries(base.buckets).map(([id, { O0 }]) => `${id} ${O0}`);
  return (
    `${String(ring.n_traders)} traders who owe ${ring.total_debt_Q} in tickets of ${base.ticket_size_S}, due on days ` +
    `1 to ${String(ring.maturity_days)}, ${String(base.periods)} periods; policy ${policy.kind}, horizon ` +
    `${String(horizon)}, ${most}; ${again}; ${sharesSay(base)}; clearing ${rulings.clearing}; spreads ` +
    `${spreads.join(', ')} of face; ${seedsSay(grid)} a point ` +
    `from ${String(grid.baseSeed)}${grid.seedPerPair ? ', each pair its own' : ''}.`
  );
}

const seedsSay = ({ precision, replicates }: Grid): string =>
  precision === null
    ? counted(replicates, 'seed')
    : `${String(precision.first)} to ${String(precision.most)} seeds`;

function sharesSay({ balance }: Scenario): string {
  if (balance === null) return 'no balanced holders';
  return balance.mode === 'additional'
    ? `dealers with ${balance.big_entity_share} of the ring's claims on top`
    : `VBTs with ${balance.vbt_share} and dealers with ${balance.dealer_share} of all claims`;
}

/** What the grid varies, by its path in a scenario. */
const varied: Readonly<Record<string, (sweep: GriddedSweep) => number>> = {
  'ring.kappa': ({ grid }) => grid.kappas?.length ?? 0,
  'ring.liquidity_ratio': ({ grid }) => grid.liquidityRatios?.length ?? 0,
  'ring.concentration': ({ grid }) => grid.concentrations.length,
  'ring.mu': ({ grid }) => grid.mus.length,
  seed: () => 2,
  regime: () => 2,
};

/** Every parameter that does not vary, defaults included: path and value. EXP-02. */
export function fixedParameters(sweep: GriddedSweep): (readonly [path: string, value: string])[] {
  const { base, grid } = sweep;
  const others = grid.axes.flatMap(({ path, values }) =>
    values.map((value) => new Map(leaves(withSettings(base, [{ path, value }])))),
  );
  const varies = (path: string): boolean =>
    (varied[path]?.(sweep) ?? 0) > 1 ||
    grid.design?.ranges.some((range) => range.path === path) === true ||
    (/^buckets\.\w+\.M0$/.test(path) && grid.outsideMidRatios.length > 1);
  const isFixed = ([path, value]: readonly [string, string]): boolean =>
    !varies(path) && others.every((other) => other.get(path) === value);
  return [
    ...leaves(base).filter(isFixed),
    ...(grid.precision === null
      ? [['sweep.seeds', String(grid.replicates)] as const]
      : Object.entries(grid.precision).map(
          ([key, value]) => [`sweep.precision.${key}`, String(value)] as const,
        )),
    ['sweep.seed_per_pair', String(grid.seedPerPair)],
    ['sweep.base_seed', String(grid.baseSeed)],
    ['sweep.regimes', grid.regimes.join(' ')],
    ['sweep.comparisons', grid.comparisons.map(comparisonName).join('; ')],
  ];
}

function leaves(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null)
    return [[path, typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, of]) => leaves(of, path === '' ? key : `${path}.${key}`));
}
