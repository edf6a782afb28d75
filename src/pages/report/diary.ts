/** What every party has and what is coming to it, day by day, kept from the events alone. */
import { ties, type Num } from '../../num.ts';
import type { ModelEvent } from '../../core/events.ts';
import { known, PostingReader, type Claim, type Postings } from '../../run/metrics/postings.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** Number of tickets by the day on which they mature. */
type Days = Map<number, number>;

/** Why a trader sells: a payment, the day it is due, and what there will be to pay it with. POL-02, POL-06. */
export interface Need {
  readonly day: number;
  readonly due: Num;
  readonly has: Num;
  /** Whether `has` is what the trader has now, or what it expects to have by then. */
  readonly expected: boolean;
}

export class Diary implements Postings {
  readonly #cash = new Map<string, Num>();
  readonly #held = new Map<string, Days>();
  readonly #owed = new Map<string, Days>();
  readonly #maturity = new Map<string, number>();
  readonly #reader = new PostingReader();

  constructor(
    readonly scenario: Scenario,
    readonly ticketSize: Num,
    readonly zero: Num,
  ) {}

  take(event: ModelEvent): void {
    this.#reader.read(event, this);
  }

  openAccount(party: string, cash: Num): void {
    this.#cash.set(party, cash);
  }

  book(party: string, change: Num): void {
    this.#cash.set(party, this.cash(party).plus(change));
  }

  issue({ debtor, maturity }: Claim, holder: string, _bucket: string, tickets: readonly string[]): void {
    for (const id of tickets) this.#maturity.set(id, maturity);
    add(this.#owed, debtor, maturity, tickets.length);
    add(this.#held, holder, maturity, tickets.length);
  }

  hand(tickets: readonly string[], from: string, to: string): void {
    if (from === to) return;
    for (const id of tickets) {
      const day = known(this.#maturity, id);
      add(this.#held, from, day, -1);
      add(this.#held, to, day, 1);
    }
  }

  retire(debtor: string, holder: string, _bucket: string, tickets: readonly string[]): void {
    for (const id of tickets) {
      const day = known(this.#maturity, id);
      add(this.#owed, debtor, day, -1);
      add(this.#held, holder, day, -1);
      this.#maturity.delete(id);
    }
  }

  cash(party: string): Num {
    return known(this.#cash, party);
  }

  /** Money that a trader owes on a day. */
  due(trader: string, day: number): Num {
    return this.ticketSize.times(this.#owed.get(trader)?.get(day) ?? 0);
  }

  /** The first day after this one on which something of the trader's own falls due, or null. POL-01. */
  nextDue(trader: string, today: number): number | null {
    const days = [...(this.#owed.get(trader)?.keys() ?? [])].filter((day) => day > today);
    return days.length === 0 ? null : Math.min(...days);
  }

  /** What makes a trader want cash, or null where nothing does. POL-01, POL-06, POL-10R, POL-11R. */
  need(trader: string, today: number): Need | null {
    const cash = this.cash(trader);
    if (this.scenario.trader_policy.kind === 'liquidity_and_investment') {
      const due = this.due(trader, today);
      return due.comparedTo(cash) > 0 ? { day: today, due, has: cash, expected: false } : null;
    }
    return this.#largestGap(trader, today);
  }

  /** The date on which the payment exceeds most what the trader expects to have; the first of them. POL-06. */
  #largestGap(trader: string, today: number): Need | null {
    const { trader_policy: policy, rollover, rulings } = this.scenario;
    const lag = rulings.clearing === 'cash_on_hand' ? 1 : 0;
    const owed = inOrder(this.#owed.get(trader)).filter(
      ([day]) => day >= today && day <= today + (policy.horizon ?? policy.H_min_invest),
    );
    const held = inOrder(this.#held.get(trader)).filter(([day]) => day >= today);
    let largest: Need | null = null;
    for (const [day, tickets] of owed) {
      const due = this.ticketSize.times(tickets);
      let has = this.cash(trader);
      // what is repaid at par and issued again leaves cash as it was
      if (!rollover.enabled) {
        const receipts = held.filter(([other]) => other + lag <= day).reduce((sum, [, n]) => sum + n, 0);
        const payments = owed.filter(([other]) => other < day).reduce((sum, [, n]) => sum + n, 0);
        has = has.plus(this.ticketSize.times(receipts - payments));
      }
      const gap = due.minus(has);
      const before: Num = largest === null ? this.zero : largest.due.minus(largest.has);
      if (gap.comparedTo(before) > 0) largest = { day, due, has, expected: !ties(has, this.cash(trader)) };
    }
    return largest;
  }
}

function add(table: Map<string, Days>, party: string, day: number, change: number): void {
  const days = table.get(party) ?? new Map<number, number>();
  table.set(party, days);
  const count = (days.get(day) ?? 0) + change;
  if (count === 0) days.delete(day);
  else days.set(day, count);
}

const inOrder = (days: Days | undefined): [number, number][] => [...(days ?? [])].sort(([a], [b]) => a - b);
