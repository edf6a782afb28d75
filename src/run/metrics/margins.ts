/** How safe traders were when it mattered. MET-07, MET-16R. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import { addTo, at } from '../../core/list.ts';
import { kindOf, type Accounts, type BucketBook } from './accounts.ts';
import { Tally, type TallySummary } from './distribution.ts';
import type { Fold } from './fold.ts';

export const marginOccasions = ['beforeBuy', 'afterBuy', 'atDefault', 'atLiquiditySale'] as const;
export type MarginOccasion = (typeof marginOccasions)[number];
export type Margins = Readonly<Record<MarginOccasion, TallySummary>>;

/** Tickets that today's settlement has paid a trader for. */
interface Receipt {
  readonly bucket: BucketBook;
  readonly tickets: number;
  readonly amount: Num;
}

/**
 * m_i = cash + tickets held at their bucket's bid − remaining own liabilities. A liquidity sale is met just before it
 * happens, a default as the settlement of its day begins; several liabilities that default together are one default.
 */
export class MarginsFold implements Fold {
  readonly #tallies: Record<MarginOccasion, Tally>;
  /** A buyer whose fill is told but whose bucket may still post the quotes that follow from it. */
  #bought: string | null = null;
  readonly #defaultedToday = new Set<string>();
  readonly #receivedToday = new Map<string, Receipt[]>();

  constructor(readonly accounts: Accounts) {
    const tally = (): Tally => new Tally(accounts.zero);
    this.#tallies = { beforeBuy: tally(), afterBuy: tally(), atDefault: tally(), atLiquiditySale: tally() };
  }

  before(event: ModelEvent): void {
    if (event.kind !== 'QuotesPosted') this.#afterBuy();
    if (event.kind === 'TradeExecuted' && kindOf(event.traderId) === 'trader') {
      if (event.side === 'BUY') this.#take('beforeBuy', event.traderId);
      else if (event.isLiquidityDriven) this.#take('atLiquiditySale', event.traderId);
    } else if (event.kind === 'PayableDefaulted' && !this.#defaultedToday.has(event.debtor)) {
      this.#defaultedToday.add(event.debtor);
      this.#tallies.atDefault.add(this.#beforeSettlement(event.debtor));
    }
  }

  after(event: ModelEvent): void {
    if (event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted') this.#receive(event);
    if (event.kind !== 'TradeExecuted' || event.side !== 'BUY') return;
    if (kindOf(event.traderId) === 'trader') this.#bought = event.traderId;
  }

  #receive({ bucket, payouts }: EventOf<'PayableSettled' | 'PayableDefaulted'>): void {
    const book = this.accounts.bucket(bucket);
    for (const { holder, tickets, amount } of payouts)
      if (kindOf(holder) === 'trader')
        addTo(this.#receivedToday, holder, { bucket: book, tickets: tickets.length, amount });
  }

  /** A day without any other event may begin with quotes, which are not those of the fill. */
  closeDay(): void {
    this.#afterBuy();
    this.#defaultedToday.clear();
    this.#receivedToday.clear();
  }

  /** Quotes are recomputed at every fill, so the margin after it is taken at the new ones. KER-15. */
  #afterBuy(): void {
    if (this.#bought === null) return;
    this.#take('afterBuy', this.#bought);
    this.#bought = null;
  }

  #take(occasion: MarginOccasion, trader: string): void {
    this.#tallies[occasion].add(this.margin(trader));
  }

  margin(trader: string): Num {
    const { accounts } = this;
    const { cash, tickets, owed } = accounts.party(trader);
    return accounts.buckets.reduce(
      (sum, bucket) => sum.plus(this.#atBid(bucket, at(tickets, bucket.index))),
      cash.minus(accounts.face(owed)),
    );
  }

  /** Without a market maker there is no bid, and tickets count for nothing. */
  #atBid({ quotes }: BucketBook, tickets: number): Num {
    return quotes === null ? this.accounts.zero : quotes.bid.times(tickets);
  }

  /** The margin with what was received today as the tickets that it was; no quotes are posted in between. MET-16R. */
  #beforeSettlement(trader: string): Num {
    const received = this.#receivedToday.get(trader) ?? [];
    return received.reduce(
      (sum, { bucket, tickets, amount }) => sum.minus(amount).plus(this.#atBid(bucket, tickets)),
      this.margin(trader),
    );
  }

  margins(): Margins {
    const { beforeBuy, afterBuy, atDefault, atLiquiditySale } = this.#tallies;
    return {
      beforeBuy: beforeBuy.summary(),
      afterBuy: afterBuy.summary(),
      atDefault: atDefault.summary(),
      atLiquiditySale: atLiquiditySale.summary(),
    };
  }
}
