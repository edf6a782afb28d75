/** Stress steps: one thing is set from outside the model, and the checks start again from there. */
import type { Num } from '../num.ts';
import type { Running } from './journal.ts';
import { overrideCash } from './ledger.ts';
import { record } from './record.ts';
import { bucketAt, desksOf, type Desk, type Party, type Ticket } from './state.ts';
import { move, ticketsOf } from './tickets.ts';

/** Gives a party another cash balance; the difference comes from, or goes to, outside the world. */
export function setCash(state: Running, party: Party, cash: Num): void {
  state.cashInWorld = state.cashInWorld.plus(cash.minus(party.cash));
  overrideCash(state, party, cash);
  record(state, { day: state.time, kind: 'Overridden', path: `${party.id} cash` });
}

/** Gives a dealer exactly these tickets: from whoever holds them; what it held besides goes to the VBTs. MOD-15R. */
export function setTickets(state: Running, dealer: Desk, tickets: readonly Ticket[]): void {
  const kept = new Set(tickets);
  const given = ticketsOf(dealer.holdings).filter((ticket) => !kept.has(ticket));
  for (const ticket of given) move(state, ticket, desksOf(bucketAt(state, ticket.bucket)).vbt);
  for (const ticket of tickets) if (ticket.owner !== dealer) move(state, ticket, dealer);
  record(state, { day: state.time, kind: 'Overridden', path: `${dealer.id} tickets` });
}
