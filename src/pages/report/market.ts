/** What one bucket's desks quoted and traded, step by step, and how its anchors moved. OUT-02. */
import type { EventOf, ModelEvent } from '../../core/events.ts';

export interface Quoted {
  readonly day: number;
  /** Place within the day among the bucket's quotes and trades, from 0. */
  readonly step: number;
  readonly ask: number;
  readonly bid: number;
  readonly midline: number;
  readonly outsideAsk: number;
  readonly outsideBid: number;
  readonly inventory: number;
  /** Face that the dealer can carry, in money. */
  readonly capacity: number;
  readonly cash: number;
}

export interface Fill {
  readonly day: number;
  readonly step: number;
  readonly index: number;
  readonly trader: string;
  readonly side: 'BUY' | 'SELL';
  readonly ticket: string;
  readonly price: number;
  readonly passed: boolean;
  readonly reason: string | null;
}

export interface AnchorMove {
  readonly day: number;
  readonly lossRate: number;
  readonly mid: number;
  readonly spread: number;
}

export interface Market {
  readonly bucket: string;
  readonly openingMid: number;
  readonly openingSpread: number;
  readonly quotes: Quoted[];
  readonly fills: Fill[];
  readonly anchors: AnchorMove[];
}

export class MarketsFold {
  readonly markets: Market[] = [];
  readonly #steps = new Map<string, { day: number; next: number }>();

  take(event: ModelEvent): void {
    switch (event.kind) {
      case 'WorldOpened':
        for (const { id, outsideMid, outsideSpread } of event.buckets)
          this.markets.push({
            bucket: id,
            openingMid: outsideMid.toNumber(),
            openingSpread: outsideSpread.toNumber(),
            quotes: [],
            fills: [],
            anchors: [],
          });
        return;
      case 'QuotesPosted':
        this.#quote(event);
        return;
      case 'TradeExecuted':
        this.#fill(event);
        return;
      case 'AnchorsUpdated':
        this.#market(event.bucket).anchors.push({
          day: event.day,
          lossRate: event.lossRate.toNumber(),
          mid: event.outsideMid.toNumber(),
          spread: event.outsideSpread.toNumber(),
        });
        return;
      default:
        return;
    }
  }

  #quote(event: EventOf<'QuotesPosted'>): void {
    this.#market(event.bucket).quotes.push({
      day: event.day,
      step: this.#step(event),
      ask: event.ask.toNumber(),
      bid: event.bid.toNumber(),
      midline: event.dealerMidline.toNumber(),
      outsideAsk: event.outsideAsk.toNumber(),
      outsideBid: event.outsideBid.toNumber(),
      inventory: event.dealerInventory,
      capacity: event.dealerCapacity.toNumber(),
      cash: event.dealerCash.toNumber(),
    });
  }

  #fill(event: EventOf<'TradeExecuted'>): void {
    this.#market(event.bucket).fills.push({
      day: event.day,
      step: this.#step(event),
      index: event.tradeIndex,
      trader: event.traderId,
      side: event.side,
      ticket: event.ticketId,
      price: event.price.toNumber(),
      passed: event.isPassthrough,
      reason: event.hitVbtReason,
    });
  }

  #step({ bucket, day }: { readonly bucket: string; readonly day: number }): number {
    const last = this.#steps.get(bucket);
    const step = last?.day === day ? last.next : 0;
    this.#steps.set(bucket, { day, next: step + 1 });
    return step;
  }

  #market(bucket: string): Market {
    const found = this.markets.find((market) => market.bucket === bucket);
    if (found === undefined) throw new Error(`there is no bucket ${bucket}`);
    return found;
  }
}
