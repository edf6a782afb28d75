/** C5: equity on the balance sheet is what the events explain: desks C + M·a, traders at face. CHK-C5, MOD-12. */
import type { Num } from '../../num.ts';
import { equity, explainEquity, type Books } from '../equity.ts';
import type { ModelEvent } from '../events.ts';
import { ticketsCounted } from '../journal.ts';
import { at as listed } from '../list.ts';
import { bucketAt, type Party, type State } from '../state.ts';
import type { StepEnded } from './memory.ts';
import { before, bucketNamed, sameSum, size } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

export function checkEquity(at: Occasion<ModelEvent>): void {
  const { state, event, memory, changes } = at;
  if (event.kind === 'Overridden') {
    for (const { party } of changes.touched) memory.equity[party.account] = equity(state, party);
    return;
  }
  explainEquity(event, new StateBooks(state), (id, _part, change) => {
    const party = state.parties.get(id);
    if (party !== undefined) memory.equity[party.account] = booked(at, party).plus(change);
  });
  for (const { party } of changes.touched) checkEquityOf(at, party);
  if (event.kind !== 'AnchorsUpdated') return;
  const { desks } = bucketNamed(state, event.bucket);
  if (desks === null) return;
  checkEquityOf(at, desks.dealer);
  checkEquityOf(at, desks.vbt);
}

type Where = Occasion<ModelEvent | StepEnded>;

const booked = ({ memory }: Where, { account }: Party): Num => listed(memory.equity, account);

/** What went into the equity of a party and out of it: the rounding that it may carry is in proportion to that. */
function turnover(at: Where, party: Party): number {
  const { state, changes } = at;
  const was = before(at, party);
  const tickets = Math.max(ticketsCounted(party), was.tickets) + (party.kind === 'trader' ? party.owed : 0);
  const each = party.kind === 'trader' ? state.ticketSize : bucketAt(state, party.bucket).outsideMid;
  return size(party.cash, was.cash, booked(at, party), each.times(tickets + changes.deleted.length));
}

/** The equity on the balance sheet is the one that the events explain; `moved` went through the account before. CHK-C5. */
export function checkEquityOf(at: Where, party: Party, moved = 0): void {
  const onSheet = equity(at.state, party);
  if (!sameSum(at.state, onSheet, booked(at, party), () => Math.max(moved, turnover(at, party)))) {
    const identity = party.kind === 'trader' ? 'equity at face is what the events explain' : 'E = C + M·a';
    at.differs('C5', [party.id], identity, booked(at, party), onSheet);
  }
  // what rounding left is forgiven once and not carried along: a million events would add it up
  at.memory.equity[party.account] = onSheet;
}

/** Everybody's equity, at the end of a run. */
export function auditEquity(at: Occasion<ModelEvent>): void {
  for (const party of at.state.parties.values()) checkEquityOf(at, party);
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
