/** Paying out one issuer: to whom, how much, and what goes off the books. SET-02 … SET-05. */
import { atLeast, type Num } from '../num.ts';
import type { Payment } from './clearing.ts';
import type { Running } from './journal.ts';
import { distribute } from './ledger.ts';
import { at, byBytes, groupsOf } from './list.ts';
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

/** What one holder gets for its tickets of one liability. */
interface Claim {
  readonly liability: string;
  readonly party: Party;
  readonly tickets: readonly Ticket[];
  readonly amount: Num;
}

/** The tickets of each holder, holders in the order of their ids. SET-05. */
export function byHolder(tickets: readonly Ticket[]): [holder: Party, tickets: readonly Ticket[]][] {
  const holdings = groupsOf(tickets, ({ owner }) => owner);
  return holdings.length === 1 ? holdings : holdings.sort(([a], [b]) => byBytes(a.id, b.id));
}

/**
 * R = min(1, C/D), to every holder of q tickets q·S·R; the tickets are deleted and C′ = C − R·D, exactly 0
 * where R < 1. C is the `means` that count, and R·D is what is `paid`; within a tie of D it is R = 1, paid or not
 * to the last digit. SET-01 … SET-06R.
 */
export function payOut(state: Running, due: Due, { means, paid }: Payment): IssuerSettlement {
  const { issuer, amount } = due;
  const defaulted = !atLeast(means, amount);
  const recovery = defaulted ? paid.div(amount) : state.numbers.of(1);
  const holdings = byHolder(due.tickets);
  const amounts = state.numbers.split(
    paid,
    holdings.map(([, tickets]) => tickets.length),
  );
  if (defaulted) issuer.defaulted = true;
  const claims = holdings.flatMap(([party, tickets], i) => claimsOf(state, party, tickets, at(amounts, i)));
  const closing = issuer.cash.minus(paid);
  groupsOf(claims, ({ liability }) => liability).forEach(([, own], place, { length }) => {
    const isLast = place === length - 1;
    settleLiability(state, issuer, own, isLast ? closing : null, defaulted ? recovery : null);
  });
  return {
    issuer,
    due: amount,
    cashBefore: means,
    recovery,
    cashAfter: means.minus(paid),
    defaulted,
    payouts: holdings.map(([party, tickets], i) => ({
      holder: party.id,
      tickets: tickets.length,
      amount: at(amounts, i),
    })),
  };
}

/** What a holder gets, told apart by liability, in proportion to its tickets of each. MOD-03, SET-05. */
function claimsOf({ numbers }: State, party: Party, tickets: readonly Ticket[], amount: Num): Claim[] {
  const groups = groupsOf(tickets, ({ liability }) => liability);
  const amounts = numbers.split(
    amount,
    groups.map(([, own]) => own.length),
  );
  return groups.map(([liability, own], i) => ({ liability, party, tickets: own, amount: at(amounts, i) }));
}

/**
 * Events 3 to 8: the holders of one liability are paid, its tickets are deleted, and its loss is counted. The last
 * liability leaves the issuer with `closing`. SET-02 … SET-04.
 */
function settleLiability(
  state: Running,
  issuer: Trader,
  claims: readonly Claim[],
  closing: Num | null,
  recovery: Num | null,
): void {
  const paid = claims.reduce((sum, claim) => sum.plus(claim.amount), state.numbers.zero);
  distribute(state, issuer, closing ?? issuer.cash.minus(paid), claims);
  let count = 0;
  for (const { tickets } of claims) {
    count += tickets.length;
    for (const ticket of tickets) {
      remove(state, ticket);
      if (recovery === null) state.settled.repaid.push(ticket);
    }
  }
  const { liability: pid, tickets } = at(claims, 0);
  const label = at(tickets, 0).bucket;
  const amount = state.ticketSize.times(count);
  countLoss(state, label, amount, recovery === null ? state.numbers.zero : amount.minus(paid));
  const [day, debtor, bucket] = [state.time, issuer.id, bucketAt(state, label).id];
  const payouts = claims.map((claim) => ({
    holder: claim.party.id,
    tickets: claim.tickets.map(({ id }) => id),
    amount: claim.amount,
  }));
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
