/** The outside money of the VBTs, which may fall below zero without limit. MET-11, MOD-11R. */
import type { ModelEvent } from '../../core/events.ts';
import { exceeds, larger, type Num } from '../../num.ts';
import { kindOf, type Account, type Accounts } from './accounts.ts';
import type { Fold } from './fold.ts';
import { tellsOpening } from './postings.ts';

/** The lowest cash and its day, and the amount below zero at its worst. */
export interface Funding {
  readonly lowestCash: Num;
  readonly lowestDay: number;
  readonly drawn: Num;
}

export interface VbtFunding {
  readonly byVbt: readonly ({ readonly vbt: string } & Funding)[];
  /** All VBTs together: the lowest sum of their cash; and the most that they lacked at one time, VBT by VBT. */
  readonly total: Funding;
}

interface Lowest {
  readonly cash: Num;
  readonly day: number;
}

/** What is lowest now; an amount that is lower by no more than a tie is no reason for another day. CHK-12R. */
function lowestOf(lowest: Lowest, cash: Num, day: number): Lowest {
  if (cash.comparedTo(lowest.cash) >= 0) return lowest;
  return { cash, day: exceeds(lowest.cash, cash) ? day : lowest.day };
}

export class FundingFold implements Fold {
  readonly #vbts: Account[] = [];
  readonly #lowest = new Map<string, Lowest>();
  #total: Lowest | null = null;
  #drawn: Num;

  constructor(readonly accounts: Accounts) {
    this.#drawn = accounts.zero;
  }

  after(event: ModelEvent): void {
    if (this.#total === null) {
      if (!tellsOpening(event)) this.#open(event.day);
      return;
    }
    // nothing else takes cash from a VBT
    switch (event.kind) {
      case 'TradeExecuted':
        if (kindOf(event.buyerId) === 'vbt') this.#look(event.buyerId, event.day);
        else if (kindOf(event.sellerId) === 'vbt') this.#look(event.sellerId, event.day);
        return;
      case 'TicketRebucketed':
      case 'TicketPlaced':
        for (const party of [event.buyer, event.seller])
          if (kindOf(party) === 'vbt') this.#look(party, event.day);
        return;
      case 'PayableRolledOver':
        if (kindOf(event.creditor) === 'vbt') this.#look(event.creditor, event.day);
        return;
      default:
    }
  }

  #open(day: number): void {
    for (const account of this.accounts.parties.values()) {
      if (account.kind !== 'vbt') continue;
      this.#vbts.push(account);
      this.#lowest.set(account.id, { cash: account.cash, day });
    }
    this.#total = { cash: this.accounts.cash.vbt, day };
    this.#drawn = this.drawnNow();
  }

  #look(vbt: string, day: number): void {
    const { cash } = this.accounts.party(vbt);
    const lowest = this.#lowest.get(vbt);
    if (lowest !== undefined) this.#lowest.set(vbt, lowestOf(lowest, cash, day));
    if (this.#total !== null) this.#total = lowestOf(this.#total, this.accounts.cash.vbt, day);
    if (cash.comparedTo(0) < 0) this.#drawn = larger(this.#drawn, this.drawnNow());
  }

  /** What the VBTs lack at present, each for itself. */
  drawnNow(): Num {
    return this.#vbts.reduce((sum, { cash }) => sum.plus(lacking(cash)), this.accounts.zero);
  }

  funding(): VbtFunding {
    const { cash, day } = this.#total ?? { cash: this.accounts.zero, day: 0 };
    return {
      byVbt: [...this.#lowest].map(([vbt, own]) => ({
        vbt,
        lowestCash: own.cash,
        lowestDay: own.day,
        drawn: lacking(own.cash),
      })),
      total: { lowestCash: cash, lowestDay: day, drawn: this.#drawn },
    };
  }
}

const lacking = (cash: Num): Num => (cash.comparedTo(0) < 0 ? cash.negated() : cash.minus(cash));
