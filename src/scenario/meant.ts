/** Keys that somebody may mean who writes another word: the field's symbols, words, and names of other places. CFG-03. */
import { about } from './about.ts';

const H = ['trader_policy.H_min_invest', 'trader_policy.horizon'];
const M0 = ['buckets.<bucket>.M0'];
const O0 = ['buckets.<bucket>.O0'];
const traders = ['ring.n_traders'];
const debt = ['ring.total_debt_Q'];
const days = ['ring.maturity_days'];
const face = ['ticket_size_S'];
const liquidity = ['ring.liquidity_ratio', 'ring.kappa'];
const shares = ['initial_allocation.dealer_share', 'balance.dealer_share'];

/** Words in small letters, without what joins them. */
const words: Readonly<Record<string, readonly string[]>> = {
  ...{ h: H, hmin: H, planninghorizon: H, investmenthorizon: H },
  ...{ m: M0, mid: M0, outsidemid: M0, price: M0, o: O0, spread: O0, outsidespread: O0, bidask: O0 },
  ...{ n: traders, agents: traders, nagents: traders, traders, numtraders: traders, firms: traders },
  ...{ q: debt, debt, totaldebt: debt, debts: debt, t: days, days, maturity: days, maturities: days },
  ...{ s: face, face, facevalue: face, ticketsize: face, nominal: face, l: liquidity, money: liquidity },
  ...{ liquidity, cash: ['ring.liquidity_ratio', 'ring.cash'], leverage: ['ring.kappa'] },
  ...{ c: ['ring.concentration'], inequality: ['ring.concentration'], skew: ['ring.mu'] },
  ...{ b: ['trader_policy.buffer_cash_B'], buffer: ['trader_policy.buffer_cash_B'] },
  ...{ pi: ['order_flow.pi_sell'], sellprobability: ['order_flow.pi_sell'], arrivals: ['order_flow.Nmax'] },
  ...{ x: ['dealers.init_target_capacity_Xstar'], xstar: ['dealers.init_target_capacity_Xstar'] },
  ...{ capacity: ['dealers.init_target_capacity_Xstar'], inventory: ['dealers.init_target_capacity_Xstar'] },
  ...{
    dealershare: shares,
    policy: ['trader_policy.kind'],
    rho: ['sweep.outside_mid_ratios'],
    ρ: ['sweep.outside_mid_ratios'],
  },
  ...{
    κ: ['ring.kappa'],
    μ: ['ring.mu'],
    replicates: ['sweep.seeds'],
    r: ['sweep.seeds'],
    arms: ['sweep.regimes'],
  },
  ...{ range: ['buckets.<bucket>.tau'], length: ['periods'], duration: ['periods'], steps: ['periods'] },
  ...{ renewal: ['rollover.enabled'], renew: ['rollover.enabled'], decimals: ['arithmetic'] },
};

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Paths of keys that a name may mean: its own path or name first, then words for it. */
export function meant(name: string): readonly string[] {
  const paths = Object.keys(about);
  const own = paths.filter((path) => path === name || path.split('.').at(-1) === name);
  if (own.length > 0) return own;
  const same = plain(name);
  const alike = paths.filter((path) => plain(path.split('.').at(-1) ?? '') === same || plain(path) === same);
  if (alike.length > 0) return alike;
  return Object.hasOwn(words, same) ? (words[same] ?? []) : [];
}
