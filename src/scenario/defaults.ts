/** Filling in what a file leaves out. CFG-02, CFG-06R, INI-04R, BAL-07. */
import { decimal } from '../num.ts';
import { fillBalance } from './balance-shares.ts';
import type { OwnershipShares, Scenario, ScenarioBucket, ScenarioPolicy, ScenarioRing } from './scenario.ts';
import type { Parsed } from './schema.ts';

/** The standard ranges and their spreads. MOD-04, CFG-02. */
const standardBuckets = {
  short: { tau: { min: 1, max: 3 }, O0: '0.2' },
  mid: { tau: { min: 4, max: 8 }, O0: '0.3' },
  long: { tau: { min: 9, max: null }, O0: '0.4' },
};
export const standardBucketIds = Object.keys(standardBuckets);

/** Shares of large holders; the VBT's serves where the target decides, too. CFG-02. */
export const defaultShares = { dealer: '0.25', vbt: '0.5' } as const;

/** X*_target in tickets. CFG-02. */
const TARGET_TICKETS = 4;

/** Q in tickets a trader. CFG-06R. */
const TICKETS_A_TRADER = 10;

/** What a scenario says unless it says otherwise; Q is null where it follows from N and S. CFG-02, CFG-06R. */
const ordinary = {
  periods: 30,
  S: '1',
  Q: null,
  M0: '1',
  policy: 'liquidity_and_investment',
  rollover: false,
  days: 12,
} as const;

/** And what a balanced run says. BAL-07. */
const balanced = {
  periods: 15,
  S: '20',
  Q: '10000',
  M0: '0.75',
  policy: 'default_avoidance',
  rollover: true,
  days: 10,
} as const;

const isBalanced = ({ balance }: Parsed): boolean => balance !== null && balance !== undefined;
const usual = (parsed: Parsed) => (isBalanced(parsed) ? balanced : ordinary);

const perTicket = (ticketSize: string, tickets: number): string =>
  decimal.of(ticketSize).times(tickets).toFixed();

/**
 * The whole scenario. A bucket that lacks what has no default gets a place holder: see `missingParts`. What a key
 * that is yet to be set decides of others is left open: they have what they have under any of its values. EXP-01.
 */
export function fillIn(parsed: Parsed, yetToBeSet: readonly string[] = []): Scenario {
  const { rulings, guard, order_flow, anchors, rollover } = parsed;
  const S = parsed.ticket_size_S ?? usual(parsed).S;
  const trader_policy = fillPolicy(parsed, yetToBeSet.includes('trader_policy.kind'));
  // null is no limit, and is not left out
  const { Nmax = trader_policy.kind === 'liquidity_and_investment' ? 3 : null } = order_flow ?? {};
  const initial_allocation = fillShares(parsed.initial_allocation);
  const balance = fillBalance(parsed.balance, yetToBeSet.includes('balance.mode'));
  const target = parsed.dealers?.init_target_capacity_Xstar ?? null;
  const targetDecides = initial_allocation === null && balance === null;
  return {
    seed: parsed.seed ?? 42,
    periods: parsed.periods ?? usual(parsed).periods,
    regime: parsed.regime ?? 'active',
    arithmetic: parsed.arithmetic ?? 'decimal',
    checks: parsed.checks ?? true,
    stop_on_default: parsed.stop_on_default ?? false,
    allow_small_ring: parsed.allow_small_ring ?? false,
    ticket_size_S: S,
    rulings: {
      clearing: rulings?.clearing ?? 'cash_on_hand',
      cap_quotes_at_par: rulings?.cap_quotes_at_par ?? false,
    },
    buckets: fillBuckets(parsed),
    guard: { Mmin: guard?.Mmin ?? '0.02', clip_nonneg_B: guard?.clip_nonneg_B ?? true },
    dealers: {
      init_target_capacity_Xstar: target ?? (targetDecides ? perTicket(S, TARGET_TICKETS) : null),
    },
    order_flow: { pi_sell: order_flow?.pi_sell ?? '0.5', Nmax },
    trader_policy,
    initial_allocation,
    balance,
    anchors: { update: anchors?.update ?? true },
    rollover: {
      enabled: rollover?.enabled ?? usual(parsed).rollover,
      issue_price: rollover?.issue_price ?? 'par',
    },
    ring: fillRing(parsed, S),
  };
}

