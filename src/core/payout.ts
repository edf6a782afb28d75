/** Paying out one issuer: to whom, how much, and what goes off the books. SET-02 … SET-05. */
import { atLeast, type Num } from '../num.ts';
import type { Payment } from './clearing.ts';
import { distribute } from './ledger.ts';
import { addTo, at, groupBy } from './list.ts';
import { record } from './record.ts';
import { bucketAt, type Party, type State, type Ticket, type Trader } from './state.ts';
import { remove } from './tickets.ts';

/** An issuer with tickets due today; `amount` is D_i = S·N_i. SET-01. */
export interface Due {
  readonly issuer: Trader;
  readonly tickets: readonly Ticket[];
  readonly amount: Num;
}

/** What one issuer owed, had and paid; `payouts` in the order of the holders' ids. */
export interface IssuerSettlement {
  readonly issuer: Trader;
  readonly due: Num;
  readonly cashBefore: Num;
  readonly recovery: Num;
  readonly cashAfter: Num;
  readonly defaulted: boolean;
  readonly payouts: readonly { readonly holder: string; readonly tickets: number; readonly amount: Num }[];
}

/** What one holder gets, out of one liability or out of all of an issuer's. */
interface Part {
  readonly party: Party;
  readonly tickets: Ticket[];
  readonly amount: Num;
}

/** The tickets of each holder, holders in the order of their ids. */
export function byHolder(tickets: readonly Ticket[]): [holder: Party, tickets: Ticket[]][] {
  const holdings = groupBy(tickets, (ticket) => ticket.owner);
  return [...holdings].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
}

/**
 * R = min(1, C/D), to every holder of q tickets q·S·R; the tickets are deleted and C′ = C − R·D, exactly 0
 * where R < 1. C is the `means` that count, and R·D is what is `paid`; within a tie of D it is R = 1, paid or not
 * to the last digit. SET-01 … SET-06R.
 */
export function payOut(state: State, due: Due, { means, paid }: Payment): IssuerSettlement {
  const { issuer, amount } = due;
  const defaulted = !atLeast(means, amount);
  const recovery = defaulted ? paid.div(amount) : state.numbers.of(1);
  const holdings = byHolder(due.tickets);
  const amounts = state.numbers.split(
    paid,
    holdings.map(([, tickets]) => tickets.length),
  );
  const parts = holdings.map(([party, tickets], i): Part => ({ party, tickets, amount: at(amounts, i) }));
  if (defaulted) issuer.defaulted = true;
  settleLiabilities(state, issuer, parts, issuer.cash.minus(paid), defaulted ? recovery : null);
  return {
    issuer,
    due: amount,
    cashBefore: means,
    recovery,
    cashAfter: means.minus(paid),
    defaulted,
    payouts: parts.map((part) => ({
      holder: part.party.id,
      tickets: part.tickets.length,
      amount: part.amount,
    })),
  };
}

/** Events 3 to 8, one for each liability; the last one leaves the issuer with `closing`. */
function settleLiabilities(
  state: State,
  issuer: Trader,
  parts: readonly Part[],
  closing: Num,
  recovery: Num | null,
): void {
  const liabilities = [...partsByLiability(state, parts)];
  liabilities.forEach(([liability, own], i) => {
    const paid = own.reduce((sum, part) => sum.plus(part.amount), state.numbers.zero);
    const isLast = i === liabilities.length - 1;
    distribute(state, issuer, isLast ? closing : issuer.cash.minus(paid), own);
    takeOffTheBooks(state, issuer, liability, own, paid, recovery);
  });
}

/** An issuer's payouts told apart by liability: what a holder gets is split over its tickets. MOD-03, SET-05. */
function partsByLiability(state: State, parts: readonly Part[]): Map<string, readonly Part[]> {
  const byLiability = new Map<string, Part[]>();
  for (const part of parts) {
    const only = soleLiability(part.tickets);
    if (only !== null) addTo(byLiability, only, part);
    else for (const [liability, own] of splitByLiability(state, part)) addTo(byLiability, liability, own);
  }
  return byLiability;
}

/** The liability that all tickets of a holder belong to, as mostly they do; null if there are several. */
function soleLiability(tickets: readonly Ticket[]): string | null {
  const { liability } = at(tickets, 0);
  return tickets.every((ticket) => ticket.liability === liability) ? liability : null;
}

function splitByLiability(state: State, { party, tickets, amount }: Part): [liability: string, own: Part][] {
  const groups = [...groupBy(tickets, (ticket) => ticket.liability)];
  const amounts = state.numbers.split(
    amount,
    groups.map(([, own]) => own.length),
  );
  return groups.map(([liability, own], i) => [liability, { party, tickets: own, amount: at(amounts, i) }]);
}

/** Deletes the tickets of a settled liability, counts the loss, and says how it was settled. SET-02 … SET-04. */
function takeOffTheBooks(
  state: State,
  issuer: Trader,
  pid: string,
  parts: readonly Part[],
  paid: Num,
  recovery: Num | null,
): void {
  let label = 0;
  let count = 0;
  const payouts = parts.map(({ party, tickets, amount }) => {
    for (const ticket of tickets) {
      remove(state, ticket);
      label = ticket.bucket;
      if (recovery === null) state.settled.repaid.push(ticket);
    }
    count += tickets.length;
    return { holder: party.id, tickets: tickets.map((ticket) => ticket.id), amount };
  });
  const amount = state.ticketSize.times(count);
  countLoss(state, label, amount, recovery === null ? state.numbers.zero : amount.minus(paid));
  const { time: day } = state;
  const debtor = issuer.id;
  const bucket = bucketAt(state, label).id;
  record(
    state,
    recovery === null
      ? { day, kind: 'PayableSettled', pid, debtor, amount, paid, bucket, payouts }
      : { day, kind: 'PayableDefaulted', recovery, pid, debtor, amount, paid, bucket, payouts },
  );
}

/** Adds to what the bucket's loss rate is made of. ANC-01. */
function countLoss(state: State, bucket: number, face: Num, loss: Num): void {
  const matured = at(state.settled.matured, bucket);
  matured.face = matured.face.plus(face);
  matured.loss = matured.loss.plus(loss);
}
