/** What traders made on the tickets that they bought. MET-06. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import { kindOf, type Accounts } from './accounts.ts';
import { distributionOf, meanOf, type Distribution } from './distribution.ts';
import type { Fold } from './fold.ts';

export interface TraderReturn {
  readonly traderId: string;
  readonly tickets: number;
  readonly meanReturn: Num;
}

export interface Returns {
  /** Over the traders' means: the distribution of a run. */
  readonly overTraders: Distribution;
  readonly overTickets: Distribution;
  /** Bought and still held at the end: nothing brought yet, so not counted above. */
  readonly ticketsStillHeld: number;
  /** Bought for nothing: no return is defined on a price that is not positive. */
  readonly ticketsWithoutPrice: number;
  /** In trader order. */
  readonly byTrader: readonly TraderReturn[];
}

export class ReturnsFold implements Fold {
  /** Bought and not yet sold or settled. */
  readonly #open = new Map<string, { trader: string; price: Num }>();
  readonly #returns = new Map<string, Num[]>();
  #withoutPrice = 0;

  constructor(readonly accounts: Accounts) {}

  after(event: ModelEvent): void {
    if (event.kind === 'TradeExecuted') this.#trade(event);
    else if (event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted') this.#settle(event);
  }

  #trade({ traderId, side, ticketId, price }: EventOf<'TradeExecuted'>): void {
    if (kindOf(traderId) !== 'trader') return;
    if (side === 'BUY') this.#open.set(ticketId, { trader: traderId, price });
    else this.#realise(ticketId, () => price);
  }

  /** A ticket's payout is its holder's, spread evenly over the holder's tickets of the liability. */
  #settle({ payouts }: EventOf<'PayableSettled' | 'PayableDefaulted'>): void {
    for (const { tickets, amount } of payouts)
      for (const ticket of tickets) this.#realise(ticket, () => amount.div(tickets.length));
  }

  /** (what the ticket brought − price)/price, for a ticket that was bought. */
  #realise(ticket: string, brought: () => Num): void {
    const bought = this.#open.get(ticket);
    if (bought === undefined) return;
    this.#open.delete(ticket);
    if (bought.price.comparedTo(0) <= 0) {
      this.#withoutPrice++;
      return;
    }
    const gain = brought().minus(bought.price).div(bought.price);
    const returns = this.#returns.get(bought.trader);
    if (returns === undefined) this.#returns.set(bought.trader, [gain]);
    else returns.push(gain);
  }

  returns(): Returns {
    const { zero } = this.accounts;
    const byTrader: TraderReturn[] = [];
    for (const traderId of this.accounts.parties.keys()) {
      // most have bought nothing, or not yet had anything of it
      const returns = this.#returns.get(traderId) ?? [];
      const meanReturn = meanOf(returns, zero);
      if (meanReturn !== null) byTrader.push({ traderId, tickets: returns.length, meanReturn });
    }
    return {
      overTraders: distributionOf(
        byTrader.map(({ meanReturn }) => meanReturn),
        zero,
      ),
      overTickets: distributionOf([...this.#returns.values()].flat(), zero),
      ticketsStillHeld: this.#open.size,
      ticketsWithoutPrice: this.#withoutPrice,
      byTrader,
    };
  }
}
