/** Names and parameters of a run, as its outputs carry them. OUT-01, OUT-11. */
import { decimal } from '../num.ts';
import { axisText, type AxisSetting } from '../scenario/axes.ts';
import type { Scenario } from '../scenario/scenario.ts';

const inverse = (text: string): string => decimal.of(1).div(decimal.of(text)).toFixed();

/** Outside mid ratios of the buckets, written once where they are all the same. */
function midRatios({ buckets }: Scenario): string[] {
  const ratios = Object.values(buckets).map(({ M0 }) => M0);
  return ratios.every((ratio) => ratio === ratios[0]) ? ratios.slice(0, 1) : ratios;
}

/**
 * `active_k0.5_c1_mu0.25_rho0.75_s42`; `l2` in place of `k0.5` where L/Q was given; further axes of a sweep before
 * the seed, by their keys: `_horizon3`, `_short.O00.4`. OUT-01, RING-03R, EXP-01.
 */
export function runIdOf(scenario: Scenario, settings: readonly AxisSetting[] = []): string {
  const { regime, ring, seed } = scenario;
  const money = ring.kappa === null ? `l${ring.liquidity_ratio ?? '1'}` : `k${ring.kappa}`;
  const [c, mu, rho] = [ring.concentration, ring.mu, midRatios(scenario).join('-')];
  const further = settings.map(({ path, value }) => `_${keyName(path)}${axisText(value)}`).join('');
  return `${regime}_${money}_c${c}_mu${mu}_rho${rho}${further}_s${String(seed)}`;
}

/** `trader_policy.horizon` is `horizon`; a bucket's key keeps the bucket. */
const keyName = (path: string): string => path.replace(/^(buckets\.)|^[^.]+\./, '');

/** The parameters of a run; κ and L/Q both, whichever was given. OUT-11, RING-03R. */
export function parametersOf(scenario: Scenario): Readonly<Record<string, unknown>> {
  const { ring, trader_policy: policy } = scenario;
  const { kappa, liquidity_ratio: ratio } = ring;
  const ratios = midRatios(scenario);
  return {
    seed: scenario.seed,
    periods: scenario.periods,
    arithmetic: scenario.arithmetic,
    face_value: scenario.ticket_size_S,
    n_traders: ring.n_traders,
    maturity_days: ring.maturity_days,
    total_debt: ring.total_debt_Q,
    kappa: kappa ?? (ratio === null ? null : inverse(ratio)),
    liquidity_ratio: ratio ?? (kappa === null ? null : inverse(kappa)),
    concentration: ring.concentration,
    mu: ring.mu,
    outside_mid_ratio: ratios.length === 1 ? ratios[0] : ratios,
    policy: policy.kind,
    rollover: scenario.rollover.enabled,
  };
}
