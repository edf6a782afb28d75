/** Settlement and default: who has what to pay today's claims. SET-01, SET-06R. */
import { larger, smaller, type Num } from '../num.ts';
import { clearingVector, type Debtor } from './clearing.ts';
import { byHolder, payOut, type Due, type IssuerSettlement } from './payout.ts';
import type { State, Trader } from './state.ts';
import { closeDay, onDay } from './tickets.ts';

/** Settles everything that matures today, issuers in trader order. SET-06R. */
export function settle(state: State): IssuerSettlement[] {
  const dues = duesToday(state);
  const cash = cashThatCounts(state, dues);
  const settled = dues.map((due, i) => {
    const counted = cash[i] ?? onHand(state, due.issuer);
    return payOut(state, due, counted, smaller(due.amount, counted));
  });
  closeDay(state, state.time);
  return settled;
}

/** Issuers of the tickets that mature today, in trader order, with N_i and D_i. SET-01. */
function duesToday(state: State): Due[] {
  const issuers = new Set<Trader>();
  for (const ticket of onDay(state.calendar, state.time)) issuers.add(ticket.issuer);
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
      return dues.map((due) => onHand(state, due.issuer));
    case 'sequential':
      return dues.map(() => undefined);
    case 'clearing_vector':
      return clearingVector(dues.map((due) => debtor(state, due)));
  }
}

/** What the clearing vector needs of an issuer: its cash, its debt, and whom it owes. */
const debtor = (state: State, { issuer, tickets, amount }: Due): Debtor => ({
  id: issuer.id,
  cash: onHand(state, issuer),
  due: amount,
  creditors: new Map(byHolder(tickets).map(([holder, own]) => [holder.id, own.length])),
});

/** The cash of an issuer, where a balance below zero counts as nothing. TRD-13R. */
const onHand = (state: State, issuer: Trader): Num => larger(state.numbers.zero, issuer.cash);
