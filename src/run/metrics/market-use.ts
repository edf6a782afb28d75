/** When and how traders used the market, and what cash went between them and the desks. MET-12, MET-14. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import { kindOf, type Accounts } from './accounts.ts';
import type { Fold } from './fold.ts';
import type { FundingFold } from './funding.ts';

/** Trades of traders by side and route. */
interface Trades {
  sellsInterior: number;
  sellsPassedThrough: number;
  buysInterior: number;
  buysPassedThrough: number;
}

/** Cash of a kind of desk: paid to traders for their tickets and for new ones, got from traders. */
interface DeskFlows {
  /** Paid to traders that sold. */
  purchases: Num;
  /** Got from traders that bought. */
  sales: Num;
  /** Got when claims matured. */
  payouts: Num;
  /** Paid to issuers for tickets issued again. */
  issues: Num;
}

/** A day on which something happened. */
export interface DayOfUse extends Trades {
  readonly day: number;
  readonly dealers: DeskFlows;
  readonly vbts: DeskFlows;
  /** What the VBTs lack at the close of the day. MET-11. */
  vbtFundingDrawn: Num;
}

export interface MarketUse extends Trades {
  readonly trades: number;
  /** Of all trades, those on the first day on which any fell; null without a trade. */
  readonly firstDayTrades: number;
  readonly firstDayShare: Num | null;
  /** Of all trades, those that passed through to a VBT; null without a trade. */
  readonly passedThroughShare: Num | null;
  /** By day, for days on which something happened. */
  readonly byDay: Readonly<Record<string, DayOfUse>>;
}

export class MarketUseFold implements Fold {
  readonly #days: DayOfUse[] = [];
  #today: DayOfUse | null = null;

  constructor(
    readonly accounts: Accounts,
    readonly funding: FundingFold,
  ) {}

  after(event: ModelEvent): void {
    switch (event.kind) {
      case 'TradeExecuted':
        if (kindOf(event.traderId) === 'trader') this.#trade(event);
        return;
      case 'PayableSettled':
      case 'PayableDefaulted':
        for (const { holder, amount } of event.payouts) {
          const flows = this.#flowsOf(event.day, holder);
          if (flows !== null) flows.payouts = flows.payouts.plus(amount);
        }
        return;
      case 'PayableRolledOver': {
        const flows = this.#flowsOf(event.day, event.creditor);
        if (flows !== null) flows.issues = flows.issues.plus(event.price);
        return;
      }
      default:
      // the others are between desks, or move nothing
    }
  }

  #trade({ day, side, isPassthrough, buyerId, sellerId, price }: EventOf<'TradeExecuted'>): void {
    const today = this.#dayOf(day);
    const flows = this.#flowsOf(day, side === 'SELL' ? buyerId : sellerId);
    if (side === 'SELL') {
      today[isPassthrough ? 'sellsPassedThrough' : 'sellsInterior']++;
      if (flows !== null) flows.purchases = flows.purchases.plus(price);
    } else {
      today[isPassthrough ? 'buysPassedThrough' : 'buysInterior']++;
      if (flows !== null) flows.sales = flows.sales.plus(price);
    }
  }

  /** The flows of a desk's kind; a trader has none. */
  #flowsOf(day: number, party: string): DeskFlows | null {
    const kind = kindOf(party);
    if (kind === 'trader') return null;
    return this.#dayOf(day)[kind === 'dealer' ? 'dealers' : 'vbts'];
  }

  #dayOf(day: number): DayOfUse {
    if (this.#today?.day === day) return this.#today;
    const { zero } = this.accounts;
    const nothing = (): DeskFlows => ({ purchases: zero, sales: zero, payouts: zero, issues: zero });
    this.#today = {
      day,
      ...noTrades(),
      dealers: nothing(),
      vbts: nothing(),
      vbtFundingDrawn: zero,
    };
    this.#days.push(this.#today);
    return this.#today;
  }

  closeDay(day: number): void {
    const drawn = this.funding.drawnNow();
    if (this.#today?.day === day || !drawn.isZero()) this.#dayOf(day).vbtFundingDrawn = drawn;
  }

  use(): MarketUse {
    const total = noTrades();
    for (const day of this.#days)
      for (const way of Object.keys(total) as (keyof Trades)[]) total[way] += day[way];
    const trades = countOf(total);
    const first = this.#days.find((day) => countOf(day) > 0);
    const firstDayTrades = first === undefined ? 0 : countOf(first);
    const share = (part: number): Num | null =>
      trades === 0 ? null : this.accounts.zero.plus(part).div(trades);
    return {
      ...total,
      trades,
      firstDayTrades,
      firstDayShare: share(firstDayTrades),
      passedThroughShare: share(total.sellsPassedThrough + total.buysPassedThrough),
      byDay: Object.fromEntries(this.#days.map((day) => [String(day.day), day])),
    };
  }
}

const noTrades = (): Trades => ({
  sellsInterior: 0,
  sellsPassedThrough: 0,
  buysInterior: 0,
  buysPassedThrough: 0,
});

const countOf = (trades: Trades): number =>
  trades.sellsInterior + trades.sellsPassedThrough + trades.buysInterior + trades.buysPassedThrough;
