/** C5: equity on the balance sheet is what the events explain: desks C + M·a, traders at face. CHK-C5, MOD-12. */
import { equity } from '../equity.ts';
import type { ModelEvent } from '../events.ts';
import { ticketsCounted } from '../journal.ts';
import { bucketAt, bucketNamed, type Party } from '../state.ts';
import type { StepEnded } from './memory.ts';
import { before, sameSum, size } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

export function checkEquity(at: Occasion<ModelEvent>): void {
  const { state, event, memory, changes } = at;
  if (event.kind === 'Overridden') {
    for (const { party } of changes.touched) memory.equity.accept(party);
    return;
  }
  memory.equity.explain(event);
  for (const { party } of changes.touched) checkEquityOf(at, party);
  if (event.kind !== 'AnchorsUpdated') return;
  const { desks } = bucketNamed(state, event.bucket);
  if (desks === null) return;
  checkEquityOf(at, desks.dealer);
  checkEquityOf(at, desks.vbt);
}

type Where = Occasion<ModelEvent | StepEnded>;

/** What went into the equity of a party and out of it: the rounding that it may carry is in proportion to that. */
function turnover(at: Where, party: Party): number {
  const { state, changes, memory } = at;
  const was = before(at, party);
  const tickets = Math.max(ticketsCounted(party), was.tickets) + (party.kind === 'trader' ? party.owed : 0);
  const each = party.kind === 'trader' ? state.ticketSize : bucketAt(state, party.bucket).outsideMid;
  return size(party.cash, was.cash, memory.equity.of(party), each.times(tickets + changes.deleted.length));
}

/** The equity on the balance sheet is the one that the events explain; `moved` went through the account before. CHK-C5. */
export function checkEquityOf(at: Where, party: Party, moved = 0): void {
  const { state, memory } = at;
  const onSheet = equity(state, party);
  const booked = memory.equity.of(party);
  if (!sameSum(state, onSheet, booked, () => Math.max(moved, turnover(at, party)))) {
    const identity = party.kind === 'trader' ? 'equity at face is what the events explain' : 'E = C + M·a';
    at.differs('C5', [party.id], identity, booked, onSheet);
  }
  // what rounding left is forgiven once and not carried along: a million events would add it up
  memory.equity.accept(party, onSheet);
}

/** Everybody's equity, at the end of a run. */
export function auditEquity(at: Occasion<ModelEvent>): void {
  for (const party of at.state.parties.values()) checkEquityOf(at, party);
}
