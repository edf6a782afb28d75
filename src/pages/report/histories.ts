/** The history of every ticket and every trader, told in sentences. */
import type { EventOf, ModelEvent, Refusal, RoutingReason } from '../../core/events.ts';
import { at } from '../../core/list.ts';
import { kindOf } from '../../run/metrics/accounts.ts';
import type { Num } from '../../num.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { Diary, type Need } from './diary.ts';
import { say, several, ticket, trader, type Part } from './sentence.ts';
import { amount, bucketName, percent } from './words.ts';

export interface Sentence {
  readonly day: number;
  readonly parts: readonly Part[];
}

export interface History {
  readonly id: string;
  /** What it is remembered for; the heading that it is listed under. */
  readonly fate: string;
  /** Places of its sentences. */
  readonly told: readonly number[];
}

export interface Histories {
  readonly sentences: readonly Sentence[];
  readonly traders: readonly History[];
  readonly tickets: readonly History[];
  /** How many there were, where not all are followed. */
  readonly allTraders: number;
  readonly allTickets: number;
}

/** The id that a reissued ticket takes the place of: `~2` of `~3`, and none of `~1`. ROL-01. */
function previousId(id: string): string {
  const mark = id.lastIndexOf('~');
  const count = Number(id.slice(mark + 1)) - 1;
  return count > 0 ? `${id.slice(0, mark)}~${String(count)}` : id.slice(0, mark);
}

/** Histories of each kind that are followed: more than anyone reads, on a page that still opens at once. */
const FOLLOWED = 5000;

/** The most important first. */
const traderFates = ['Defaulted', 'Sold or bought', 'Lost on a default', 'Paid and was paid'] as const;
const ticketFates = ['Changed hands', 'Not repaid in full', 'Never traded'] as const;

class Kind {
  readonly #histories = new Map<string, { fate: number; told: number[] }>();
  all = 0;

  constructor(readonly fates: readonly string[]) {}

