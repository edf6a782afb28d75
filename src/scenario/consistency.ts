/** What must hold between the keys of a scenario that are each as they should be. CFG-03, CFG-05. */
import { decimal, toMoney, type Num } from '../num.ts';
import { MONEY_LIMIT } from './fields.ts';
import type { Scenario } from './scenario.ts';
import { tauFaults } from './tau.ts';

/** A fault at a path, and the other paths that it follows from: one of those being faulty, it says nothing. */
export interface Inconsistency {
  readonly path: string[];
  readonly because: readonly string[];
  readonly found: string;
  readonly allowed: string;
}

/** Tickets that a world may open with. */
export const MOST_TICKETS = 10_000_000;

const of = (text: string): Num => decimal.of(text);
const limit = String(MONEY_LIMIT);

/** L: what traders have together, from κ = Q/L or from L/Q. RING-03R. */
export function totalCash({ total_debt_Q, kappa, liquidity_ratio }: Scenario['ring']): Num {
  const debt = of(total_debt_Q);
  return toMoney(liquidity_ratio === null ? debt.div(of(kappa ?? '1')) : debt.times(of(liquidity_ratio)));
}

export function inconsistencies(scenario: Scenario): Inconsistency[] {
  return [
    ...ringSize(scenario),
    ...debtFaults(scenario),
    ...cashFaults(scenario),
    ...targetFaults(scenario),
    ...shareFaults(scenario),
    ...tauFaults(scenario.buckets),
    ...anchorFaults(scenario),
  ];
}

/** MOD-14. */
function ringSize({ ring, allow_small_ring }: Scenario): Inconsistency[] {
  if (ring.n_traders >= ring.n_traders_min || allow_small_ring) return [];
  const because = ['ring.n_traders', 'ring.n_traders_min', 'allow_small_ring'];
  const allowed = `at least ${String(ring.n_traders_min)} traders, or allow_small_ring: true`;
  return [{ path: ['ring', 'n_traders'], because, found: String(ring.n_traders), allowed }];
}

/** Whole tickets, one a trader at least, and not more than can be held in memory. RING-02. */
function debtFaults({ ring, ticket_size_S }: Scenario): Inconsistency[] {
  const debt = of(ring.total_debt_Q);
  const size = of(ticket_size_S);
  const tickets = debt.div(size).floor();
  const because = ['ring.total_debt_Q', 'ticket_size_S', 'ring.n_traders', 'ring.n_traders_min'];
  const fault = (allowed: string): Inconsistency => ({
    path: ['ring', 'total_debt_Q'],
    because,
    found: ring.total_debt_Q,
    allowed,
  });
  const least = size.times(ring.n_traders);
  const faults: Inconsistency[] = [];
  if (debt.comparedTo(MONEY_LIMIT) >= 0) faults.push(fault(`a total below ${limit}`));
  if (tickets.times(size).comparedTo(debt) !== 0)
    faults.push(fault(`a multiple of ticket_size_S = ${ticket_size_S}`));
  if (debt.comparedTo(least) < 0)
    faults.push(fault(`at least N·S = ${least.toFixed()}, one ticket for each trader`));
  if (tickets.comparedTo(MOST_TICKETS) > 0) faults.push(fault(`at most ${String(MOST_TICKETS)} tickets`));
  return faults;
}

/** Exactly one of κ and L/Q; an amount that money can hold; weights that fit the ring. RING-03R, RING-04. */
function cashFaults({ ring }: Scenario): Inconsistency[] {
  const { kappa, liquidity_ratio, cash } = ring;
  const faults: Inconsistency[] = [];
  const key = liquidity_ratio === null ? 'kappa' : 'liquidity_ratio';
  const because = ['ring.kappa', 'ring.liquidity_ratio', 'ring.total_debt_Q', 'ticket_size_S'];
  if (kappa !== null && liquidity_ratio !== null) {
    const found = `both kappa ${kappa} and liquidity_ratio ${liquidity_ratio}`;
    faults.push({
      path: ['ring', key],
      because: because.slice(0, 2),
      found,
      allowed: 'exactly one of the two',
    });
  } else if (totalCash(ring).comparedTo(MONEY_LIMIT) >= 0) {
    const found = `a total cash of ${totalCash(ring).toFixed()}`;
    faults.push({ path: ['ring', key], because, found, allowed: `a total below ${limit}` });
  }
  if (typeof cash === 'string') return faults;
  const path = ['ring', 'cash', 'vector'];
  const size = String(ring.n_traders);
  if (cash.vector.length !== ring.n_traders)
    faults.push({
      path,
      because: ['ring.cash', 'ring.n_traders', 'ring.n_traders_min'],
      found: `${String(cash.vector.length)} weights`,
      allowed: `one for each of the ${size} traders`,
    });
  if (cash.vector.every((weight) => of(weight).isZero()))
    faults.push({ path, because: ['ring.cash'], found: 'no weight above 0', allowed: 'at least one' });
  return faults;
}

/** X*_target is an even number of tickets, so that its middle is a rung. INI-01. */
function targetFaults({ dealers, ticket_size_S }: Scenario): Inconsistency[] {
  const found = dealers.init_target_capacity_Xstar;
  if (found === null) return [];
  const pair = of(ticket_size_S).times(2);
  if (of(found).div(pair).floor().times(pair).comparedTo(of(found)) === 0) return [];
  const path = ['dealers', 'init_target_capacity_Xstar'];
  const allowed = `an even multiple of ticket_size_S = ${ticket_size_S}`;
  return [{ path, because: ['ticket_size_S', path.join('.')], found, allowed }];
}

/** INI-02, CFG-05. */
function shareFaults({ initial_allocation: shares }: Scenario): Inconsistency[] {
  if (shares === null) return [];
  const { dealer_share, vbt_share, traders_share } = shares;
  const sum = of(dealer_share).plus(of(vbt_share)).plus(of(traders_share));
  if (sum.comparedTo(1) <= 0) return [];
  const because = Object.keys(shares).map((key) => `initial_allocation.${key}`);
  const found = `shares that sum to ${sum.toFixed()}`;
  return [{ path: ['initial_allocation'], because, found, allowed: 'a sum of at most 1' }];
}

/** Multiplied by S, or paid for all tickets there are, an anchor is still an amount of money. MOD-13R. */
function anchorFaults({ buckets, ring, ticket_size_S, guard }: Scenario): Inconsistency[] {
  const all = { factor: of(ring.total_debt_Q), name: 'total_debt_Q' };
  const one = { factor: of(ticket_size_S), name: 'ticket_size_S' };
  const check = (path: string[], ratio: string, { factor, name }: typeof all): Inconsistency[] => {
    if (of(ratio).times(factor).comparedTo(MONEY_LIMIT) < 0) return [];
    const because = [path.join('.'), 'ring.total_debt_Q', 'ticket_size_S', 'ring.n_traders'];
    return [{ path, because, found: ratio, allowed: `a number that times ${name} is below ${limit}` }];
  };
  return [
    ...check(['guard', 'Mmin'], guard.Mmin, one),
    ...Object.entries(buckets).flatMap(([id, bucket]) => [
      ...check(['buckets', id, 'M0'], bucket.M0, all),
      ...(['O0', 'Omin', 'phiM', 'phiO'] as const).flatMap((key) =>
        check(['buckets', id, key], bucket[key], one),
      ),
    ]),
  ];
}
