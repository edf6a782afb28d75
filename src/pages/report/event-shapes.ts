/** The shape of each kind of event, as far as a report reads them. OUT-02. */
import * as z from 'zod';
import { refusals, routingReasons, runEndings, type EventKind } from '../../core/events.ts';
import { regimes } from '../../core/state.ts';

const amount = z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal string such as "1.05"');
const text = z.string();
const count = z.int();
const flag = z.boolean();
const tickets = z.array(text);
const side = z.enum(['BUY', 'SELL']);

/** Fields of the same type, by their names. */
const all = <const K extends string, T extends z.ZodType>(type: T, ...keys: K[]): Record<K, T> =>
  // a type for every key, by the argument
  Object.fromEntries(keys.map((key) => [key, type])) as Record<K, T>;

const settled = {
  ...all(text, 'pid', 'debtor', 'bucket'),
  ...all(amount, 'amount', 'paid'),
  payouts: z.array(z.object({ holder: text, tickets, amount })),
};

const shapes = {
  WorldOpened: {
    ticket_size: amount,
    regime: z.enum(regimes),
    buckets: z.array(
      z.object({
        id: text,
        from: count,
        to: count.nullable(),
        ...all(amount, 'outside_mid', 'outside_spread'),
      }),
    ),
  },
  AccountOpened: { party: text, cash: amount },
  PayableCreated: { ...all(text, 'payable_id', 'debtor', 'creditor'), due_day: count, amount, tickets },
  TicketsAllocated: { ...all(text, 'payable_id', 'from', 'to'), tickets },
  QuotesPosted: {
    bucket: text,
    dealer_inventory: count,
    ...all(amount, 'dealer_cash', 'dealer_capacity', 'dealer_midline'),
    ...all(amount, 'bid', 'ask', 'outside_bid', 'outside_ask'),
    ...all(flag, 'bid_pinned', 'ask_pinned', 'guard'),
  },
  TradeExecuted: {
    ...all(count, 'trade_index', 'maturity_day', 'dealer_inventory_before', 'dealer_inventory_after'),
    ...all(text, 'trader_id', 'buyer_id', 'seller_id', 'bucket', 'ticket_id', 'liability_id', 'issuer_id'),
    ...all(amount, 'price', 'outside_mid', 'outside_bid', 'outside_ask', 'dealer_midline', 'bid', 'ask'),
    ...all(flag, 'is_passthrough', 'pinned', 'is_liquidity_driven'),
    side,
    hit_vbt_reason: z.enum(routingReasons).nullable(),
  },
  OrderRejected: {
    trader_id: text,
    side,
    bucket: text.nullable(),
    price: amount.nullable(),
    reason: z.enum(refusals),
  },
  TicketRebucketed: {
    ...all(text, 'from_bucket', 'to_bucket', 'seller', 'buyer'),
    tickets,
    price: amount.nullable(),
  },
  PayableSettled: settled,
  PayableDefaulted: { ...settled, recovery: amount },
  PayableRolledOver: {
    ...all(text, 'pid', 'payable_id', 'debtor', 'creditor', 'bucket'),
    due_day: count,
    ...all(amount, 'amount', 'price'),
    tickets,
  },
  RolloverDeclined: {
    ...all(text, 'ticket_id', 'debtor', 'holder'),
    price: amount,
    reason: z.enum(['cash', 'issuer']),
  },
  TicketPlaced: { ...all(text, 'ticket_id', 'bucket', 'seller', 'buyer'), price: amount },
  AnchorsUpdated: {
    bucket: text,
    ...all(amount, 'loss_rate', 'outside_mid_before', 'outside_mid', 'outside_spread'),
    ...all(amount, 'outside_bid', 'outside_ask'),
  },
  Overridden: { path: text },
  RunEnded: { reason: z.enum(runEndings) },
} as const satisfies Readonly<Record<EventKind, z.ZodRawShape>>;

const kinds = Object.keys(shapes) as EventKind[];
const [first, ...others] = kinds.map((kind) =>
  z.object({ kind: z.literal(kind), day: count, ...shapes[kind] }),
);
if (first === undefined) throw new Error('there are kinds of events');

/** An event as a line of the log has it. */
export const eventShape = z.discriminatedUnion('kind', [first, ...others], { error: kinds.join(', ') });