  begin(id: string): void {
    if (this.#histories.has(id)) return;
    this.all++;
    if (this.#histories.size < FOLLOWED) this.#histories.set(id, { fate: this.fates.length - 1, told: [] });
  }

  add(id: string, sentence: number): boolean {
    const history = this.#histories.get(id);
    if (history === undefined || history.told.at(-1) === sentence) return false;
    history.told.push(sentence);
    return true;
  }

  /** The most important thing that happened is what is remembered. */
  mark(id: string, fate: number): void {
    const history = this.#histories.get(id);
    if (history !== undefined) history.fate = Math.min(history.fate, fate);
  }

  histories(): History[] {
    return [...this.#histories]
      .sort(([, a], [, b]) => a.fate - b.fate)
      .map(([id, { fate, told }]) => ({ id, fate: at(this.fates, fate), told }));
  }
}

const onDay = (day: number, today: number): string => (day === today ? 'today' : `on day ${String(day)}`);

/** `, because 40 falls due today and it has 22`. */
function because(need: Need | null, today: number): string {
  if (need === null) return '';
  const { day, due, has, expected } = need;
  const means = expected ? `by then it would have ${amount(has)}` : `it has ${amount(has)}`;
  return `, because ${amount(due)} falls due ${onDay(day, today)} and ${means}`;
}

const routed: Readonly<Record<RoutingReason, string>> = {
  capacity: 'the dealer is full',
  cash: 'the dealer has not the cash',
  inventory: 'the dealer has nothing left',
  guard: 'the mid is too low for the dealer to quote',
  issuer: 'the dealer has no ticket that this buyer may hold',
  regime: 'the dealer makes no market',
};

const refused: Readonly<Record<Refusal, string>> = {
  cash: 'it has not the cash',
  no_eligible_ticket: 'nobody has a ticket that it may hold',
  no_ticket: 'it has none',
  unsafe: 'it would lack cash for a payment of its own then',
  price: 'the price offered is not above zero',
};

export class HistoriesFold {
  readonly #diary: Diary;
  readonly #sentences: Sentence[] = [];
  readonly #traders = new Kind(traderFates);
  readonly #tickets = new Kind(ticketFates);
  /** What came in during a day's settlement does not pay that day's debts. SET-06R. */
  #settling = { day: -1, receipts: new Map<string, Num>(), means: new Map<string, string>() };

  constructor(
    readonly scenario: Scenario,
    ticketSize: Num,
    readonly zero: Num,
  ) {
    this.#diary = new Diary(scenario, ticketSize, zero);
  }

  histories(): Histories {
    return {
      sentences: this.#sentences,
      traders: this.#traders.histories(),
      tickets: this.#tickets.histories(),
      allTraders: this.#traders.all,
      allTickets: this.#tickets.all,
    };
  }

  /** Tells the event by the balance sheets as they stood before it, which explain it; then books it. */
  take(event: ModelEvent): void {
    this.#tell(event);
    this.#diary.take(event);
  }

  #tell(event: ModelEvent): void {
    switch (event.kind) {
      case 'AccountOpened': {
        const { day, party, cash } = event;
        if (kindOf(party) !== 'trader') return;
        this.#traders.begin(party);
        this.#add(day, say`${trader(party)} starts with ${amount(cash)} in cash`, [party], []);
        return;
      }
      case 'PayableCreated': {
        const { day, debtor, creditor, dueDay, amount: owed, tickets } = event;
        for (const id of tickets) this.#tickets.begin(id);
        const told = say`${trader(debtor)} owes ${trader(creditor)} ${amount(owed)}, due on day ${String(dueDay)}: ${several(tickets)}`;
        this.#add(day, told, [debtor, creditor], tickets);
        return;
      }
      case 'TicketsAllocated': {
        const { day, from, to, tickets } = event;
        this.#add(
          day,
          say`${trader(to)} starts with ${several(tickets)} in place of ${trader(from)}`,
          [from, to],
          tickets,
        );
        return;
      }
      case 'TradeExecuted':
        this.#trade(event);
        return;
      case 'OrderRejected':
        this.#refuse(event);
        return;
      case 'TicketRebucketed':
        this.#rebucket(event);
        return;
      case 'PayableSettled':
      case 'PayableDefaulted':
        this.#settle(event);
        return;
      case 'PayableRolledOver': {
        const { day, tickets, debtor, creditor, dueDay, price } = event;
        for (const id of tickets) this.#tickets.begin(id);
        const replaced = tickets.map(previousId);
        const told = say`${trader(debtor)} issues ${several(tickets)} in place of ${several(replaced)} to ${trader(creditor)} for ${amount(price)}, due on day ${String(dueDay)}`;
        this.#add(day, told, [debtor, creditor], [...replaced, ...tickets]);
        return;
      }
      case 'RolloverDeclined': {
        const { day, ticketId, debtor, holder, price, reason } = event;
        const told =
          reason === 'issuer'
            ? say`${ticket(ticketId)} is not issued again: ${trader(holder)} holds tickets of another issuer`
            : say`${ticket(ticketId)} is not issued again: ${trader(holder)} does not have the ${amount(price)} for a new one`;
        this.#add(day, told, [debtor, holder], [ticketId]);
        return;
      }
      case 'TicketPlaced': {
        const { day, ticketId, bucket, seller, buyer, price } = event;
        const told = say`${trader(seller)} passes ${ticket(ticketId)} on to ${trader(buyer)} at ${amount(price)}, since it belongs in ${bucketName(bucket)}`;
        this.#add(day, told, [], [ticketId]);
        return;
      }
      default:
        return;
    }
  }

  #trade(event: EventOf<'TradeExecuted'>): void {
    const { day, traderId, side, buyerId, sellerId, ticketId, price, isPassthrough, hitVbtReason } = event;
    const sells = side === 'SELL';
    const verb = sells ? 'sells' : 'buys';
    const counterparty = say`${sells ? 'to' : 'from'} ${trader(sells ? buyerId : sellerId)}`;
    const route =
      isPassthrough && hitVbtReason !== null
        ? ` (the outside ${sells ? 'bid' : 'ask'}: ${routed[hitVbtReason]})`
        : '';
    const why = event.isLiquidityDriven
      ? because(this.#diary.need(traderId, day), day)
      : sells
        ? ''
        : this.#whyItBuys(traderId, day);
    const told = say`${trader(traderId)} ${verb} ${ticket(ticketId)} ${counterparty} at ${amount(price)}${route}${why}`;
    this.#add(day, told, [buyerId, sellerId], [ticketId]);
    this.#traders.mark(buyerId, 1);
    this.#traders.mark(sellerId, 1);
    this.#tickets.mark(ticketId, 0);
  }

  /** POL-02. */
  #whyItBuys(trader: string, today: number): string {
    if (kindOf(trader) !== 'trader') return '';
    const next = this.#diary.nextDue(trader, today);
    const owes = next === null ? 'it owes nothing more' : `it owes nothing more before day ${String(next)}`;
    return `, because ${owes} and has ${amount(this.#diary.cash(trader))} to invest`;
  }