function fillPolicy(parsed: Parsed, isOfAnyKind: boolean): ScenarioPolicy {
  const { trader_policy } = parsed;
  const kind = trader_policy?.kind ?? usual(parsed).policy;
  const H_min_invest = trader_policy?.H_min_invest ?? 3;
  // H = T in a balanced run that gives neither horizon
  const days = parsed.ring?.maturity_days ?? balanced.days;
  const H = isBalanced(parsed) ? (trader_policy?.H_min_invest ?? days) : H_min_invest;
  const isUsed = kind !== 'liquidity_and_investment' || isOfAnyKind;
  const horizon = trader_policy?.horizon ?? (isUsed ? H : null);
  return { kind, H_min_invest, buffer_cash_B: trader_policy?.buffer_cash_B ?? '1', horizon };
}

/** INI-02. What is left of 1 stays with the original creditors. */
function fillShares(given: Parsed['initial_allocation']): OwnershipShares | null {
  if (given === null || given === undefined) return null;
  const dealer_share = given.dealer_share ?? defaultShares.dealer;
  const vbt_share = given.vbt_share ?? defaultShares.vbt;
  const rest = decimal.of(1).minus(decimal.of(dealer_share)).minus(decimal.of(vbt_share));
  const traders_share = given.traders_share ?? (rest.comparedTo(0) < 0 ? '0' : rest.toFixed());
  return { dealer_share, vbt_share, traders_share };
}

function fillRing(parsed: Parsed, S: string): ScenarioRing {
  const { ring: given } = parsed;
  const { Q, days } = usual(parsed);
  const n_traders_min = given?.n_traders_min ?? 100;
  const n_traders = given?.n_traders ?? n_traders_min;
  const liquidity_ratio = given?.liquidity_ratio ?? null;
  return {
    n_traders,
    n_traders_min,
    total_debt_Q: given?.total_debt_Q ?? Q ?? perTicket(S, TICKETS_A_TRADER * n_traders),
    kappa: given?.kappa ?? (liquidity_ratio === null ? '1' : null),
    liquidity_ratio,
    debts: given?.debts ?? 'drawn',
    concentration: given?.concentration ?? '1',
    mu: given?.mu ?? '0.5',
    maturity_days: given?.maturity_days ?? days,
    cash: given?.cash ?? 'uniform',
  };
}

/** A file that gives no range adjusts the standard buckets; one that does lists all that there are. MOD-04. */
export function listsAllBuckets({ buckets }: Parsed): boolean {
  return Object.values(buckets ?? {}).some((bucket) => bucket?.tau !== undefined);
}

const standard = (id: string) =>
  Object.hasOwn(standardBuckets, id) ? standardBuckets[id as keyof typeof standardBuckets] : undefined;

function fillBuckets(parsed: Parsed): Record<string, ScenarioBucket> {
  const given = parsed.buckets ?? {};
  const ids = listsAllBuckets(parsed) ? Object.keys(given) : standardBucketIds;
  return Object.fromEntries(
    ids.map((id): [string, ScenarioBucket] => {
      const own = given[id] ?? {};
      return [
        id,
        {
          tau: own.tau ?? standard(id)?.tau ?? { min: 1, max: null },
          M0: own.M0 ?? usual(parsed).M0,
          O0: own.O0 ?? standard(id)?.O0 ?? '0',
          Omin: own.Omin ?? '0',
          phiM: own.phiM ?? '1',
          phiO: own.phiO ?? '0.6',
        },
      ];
    }),
  );
}

export interface MissingPart {
  readonly path: string[];
  readonly known?: readonly string[];
}

/** Buckets that are none, and what a bucket of one's own has to say: its range and its spread. */
export function missingParts(parsed: Parsed): MissingPart[] {
  const all = listsAllBuckets(parsed);
  return Object.entries(parsed.buckets ?? {}).flatMap(([id, own]): MissingPart[] => {
    if (standard(id) !== undefined) return [];
    if (!all) return [{ path: ['buckets', id], known: standardBucketIds }];
    const parts = (['tau', 'O0'] as const).filter((key) => own?.[key] === undefined);
    return parts.map((key) => ({ path: ['buckets', id, key] }));
  });
}
