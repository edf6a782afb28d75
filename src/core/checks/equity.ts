/** C5: equity on the balance sheet is what the events explain: desks C + M·a, traders at face. CHK-C5, MOD-12. */
import type { Num } from '../../num.ts';
import { equity, explainEquity, type Books } from '../equity.ts';
import type { ModelEvent } from '../events.ts';
import { bucketAt, type Party, type State } from '../state.ts';
import { bucketNamed, sameSum, size } from './recomputed.ts';
import { Occasion } from './violation.ts';

export function checkEquity(at: Occasion<ModelEvent>): void {
  const { state, event } = at;
  explainEquity(event, new StateBooks(state), (id, _part, change) => {
    const party = state.parties.get(id);
    if (party !== undefined) party.bookedEquity = party.bookedEquity.plus(change);
  });
  for (const party of state.journal.touched) checkEquityOf(at, party);
  if (event.kind !== 'AnchorsUpdated') return;
  const { desks } = bucketNamed(state, event.bucket);
  if (desks === null) return;
  checkEquityOf(at, desks.dealer);
  checkEquityOf(at, desks.vbt);
}

/** What went into the equity of a party and out of it: the rounding that it may carry is in proportion to that. */
function turnover(state: State, party: Party): number {
  const tickets =
    party.kind === 'trader'
      ? Math.max(party.held, party.heldBefore) + party.owed
      : Math.max(party.tickets, party.ticketsBefore);
  const each = party.kind === 'trader' ? state.ticketSize : bucketAt(state, party.bucket).outsideMid;
  const gone = state.journal.deleted.length;
  return size(party.cash, party.cashBefore, party.bookedEquity, each.times(tickets + gone));
}

function checkEquityOf(at: Occasion<ModelEvent>, party: Party): void {
  const onSheet = equity(at.state, party);
  if (!sameSum(at.state, onSheet, party.bookedEquity, turnover(at.state, party))) {
    const identity = party.kind === 'trader' ? 'equity at face is what the events explain' : 'E = C + M·a';
    at.differs('C5', [party.id], identity, party.bookedEquity, onSheet);
  }
  // what rounding left is forgiven once and not carried along: a million events would add it up
  party.bookedEquity = onSheet;
}

/** Everybody's equity, at the end of a run. */
export function auditEquity(state: State, event: ModelEvent): void {
  const at = new Occasion(state, event);
  for (const party of state.parties.values()) checkEquityOf(at, party);
}

/** The state as the attribution of equity reads it. */
class StateBooks implements Books {
  readonly #state: State;
  constructor(state: State) {
    this.#state = state;
  }
  get ticketSize(): Num {
    return this.#state.ticketSize;
  }
  get zero(): Num {
    return this.#state.numbers.zero;
  }
  outsideMid(bucket: string): Num {
    return bucketNamed(this.#state, bucket).outsideMid;
  }
  deskTickets(desk: string): number {
    const party = this.#state.parties.get(desk);
    return party === undefined || party.kind === 'trader' ? 0 : party.tickets;
  }
}
