/** What the core says: every balance-sheet event, in order. The log alone rebuilds every balance sheet. OUT-02. */
import type { Num } from '../num.ts';
import type { Regime } from './state.ts';

export type Side = 'BUY' | 'SELL';

/** Why a customer's order went past the dealer to the VBT; `regime` in a backstop, where no dealer fills. LOOP-05. */
export const routingReasons = ['capacity', 'cash', 'inventory', 'guard', 'issuer', 'regime'] as const;
export type RoutingReason = (typeof routingReasons)[number];

/** Why an order was not executed; `unsafe` where the buyer would have a gap then. POL-13. */
export const refusals = ['cash', 'no_eligible_ticket', 'no_ticket', 'price', 'unsafe'] as const;
export type Refusal = (typeof refusals)[number];

/** What one holder gets out of one settled liability. */
export interface Payout {
  readonly holder: string;
  readonly tickets: readonly string[];
  readonly amount: Num;
}

interface BucketOpening {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
  readonly outsideMid: Num;
  readonly outsideSpread: Num;
}

/** Opens the log. */
export interface WorldOpened {
  readonly kind: 'WorldOpened';
  readonly ticketSize: Num;
  readonly regime: Regime;
  readonly buckets: readonly BucketOpening[];
}

/** A party with the cash that it starts with. */
export interface AccountOpened {
  readonly kind: 'AccountOpened';
  readonly party: string;
  readonly cash: Num;
}

/** A liability and its tickets, all first held by the creditor. MOD-03. */
export interface PayableCreated {
  readonly kind: 'PayableCreated';
  readonly payableId: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly dueDay: number;
  readonly amount: Num;
  readonly tickets: readonly string[];
}

/** Tickets that a large holder starts with. INI-02. */
export interface TicketsAllocated {
  readonly kind: 'TicketsAllocated';
  readonly payableId: string;
  readonly from: string;
  readonly to: string;
  readonly tickets: readonly string[];
}

export interface QuotesPosted {
  readonly kind: 'QuotesPosted';
  readonly bucket: string;
  readonly dealerInventory: number;
  readonly dealerCash: Num;
  readonly dealerCapacity: Num;
  readonly dealerMidline: Num;
  readonly bid: Num;
  readonly ask: Num;
  readonly outsideBid: Num;
  readonly outsideAsk: Num;
  readonly bidPinned: boolean;
  readonly askPinned: boolean;
  readonly guard: boolean;
}

/** One fill; `side` as the customer sees it, dealer figures before the fill unless they say after. OUT-03. */
export interface TradeExecuted {
  readonly kind: 'TradeExecuted';
  readonly tradeIndex: number;
  readonly traderId: string;
  readonly side: Side;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly bucket: string;
  readonly ticketId: string;
  readonly liabilityId: string;
  readonly issuerId: string;
  readonly maturityDay: number;
  readonly price: Num;
  readonly outsideMid: Num;
  readonly outsideBid: Num;
  readonly outsideAsk: Num;
  readonly dealerMidline: Num;
  readonly dealerInventoryBefore: number;
  readonly dealerInventoryAfter: number;
  /** The dealer's bid and ask before the fill. */
  readonly bid: Num;
  readonly ask: Num;
  readonly isPassthrough: boolean;
  /** The side's quote stood at the outside quote when this order was filled. TRD-03, TRD-04. */
  readonly pinned: boolean;
  readonly hitVbtReason: RoutingReason | null;
  readonly isLiquidityDriven: boolean;
}

export interface OrderRejected {
  readonly kind: 'OrderRejected';
  readonly traderId: string;
  readonly side: Side;
  readonly bucket: string | null;
  readonly price: Num | null;
  readonly reason: Refusal;
}

/**
 * Tickets took another bucket's label; `price` is that of all, or null where they stayed with their owner.
 * REB-02 … REB-04.
 */
export interface TicketRebucketed {
  readonly kind: 'TicketRebucketed';
  readonly tickets: readonly string[];
  readonly fromBucket: string;
  readonly toBucket: string;
  readonly seller: string;
  readonly buyer: string;
  readonly price: Num | null;
}

/** A liability repaid in full. SET-03. */
export interface PayableSettled {
  readonly kind: 'PayableSettled';
  readonly pid: string;
  readonly debtor: string;
  readonly amount: Num;
  readonly paid: Num;
  readonly bucket: string;
  readonly payouts: readonly Payout[];
}

/** A liability that was not repaid in full. SET-04. */
export interface PayableDefaulted extends Omit<PayableSettled, 'kind'> {
  readonly kind: 'PayableDefaulted';
  readonly recovery: Num;
}

/**
 * New tickets in place of repaid ones of a liability, to the same holder; face and price are those of all. The
 * ids tell which for which. ROL-01.
 */
export interface PayableRolledOver {
  readonly kind: 'PayableRolledOver';
  readonly pid: string;
  readonly payableId: string;
  readonly tickets: readonly string[];
  readonly debtor: string;
  readonly creditor: string;
  readonly bucket: string;
  readonly dueDay: number;
  readonly amount: Num;
  readonly price: Num;
}

/** A repaid ticket whose holder could not pay for a new one, or holds tickets of another issuer. ROL-04R. */
export interface RolloverDeclined {
  readonly kind: 'RolloverDeclined';
  readonly ticketId: string;
  readonly debtor: string;
  readonly holder: string;
  readonly price: Num;
  readonly reason: 'cash' | 'issuer';
}

/** A reissued ticket sold to the desk of the bucket that it belongs to. ROL-06R. */
export interface TicketPlaced {
  readonly kind: 'TicketPlaced';
  readonly ticketId: string;
  readonly bucket: string;
  readonly seller: string;
  readonly buyer: string;
  readonly price: Num;
}

export interface AnchorsUpdated {
  readonly kind: 'AnchorsUpdated';
  readonly bucket: string;
  readonly lossRate: Num;
  readonly outsideMidBefore: Num;
  readonly outsideMid: Num;
  readonly outsideSpread: Num;
  readonly outsideBid: Num;
  readonly outsideAsk: Num;
}

/** Something was set from outside the model for a stress step. */
export interface Overridden {
  readonly kind: 'Overridden';
  readonly path: string;
}

export const runEndings = ['periods', 'no_tickets', 'default', 'violation'] as const;
export type RunEnding = (typeof runEndings)[number];

export interface RunEnded {
  readonly kind: 'RunEnded';
  readonly reason: RunEnding;
}

export type EventBody =
  | WorldOpened
  | AccountOpened
  | PayableCreated
  | TicketsAllocated
  | QuotesPosted
  | TradeExecuted
  | OrderRejected
  | TicketRebucketed
  | PayableSettled
  | PayableDefaulted
  | PayableRolledOver
  | RolloverDeclined
  | TicketPlaced
  | AnchorsUpdated
  | Overridden
  | RunEnded;

export type EventKind = EventBody['kind'];

/** An event with the period that it belongs to. */
export type ModelEvent = { readonly day: number } & EventBody;

/** An event of one kind. */
export type EventOf<K extends EventKind> = { readonly day: number } & Extract<EventBody, { kind: K }>;
