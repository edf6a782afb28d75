/** How much money there is, and how much debt. RING-03R, BAL-02, BAL-03. */
import { decimal, toMoney, type Num } from '../num.ts';
import type { BalanceByShares, Scenario } from './scenario.ts';

const one = decimal.of(1);

/** L of the ring alone, from κ = Q/L or from L/Q, before it is rounded to the unit of money. RING-03R. */
function exactCash({ total_debt_Q, kappa, liquidity_ratio }: Scenario['ring']): Num {
  const debt = decimal.of(total_debt_Q);
  if (liquidity_ratio !== null) return debt.times(decimal.of(liquidity_ratio));
  if (kappa === null) throw new Error('neither kappa nor liquidity_ratio says how much cash there is');
  return debt.div(decimal.of(kappa));
}

/** What is left to the traders of all claims: 62.5 %. BAL-02. */
export const tradersShare = ({ vbt_share, dealer_share }: BalanceByShares): Num =>
  one.minus(decimal.of(vbt_share)).minus(decimal.of(dealer_share));

/** What is scaled with the claims of large holders: divided by 0.625, or multiplied by 1 + β. BAL-02, BAL-03. */
export function scaled(amount: Num, { balance, regime }: Pick<Scenario, 'balance' | 'regime'>): Num {
  if (balance === null || regime === 'baseline') return amount;
  if (balance.mode === 'additional') return amount.times(one.plus(decimal.of(balance.big_entity_share)));
  return amount.div(tradersShare(balance));
}

/** What traders have together, in whole units of money. */
export const tradersCash = (scenario: Scenario): Num => toMoney(scaled(exactCash(scenario.ring), scenario));
