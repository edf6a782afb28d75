/** What the core says, as the protocol writes it: money as decimal strings. */
import type { AnchorUpdate } from '../core/anchors.ts';
import type { Quotes } from '../core/kernel.ts';
import type { Arrival } from '../core/order-flow.ts';
import type { Rebucketed } from '../core/rebucketing.ts';
import type { Declined, Issued } from '../core/rollover.ts';
import type { IssuerSettlement } from '../core/payout.ts';
import type { Trade } from '../core/trade.ts';
import type { Num } from '../num.ts';
import {
  ProtocolError,
  type AdvanceAnswer,
  type OrderFlowAnswer,
  type QuotesAnswer,
  type RolloverAnswer,
  type SettleAnswer,
  type TradeAnswer,
  type UpdateAnchorsAnswer,
} from './protocol.ts';

const money = (amount: Num | null): string | null => amount?.toFixed() ?? null;

export function quotesAnswer(quotes: Quotes): QuotesAnswer {
  if (!Number.isSafeInteger(quotes.rungs))
    throw new ProtocolError(
      'invalid',
      'the dealer could carry more tickets than an integer of JSON can count',
    );
  const written = Object.entries(quotes).map(([name, value]: [string, Num | number | boolean]) => [
    name,
    typeof value === 'object' ? value.toFixed() : value,
  ]);
  // every Num of Quotes is a string of QuotesAnswer under the same name
  return Object.fromEntries(written) as QuotesAnswer;
}

export const tradeAnswer = (trade: Trade): TradeAnswer => ({ ...trade, price: money(trade.price) });

export const advanceAnswer = (rebucketed: readonly Rebucketed[]): AdvanceAnswer => ({
  rebucketed: rebucketed.map((crossing) => ({ ...crossing, price: money(crossing.price) })),
});

export const orderFlowAnswer = (arrivals: readonly Arrival[]): OrderFlowAnswer => ({
  arrivals: arrivals.map((arrival) => ({ ...arrival, trade: tradeAnswer(arrival.trade) })),
});

export const settleAnswer = (settled: readonly IssuerSettlement[]): SettleAnswer => ({
  issuers: settled.map(({ issuer, due, cashBefore, recovery, cashAfter, payouts }) => ({
    issuer: issuer.id,
    due: due.toFixed(),
    cashBefore: cashBefore.toFixed(),
    recovery: recovery.toFixed(),
    cashAfter: cashAfter.toFixed(),
    payouts: payouts.map((payout) => ({ ...payout, amount: payout.amount.toFixed() })),
  })),
});

export const rolloverAnswer = (rolled: { issued: Issued[]; declined: Declined[] }): RolloverAnswer => ({
  issued: rolled.issued.map(({ placed, ...issued }) => ({
    ...issued,
    price: issued.price.toFixed(),
    ...(placed === null ? {} : { placed: { ...placed, price: placed.price.toFixed() } }),
  })),
  declined: rolled.declined.map((declined) => ({ ...declined, price: declined.price.toFixed() })),
});

export const updateAnchorsAnswer = (updates: readonly AnchorUpdate[]): UpdateAnchorsAnswer => ({
  buckets: updates.map(({ bucket, lossRate }) => ({
    bucket: bucket.id,
    lossRate: lossRate.toFixed(),
    outsideMid: bucket.outsideMid.toFixed(),
    outsideSpread: bucket.outsideSpread.toFixed(),
    outsideAsk: bucket.outsideAsk.toFixed(),
    outsideBid: bucket.outsideBid.toFixed(),
  })),
});
