/** Keys that somebody may mean who writes another word: the field's symbols, words, and names of other places. CFG-03. */
import { closest, distance } from 'fastest-levenshtein';
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
const vbtShares = ['initial_allocation.vbt_share', 'balance.vbt_share'];
const capacity = ['dealers.init_target_capacity_Xstar'];

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
  ...{ x: capacity, xstar: capacity, capacity, inventory: capacity, lambda: capacity, λ: capacity },
  ...{ vbt: vbtShares, vbts: vbtShares, vbtshare: vbtShares, dealer: shares },
  ...{ recovery: ['rulings.clearing'], settlement: ['rulings.clearing'], cap: ['rulings.cap_quotes_at_par'] },
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

/** The word that was probably meant, or null where none is like it: half of its letters would have to change. */
export function near(word: string, known: readonly string[]): string | null {
  const nearest = closest(word, known);
  return distance(word, nearest) <= Math.max(1, word.length / 2) ? nearest : null;
}

/**
 * What is said of an unknown key: a slip of the pen first, then the key here that has the word in its name, then what
 * the word means elsewhere, then the nearest at all, if any is like it. CFG-03.
 */
export function instead(key: string, known: readonly string[]): string {
  const here = `(known here: ${known.join(', ')})`;
  if (/^\d+$/.test(key)) return `a decimal point, as in 1.${key}, where a decimal comma was meant ${here}`;
  const nearest = closest(key, known);
  const slip = Math.max(1, Math.floor(key.length / 3));
  if (distance(key, nearest) <= slip) return `the nearest is ${nearest} ${here}`;
  const longer = known.find((name) => name.split('_').includes(key));
  if (longer !== undefined) return `it may mean ${longer} ${here}`;
  const other = meant(key);
  if (other.length > 0) return `it may mean ${other.join(' or ')} ${here}`;
  return near(key, known) === null ? `one of ${known.join(', ')}` : `the nearest is ${nearest} ${here}`;
}

/** Where a key that is one value in a scenario is a list. BAL-10. */
const lists: readonly (readonly [one: RegExp, list: string])[] = [
  [/^ring\.kappa$/, 'sweep.kappas'],
  [/^ring\.liquidity_ratio$/, 'sweep.liquidity_ratios'],
  [/^ring\.concentration$/, 'sweep.concentrations'],
  [/^ring\.mu$/, 'sweep.mus'],
  [/^buckets\.[^.]+\.M0$/, 'sweep.outside_mid_ratios'],
  [/^regime$/, 'sweep.regimes'],
];

export const listFor = (path: string): string | undefined => lists.find(([one]) => one.test(path))?.[1];
