/** Keys that are right and do nothing, given another value than the default: whoever wrote them expected something. */
import type { Scenario } from './scenario.ts';

export interface UnusedKey {
  readonly path: string;
  readonly says: string;
}

/** What each unused key is not used by, in the order of the schema. */
export function unusedKeys(scenario: Scenario): UnusedKey[] {
  const { trader_policy: policy, order_flow, anchors, ring, rollover, buckets } = scenario;
  const { kind, horizon, H_min_invest, buffer_cash_B } = policy;
  const unused = (path: string, why: string, isUnused: boolean): UnusedKey[] =>
    isUnused ? [{ path, says: `${path} is not used ${why}` }] : [];
  const sellsOnly = kind === 'default_avoidance';
  const ownHorizon = horizon !== null && horizon !== H_min_invest;
  return [
    ...Object.entries(buckets).flatMap(([id, bucket]) =>
      Object.entries({ Omin: '0', phiM: '1', phiO: '0.6' } as const).flatMap(([key, usual]) =>
        unused(
          `buckets.${id}.${key}`,
          'while anchors.update is false',
          !anchors.update && bucket[key as 'Omin' | 'phiM' | 'phiO'] !== usual,
        ),
      ),
    ),
    ...unused(
      'order_flow.pi_sell',
      `by ${kind}, under which nobody buys`,
      sellsOnly && order_flow.pi_sell !== '0.5',
    ),
    ...unused(
      'trader_policy.H_min_invest',
      `by ${kind}, which has horizon`,
      kind !== 'liquidity_and_investment' && H_min_invest !== 3 && ownHorizon,
    ),
    ...unused(
      'trader_policy.buffer_cash_B',
      `by ${kind}, under which nobody buys`,
      sellsOnly && buffer_cash_B !== '1',
    ),
    ...unused(
      'trader_policy.horizon',
      `by ${kind}, which has H_min_invest`,
      kind === 'liquidity_and_investment' && horizon !== null,
    ),
    ...unused(
      'ring.concentration',
      'while ring.debts is equal',
      ring.debts === 'equal' && ring.concentration !== '1',
    ),
    ...unused(
      'rollover.issue_price',
      'while rollover.enabled is false',
      !rollover.enabled && rollover.issue_price !== 'par',
    ),
  ];
}
