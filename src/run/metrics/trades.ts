/** One row a fill. OUT-03. */
import type { ModelEvent } from '../../core/events.ts';
import { kindOf, type Accounts } from './accounts.ts';
import type { Fold, RowWriter, RunLabel, Tables } from './fold.ts';

export const tradeColumns = [
  'run_id',
  'regime',
  'day',
  'trade_index',
  'trader_id',
  'side',
  'buyer_id',
  'buyer_type',
  'seller_id',
  'seller_type',
  'bucket',
  'ticket_id',
  'liability_id',
  'issuer_id',
  'maturity_day',
  'face_value',
  'price',
  'outside_mid',
  'outside_bid',
  'outside_ask',
  'dealer_midline',
  'dealer_inventory_before',
  'dealer_inventory_after',
  'is_passthrough',
  'hit_vbt_reason',
  'is_liquidity_driven',
] as const;

export class TradeRows implements Fold {
  readonly #write: RowWriter;

  constructor(
    readonly accounts: Accounts,
    readonly label: RunLabel,
    tables: Tables,
  ) {
    this.#write = tables.open('trades', tradeColumns);
  }

  after(event: ModelEvent): void {
    if (event.kind !== 'TradeExecuted') return;
    this.#write([
      this.label.runId,
      this.label.regime,
      event.day,
      event.tradeIndex,
      event.traderId,
      event.side,
      event.buyerId,
      kindOf(event.buyerId),
      event.sellerId,
      kindOf(event.sellerId),
      event.bucket,
      event.ticketId,
      event.liabilityId,
      event.issuerId,
      event.maturityDay,
      this.accounts.ticketSize,
      event.price,
      event.outsideMid,
      event.outsideBid,
      event.outsideAsk,
      event.dealerMidline,
      event.dealerInventoryBefore,
      event.dealerInventoryAfter,
      event.isPassthrough,
      event.hitVbtReason,
      event.isLiquidityDriven,
    ]);
  }
}
