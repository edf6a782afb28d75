/** The one mutable state of a world: plain data. Cash is written by `ledger.ts`, holdings by `tickets.ts`. */
import type { Arithmetic, Num } from '../num.ts';
import type { ByDay } from './fast/by-day.ts';
import type { Quotes } from './kernel.ts';
import { at } from './list.ts';

export const regimes = ['active', 'backstop', 'passive', 'baseline'] as const;
export type Regime = (typeof regimes)[number];

export const clearingRules = ['cash_on_hand', 'sequential', 'clearing_vector'] as const;
export type ClearingRule = (typeof clearingRules)[number];

export const issuePrices = ['par', 'mid'] as const;
export type IssuePrice = (typeof issuePrices)[number];

export const policyKinds = ['liquidity_and_investment', 'default_avoidance', 'two_sided'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** A zero-coupon claim of face S with one payoff at its maturity. MOD-02. */
export interface Ticket {
  readonly id: string;
  readonly liability: string;
  readonly issuer: Trader;
  owner: Party;
  readonly maturity: number;
  readonly serial: number;
  /** Original distance ΔT in periods, kept for rollover. ROL-01. */
  readonly distance: number;
  /** Index of the bucket whose label it carries. MOD-04, MOD-05R. */
  bucket: number;
  /** Registered: issued and not yet settled. SET-08. */
  live: boolean;
}

/** Tickets by maturity day, earliest first, then by serial: every order that the model asks for. */
export type TicketsByDay = ByDay<Ticket>;

interface Account {
  readonly id: string;
  /** Place among all accounts: traders in trader order, then the desks. */
  readonly account: number;
  cash: Num;
  readonly holdings: TicketsByDay;
  /** Number of tickets in `holdings`. */
  held: number;
}

/** A member of the ring. MOD-07. */
export interface Trader extends Account {
  readonly kind: 'trader';
  /** Place in trader order. MOD-14. */
  readonly index: number;
  /** Own liabilities still open, ticket by ticket. */
  readonly issued: TicketsByDay;
  owed: number;
  defaulted: boolean;
}

/** A large holder: the dealer of a bucket or its value-based trader. MOD-06, MOD-09. */
export interface Desk extends Account {
  readonly kind: 'dealer' | 'vbt';
  readonly bucket: number;
  /** Tickets of the home bucket: the kernel's a. */
  tickets: number;
}

export type Party = Trader | Desk;

/** A maturity range with its VBT anchors, and its pair of desks unless the regime has none. MOD-04, MOD-06. */
export interface Bucket {
  readonly index: number;
  readonly id: string;
  readonly from: number;
  /** Longest remaining maturity, or null for the last bucket. */
  readonly to: number | null;
  outsideMid: Num;
  outsideSpread: Num;
  outsideAsk: Num;
  outsideBid: Num;
  readonly midSensitivity: Num;
  readonly spreadSensitivity: Num;
  readonly minSpread: Num;
  readonly desks: { readonly dealer: Desk; readonly vbt: Desk } | null;
  /** Quotes at the present position, or null when something moved since they were computed. KER-15. */
  quotes: Quotes | null;
  /** Whether the present quotes have been posted. */
  posted: boolean;
}

export interface Policy {
  readonly kind: PolicyKind;
  /** H in periods: investment horizon of POL-02, planning horizon of POL-06. */
  readonly horizon: number;
  readonly cashBuffer: Num;
  /** N_max arrivals a period; null for no limit. FLW-01, FLW-07. */
  readonly maxArrivals: number | null;
  /** π_sell. */
  readonly sellProbability: number;
}

/** What this period's settlement left for rollover and for the anchors. */
export interface Settled {
  /** Tickets repaid in full, in the order of settlement. */
  repaid: Ticket[];
  /** By bucket: face that matured and loss on it. ANC-01. */
  matured: { face: Num; loss: Num }[];
}

export interface State {
  readonly numbers: Arithmetic;
  /** S: face of a ticket. */
  readonly ticketSize: Num;
  readonly guardThreshold: Num;
  readonly clipOutsideBid: boolean;
  readonly clearing: ClearingRule;
  readonly capQuotesAtPar: boolean;
  readonly policy: Policy;
  readonly anchorsMove: boolean;
  readonly rollover: { readonly enabled: boolean; readonly issuePrice: IssuePrice };
  readonly regime: Regime;
  readonly buckets: readonly Bucket[];
  /** In trader order. */
  readonly traders: readonly Trader[];
  readonly parties: ReadonlyMap<string, Party>;
  /** The registry of live tickets, by maturity. */
  readonly calendar: TicketsByDay;
  /** How many tickets are registered. */
  registered: number;
  time: number;
  nextSerial: number;
  /** All cash there is, which only an override from outside changes. */
  cashInWorld: Num;
  settled: Settled;
}

/** The bucket of an index that a ticket, a desk or another bucket carries: always one of the state's own. */
export const bucketAt = (state: State, index: number): Bucket => at(state.buckets, index);

/** The bucket that an event names. */
export function bucketNamed(state: State, id: string): Bucket {
  for (const bucket of state.buckets) if (bucket.id === id) return bucket;
  throw new Error(`no bucket ${id}`);
}

/** The pair of desks of a bucket, in a regime that has them. */
export function desksOf(bucket: Bucket): { readonly dealer: Desk; readonly vbt: Desk } {
  if (bucket.desks === null) throw new Error(`no large holder makes a market in ${bucket.id}`);
  return bucket.desks;
}
