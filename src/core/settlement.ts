/** Settlement and default. SET-01 … SET-08. */
import { atLeast, larger, smaller, splitExactly, type Num } from '../num.ts';
import { clearingVector, type Debtor } from './clearing.ts';
import type { Payout } from './events.ts';
import { transfer } from './ledger.ts';
import { record } from './record.ts';
import { bucketAt, type Party, type State, type Ticket, type Trader } from './state.ts';
import { closeDay, onDay, remove } from './tickets.ts';

/** What one issuer owed, had and paid. `holders` in the order of their ids. */
export interface IssuerSettlement {
  readonly issuer: Trader;
  readonly due: Num;
  readonly cashBefore: Num;
  readonly recovery: Num;
  readonly cashAfter: Num;
  readonly defaulted: boolean;
  readonly payouts: readonly { readonly holder: string; readonly tickets: number; readonly amount: Num }[];
}

/** An issuer with tickets due today. */
interface Due {
  readonly issuer: Trader;
  readonly tickets: readonly Ticket[];
  /** D_i = S·N_i. SET-01. */
  readonly amount: Num;
}

/** Settles everything that matures today, issuers in trader order. SET-06R. */
export function settle(state: State): IssuerSettlement[] {
  const dues = duesToday(state);
  const cash = cashThatCounts(state, dues);
  const settled = dues.map((due, i) => {
    const counted = cash[i] ?? due.issuer.cash;
    const paid = pay(due, counted);
    return payOut(state, due, counted, paid);
  });
  closeDay(state, state.time);
  return settled;
}

/** Issuers of the tickets that mature today, in trader order, with N_i and D_i. SET-01. */
function duesToday(state: State): Due[] {
  const issuers = new Set(onDay(state.calendar, state.time).map((ticket) => ticket.issuer));
  return [...issuers]
    .sort((a, b) => a.index - b.index)
    .map((issuer) => {
      const tickets = onDay(issuer.issued, state.time);
      return { issuer, tickets, amount: state.ticketSize.times(tickets.length) };
    });
}

/**
 * C_i of each issuer: cash on hand when settlement starts, with the receipts of the fixed point under
 * `clearing_vector`, or left to be read at its turn under `sequential` (undefined). SET-06R.
 */
function cashThatCounts(state: State, dues: readonly Due[]): (Num | undefined)[] {
  switch (state.clearing) {
    case 'cash_on_hand':
      return dues.map((due) => due.issuer.cash);
    case 'sequential':
      return dues.map(() => undefined);
    case 'clearing_vector':
      return clearingVector(dues.map((due) => debtor(state, due)));
  }
}

/** What the clearing vector needs of an issuer: its cash, its debt, and whom it owes. */
function debtor(state: State, { issuer, tickets, amount }: Due): Debtor {
  const zero = state.numbers.zero;
  return { id: issuer.id, cash: larger(zero, issuer.cash), due: amount, creditors: holdersOf(tickets) };
}

/** R_i·D_i = min(D_i, C_i), and nothing from a cash balance below zero. SET-01, TRD-13R. */
function pay(due: Due, counted: Num): Num {
  const nothing = due.amount.minus(due.amount);
  return larger(nothing, smaller(due.amount, counted));
}

/** Number of tickets by holder, holders in the order of their ids. */
function holdersOf(tickets: readonly Ticket[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { owner } of tickets) counts.set(owner.id, (counts.get(owner.id) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every holder of q tickets receives q·S·R; the tickets are deleted; C_i′ = C_i − R_i·D_i. SET-02 … SET-05. */
function payOut(state: State, due: Due, counted: Num, paid: Num): IssuerSettlement {
  const inFull = atLeast(counted, due.amount);
  const recovery = inFull ? state.numbers.of(1) : paid.div(due.amount);
  const holders = holdersOf(due.tickets);
  const amounts = splitExactly(paid, [...holders.values()]);
  const payouts = [...holders].map(([holder, tickets], i) => ({
    holder,
    tickets,
    amount: amounts[i] ?? state.numbers.zero,
  }));
  if (!inFull) due.issuer.defaulted = true;
  for (const liability of byLiability(state, due, payouts)) {
    settleLiability(state, due.issuer, liability, inFull ? null : recovery);
  }
  return {
    issuer: due.issuer,
    due: due.amount,
    cashBefore: counted,
    recovery,
    cashAfter: counted.minus(paid),
    defaulted: !inFull,
    payouts,
  };
}

interface LiabilityShare {
  readonly id: string;
  readonly payouts: { party: Party; tickets: Ticket[]; amount: Num }[];
}

/** An issuer's payouts, told apart by liability: what a holder gets is split over its tickets. MOD-03. */
function byLiability(state: State, due: Due, payouts: IssuerSettlement['payouts']): LiabilityShare[] {
  const shares = new Map<string, Map<Party, { party: Party; tickets: Ticket[]; amount: Num }>>();
  for (const ticket of due.tickets) {
    const share = ensure(shares, ticket.liability, () => new Map());
    const payout = () => ({ party: ticket.owner, tickets: [], amount: state.numbers.zero });
    ensure(share, ticket.owner, payout).tickets.push(ticket);
  }
  const byHolder = new Map<string, { tickets: Ticket[]; amount: Num }[]>();
  for (const share of shares.values()) {
    for (const part of share.values()) ensure(byHolder, part.party.id, () => []).push(part);
  }
  for (const { holder, amount } of payouts) {
    const parts = byHolder.get(holder) ?? [];
    const amounts = splitExactly(
      amount,
      parts.map((part) => part.tickets.length),
    );
    parts.forEach((part, i) => (part.amount = amounts[i] ?? part.amount));
  }
  return [...shares].map(([id, share]) => ({ id, payouts: [...share.values()] }));
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Events 3 to 8: one liability paid out and taken off the books; `recovery` is null when it is paid in full. */
function settleLiability(
  state: State,
  issuer: Trader,
  { id, payouts }: LiabilityShare,
  recovery: Num | null,
): void {
  let paid = state.numbers.zero;
  let count = 0;
  let bucket = 0;
  const told: Payout[] = [];
  for (const { party, tickets, amount } of payouts) {
    transfer(state, issuer, party, amount);
    for (const ticket of tickets) {
      remove(state, ticket);
      bucket = ticket.bucket;
    }
    paid = paid.plus(amount);
    count += tickets.length;
    told.push({ holder: party.id, tickets: tickets.map((ticket) => ticket.id), amount });
    if (recovery === null) state.settled.repaid.push(...tickets);
  }
  const amount = state.ticketSize.times(count);
  countLoss(state, bucket, amount, amount.minus(paid));
  const settled = {
    pid: id,
    debtor: issuer.id,
    amount,
    paid,
    bucket: bucketAt(state, bucket).id,
    payouts: told,
  };
  if (recovery === null) record(state, { kind: 'PayableSettled', ...settled });
  else record(state, { kind: 'PayableDefaulted', recovery, ...settled });
}

/** Adds to what the bucket's loss rate is made of. ANC-01. */
function countLoss(state: State, bucket: number, face: Num, loss: Num): void {
  const matured = state.settled.matured[bucket];
  if (matured === undefined) return;
  matured.face = matured.face.plus(face);
  matured.loss = matured.loss.plus(loss);
}