  #refuse({ day, traderId, side, bucket, price, reason }: EventOf<'OrderRejected'>): void {
    const what = side === 'SELL' ? 'sell' : 'buy';
    const where = bucket === null ? '' : ` in ${bucketName(bucket)}`;
    const at = price === null ? '' : ` at ${amount(price)}`;
    this.#add(
      day,
      say`${trader(traderId)} wants to ${what}${where}${at} and cannot: ${refused[reason]}`,
      [traderId],
      [],
    );
  }

  #rebucket({ day, tickets, toBucket, seller, buyer, price }: EventOf<'TicketRebucketed'>): void {
    const told =
      price === null
        ? say`${trader(buyer)} keeps ${several(tickets)}, in ${bucketName(toBucket)} from now on`
        : say`${trader(seller)} passes ${several(tickets)} to ${trader(buyer)} for ${amount(price)}, in ${bucketName(toBucket)} from now on`;
    this.#add(day, told, [], tickets);
  }

  #settle(event: EventOf<'PayableSettled' | 'PayableDefaulted'>): void {
    const { day, pid, debtor, amount: due, paid, payouts } = event;
    if (this.#settling.day !== day) this.#settling = { day, receipts: new Map(), means: new Map() };
    const tickets = payouts.flatMap((payout) => payout.tickets);
    if (event.kind === 'PayableSettled') {
      this.#add(day, say`${trader(debtor)} repays ${pid} in full: ${amount(paid)}`, [debtor], tickets);
    } else {
      const told = say`${trader(debtor)} defaults on ${pid}${this.#meansOf(debtor, day)}: it pays ${amount(paid)} of ${amount(due)}, a recovery of ${percent(event.recovery)}`;
      this.#add(day, told, [debtor], tickets);
      this.#traders.mark(debtor, 0);
      for (const id of tickets) this.#tickets.mark(id, 1);
    }
    for (const { holder, tickets: held, amount: received } of payouts) {
      this.#add(
        day,
        say`${trader(holder)} gets ${amount(received)} from ${trader(debtor)} for ${several(held)}`,
        [holder],
        held,
      );
      if (event.kind === 'PayableDefaulted') this.#traders.mark(holder, 2);
      const before = this.#settling.receipts.get(holder) ?? this.zero;
      this.#settling.receipts.set(holder, before.plus(received));
    }
  }

  /** What the debtor has for all that falls due today; with a clearing vector receipts count, which no one sum shows. */
  #meansOf(debtor: string, day: number): string {
    if (this.scenario.rulings.clearing === 'clearing_vector') return '';
    const known = this.#settling.means.get(debtor);
    if (known !== undefined) return known;
    const counts = this.scenario.rulings.clearing === 'sequential';
    const receipts = counts ? this.zero : (this.#settling.receipts.get(debtor) ?? this.zero);
    const has = this.#diary.cash(debtor).minus(receipts);
    const words = `, with ${amount(has)} for the ${amount(this.#diary.due(debtor, day))} due today`;
    this.#settling.means.set(debtor, words);
    return words;
  }

  #add(day: number, parts: readonly Part[], traders: readonly string[], tickets: readonly string[]): void {
    const place = this.#sentences.length;
    const heard = [
      ...traders.map((id) => this.#traders.add(id, place)),
      ...tickets.map((id) => this.#tickets.add(id, place)),
    ];
    if (heard.includes(true)) this.#sentences.push({ day, parts });
  }
}
