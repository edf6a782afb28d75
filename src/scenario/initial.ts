/** From a scenario to the world that it starts in. MOD-13R, chapters INI, RING and BAL. */
import type { World, WorldBucket, WorldTicket } from '../core/world.ts';
import { decimal, toMoney } from '../num.ts';
import { streams, type Stream } from '../random.ts';
import { allocate, type Allocation } from './allocation.ts';
import { addLargeHolders } from './balance.ts';
import { ticketsDue } from './calendar.ts';
import { tradersCash } from './cash.ts';
import { drawRing } from './ring.ts';
import type { Scenario } from './scenario.ts';

export interface InitialState {
  readonly world: World;
  /** Tickets due by day. RING-08. */
  readonly calendar: Readonly<Record<number, number>>;
  /** Every liability, those owed to large holders too. MET-04. */
  readonly totalDebt: string;
  /** Traders' cash only. MET-04. */
  readonly totalMoney: string;
  /** For the manifest. OUT-12. */
  readonly notes: string[];
}

/** The world at t = 0. Always worked out in exact decimals, so that every arithmetic starts from the same. */
export function buildInitialState(scenario: Scenario): InitialState {
  const { ring: ringStream, allocation: allocationStream } = streams(scenario.seed);
  const ring = drawRing(scenario, ringStream);
  const buckets = worldBuckets(scenario);
  const { tickets, dealers, vbts, notes } = endow(scenario, buckets, ring.tickets, allocationStream);
  const { trader_policy: policy, order_flow } = scenario;
  const world: World = {
    time: 0,
    ticketSize: scenario.ticket_size_S,
    guardThreshold: perTicket(scenario, scenario.guard.Mmin),
    clipOutsideBid: scenario.guard.clip_nonneg_B,
    rulings: scenario.rulings,
    buckets,
    dealers,
    vbts,
    traders: ring.traders,
    tickets,
    policy: {
      kind: policy.kind,
      horizon: horizonOf(policy),
      cashBuffer: policy.buffer_cash_B,
      maxArrivals: order_flow.Nmax,
      sellProbability: order_flow.pi_sell,
    },
    anchors: scenario.anchors,
    rollover: { enabled: scenario.rollover.enabled, issuePrice: scenario.rollover.issue_price },
    regime: scenario.regime,
  };
  return {
    world,
    calendar: ticketsDue(tickets),
    totalDebt: perTicket(scenario, String(tickets.length)),
    totalMoney: tradersCash(scenario).toFixed(),
    notes: [...notes],
  };
}

/** What large holders have at the start, and who holds what then: chapter BAL or chapter INI decides. */
function endow(
  scenario: Scenario,
  buckets: readonly WorldBucket[],
  ring: readonly WorldTicket[],
  stream: Stream,
): Allocation {
  const { balance, regime } = scenario;
  if (balance === null || regime === 'baseline') return allocate(scenario, buckets, ring, stream);
  return addLargeHolders(scenario, balance, buckets, ring);
}

/** H of the policy at work. CFG-06R. */
function horizonOf({ kind, horizon, H_min_invest }: Scenario['trader_policy']): number {
  if (kind === 'liquidity_and_investment') return H_min_invest;
  if (horizon === null) throw new Error('who looks for gaps has a horizon');
  return horizon;
}

/** What a file says per unit of face, as an amount of money per ticket. MOD-13R. */
const perTicket = ({ ticket_size_S }: Scenario, ratio: string): string =>
  toMoney(decimal.of(ratio).times(decimal.of(ticket_size_S))).toFixed();

/** Ranges and anchors, nearest maturity first. MOD-04, MOD-13R. */
function worldBuckets(scenario: Scenario): WorldBucket[] {
  return Object.entries(scenario.buckets).map(([id, { tau, M0, O0, Omin, phiM, phiO }]) => ({
    id,
    from: tau.min,
    to: tau.max,
    outsideMid: perTicket(scenario, M0),
    outsideSpread: perTicket(scenario, O0),
    midSensitivity: perTicket(scenario, phiM),
    spreadSensitivity: perTicket(scenario, phiO),
    minSpread: perTicket(scenario, Omin),
  }));
}
