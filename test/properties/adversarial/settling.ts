/** A day's settlement, seen as a whole: who had what, owed what and paid what. */
import type { EventOf } from '../../../src/core/events.ts';
import type { Books, Ticket } from './books.ts';
import { amount, least, most, near, sum, TIE, UNIT, ZERO, type Amount } from './exact.ts';

type Payable = EventOf<'PayableSettled' | 'PayableDefaulted'>;

interface Issuer {
  readonly id: string;
  /** Cash at its turn. */
  readonly atTurn: Amount;
  readonly due: readonly Ticket[];
  readonly gone: Ticket[];
  readonly payouts: Map<string, { tickets: number; amount: Amount }>;
  readonly defaulted: Set<boolean>;
  readonly recoveries: Amount[];
}

export class Settlement {
  readonly #opening: ReadonlyMap<string, Amount>;
  readonly issuers = new Map<string, Issuer>();
  readonly received = new Map<string, Amount>();

  constructor(readonly books: Books) {
    this.#opening = new Map(books.cash);
  }

  /** One liability is settled: payouts add up, none is negative, each is for tickets that the holder has. */
  add(event: Payable): void {
    const { books } = this;
    const { debtor, pid } = event;
    const what = `the settlement of ${pid} by ${debtor}`;
    const issuer = this.#issuer(debtor);
    const paid = amount(event.paid);
    const amounts = event.payouts.map((payout) => amount(payout.amount));
    if (!near(sum(amounts), paid, books.precision.sums))
      books.fault('payouts', `${what}: they add up to ${sum(amounts).toFixed()}, not ${paid.toFixed()}`);
    issuer.defaulted.add(event.kind === 'PayableDefaulted');
    if (event.kind === 'PayableDefaulted') issuer.recoveries.push(amount(event.recovery));
    let count = 0;
    event.payouts.forEach(({ holder, tickets }, i) => {
      const received = amounts[i] ?? ZERO;
      if (received.lt(0)) books.fault('payouts', `${what}: ${holder} gets ${received.toFixed()}`);
      books.cash.set(debtor, books.cashOf(debtor).minus(received));
      books.cash.set(holder, books.cashOf(holder).plus(received));
      this.received.set(holder, (this.received.get(holder) ?? ZERO).plus(received));
      const so = issuer.payouts.get(holder) ?? { tickets: 0, amount: ZERO };
      issuer.payouts.set(holder, { tickets: so.tickets + tickets.length, amount: so.amount.plus(received) });
      for (const id of tickets) this.#remove(issuer, id, holder, what, event.kind === 'PayableSettled');
      count += tickets.length;
    });
    const face = books.size.times(count);
    if (!near(face, amount(event.amount), books.precision.sums))
      books.fault('payouts', `${what}: ${String(count)} tickets, due ${event.amount.toFixed()}`);
    const { matured } = books.market(event.bucket);
    matured.face = matured.face.plus(face);
    // what counts as repaid is no loss, though a tie of it is missing: R is 1
    if (event.kind === 'PayableDefaulted') matured.loss = matured.loss.plus(face.minus(paid));
  }

  #issuer(id: string): Issuer {
    const { books } = this;
    const known = this.issuers.get(id);
    if (known !== undefined) return known;
    const due = [...books.tickets.values()].filter((t) => t.issuer === id && t.maturity === books.time);
    const issuer = {
      ...{ id, atTurn: books.cashOf(id), due, gone: [] },
      ...{ payouts: new Map(), defaulted: new Set<boolean>(), recoveries: [] },
    };
    this.issuers.set(id, issuer);
    return issuer;
  }

  #remove(issuer: Issuer, id: string, holder: string, what: string, repaid: boolean): void {
    const { books } = this;
    const ticket = books.tickets.get(id);
    if (ticket?.owner !== holder || !issuer.due.includes(ticket)) {
      books.fault(
        'ticket',
        `${what}: ${id} is not a ticket of ${issuer.id} that ${holder} has and that is due`,
      );
      return;
    }
    books.tickets.delete(id);
    issuer.gone.push(ticket);
    if (repaid) books.repaid.set(id, ticket);
  }

  /** Once all have paid. SET-01 to SET-06R, CHK-10R, CHK-11. */
  close(): void {
    for (const issuer of this.issuers.values()) this.#closeIssuer(issuer);
  }

  /** C_i. SET-06R. */
  #counted({ id, atTurn }: Issuer): Amount {
    const opening = most(ZERO, this.#opening.get(id) ?? ZERO);
    switch (this.books.world.rulings.clearing) {
      case 'cash_on_hand':
        return opening;
      case 'sequential':
        return most(ZERO, atTurn);
      case 'clearing_vector':
        return opening.plus(this.received.get(id) ?? ZERO);
    }
  }

  #closeIssuer(issuer: Issuer): void {
    const { books } = this;
    const { id, due, gone, payouts } = issuer;
    const { clearing } = books.world.rulings;
    const counted = this.#counted(issuer);
    const debt = books.size.times(due.length);
    const paid = sum([...payouts.values()].map((payout) => payout.amount));
    const what = `${id} owes ${debt.toFixed()}, has ${counted.toFixed()} and pays ${paid.toFixed()}`;
    if (gone.length !== due.length)
      books.fault('ticket', `${what}: ${String(gone.length)} of ${String(due.length)} tickets are gone`);
    // payments round a ring may have no fixed point in whole units; a unit or two are then left. CHK-10R
    const left = clearing === 'clearing_vector' ? UNIT.times(4) : ZERO;
    if (!near(paid, least(debt, counted), most(left, books.precision.sums))) books.fault('paid', what);
    const short = debt.minus(counted);
    const error = most(left, books.precision.sums);
    const [defaulted] = issuer.defaulted;
    if (issuer.defaulted.size > 1) books.fault('default', `${what}: in default and not`);
    else if (defaulted === true && short.lte(TIE.minus(error))) books.fault('default', `${what}: in default`);
    else if (defaulted === false && short.gt(TIE.plus(error)))
      books.fault('default', `${what}: not in default`);
    for (const recovery of issuer.recoveries)
      if (!near(recovery.times(debt), paid, most(error, books.precision.quotients)))
        books.fault('default', `${what}: R is ${recovery.toFixed()}`);
    // C_i′ = C_i − R_i·D_i: whoever has less than nothing now had so before, and did not pay for it
    if (books.cashOf(id).lt(least(ZERO, this.#opening.get(id) ?? ZERO).minus(books.precision.sums)))
      books.mustNotBeBelowZero(id, 'its settlement');
    this.#checkShares(what, [...payouts.values()]);
  }

  /** SET-04, SET-05: the payout of a ticket is the same for all holders, to a unit. */
  #checkShares(what: string, payouts: readonly { tickets: number; amount: Amount }[]): void {
    const shares = payouts.map((payout) => payout.amount.div(payout.tickets));
    const spread = shares.reduce(most, shares[0] ?? ZERO).minus(shares.reduce(least, shares[0] ?? ZERO));
    const error = this.books.exact ? UNIT.times('1.0000001') : this.books.precision.quotients;
    if (spread.gt(error))
      this.books.fault('payouts', `${what}: ${shares.map((share) => share.toFixed(24)).join(', ')} a ticket`);
  }
}
