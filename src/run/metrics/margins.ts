/** How safe traders were when it mattered. MET-07. */
import type { ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import { at } from '../../core/list.ts';
import { kindOf, type Accounts } from './accounts.ts';
import { Tally, type TallySummary } from './distribution.ts';
import type { Fold } from './fold.ts';

export const marginOccasions = ['beforeBuy', 'afterBuy', 'atDefault', 'atLiquiditySale'] as const;
export type MarginOccasion = (typeof marginOccasions)[number];
export type Margins = Readonly<Record<MarginOccasion, TallySummary>>;

/**
 * m_i = cash + tickets held at their bucket's bid − remaining own liabilities. A default and a liquidity sale
 * are met just before they happen; several liabilities that default together are one default.
 */
export class MarginsFold implements Fold {
  readonly #tallies: Record<MarginOccasion, Tally>;
  /** A buyer whose fill is told but whose bucket may still post the quotes that follow from it. */
  #bought: string | null = null;
  #lastDefault: string | null = null;

  constructor(readonly accounts: Accounts) {
    const tally = (): Tally => new Tally(accounts.zero);
    this.#tallies = { beforeBuy: tally(), afterBuy: tally(), atDefault: tally(), atLiquiditySale: tally() };
  }

  before(event: ModelEvent): void {
    if (event.kind !== 'QuotesPosted') this.#afterBuy();
    if (event.kind === 'TradeExecuted' && kindOf(event.traderId) === 'trader') {
      if (event.side === 'BUY') this.#take('beforeBuy', event.traderId);
      else if (event.isLiquidityDriven) this.#take('atLiquiditySale', event.traderId);
    } else if (event.kind === 'PayableDefaulted') {
      const name = `${String(event.day)} ${event.debtor}`;
      if (name !== this.#lastDefault) this.#take('atDefault', event.debtor);
      this.#lastDefault = name;
    }
  }

  after(event: ModelEvent): void {
    if (event.kind !== 'TradeExecuted' || event.side !== 'BUY') return;
    if (kindOf(event.traderId) === 'trader') this.#bought = event.traderId;
  }

  /** A day without any other event may begin with quotes, which are not those of the fill. */
  closeDay(): void {
    this.#afterBuy();
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

  /** Without a market maker there is no bid, and tickets count for nothing. */
  margin(trader: string): Num {
    const { accounts } = this;
    const { cash, tickets, owed } = accounts.party(trader);
    return accounts.buckets.reduce(
      (sum, { index, quotes }) => (quotes === null ? sum : sum.plus(quotes.bid.times(at(tickets, index)))),
      cash.minus(accounts.face(owed)),
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
