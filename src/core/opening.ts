/** The opening balance sheets as events. OUT-02, INI-02. */
import type { Running } from './journal.ts';
import { at, groupBy } from './list.ts';
import { record } from './record.ts';

/** A ticket as a world writes it. */
interface Written {
  readonly id: string;
  readonly liability: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  /** First creditor of the liability, where a large holder was given the ticket afterwards. INI-02. */
  readonly creditor?: string;
}

/** The opening balance sheets, told as events: the log alone rebuilds them. OUT-02. */
export function tellOpening(state: Running, written: readonly Written[]): void {
  const { ticketSize, regime, buckets } = state;
  record(state, {
    day: state.time,
    kind: 'WorldOpened',
    ticketSize,
    regime,
    buckets: buckets.map(({ id, from, to, outsideMid, outsideSpread }) => ({
      id,
      from,
      to,
      outsideMid,
      outsideSpread,
    })),
  });
  for (const { id, cash } of state.parties.values())
    record(state, { day: state.time, kind: 'AccountOpened', party: id, cash });
  for (const [payableId, tickets] of groupBy(written, (ticket) => ticket.liability)) {
    tellPayable(state, payableId, tickets);
  }
}

function tellPayable(state: Running, payableId: string, tickets: readonly Written[]): void {
  const first = at(tickets, 0);
  const creditor = first.creditor ?? first.owner;
  record(state, {
    day: state.time,
    kind: 'PayableCreated',
    payableId,
    debtor: first.issuer,
    creditor,
    dueDay: first.maturity,
    amount: state.ticketSize.times(tickets.length),
    tickets: tickets.map((ticket) => ticket.id),
  });
  for (const [owner, given] of groupBy(tickets, (ticket) => ticket.owner)) {
    if (owner === creditor) continue;
    const named = { payableId, from: creditor, to: owner };
    record(state, {
      day: state.time,
      kind: 'TicketsAllocated',
      ...named,
      tickets: given.map((ticket) => ticket.id),
    });
  }
}
