/** C1: cash and tickets only change hands; the registry changes by settlement and rollover. CHK-C1, SET-08. */
import type { Num } from '../../num.ts';
import type { ModelEvent } from '../events.ts';
import type { Note } from '../journal.ts';
import type { Party, Ticket } from '../state.ts';
import { lists, ticketsOf } from '../tickets.ts';
import { bucketFor, sameSum, size } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

const ids = (notes: readonly Note[]): string[] => notes.map(({ party }) => party.id);

/** The largest balance among those that an event touched, before it and after. */
const turnover = (notes: readonly Note[]): number =>
  notes.reduce((most, { party, cash }) => Math.max(most, size(party.cash, cash)), 0);

export function checkDoubleEntry(at: Occasion<ModelEvent>): void {
  const { state } = at;
  const { touched, moves, issued, deleted } = at.changes;
  let cash: Num | null = null;
  let held = 0;
  for (const { party, cash: before, held: had } of touched) {
    held += party.held - had;
    if (party.cash === before) continue;
    const change = party.cash.minus(before);
    cash = cash === null ? change : cash.plus(change);
  }
  checkCash(at, cash ?? state.numbers.zero);
  const change = issued.length - deleted.length;
  if (held !== change)
    at.differs('C1', ids(touched), 'tickets held change by what is issued less settled', held, change);
  for (const { ticket, from, to } of moves) {
    if (ticket.owner !== to)
      at.differs('C1', [from.id, to.id], `the owner of ticket ${ticket.id}`, ticket.owner.id, to.id);
    if (!lists(to, ticket))
      at.fails('C1', [from.id, to.id], `${to.id} got ticket ${ticket.id}, and does not list it`);
    if (from !== to && lists(from, ticket))
      at.fails('C1', [from.id, to.id], `${from.id} handed over ticket ${ticket.id}, and still lists it`);
  }
  for (const ticket of issued) checkIssued(at, ticket);
  for (const ticket of deleted) checkDeleted(at, ticket);
}

/** Cash only changes hands; what an override adds is what the world has more. MOD-15R. */
function checkCash(at: Occasion<ModelEvent>, change: Num): void {
  const { state, kind, memory, changes } = at;
  const { touched } = changes;
  if (kind !== 'Overridden') {
    if (!sameSum(state, change, state.numbers.zero, () => turnover(touched)))
      at.differs('C1', ids(touched), 'the changes of cash add up to nothing', change, 0);
    return;
  }
  const more = state.cashInWorld.minus(memory.cashInWorld);
  if (!sameSum(state, change, more, () => size(state.cashInWorld) + turnover(touched)))
    at.differs('C1', ids(touched), 'what is set is what the world has more', change, more);
  memory.cashInWorld = state.cashInWorld;
}

function checkIssued(at: Occasion<ModelEvent>, ticket: Ticket): void {
  const { id, owner, live } = ticket;
  if (at.kind !== 'PayableRolledOver')
    at.fails('C1', [owner.id], `ticket ${id} is issued, and this is no rollover`);
  if (!live) at.fails('C1', [owner.id], `ticket ${id} is issued, and not registered`);
  if (!lists(owner, ticket))
    at.fails('C1', [owner.id], `ticket ${id} is issued to ${owner.id}, which does not list it`);
}

function checkDeleted(at: Occasion<ModelEvent>, { id, owner, live }: Ticket): void {
  if (at.kind !== 'PayableSettled' && at.kind !== 'PayableDefaulted')
    at.fails('C1', [owner.id], `ticket ${id} is deleted, and this is no settlement`);
  if (live) at.fails('C1', [owner.id], `ticket ${id} is settled, and still registered`);
}

/** Over the whole world: money and tickets are those that there were, and each ticket is held once, by its label. */
export function auditHoldings(at: Occasion<ModelEvent>): void {
  const { state } = at;
  let cash: Num = state.numbers.zero;
  let held = 0;
  for (const party of state.parties.values()) {
    cash = cash.plus(party.cash);
    held += party.held;
    auditList(at, party);
  }
  if (!sameSum(state, cash, state.cashInWorld, () => size(cash) + state.parties.size))
    at.differs('C1', [], 'the cash in the world is what it was', cash, state.cashInWorld);
  if (held !== state.registered)
    at.differs('C1', [], 'every registered ticket is held', held, state.registered);
  for (const ticket of ticketsOf(state.calendar)) {
    const { id, owner } = ticket;
    if (!lists(owner, ticket))
      at.fails('C1', [owner.id], `${owner.id} owns ticket ${id}, and does not list it`);
    const { index, id: named } = bucketFor(state, ticket.maturity - state.time);
    if (ticket.bucket !== index)
      at.fails('C1', [owner.id], `ticket ${id} belongs to ${named}, and has another label`);
  }
}

/** The counts of a party are those of its list. */
function auditList(at: Occasion<ModelEvent>, party: Party): void {
  const tickets = ticketsOf(party.holdings);
  if (tickets.length !== party.held)
    at.differs('C1', [party.id], 'tickets held are tickets listed', party.held, tickets.length);
  if (party.kind === 'trader') return;
  const home = tickets.filter((ticket) => ticket.bucket === party.bucket).length;
  if (home !== party.tickets)
    at.differs('C1', [party.id], 'the tickets of the home bucket are those listed', party.tickets, home);
}
