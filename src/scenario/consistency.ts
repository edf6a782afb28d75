/** What must hold between the keys of a scenario that are each as they should be. CFG-03, CFG-05. */
import { at } from '../core/list.ts';
import { decimal, type Num } from '../num.ts';
import { scaled, tradersCash, tradersShare } from './cash.ts';
import { MONEY_LIMIT } from './fields.ts';
import type { Scenario } from './scenario.ts';
import { tauFaults } from './tau.ts';

/** A fault at a path, and the other paths that it follows from: one of those being faulty, it says nothing. */
export interface Inconsistency {
  readonly path: (string | number)[];
  readonly because: readonly string[];
  readonly found: string;
  readonly allowed: string;
}

/** Tickets that a world may open with. */
export const MOST_TICKETS = 10_000_000;

const of = (text: string): Num => decimal.of(text);
const limit = String(MONEY_LIMIT);

/** Whether large holders have shares that leave the traders something. BAL-02. */
const leavesTraders = ({ balance }: Scenario): boolean =>
  balance?.mode !== 'share_of_total' || tradersShare(balance).comparedTo(0) > 0;

/** With what is owed to large holders. BAL-02, BAL-03. */
const allClaims = (ringClaims: Num, scenario: Scenario): Num =>
  leavesTraders(scenario) ? scaled(ringClaims, scenario) : ringClaims;

const cashInAll = (scenario: Scenario): Num =>
  tradersCash(leavesTraders(scenario) ? scenario : { ...scenario, balance: null });

export function inconsistencies(scenario: Scenario): Inconsistency[] {
  return [
    ...ringSize(scenario),
    ...debtFaults(scenario),
    ...cashFaults(scenario),
    ...targetFaults(scenario),
    ...shareFaults(scenario),
    ...balanceFaults(scenario),
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
function debtFaults(scenario: Scenario): Inconsistency[] {
  const { ring, ticket_size_S } = scenario;
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
  if (allClaims(tickets, scenario).comparedTo(MOST_TICKETS) > 0)
    faults.push(fault(`at most ${String(MOST_TICKETS)} tickets`));
  return faults;
}

/** Exactly one of κ and L/Q; an amount that money can hold; weights that fit the ring. RING-03R, RING-04. */
export function cashFaults(scenario: Scenario): Inconsistency[] {
  const { ring } = scenario;
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
    // a sweep that gives both lists has neither value, and is told so
  } else if ((kappa ?? liquidity_ratio) !== null && cashInAll(scenario).comparedTo(MONEY_LIMIT) >= 0) {
    const found = `a total cash of ${cashInAll(scenario).toFixed()}`;
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

/** One description of the large holders, traders that hold something, one ratio up to par. BAL-02, BAL-06, CFG-05. */
function balanceFaults(scenario: Scenario): Inconsistency[] {
  const { balance, initial_allocation, buckets } = scenario;
  if (balance === null) return [];
  const faults: Inconsistency[] = [];
  if (initial_allocation !== null)
    faults.push({
      path: ['initial_allocation'],
      because: ['initial_allocation', 'balance'],
      found: 'initial_allocation and balance',
      allowed: 'one of the two: each says what large holders have at the start',
    });
  if (balance.mode === 'share_of_total' && !leavesTraders(scenario))
    faults.push({
      path: ['balance'],
      because: ['balance.vbt_share', 'balance.dealer_share'],
      found: `shares that sum to ${of(balance.vbt_share).plus(of(balance.dealer_share)).toFixed()}`,
      allowed: 'a sum below 1: the rest is what traders hold',
    });
  const mids = Object.values(buckets).map(({ M0 }) => M0);
  const because = ['buckets.*', ...Object.keys(buckets).map((id) => `buckets.${id}.M0`)];
  if (new Set(mids).size > 1)
    faults.push({
      path: ['buckets'],
      because,
      found: `outside mid ratios of ${mids.join(', ')}`,
      allowed: 'the same M0 in every bucket of a balanced run',
    });
  else if (of(at(mids, 0)).comparedTo(1) > 0)
    faults.push({
      path: ['buckets', at(Object.keys(buckets), 0), 'M0'],
      because,
      found: at(mids, 0),
      allowed: 'at most 1 in a balanced run',
    });
  return faults;
}

/** Multiplied by S, or paid for all tickets there are, an anchor is still an amount of money. MOD-13R. */
export function anchorFaults(scenario: Scenario): Inconsistency[] {
  const { buckets, ring, ticket_size_S, guard } = scenario;
  const all = { factor: allClaims(of(ring.total_debt_Q), scenario), name: 'total_debt_Q' };
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
