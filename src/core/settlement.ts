/** Settlement and default: who has what to pay today's claims. SET-01, SET-06R. */
import { checkStep } from './checks/check.ts';
import { clearingVector, type Debtor, type Payment } from './clearing.ts';
import type { Running } from './journal.ts';
import { closeAccount } from './ledger.ts';
import { at } from './list.ts';
import { handedOver, spendable } from './payment.ts';
import { byHolder, payOut, type Due, type IssuerSettlement } from './payout.ts';
import type { State, Trader } from './state.ts';
import { closeDay, onDay } from './tickets.ts';

/** Settles everything that matures today, issuers in trader order. SET-06R. */
export function settle(state: Running): IssuerSettlement[] {
  const dues = duesToday(state);
  const debts = dues.map(({ issuer }) => issuer.cash.minus(spendable(issuer.cash)));
  const payments = paymentsInTurn(state, dues);
  const settled = dues.map((due, place) => payOut(state, due, at(payments, place)()));
  if (state.clearing === 'clearing_vector') {
    settled.forEach(({ issuer, cashBefore, cashAfter }, place) => {
      closeAccount(state, issuer, cashAfter.plus(at(debts, place)), cashBefore);
    });
  }
  closeDay(state, state.time);
  checkStep(state, 'settlement');
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
 * What each issuer has and pays, asked for when its turn comes: out of the cash on hand when settlement starts,
 * out of its cash at its turn under `sequential`, or with the receipts of the fixed point under
 * `clearing_vector`. SET-06R.
 */
function paymentsInTurn(state: State, dues: readonly Due[]): (() => Payment)[] {
  switch (state.clearing) {
    case 'cash_on_hand':
      return dues.map(paymentOf).map((payment) => () => payment);
    case 'sequential':
      return dues.map((due) => () => paymentOf(due));
    case 'clearing_vector':
      return clearingVector(state.numbers, dues.map(debtor)).map((payment) => () => payment);
  }
}

/** What an issuer pays out of the cash that it has now. SET-06R. */
function paymentOf({ issuer, amount }: Due): Payment {
  const means = spendable(issuer.cash);
  return { means, paid: handedOver(means, amount) };
}

/** What the clearing vector needs of an issuer: its cash, its debt, and whom it owes. */
const debtor = ({ issuer, tickets, amount }: Due): Debtor => ({
  id: issuer.id,
  cash: spendable(issuer.cash),
  due: amount,
  creditors: new Map(byHolder(tickets).map(([holder, own]) => [holder.id, own.length])),
});
