/** The end of an event: checked, told, and the scratch wiped for the next one. */
import { checkEvent } from './checks/check.ts';
import type { ModelEvent } from './events.ts';
import type { State } from './state.ts';

/** Checks what just happened against C1 … C6 and passes the event on. CHK-07, OUT-02. */
export function record(state: State, event: ModelEvent): void {
  const { journal } = state;
  checkEvent(state, event);
  journal.sink(event);
  journal.index++;
  // a fresh list is cheaper than emptying one, and most events leave most lists as they were
  journal.touched = [];
  if (journal.moves.length > 0) journal.moves = [];
  if (journal.issued.length > 0) journal.issued = [];
  if (journal.deleted.length > 0) journal.deleted = [];
}
